#ifndef GUIDEC_CLI_LINT_REPORTS_H_
#define GUIDEC_CLI_LINT_REPORTS_H_

#include "cli/lint/findings.h"
#include "cli/lint/job.h"
#include "cli/request.h"
#include "render/report.h"

namespace guidec {

// What `found` says in every format; it outlives the report.
Report ReportOf(const Findings& found, const LintJob& job,
                const boost::program_options::variables_map& options, const FileSystem& files);

// Writes every report of the job, unless one of them would replace a file that the run has read: then none.
// False when something fails, which has been said.
bool Deliver(const Report& report, const Findings& found, const Request& request, const LintJob& job,
             Cli& cli);

}  // namespace guidec

#endif  // GUIDEC_CLI_LINT_REPORTS_H_
