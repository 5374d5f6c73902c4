#ifndef GUIDEC_RENDER_FINGERPRINT_H_
#define GUIDEC_RENDER_FINGERPRINT_H_

#include <string>
#include <vector>

#include "render/report.h"

namespace guidec {

// One for each finding, in their order: its content key and, after a colon, which it is of the
// findings with that key in its file, from 1. Unique within a file, and the same after edits elsewhere.
std::vector<std::string> Fingerprints(const Report& report);

}  // namespace guidec

#endif  // GUIDEC_RENDER_FINGERPRINT_H_
