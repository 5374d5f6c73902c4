#ifndef GUIDEC_TESTS_SUPPORT_WELL_PLACED_H_
#define GUIDEC_TESTS_SUPPORT_WELL_PLACED_H_

#include <string>

#include "syntax/document.h"

namespace guidec {

// The first place in `document` that lies outside the file, outside the value that holds it or before what
// it follows, with what is wrong; empty when all are well.
std::string FirstMisplaced(const Source& source, const Document& document);

}  // namespace guidec

#endif  // GUIDEC_TESTS_SUPPORT_WELL_PLACED_H_
