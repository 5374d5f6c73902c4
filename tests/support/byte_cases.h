// Fixtures that cannot be files: an editor, or Git, would fix their bytes.
#ifndef GUIDEC_TESTS_SUPPORT_BYTE_CASES_H_
#define GUIDEC_TESTS_SUPPORT_BYTE_CASES_H_

#include <vector>

#include "support/expectations.h"

namespace guidec {

std::vector<Fixture> ByteCases();

}  // namespace guidec

#endif  // GUIDEC_TESTS_SUPPORT_BYTE_CASES_H_
