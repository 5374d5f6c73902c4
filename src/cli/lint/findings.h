// What the linter finds in all that a command line asks for.
#ifndef GUIDEC_CLI_LINT_FINDINGS_H_
#define GUIDEC_CLI_LINT_FINDINGS_H_

#include <set>
#include <string_view>
#include <vector>

#include "cache/cache.h"
#include "cli/lint/job.h"
#include "cli/request.h"
#include "diag/diagnostic.h"
#include "rules/speller.h"

namespace guidec {

// Everything that one run has read and found, or its part in one batch. Of sources in which nothing was
// found the path is kept, and no text.
struct Findings {
  Sources sources;
  std::vector<Diagnostic> all;
  std::vector<SourceId> files;
  std::set<fs::path> inputs;  // what else the workspaces' settings name, that was looked at: files, folders
  std::vector<Error> problems;
  bool is_whole = true;  // everything could be read
  bool has_bad_settings = false;

  std::string_view PathOf(SourceId source) const { return sources[source].path(); }
};

// As many batches at a time as there are threads: of the others, only what was found is held. What cannot be
// read is said on standard error.
Findings CheckAll(const Request& request, const LintJob& job, const Cli& cli, const Cache& cache,
                  KeptWords& words);

}  // namespace guidec

#endif  // GUIDEC_CLI_LINT_FINDINGS_H_
