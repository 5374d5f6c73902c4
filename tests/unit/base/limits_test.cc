#include "base/limits.h"

#include <catch2/catch.hpp>

namespace guidec {
namespace {

TEST_CASE("limits are set by name") {
  Limits limits;
  REQUIRE(SetLimits("depth=100,values=7", limits));
  CHECK(limits.depth == 100);
  CHECK(limits.values == 7);
  CHECK(limits.file_size == Limits().file_size);
  REQUIRE(SetLimits("", limits));
  Limits copy;
  REQUIRE(SetLimits(TextOf(limits), copy));
  CHECK(TextOf(copy) == TextOf(limits));
}

TEST_CASE("what is no limit is an error") {
  for (const char* settings : {"height=1", "depth", "depth=", "depth=0", "depth=-1", "depth=401", "depth=ten",
                               "depth=1 ", "depth=99999999999999999999", "=3"}) {
    INFO(settings);
    Limits limits;
    const auto set = SetLimits(settings, limits);
    REQUIRE_FALSE(set);
    CHECK_FALSE(set.error().hint.empty());
  }
}

}  // namespace
}  // namespace guidec
