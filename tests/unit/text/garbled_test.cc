#include "text/garbled.h"

#include <string>
#include <string_view>

#include <fmt/format.h>
#include <catch2/catch.hpp>

namespace guidec {
namespace garbled_test {

// "3-10 of ’": the bytes and what was meant by them.
std::string Described(std::string_view text) {
  std::string described;
  for (const Garbled& garbled : GarbledIn(text)) {
    described += fmt::format("{}{}-{} of {}", described.empty() ? "" : "; ", garbled.begin, garbled.end,
                             garbled.meant.empty() ? "?" : garbled.meant);
  }
  return described;
}

TEST_CASE("what was read in the wrong encoding is found, with what was meant") {
  constexpr std::string_view kCases[][2] = {
      {"", ""},
      {"plain", ""},
      {"don\u2019t, caf\u00e9, 30 \u2013 40", ""},
      {"don\u00e2\u20ac\u2122t", "3-11 of \u2019"},
      {"caf\u00c3\u00a9", "3-7 of \u00e9"},
      {"\u00c3\u00a9\u00c3\u00a8", "0-4 of \u00e9; 4-8 of \u00e8"},
      {"30\u00c2\u00a0s", "2-6 of \u00a0"},
      {"\u00c3\u00bf", "0-4 of \u00ff"},
      {"\u00e2\u201a\u00ac 5", "0-7 of \u20ac"},
      {"Tape\u00e2\u201e\u00a2", "4-11 of \u2122"},
      {"a \u00e2\u2020\u2019 b", "2-10 of \u2192"},
      {"\u00e2\u0153\u201c", "0-7 of \u2713"},
      {"\u00e2\u20ac\u00ba", "0-7 of \u203a"},
      {"\u00e2\u20ac\u00bb", ""},
      {"\u00e2\u017e\u00bf", "0-6 of \u27bf"},
      {"\u00e2\u0178\u20ac", ""},
      {"\u00f0\u0178\u20ac\u20ac", "0-10 of \U0001F000"},
      {"run \u00f0\u0178\u02dc\u20ac", "4-13 of \U0001F600"},
      {"a\ufffd b\ufffd", "1-4 of ?; 6-9 of ?"},
      {"\u00c3", ""},
      {"\u00c3 \u00a9", ""},
      {"\u00e2\u20ac", ""},
      {"\u00c5\u201c", ""},
      {"\u00c3\u00c3\u00a9", "2-6 of \u00e9"},
      {"\u0416\u00c3\u00a9", "2-6 of \u00e9"},
      {"\u00e9t\u00e9", ""},
  };
  for (const auto& [text, described] : kCases) {
    INFO(text);
    CHECK(Described(text) == described);
  }
  CHECK(Described("a\xC3") == "");
}

}  // namespace garbled_test
}  // namespace guidec
