#ifndef GUIDEC_CLI_LINT_KNOWN_H_
#define GUIDEC_CLI_LINT_KNOWN_H_

#include "cli/lint/findings.h"
#include "cli/lint/job.h"

namespace guidec {

// Takes away what the job's baseline holds, or writes it anew. Notes which files of it are gone or have
// another name now.
Result<void> ApplyBaseline(Findings& found, const LintJob& job, FileSystem& files);

}  // namespace guidec

#endif  // GUIDEC_CLI_LINT_KNOWN_H_
