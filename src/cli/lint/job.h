#ifndef GUIDEC_CLI_LINT_JOB_H_
#define GUIDEC_CLI_LINT_JOB_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "cli/command.h"
#include "cli/report_targets.h"
#include "cli/rule_filter.h"

namespace guidec {

// The command line of `guidec lint`, as far as it can be understood before anything is read.
struct LintJob {
  std::vector<ReportTarget> targets;
  RuleFilter filter;
  std::optional<fs::path> standard_input;   // the path that it stands for
  std::string baseline;                     // may be empty
  std::string category;                     // of the reports; may be empty
  std::string today;                        // 2026-11-22
  std::optional<std::string> suppressions;  // the reason that is written beside each
  bool updates_baseline = false;
  bool fixes = false;
  bool shows_diff = false;
  bool allows_unsafe = false;
  bool is_quiet = false;

  // SARIF has the size and hash of every file.
  bool KeepsTexts() const;
};

// Fails on what does not go together.
Result<LintJob> ReadLintJob(const boost::program_options::variables_map& options);

// "note: …" on standard error, unless the job is quiet.
void Note(const LintJob& job, std::string_view text);

}  // namespace guidec

#endif  // GUIDEC_CLI_LINT_JOB_H_
