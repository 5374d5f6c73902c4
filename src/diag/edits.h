#ifndef GUIDEC_DIAG_EDITS_H_
#define GUIDEC_DIAG_EDITS_H_

#include <string>
#include <vector>

#include "diag/diagnostic.h"

namespace guidec {

// The text of `source` after `edits`, which lie in it and do not overlap; their order is free. What they put
// in takes the line ends of the source.
std::string Apply(const Source& source, std::vector<Edit> edits);

}  // namespace guidec

#endif  // GUIDEC_DIAG_EDITS_H_
