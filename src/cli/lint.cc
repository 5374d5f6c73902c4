#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/interrupt.h"
#include "base/parallel.h"
#include "base/paths.h"
#include "base/rewrite.h"
#include "base/source_date.h"
#include "base/standard_streams.h"
#include "cli/cache.h"
#include "cli/command.h"
#include "cli/progress.h"
#include "cli/report_targets.h"
#include "cli/request.h"
#include "cli/rule_filter.h"
#include "cli/shard.h"
#include "cli/workspace.h"
#include "lint/add_suppressions.h"
#include "lint/baseline.h"
#include "lint/cached_lint.h"
#include "lint/fix.h"
#include "lint/runner.h"
#include "lint/spans.h"
#include "model/read/load.h"
#include "render/diff.h"
#include "render/tally.h"
#include "rules/registry.h"
#include "rules/speller.h"

namespace guidec {
namespace {

namespace po = boost::program_options;

constexpr std::uint64_t kMaxBaselineBytes = 64 << 20;

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
     .times = Times::kRepeated,
     .with_file = true},
    {.name = "fix", .summary = "mend in the files what can be mended without guessing"},
    {.name = "unsafe-fixes", .summary = "also mend what needs to be read over afterwards"},
    {.name = "diff", .summary = "show what --fix would change, and change nothing"},
    {.name = "select",
     .takes = Takes::kRule,
     .value_name = "RULES",
     .summary = "report only these rules or groups, such as QZ,spelling",
     .times = Times::kCommas},
    {.name = "ignore",
     .takes = Takes::kRule,
     .value_name = "RULES",
     .summary = "do not report these rules or groups",
     .times = Times::kCommas},
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
    {.name = "stdin-filename",
     .takes = Takes::kFile,
     .value_name = "PATH",
     .summary = "check standard input as if it were saved at PATH"},
    {.name = "quiet", .summary = "only findings: no count, no notes"},
    kShardOption,
    kNoCacheOption,
    kJobsOption,
    kColourOption};

// The command line, as far as it can be understood before anything is read.
struct Job {
  std::vector<ReportTarget> targets;
  RuleFilter filter;
  std::optional<fs::path> standard_input;  // the path that it stands for
  std::string baseline;                    // may be empty
  std::string today;                       // 2026-11-22
  bool updates_baseline = false;
  bool fixes = false;
  bool shows_diff = false;
  bool allows_unsafe = false;
  bool is_quiet = false;

  // SARIF has the size and hash of every file.
  bool KeepsTexts() const {
    return std::ranges::any_of(
        targets, [](const ReportTarget& target) { return target.format->name == sarif_format.name; });
  }
};

template <class T>
T OptionOr(const po::variables_map& options, const char* name, T otherwise) {
  return options.contains(name) ? options[name].as<T>() : otherwise;
}

Result<Job> ReadJob(const po::variables_map& options) {
  using Words = std::vector<std::string>;
  Job job;
  auto targets = ParseTargets(OptionOr(options, "format", Words{}));
  if (!targets) return tl::unexpected(targets.error());
  job.targets = *std::move(targets);
  auto filter = RuleFilter::Parse(OptionOr(options, "select", Words{}), OptionOr(options, "ignore", Words{}));
  if (!filter) return tl::unexpected(filter.error());
  job.filter = *std::move(filter);
  job.baseline = OptionOr(options, "baseline", std::string());
  const auto source_date = SourceDate();
  if (!source_date) return tl::unexpected(source_date.error());
  job.today = Today(*source_date);
  job.updates_baseline = options["update-baseline"].as<bool>();
  job.fixes = options["fix"].as<bool>();
  job.shows_diff = options["diff"].as<bool>();
  job.allows_unsafe = options["unsafe-fixes"].as<bool>();
  job.is_quiet = options["quiet"].as<bool>();
  const Words paths = ArgumentsOf(options);
  const bool has_dash = std::ranges::find(paths, "-") != paths.end();
  if (options.contains("stdin-filename")) {
    if (paths.size() > (has_dash ? 1 : 0)) {
      return Failure("standard input is checked alone", "leave out the other paths, or --stdin-filename");
    }
    job.standard_input = options["stdin-filename"].as<std::string>();
    if (options.contains("shard")) return Failure("standard input is one file", "leave out --shard");
  } else if (has_dash) {
    return Failure("`-` needs --stdin-filename", "it says which file standard input stands for");
  }
  if (job.updates_baseline && job.baseline.empty()) {
    return Failure("--update-baseline needs --baseline FILE", "name the file to write");
  }
  if (job.allows_unsafe && !job.fixes && !job.shows_diff) {
    return Failure("--unsafe-fixes needs --fix or --diff", "add one of them");
  }
  if (job.fixes && job.shows_diff) {
    return Failure("--diff changes nothing, and --fix does", "leave one of them out");
  }
  if (options["max-findings"].as<int>() < 0) {
    return Failure("--max-findings takes a number from 0 on", "0 shows all");
  }
  if (options.contains("add-suppressions")) {
    const std::string& reason = options["add-suppressions"].as<std::string>();
    if (reason.find_first_not_of(' ') == std::string::npos ||
        reason.find_first_of("#\r\n") != std::string::npos) {
      return Failure("--add-suppressions needs a reason in one line, without `#`",
                     "say why the findings are allowed");
    }
    if (job.standard_input || job.fixes || job.shows_diff || job.updates_baseline) {
      return Failure("--add-suppressions goes with no other option that changes or replaces files",
                     "run guidec twice");
    }
  }
  return job;
}

void Note(const Job& job, std::string_view text) {
  if (!job.is_quiet) Say("note: {}\n", text);
}

// Fixes the batch's texts in memory, and lets its later loading see them. Adds the folders of its files.
Result<FixResult> FixBatch(Batch& batch, const Job& job, const FileSystem& files, const Cache& cache,
                           KeptWords& words, std::set<fs::path>& folders) {
  auto read = batch.Read(files);
  if (!read) return tl::unexpected(read.error());
  // What is wrong with the other files may come of the one that is missing.
  if (!read->problems.empty()) return tl::unexpected(read->problems.front());
  LintInputs inputs = InputsOfLint(job.today, batch.root, files, batch.limits, words);
  inputs.skipped = std::move(read->skipped);
  const auto lint = [&](std::vector<NamedText> texts, Sources& sources) {
    return LintTexts(std::move(texts), batch.root, inputs, AllRules(), sources, cache).findings;
  };
  const Judge judge = [&](std::vector<NamedText> texts) {
    Judged judged;
    judged.findings = lint(std::move(texts), judged.sources);
    return judged;
  };
  Sources sources;
  lint(std::move(read->texts), sources);
  const FixLimits limits{job.allows_unsafe, [&](const Diagnostic& finding, const Sources& in) {
                           return job.filter.Holds(*finding.rule) && batch.Wants(in[finding.span.source]);
                         }};
  for (const Source& source : sources) folders.insert(fs::path(source.path()).parent_path());
  FixResult result = FixTexts(TextsOf(sources), judge, limits);
  for (const Rewrite& rewrite : result.rewrites) batch.unsaved[rewrite.path] = rewrite.after;
  return result;
}

// Until now a signal ends the program at once; what is being written is written to its end first.
template <class Write>
bool WriteUndisturbed(const Write& write) {
  CatchInterrupts();
  const Result<void> written = write();
  if (!written) PrintError(written.error());
  if (Interrupted()) PrintError({"interrupted"});
  return written && !Interrupted();
}

enum class Fixed { kNothing, kSomething, kFailed };

// Makes all fixes of the request, on disk, on standard output or as a diff.
Fixed FixAll(Request& request, const Job& job, Cli& cli, const Cache& cache, KeptWords& words) {
  std::vector<Rewrite> rewrites;
  std::set<fs::path> folders;
  int fixed = 0;
  int taken_back = 0;
  for (Batch& batch : request.batches) {
    const auto result = FixBatch(batch, job, cli.files, cache, words, folders);
    if (!result) {
      PrintError(result.error());
      Say("  nothing was fixed\n");
      return Fixed::kFailed;
    }
    std::ranges::copy(result->rewrites, std::back_inserter(rewrites));
    fixed += result->fixed;
    taken_back += result->taken_back;
  }
  if (job.shows_diff) {
    if (!Print(UnifiedDiff(rewrites))) return Fixed::kFailed;
  } else if (job.standard_input) {
    const Batch& batch = request.batches.front();
    const std::string text = batch.unsaved.empty() ? "" : batch.unsaved.begin()->second;
    if (!Print(text)) return Fixed::kFailed;
  } else {
    RemoveLeftovers(cli.files, folders);
    if (!WriteUndisturbed([&] { return RewriteAll(cli.files, rewrites); })) return Fixed::kFailed;
  }
  if (fixed > 0) {
    Note(job,
         fmt::format("{} {} in {}", job.shows_diff ? "would fix" : "fixed",
                     Counted(static_cast<std::size_t>(fixed), "finding"), Counted(rewrites.size(), "file")));
  }
  if (taken_back > 0) {
    Note(job, fmt::format("left out {} {}, which would have brought new findings", taken_back,
                          taken_back == 1 ? "fix" : "fixes"));
  }
  return rewrites.empty() ? Fixed::kNothing : Fixed::kSomething;
}

// Everything that one run has read and found, or its part in one batch. Of sources in which nothing was
// found the path is kept, and no text.
struct Findings {
  Sources sources;
  std::vector<Diagnostic> all;
  std::vector<SourceId> files;
  std::vector<Error> problems;
  bool is_whole = true;  // everything could be read
  bool has_bad_settings = false;

  std::string_view PathOf(SourceId source) const { return sources[source].path(); }
};

// Whether settings are not what was meant, so that no verdict can be trusted.
bool SpoilsSettings(const Diagnostic& finding) {
  const std::string_view group = finding.rule->code.substr(0, 2);
  return finding.severity == Severity::kError && (group == "CF" || group == "SC" || group == "YM");
}

// Adds a batch's part, whose ids of sources count from its own first. Without `keeps_texts`, texts that no
// finding points at are let go.
void Append(Findings part, bool keeps_texts, Findings& to) {
  const std::size_t before = to.sources.size();
  const auto shifted = [&](SourceId source) {
    return static_cast<SourceId>(static_cast<std::size_t>(source) + before);
  };
  std::set<SourceId> pointed_at;
  for (Diagnostic& finding : part.all) {
    ForEachSpan(finding, [&](Span& span) {
      pointed_at.insert(span.source);
      span.source = shifted(span.source);
    });
  }
  for (const Source& source : part.sources) {
    const bool is_kept = keeps_texts || pointed_at.contains(source.id());
    to.sources.Add(source.path(), is_kept ? source.text() : std::string());
  }
  std::ranges::transform(part.files, std::back_inserter(to.files), shifted);
  std::ranges::move(part.all, std::back_inserter(to.all));
  std::ranges::move(part.problems, std::back_inserter(to.problems));
  to.is_whole = to.is_whole && part.is_whole;
  to.has_bad_settings = to.has_bad_settings || part.has_bad_settings;
}

Findings Check(const Batch& batch, const Job& job, const FileSystem& files, const Cache& cache,
               KeptWords& words, ShareDone progress) {
  Findings found;
  auto read = batch.Read(files);
  if (!read) {
    found.problems.push_back(read.error());
    found.is_whole = false;
    return found;
  }
  found.problems = std::move(read->problems);
  found.is_whole = found.problems.empty();
  LintInputs inputs = InputsOfLint(job.today, batch.root, files, batch.limits, words);
  inputs.skipped = std::move(read->skipped);
  inputs.progress = std::move(progress);
  LintResult linted = LintTexts(std::move(read->texts), batch.root, inputs, AllRules(), found.sources, cache);
  const bool wants_all = batch.WantsAll();
  const auto wants = [&](SourceId source) { return wants_all || batch.Wants(found.sources[source]); };
  std::set<SourceId> settings;
  for (const LintedFile& file : linted.files) {
    if (file.is_settings) settings.insert(file.source);
    if (wants(file.source)) found.files.push_back(file.source);
  }
  for (Diagnostic& finding : linted.findings) {
    found.has_bad_settings =
        found.has_bad_settings || (settings.contains(finding.span.source) && SpoilsSettings(finding));
    if (wants(finding.span.source) && job.filter.Holds(*finding.rule))
      found.all.push_back(std::move(finding));
  }
  Findings kept;
  Append(std::move(found), job.KeepsTexts(), kept);
  return kept;
}

// As many batches at a time as there are threads: of the others, only what was found is held.
Findings CheckAll(const Request& request, const Job& job, const Cli& cli, const Cache& cache,
                  KeptWords& words) {
  const std::size_t total = request.batches.size();
  std::vector<Findings> parts(total);
  {
    ProgressLine line;
    std::mutex mutex;
    std::size_t done = 0;
    std::vector<double> shares(total);
    double whole = 0;
    ParallelFor(total, [&](std::size_t i) {
      const auto note = [&](double share) {
        const std::scoped_lock guard(mutex);
        if (share <= shares[i]) return;
        whole += share - std::exchange(shares[i], share);
        if (share == 1) ++done;
        line.Show(request.batches[i].root.generic_string(), done, total, whole / static_cast<double>(total));
      };
      parts[i] = Check(request.batches[i], job, cli.files, cache, words, note);
      note(1);
    });
  }
  Findings found;
  found.is_whole = request.is_whole;
  for (Findings& part : parts) Append(std::move(part), job.KeepsTexts(), found);
  for (const Error& problem : found.problems) PrintError(problem);
  SortFindings(found.all, found.sources);
  std::ranges::sort(found.files, {}, [&](SourceId source) { return found.PathOf(source); });
  return found;
}

Result<Baseline> ReadBaseline(const Job& job, const FileSystem& files) {
  const auto text = files.Read(job.baseline, kMaxBaselineBytes);
  if (!text) return tl::unexpected(text.error());
  return Baseline::Parse(*text, job.baseline);
}

// Takes away what the baseline holds, or writes it anew.
Result<void> ApplyBaseline(Findings& found, const Job& job, FileSystem& files) {
  const fs::path folder = Absolute(job.baseline).parent_path();
  const auto path_of = [&](const Source& source) {
    return Absolute(source.path()).lexically_relative(folder).generic_string();
  };
  const bool exists = files.Kind(job.baseline) != FileKind::kMissing;
  if (job.updates_baseline) {
    Baseline baseline = Baseline::Of(found.all, found.sources, path_of);
    if (exists) {
      // What this run has not looked at stays; a file that is something else is not overwritten.
      const auto old = ReadBaseline(job, files);
      if (!old) return tl::unexpected(old.error());
      std::set<std::string> paths;
      for (const SourceId source : found.files) paths.insert(path_of(found.sources[source]));
      baseline.KeepFrom(*old, [&](const std::string& path, const std::string& code) {
        const Rule* rule = FindRule(code);
        return !paths.contains(path) || (rule != nullptr && !job.filter.Holds(*rule));
      });
    }
    if (auto written = WriteWhole(files, job.baseline, baseline.Write()); !written) return written;
    Note(job, fmt::format("wrote {} into `{}`", Counted(found.all.size(), "finding"), job.baseline));
    found.all.clear();
    return {};
  }
  const auto baseline = ReadBaseline(job, files);
  if (!baseline) return tl::unexpected(baseline.error());
  int gone = 0;
  found.all = baseline->Without(std::move(found.all), found.sources, path_of, gone);
  if (gone > 0) {
    Note(job, fmt::format("{} of the baseline {} no longer there; --update-baseline forgets {}",
                          Counted(static_cast<std::size_t>(gone), "finding"), gone == 1 ? "is" : "are",
                          gone == 1 ? "it" : "them"));
  }
  return {};
}

Report ReportOf(const Findings& found, const Job& job, const po::variables_map& options) {
  return {.findings = found.all,
          .sources = found.sources,
          .files = found.files,
          .rules = AllRules(),
          .version = GUIDEC_VERSION,
          .complete = found.is_whole,
          .colour = WantsColour(options, STDOUT_FILENO),
          .fail_on = FailOn(options),
          .max_findings = static_cast<std::size_t>(options["max-findings"].as<int>()),
          .counts_only = options["statistics"].as<bool>(),
          .summary = !job.is_quiet};
}

// The report that would be written over a file that was checked.
const ReportTarget* TargetAmongSources(const Job& job, const Findings& found, const FileSystem& files) {
  for (const ReportTarget& target : job.targets) {
    const auto path = files.Resolve(target.file);
    if (!path || (path->extension() != ".yaml" && path->extension() != ".yml")) continue;
    for (const Source& source : found.sources) {
      const auto read = files.Resolve(source.path());
      if (read && *read == *path) return &target;
    }
  }
  return nullptr;
}

bool WriteReports(const Report& report, const Job& job, Cli& cli) {
  if (const auto written = WriteReports(job.targets, report, cli.files); !written) {
    PrintError(written.error());
    return false;
  }
  const auto shown = ForStandardOutput(job.targets, report);
  if (!shown) return true;
  // Standard output holds the mended text or the diff.
  if (job.shows_diff || (job.fixes && job.standard_input)) {
    SayText(*shown);
    return true;
  }
  return Print(*shown);
}

int RunLint(const po::variables_map& options, Cli& cli) {
  const auto job = ReadJob(options);
  const auto cache = OpenCache(options, cli);
  if (!job || !cache) {
    PrintError(!job ? job.error() : cache.error());
    return kFailed;
  }
  Request request;
  if (job->standard_input) {
    std::string text(std::istreambuf_iterator<char>(std::cin), {});
    if (text.size() > cli.limits.file_size) {
      PrintError({"standard input is too large", "split the file"});
      return kFailed;
    }
    request.AddText(*job->standard_input, std::move(text), cli);
  } else {
    std::vector<std::string> paths = ArgumentsOf(options);
    if (paths.empty()) paths.emplace_back(".");
    for (const fs::path path : paths) request.Add(path, cli);
    const auto shard = ShardOf(options);
    if (!shard) {
      PrintError(shard.error());
      return kFailed;
    }
    request.Keep(*shard);
  }
  KeptWords words(*cache, cli.files);
  bool would_change = false;
  if (job->fixes || job->shows_diff) {
    const Fixed fixed = FixAll(request, *job, cli, *cache, words);
    if (fixed == Fixed::kFailed) return kFailed;
    would_change = job->shows_diff && fixed == Fixed::kSomething;
  }
  Findings found = CheckAll(request, *job, cli, *cache, words);
  const bool suppresses = options.contains("add-suppressions");
  if (!found.is_whole && (suppresses || job->updates_baseline)) {
    // Findings may come of what could not be read, and others be hidden.
    PrintError({fmt::format("{} was written, since not everything could be read",
                            suppresses ? "no suppression" : "no baseline"),
                "mend the errors above, then run guidec again"});
    return kFailed;
  }
  if (suppresses) {
    const auto rewrites =
        AddSuppressions(found.all, found.sources, found.files, options["add-suppressions"].as<std::string>());
    if (!WriteUndisturbed([&] { return RewriteAll(cli.files, rewrites); })) return kFailed;
    Note(*job, fmt::format("wrote suppressions into {}", Counted(rewrites.size(), "file")));
    found = CheckAll(request, *job, cli, *cache, words);
  }
  if (!job->baseline.empty() && !WriteUndisturbed([&] { return ApplyBaseline(found, *job, cli.files); })) {
    return kFailed;
  }
  if (const ReportTarget* target = TargetAmongSources(*job, found, cli.files)) {
    PrintError({fmt::format("`{}` is a file that is checked, and no report is written over it", target->file),
                "name another file"});
    return kFailed;
  }
  const Report report = ReportOf(found, *job, options);
  if (!WriteReports(report, *job, cli) || !found.is_whole || found.has_bad_settings) return kFailed;
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
