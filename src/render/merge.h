// One report of the reports of several runs, each of which looked at a part of the files.
#ifndef GUIDEC_RENDER_MERGE_H_
#define GUIDEC_RENDER_MERGE_H_

#include <span>
#include <string>

#include "base/result.h"
#include "diag/rule.h"

namespace guidec {

struct NamedReport {
  std::string path;  // for messages
  std::string text;
};

struct MergedReport {
  std::string text;  // as one run over all files would have written it
  Severity worst =
      Severity::kOff;    // of the findings; in JUnit an error is a failed test, all else no finding
  bool is_whole = true;  // every run could read its files; SARIF alone tells
};

// `reports`, one at least, are all JSON, JSON lines, SARIF or JUnit, as guidec writes them. A finding that
// several of them hold is there once. Fails on what is of another kind or damaged, and on SARIF of another
// version of guidec.
Result<MergedReport> MergeReports(std::span<const NamedReport> reports);

}  // namespace guidec

#endif  // GUIDEC_RENDER_MERGE_H_
