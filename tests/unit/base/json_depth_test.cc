#include "base/json_depth.h"

#include <string>

#include <catch2/catch.hpp>

namespace guidec {
namespace {

TEST_CASE("arrays and objects are counted, and brackets in strings are not") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK_FALSE(IsJsonTooDeep(""));
  CHECK_FALSE(IsJsonTooDeep(nested(kMostJsonDepth)));
  CHECK(IsJsonTooDeep(nested(kMostJsonDepth + 1)));
  CHECK(IsJsonTooDeep("{\"a\":" + nested(kMostJsonDepth) + "}"));
  CHECK_FALSE(IsJsonTooDeep("{\"a\":" + nested(kMostJsonDepth - 1) + "}"));
  std::string objects;
  for (std::size_t i = 0; i < kMostJsonDepth; ++i) objects += "{\"a\":";
  CHECK_FALSE(IsJsonTooDeep(objects + "0" + std::string(kMostJsonDepth, '}') + nested(kMostJsonDepth)));
  CHECK(IsJsonTooDeep(objects + "{}"));
  CHECK(IsJsonTooDeep("\"\\\\\"" + nested(kMostJsonDepth + 1)));
  CHECK(IsJsonTooDeep("\\" + nested(kMostJsonDepth + 1)));
  CHECK_FALSE(IsJsonTooDeep("[\"" + std::string(1000, '[') + "\\\"" + std::string(1000, '{') + "\"]"));
  std::string side_by_side = "[";
  for (int i = 0; i < 1000; ++i) side_by_side += "[],";
  CHECK_FALSE(IsJsonTooDeep(side_by_side + "[]]"));
  CHECK(IsJsonTooDeep("]]]" + nested(kMostJsonDepth + 1)));
}

}  // namespace
}  // namespace guidec
