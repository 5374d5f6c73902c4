#include "base/limits.h"

#include <iterator>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "base/tool_limits.h"

namespace guidec {
namespace limits_test {

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

TEST_CASE("limits are told with every name") {
  CHECK(TextOf(Limits()) ==
        "file-size=4194304,picture-size=67108864,line-length=100000,depth=64,prose-depth=8,extends=16,"
        "values=200000,findings=20000");
  const ToolLimits tools;
  CHECK(tools.memory == 4'294'967'296);
  CHECK(tools.output == 268'435'456);
  CHECK(tools.theme == 268'435'456);
  CHECK(tools.time.count() == 120);
}

TEST_CASE("a limit is from 1 to the highest that guidec can hold") {
  struct Case {
    std::string name;
    std::uint64_t highest;
    std::uint64_t Limits::*value = nullptr;
    std::uint64_t ToolLimits::*tool_value = nullptr;
  };
  const Case cases[] = {{"file-size", 1'073'741'824, &Limits::file_size},
                        {"picture-size", 1'073'741'824, &Limits::picture_size},
                        {"line-length", 1'073'741'824, &Limits::line_length},
                        {"depth", 400, &Limits::depth},
                        {"prose-depth", 10, &Limits::prose_depth},
                        {"extends", 200, &Limits::extends},
                        {"values", 100'000'000, &Limits::values},
                        {"findings", 100'000'000, &Limits::findings},
                        {"theme-size", 1'073'741'824, nullptr, &ToolLimits::theme},
                        {"tool-memory", 1'099'511'627'776, nullptr, &ToolLimits::memory},
                        {"tool-output", 1'073'741'824, nullptr, &ToolLimits::output}};
  CHECK(std::size(kLimits) + std::size(kToolLimits) == std::size(cases));
  for (const Case& c : cases) {
    INFO(c.name);
    Limits limits;
    ToolLimits tools;
    for (const std::uint64_t value : {std::uint64_t{1}, c.highest}) {
      REQUIRE(SetLimits(fmt::format("{}={}", c.name, value), limits, tools));
      CHECK((c.value != nullptr ? limits.*c.value : tools.*c.tool_value) == value);
    }
    for (const std::string& value : {std::string("0"), std::to_string(c.highest + 1)}) {
      const auto set = SetLimits(c.name + "=" + value, limits, tools);
      REQUIRE_FALSE(set);
      CHECK(set.error().message == fmt::format("limit `{}` cannot be `{}`", c.name, value));
      CHECK(set.error().hint == fmt::format("write `{}=N`, with N from 1 to {}", c.name, c.highest));
    }
    CHECK((c.value != nullptr ? limits.*c.value : tools.*c.tool_value) == c.highest);
  }
}

TEST_CASE("what is no limit is an error") {
  struct Case {
    const char* settings;
    const char* message;
  };
  const Case cases[] = {
      {"height=1", "there is no limit `height`"},
      {"=3", "there is no limit ``"},
      {"depth=1,height=1", "there is no limit `height`"},
      {"depth=1,,values=1", "there is no limit ``"},
      {"depth", "limit `depth` cannot be ``"},
      {"depth=", "limit `depth` cannot be ``"},
      {"depth=-1", "limit `depth` cannot be `-1`"},
      {"depth=+1", "limit `depth` cannot be `+1`"},
      {"depth=ten", "limit `depth` cannot be `ten`"},
      {"depth=1 ", "limit `depth` cannot be `1 `"},
      {"depth=1=2", "limit `depth` cannot be `1=2`"},
      {"depth=99999999999999999999", "limit `depth` cannot be `99999999999999999999`"},
  };
  for (const Case& c : cases) {
    INFO(c.settings);
    Limits limits;
    const auto set = SetLimits(c.settings, limits);
    REQUIRE_FALSE(set);
    CHECK(set.error().message == c.message);
    CHECK(set.error().hint ==
          (std::string_view(c.message).starts_with("there")
               ? "limits are file-size, picture-size, line-length, depth, prose-depth, extends, values, findings, "
                 "theme-size, tool-memory, tool-output"
               : "write `depth=N`, with N from 1 to 400"));
  }
}

}  // namespace limits_test
}  // namespace guidec
