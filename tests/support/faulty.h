#ifndef GUIDEC_TESTS_SUPPORT_FAULTY_H_
#define GUIDEC_TESTS_SUPPORT_FAULTY_H_

#include <cstddef>
#include <vector>

#include "support/expectations.h"

namespace guidec {

// Every fixture, byte case and bad example.
std::vector<Fixture> FaultyFixtures();

// A third of them, for what holds of any text: from `first` (0 to 2) on, every third.
std::vector<Fixture> ThirdOfFaultyFixtures(std::size_t first);

}  // namespace guidec

#endif  // GUIDEC_TESTS_SUPPORT_FAULTY_H_
