#include "render/fingerprint.h"

#include <map>
#include <utility>

#include <fmt/format.h>

#include "diag/content_key.h"

namespace guidec {

std::vector<std::string> Fingerprints(const Report& report) {
  std::map<std::pair<SourceId, std::string>, int> seen;
  std::vector<std::string> fingerprints;
  fingerprints.reserve(report.findings.size());
  for (const Diagnostic& finding : report.findings) {
    const std::string key = ContentKey(finding, report.sources);
    const int ordinal = ++seen[{finding.span.source, key}];
    fingerprints.push_back(fmt::format("{}:{}", key, ordinal));
  }
  return fingerprints;
}

}  // namespace guidec
