#ifndef GUIDEC_CLI_REPORT_TARGETS_H_
#define GUIDEC_CLI_REPORT_TARGETS_H_

#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "render/formats.h"

namespace guidec {

// Where one format of a report goes.
struct ReportTarget {
  const Format* format = nullptr;
  std::string file;  // empty: standard output
};

// From the values of `--format FORMAT[=FILE]`, whose formats are known; text to standard output when
// there are none. No two may go to one place.
Result<std::vector<ReportTarget>> ParseTargets(const std::vector<std::string>& values);

// Writes the targets that are files, each whole, without colour. None is written over a source of the report.
Result<void> WriteReports(const std::vector<ReportTarget>& targets, const Report& report, FileSystem& files);

// What goes to standard output, if anything.
std::optional<std::string> ForStandardOutput(const std::vector<ReportTarget>& targets, const Report& report);

}  // namespace guidec

#endif  // GUIDEC_CLI_REPORT_TARGETS_H_
