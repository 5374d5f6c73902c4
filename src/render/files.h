#ifndef GUIDEC_RENDER_FILES_H_
#define GUIDEC_RENDER_FILES_H_

#include <vector>

#include "render/report.h"

namespace guidec {

// A file and what was found in it.
struct FileFindings {
  const Source* source;
  std::vector<const Diagnostic*> findings;
};

// Every file that was checked, and any other that has a finding, sorted by path.
std::vector<FileFindings> FindingsByFile(const Report& report);

}  // namespace guidec

#endif  // GUIDEC_RENDER_FILES_H_
