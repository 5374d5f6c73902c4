// One report, or several with a zero byte between them. What comes out of merging is a report of the same kind, which
// merged by itself stays as it is.
#include <algorithm>
#include <string>
#include <vector>

#include "fuzz/target.h"
#include "render/merge.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidec;
  std::vector<NamedReport> reports;
  std::string_view rest = TextOf(data, size);
  for (bool more = true; more;) {
    const std::size_t end = std::min(rest.find('\0'), rest.size());
    reports.push_back({"report", std::string(rest.substr(0, end))});
    more = end < rest.size();
    rest.remove_prefix(more ? end + 1 : end);
  }
  const Result<MergedReport> merged = MergeReports(reports);
  if (!merged) {
    Require(!merged.error().message.empty(), "an error without words");
    return 0;
  }
  const NamedReport whole{"merged", merged->text};
  const Result<MergedReport> again = MergeReports(std::span(&whole, 1));
  Require(again.has_value(), "a merged report is no report");
  Require(again->text == merged->text, "a merged report changes");
  Require(again->worst == merged->worst && again->is_whole == merged->is_whole, "a merged report has another verdict");
  return 0;
}
