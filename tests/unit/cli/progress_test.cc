#include <chrono>

#include "cli/progress.h"

#include <catch2/catch.hpp>

namespace guidec {
namespace progress_test {

using std::chrono::milliseconds;
using std::chrono::seconds;

TEST_CASE("times are told in the unit that they are thought of in, rounded up") {
  CHECK(HumanTime(seconds(0)) == "0 s");
  CHECK(HumanTime(seconds(119)) == "119 s");
  CHECK(HumanTime(seconds(120)) == "2 min");
  CHECK(HumanTime(seconds(121)) == "3 min");
  CHECK(HumanTime(seconds(7199)) == "120 min");
  CHECK(HumanTime(seconds(7201)) == "3 h");
}

TEST_CASE("what is left takes as long, step for step, as what is done") {
  CHECK(TimeLeft(milliseconds(3000), 1, 4) == seconds(9));
  CHECK(TimeLeft(milliseconds(1001), 1, 2) == seconds(2));
  CHECK(TimeLeft(milliseconds(5000), 1, 1) == seconds(0));
  CHECK(TimeLeft(milliseconds(6000), 0.25, 1) == seconds(18));
}

}  // namespace progress_test
}  // namespace guidec
