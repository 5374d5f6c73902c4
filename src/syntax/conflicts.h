#ifndef GUIDEC_SYNTAX_CONFLICTS_H_
#define GUIDEC_SYNTAX_CONFLICTS_H_

#include <vector>

#include "diag/diagnostic.h"
#include "syntax/recover.h"
#include "text/source.h"

namespace guidec {

// Reports the conflicts that a merge has left in the text, each once, and blanks their markers and all
// versions but the first. Markers without the rest of a conflict are reported by themselves. Private to
// syntax/.
void TakeOutConflicts(const Source& source, Mask& mask, std::vector<Fault>& faults);

}  // namespace guidec

#endif  // GUIDEC_SYNTAX_CONFLICTS_H_
