#include "cli/lint/job.h"

#include <algorithm>
#include <utility>

#include "base/source_date.h"
#include "base/standard_streams.h"
#include "lint/runner.h"
#include "render/place.h"

namespace guidec {
namespace {

namespace po = boost::program_options;
using Texts = std::vector<std::string>;

template <class T>
T OptionOr(const po::variables_map& options, const char* name, T otherwise) {
  return options.contains(name) ? options[name].as<T>() : otherwise;
}

Result<std::optional<fs::path>> StandardInputOf(const po::variables_map& options) {
  const Texts paths = ArgumentsOf(options);
  const bool has_dash = std::ranges::find(paths, "-") != paths.end();
  if (!options.contains("stdin-filename")) {
    if (has_dash) {
      return Failure("`-` needs --stdin-filename", "it says which file standard input stands for");
    }
    return std::nullopt;
  }
  if (paths.size() > (has_dash ? 1 : 0)) {
    return Failure("standard input is checked alone", "leave out the other paths, or --stdin-filename");
  }
  if (options.contains("shard")) return Failure("standard input is one file", "leave out --shard");
  return options["stdin-filename"].as<std::string>();
}

Result<std::string> CategoryOf(const po::variables_map& options) {
  std::string category = OptionOr(options, "category", std::string());
  const bool is_plain = std::ranges::none_of(category, [](unsigned char c) { return c < ' ' || c == 0x7F; });
  if (options.contains("category") && (category.empty() || category.ends_with('/') || !is_plain)) {
    return Failure("--category needs a name in one line, without `/` at its end",
                   "name the workspace, such as `guidec/knee`");
  }
  return category;
}

Result<void> CheckSuppressions(const LintJob& job) {
  if (!job.suppressions) return {};
  const std::string& reason = *job.suppressions;
  // Some readers of YAML end a line, and with it the comment, at U+0085 or U+2028.
  if (reason.find_first_not_of(' ') == std::string::npos || reason.find('#') != std::string::npos ||
      Printable(reason) != reason) {
    return Failure("--add-suppressions needs a reason in one line, without `#` and without what nobody sees",
                   "say why the findings are allowed");
  }
  if (job.standard_input || job.fixes || job.shows_diff || job.updates_baseline) {
    return Failure("--add-suppressions goes with no other option that changes or replaces files",
                   "run guidec twice");
  }
  return {};
}

Result<void> Check(const LintJob& job, const po::variables_map& options) {
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
  return CheckSuppressions(job);
}

}  // namespace

bool LintJob::KeepsTexts() const {
  return std::ranges::any_of(
      targets, [](const ReportTarget& target) { return target.format->name == sarif_format.name; });
}

Result<LintJob> ReadLintJob(const po::variables_map& options) {
  auto targets = ParseTargets(OptionOr(options, "format", Texts{}));
  if (!targets) return tl::unexpected(targets.error());
  auto filter = RuleFilter::Parse(OptionOr(options, "select", Texts{}), OptionOr(options, "ignore", Texts{}));
  if (!filter) return tl::unexpected(filter.error());
  const auto source_date = SourceDate();
  if (!source_date) return tl::unexpected(source_date.error());
  auto standard_input = StandardInputOf(options);
  if (!standard_input) return tl::unexpected(standard_input.error());
  auto category = CategoryOf(options);
  if (!category) return tl::unexpected(category.error());
  LintJob job{.targets = *std::move(targets),
              .filter = *std::move(filter),
              .standard_input = *std::move(standard_input),
              .baseline = OptionOr(options, "baseline", std::string()),
              .category = *std::move(category),
              .today = Today(*source_date),
              .suppressions = std::nullopt,
              .updates_baseline = options["update-baseline"].as<bool>(),
              .fixes = options["fix"].as<bool>(),
              .shows_diff = options["diff"].as<bool>(),
              .allows_unsafe = options["unsafe-fixes"].as<bool>(),
              .is_quiet = options["quiet"].as<bool>()};
  if (options.contains("add-suppressions")) job.suppressions = options["add-suppressions"].as<std::string>();
  if (auto good = Check(job, options); !good) return tl::unexpected(good.error());
  return job;
}

void Note(const LintJob& job, std::string_view text) {
  if (!job.is_quiet) Say("note: {}\n", Printable(text));
}

}  // namespace guidec
