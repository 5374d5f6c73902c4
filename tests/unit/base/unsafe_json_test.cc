#include "base/unsafe_json.h"

#include <string>
#include <string_view>

#include <catch2/catch.hpp>

namespace guidec {
namespace unsafe_json_test {

TEST_CASE("arrays and objects are counted, and brackets in strings are not") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK_FALSE(IsUnsafeJson(""));
  CHECK_FALSE(IsUnsafeJson(nested(kMostJsonDepth)));
  CHECK(IsUnsafeJson(nested(kMostJsonDepth + 1)));
  CHECK(IsUnsafeJson("{\"a\":" + nested(kMostJsonDepth) + "}"));
  CHECK_FALSE(IsUnsafeJson("{\"a\":" + nested(kMostJsonDepth - 1) + "}"));
  std::string objects;
  for (std::size_t i = 0; i < kMostJsonDepth; ++i) objects += "{\"a\":";
  CHECK_FALSE(IsUnsafeJson(objects + "0" + std::string(kMostJsonDepth, '}') + nested(kMostJsonDepth)));
  CHECK(IsUnsafeJson(objects + "{}"));
  CHECK(IsUnsafeJson("\"\\\\\"" + nested(kMostJsonDepth + 1)));
  CHECK(IsUnsafeJson("\\" + nested(kMostJsonDepth + 1)));
  CHECK_FALSE(IsUnsafeJson("[\"" + std::string(1000, '[') + "\\\"" + std::string(1000, '{') + "\"]"));
  std::string side_by_side = "[";
  for (int i = 0; i < 1000; ++i) side_by_side += "[],";
  CHECK_FALSE(IsUnsafeJson(side_by_side + "[]]"));
  CHECK(IsUnsafeJson("]]]" + nested(kMostJsonDepth + 1)));
}

TEST_CASE("a zero byte ends what is read, wherever it stands") {
  using namespace std::string_view_literals;
  for (const std::string_view json : {"[]\0"sv, "\0[]"sv, "[]\0junk"sv, "[\"\0\"]"sv}) CHECK(IsUnsafeJson(json));
}

}  // namespace unsafe_json_test
}  // namespace guidec
