#ifndef GUIDEC_MODEL_PARSE_PROSE_H_
#define GUIDEC_MODEL_PARSE_PROSE_H_

#include <vector>

#include "diag/diagnostic.h"
#include "model/markdown.h"

namespace guidec {

// The same, with a fault for each character reference to what no output may hold (`&#1;`), which is left out.
Prose ParseProse(const Node& node, std::vector<Fault>& faults);

}  // namespace guidec

#endif  // GUIDEC_MODEL_PARSE_PROSE_H_
