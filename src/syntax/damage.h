#ifndef GUIDEC_SYNTAX_DAMAGE_H_
#define GUIDEC_SYNTAX_DAMAGE_H_

#include "syntax/document.h"

namespace guidec {

// Whether the innermost mapping or sequence of `document` around `place` lost a part of itself, or of
// what lies in it, to a fault of the YAML: then what seems missing there may be in the file.
bool IsDamagedAround(const Document& document, const Span& place);

}  // namespace guidec

#endif  // GUIDEC_SYNTAX_DAMAGE_H_
