// What `guidec lint` changes in the files that it checks: fixes and suppressions.
#ifndef GUIDEC_CLI_LINT_CHANGE_H_
#define GUIDEC_CLI_LINT_CHANGE_H_

#include <cstdint>
#include <functional>

#include "base/result.h"
#include "cache/cache.h"
#include "cli/lint/findings.h"
#include "cli/lint/job.h"
#include "cli/request.h"
#include "rules/speller.h"

namespace guidec {

enum class Fixed : std::uint8_t { kNothing, kSomething, kFailed };

// Makes all fixes of the request, on disk, on standard output or as a diff. What fails has been said.
Fixed FixAll(Request& request, const LintJob& job, Cli& cli, const Cache& cache, KeptWords& words);

// Allows all that was found, in its files. What fails has been said.
bool Suppress(const Findings& found, const LintJob& job, FileSystem& files);

// Until now a signal ends the program at once; what `write` writes is completed first. False when it
// failed or a signal came, which has been said.
bool WriteUndisturbed(const std::function<Result<void>()>& write);

}  // namespace guidec

#endif  // GUIDEC_CLI_LINT_CHANGE_H_
