#include "render/files.h"

#include <map>
#include <utility>

namespace guidec {

std::vector<FileFindings> FindingsByFile(const Report& report) {
  const auto key = [&](SourceId id) { return std::pair(report.sources[id].path(), id); };
  std::map<std::pair<std::string, SourceId>, FileFindings> files;
  for (const SourceId id : report.files) files[key(id)].source = &report.sources[id];
  for (const Diagnostic& finding : report.findings) {
    FileFindings& file = files[key(finding.span.source)];
    file.source = &report.sources[finding.span.source];
    file.findings.push_back(&finding);
  }
  std::vector<FileFindings> sorted;
  for (auto& [ignored, file] : files) sorted.push_back(std::move(file));
  return sorted;
}

}  // namespace guidec
