#include "base/limits.h"

#include "base/tool_limits.h"

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

TEST_CASE("limits of tools are set by name beside the others") {
  Limits limits;
  ToolLimits tool_limits;
  REQUIRE(SetLimits("tool-memory=1000,depth=9,tool-output=7,theme-size=3", limits, tool_limits));
  CHECK(limits.depth == 9);
  CHECK(tool_limits.memory == 1000);
  CHECK(tool_limits.output == 7);
  CHECK(tool_limits.theme == 3);
  CHECK_FALSE(SetLimits("tool-memory=0", limits, tool_limits));
  CHECK_FALSE(SetLimits("tool-output=2000000000", limits, tool_limits));
}

TEST_CASE("what is no limit is an error") {
  for (const char* settings : {"height=1", "depth", "depth=", "depth=0", "depth=-1", "depth=401", "prose-depth=11", "extends=201", "depth=ten",
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
