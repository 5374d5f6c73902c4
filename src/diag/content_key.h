#ifndef GUIDEC_DIAG_CONTENT_KEY_H_
#define GUIDEC_DIAG_CONTENT_KEY_H_

#include <string>

#include "diag/diagnostic.h"

namespace guidec {

// What a finding keeps when its file is edited elsewhere: 16 hexadecimal digits made from its rule's
// code and the text that it points at, where blanks and line ends count as one blank. Neither its line
// nor its message nor its path has a part in it; equal findings in one file have equal keys.
std::string ContentKey(const Diagnostic& finding, const Sources& sources);

}  // namespace guidec

#endif  // GUIDEC_DIAG_CONTENT_KEY_H_
