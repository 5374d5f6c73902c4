#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/standard_streams.h"
#include "cli/cache.h"
#include "cli/command.h"
#include "cli/lint/change.h"
#include "cli/lint/findings.h"
#include "cli/lint/job.h"
#include "cli/lint/known.h"
#include "cli/lint/reports.h"
#include "cli/request.h"
#include "cli/shard.h"
#include "render/formats.h"
#include "rules/speller.h"

namespace guidec {
namespace {

namespace po = boost::program_options;

// Shared with Formats(), which is the table of what there is.
std::vector<AllowedValue> FormatValues() {
  std::vector<AllowedValue> values;
  for (const Format& format : Formats()) values.push_back({format.name, format.summary});
  return values;
}
const std::vector<AllowedValue> kLintFormats = FormatValues();

const OptionSpec kLintOptions[] = {
    {.name = "format",
     .takes = Takes::kText,
     .value_name = "FORMAT",
     .summary = "how findings are shown, and in which file",
     .allowed = kLintFormats,
     .times = Occurrence::kRepeated,
     .with_file = true},
    {.name = "fix", .summary = "fix in the files what can be fixed without guessing"},
    {.name = "unsafe-fixes", .summary = "also fix what needs to be read over afterwards"},
    {.name = "diff", .summary = "show what --fix would change, and change nothing"},
    {.name = "select",
     .takes = Takes::kRule,
     .value_name = "RULES",
     .summary = "report only these rules or groups, such as QZ,spelling",
     .times = Occurrence::kCommas},
    {.name = "ignore",
     .takes = Takes::kRule,
     .value_name = "RULES",
     .summary = "do not report these rules or groups",
     .times = Occurrence::kCommas},
    kFailOnOption,
    {.name = "baseline",
     .takes = Takes::kFile,
     .value_name = "FILE",
     .summary = "do not report what this file holds"},
    {.name = "update-baseline", .summary = "write all present findings into the file of --baseline"},
    {.name = "add-suppressions",
     .takes = Takes::kText,
     .value_name = "REASON",
     .summary = "allow every present finding by a comment in its file, with this reason"},
    {.name = "max-findings",
     .takes = Takes::kNumber,
     .value_name = "N",
     .summary = "how many findings the format `text` shows in full; 0 is all",
     .otherwise = "100"},
    {.name = "statistics", .summary = "count the findings of each rule instead of showing them"},
    {.name = "category",
     .takes = Takes::kText,
     .value_name = "NAME",
     .summary = "what SARIF calls this run among others on the same commit; `guidec` when left out"},
    {.name = "stdin-filename",
     .takes = Takes::kFile,
     .value_name = "PATH",
     .summary = "check standard input as if it were saved at PATH"},
    {.name = "quiet", .summary = "only findings: no count, no notes"},
    kShardOption,
    kNoCacheOption,
    kJobsOption,
    kColourOption};

Result<Request> RequestOf(const po::variables_map& options, const LintJob& job, const Cli& cli) {
  Request request;
  if (job.standard_input) {
    auto text = ReadStandardInput(cli.limits.file_size);
    if (!text) return tl::unexpected(text.error());
    request.AddText(*job.standard_input, *std::move(text), cli);
    return request;
  }
  const auto shard = ShardOf(options);
  if (!shard) return tl::unexpected(shard.error());
  std::vector<std::string> paths = ArgumentsOf(options);
  if (paths.empty()) paths.emplace_back(".");
  for (const fs::path path : paths) request.Add(path, cli);
  request.Keep(*shard);
  return request;
}

// Whether all that is to be written of the findings may be: they may come of what could not be read, and
// others be hidden.
bool MayWrite(const Findings& found, const LintJob& job) {
  if (found.is_whole || (!job.suppressions && !job.updates_baseline)) return true;
  PrintError({fmt::format("{} was written, since not everything could be read",
                          job.suppressions ? "no suppression" : "no baseline"),
              "fix the errors above, then run guidec again"});
  return false;
}

int RunLint(const po::variables_map& options, Cli& cli) {
  const auto job = ReadLintJob(options);
  if (!job) return Fail(job.error());
  const auto cache = OpenCache(options, cli);
  if (!cache) return Fail(cache.error());
  auto request = RequestOf(options, *job, cli);
  if (!request) return Fail(request.error());
  KeptWords words(*cache, cli.files);
  bool would_change = false;
  if (job->fixes || job->shows_diff) {
    const Fixed fixed = FixAll(*request, *job, cli, *cache, words);
    if (fixed == Fixed::kFailed) return kFailed;
    would_change = job->shows_diff && fixed == Fixed::kSomething;
  }
  Findings found = CheckAll(*request, *job, cli, *cache, words);
  if (!MayWrite(found, *job)) return kFailed;
  if (job->suppressions) {
    if (!Suppress(found, *job, cli.files)) return kFailed;
    found = CheckAll(*request, *job, cli, *cache, words);
  }
  if (!job->baseline.empty() && !WriteUndisturbed([&] { return ApplyBaseline(found, *job, cli.files); })) {
    return kFailed;
  }
  const Report report = ReportOf(found, *job, options, cli.files);
  if (!Deliver(report, found, *request, *job, cli) || !found.is_whole || found.has_bad_settings)
    return kFailed;
  const auto fails = [&](const Diagnostic& finding) { return report.Fails(finding); };
  return would_change || std::ranges::any_of(found.all, fails) ? kFindings : kClean;
}

}  // namespace

const CommandSpec lint_command = {
    .name = "lint",
    .arguments = "[PATH...]",
    .argument = Takes::kFile,
    .summary = "check sources and show every finding at its line",
    .details =
        "PATH is a workspace, a folder in it or a file; without one, the workspace around the\n"
        "current folder. A file is always checked together with the workspace that it lies in.\n"
        "\n"
        "A comment allows a finding: `# guidec: allow RULE -- reason`, behind the value, above it,\n"
        "or above the file's first value for the whole file.\n"
        "\n"
        "An error in guidec.yaml itself makes the exit status 2.\n"
        "\n"
        "A shard lints whole workspaces, for a file means what the others make of it; `guidec merge`\n"
        "makes one report of the shards' reports.",
    .options = kLintOptions,
    .run = RunLint,
};

}  // namespace guidec
