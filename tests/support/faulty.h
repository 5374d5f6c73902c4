#ifndef GUIDEC_TESTS_SUPPORT_FAULTY_H_
#define GUIDEC_TESTS_SUPPORT_FAULTY_H_

#include <vector>

#include "support/expectations.h"

namespace guidec {

// Every fixture, byte case and bad example.
std::vector<Fixture> FaultyFixtures();

}  // namespace guidec

#endif  // GUIDEC_TESTS_SUPPORT_FAULTY_H_
