#include <catch2/catch.hpp>

#include "text/utf8.h"

namespace guidec {
namespace utf8_test {

TEST_CASE("code points are counted") {
  CHECK(CountCodePoints("") == 0);
  CHECK(CountCodePoints("plain") == 5);
  CHECK(CountCodePoints("caf\xC3\xA9") == 4);
  CHECK(CountCodePoints("\xE2\x82\xAC\xF0\x9F\x8F\x83") == 2);
  CHECK(CountCodePoints("e\xCC\x81") == 2);  // a letter and its combining accent
  CHECK(CountCodePoints("\xC3") == 1);
  CHECK(CountCodePoints("a\xC3z") == 3);
}

TEST_CASE("the first byte that is not UTF-8 is found") {
  struct Case {
    std::string_view text;
    std::optional<std::size_t> invalid;
  };
  const Case cases[] = {
      {"", std::nullopt},
      {"caf\xC3\xA9 \xF0\x9F\x8F\x83", std::nullopt},
      {std::string_view("a\0b", 3), std::nullopt},
      {"\xF4\x8F\xBF\xBF", std::nullopt},  // U+10FFFF
      {"a\x80", 1},                        // a continuation byte alone
      {"ab\xE0\x80\xAF", 2},               // overlong
      {"\xC0\xAF", 0},                     // overlong
      {"x\xED\xA0\x80", 1},                // a surrogate
      {"\xF4\x90\x80\x80", 0},             // beyond U+10FFFF
      {"ok\xE2\x82", 2},                   // cut off
      {"\xFF", 0},
      {"Besan\xE7on", 5},  // Latin-1
  };
  for (const Case& c : cases) {
    INFO(Catch::Detail::stringify(std::string(c.text)));
    CHECK(FirstInvalidUtf8(c.text) == c.invalid);
  }
}

TEST_CASE("terminals show wide characters in two columns and marks in none") {
  CHECK(DisplayWidth("plain") == 5);
  CHECK(DisplayWidth("\xE8\x85\xB0") == 2);      // 腰
  CHECK(DisplayWidth("\xF0\x9F\x8F\x83") == 2);  // runner
  CHECK(DisplayWidth("e\xCC\x81") == 1);         // combining accent
  CHECK(DisplayWidth("a\xE2\x80\x8D"
                     "b") == 2);             // zero-width joiner
  CHECK(DisplayWidth("\xEF\xBD\xB1") == 1);  // halfwidth
}

TEST_CASE("code points are mapped, and bad bytes replaced") {
  const auto blank = [](char32_t c) { return c == U'\n' ? U' ' : c; };
  CHECK(MapCodePoints("", blank).empty());
  CHECK(MapCodePoints("a\nb\xC3\xA9\xF0\x9F\x8F\x83", blank) == "a b\xC3\xA9\xF0\x9F\x8F\x83");
  // Cut short, alone, a surrogate, too long.
  CHECK(MapCodePoints("\xC3", blank) == "\xEF\xBF\xBD");
  CHECK(MapCodePoints("\xFFz", blank) == "\xEF\xBF\xBDz");
  CHECK_FALSE(FirstInvalidUtf8(MapCodePoints("\xED\xA0\x80\xC0\xAF", blank)));
}

TEST_CASE("code points are encoded") {
  std::string text;
  for (const char32_t c : {U'a', U'\u00E9', U'\u20AC', U'\U0001F3C3'}) AppendUtf8(text, c);
  CHECK(text == "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x8F\x83");
  AppendUtf8(text, 0xD800);
  AppendUtf8(text, 0x110000);
  CHECK(text == "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x8F\x83");
}

TEST_CASE("a test of all code points ends at the first that fails") {
  const auto is_small = [](char32_t c) { return c >= U'a' && c <= U'z'; };
  CHECK(AllCodePoints("", is_small));
  CHECK(AllCodePoints("abz", is_small));
  CHECK_FALSE(AllCodePoints("Abz", is_small));
  CHECK_FALSE(AllCodePoints("abZ", is_small));
  CHECK_FALSE(AllCodePoints("ab\xFFz", is_small));
  CHECK(AllCodePoints("\xFF", [](char32_t c) { return c == 0xFFFD; }));
  CHECK(CodePointsOf("a\u00e9\xFF\U0001F3C3") == U"a\u00e9\uFFFD\U0001F3C3");
  CHECK(CodePointsOf("").empty());
}

TEST_CASE("marks, wide letters and format characters have the width of a terminal") {
  CHECK(DisplayWidth("") == 0);
  CHECK(DisplayWidth("a\u20DDb") == 2);
  CHECK(DisplayWidth("a\u00ADb") == 3);
  CHECK(DisplayWidth("\u200E") == 0);
  CHECK(DisplayWidth("\uFF21") == 2);
  CHECK(DisplayWidth("a\u8170\u8170") == 5);
}

}  // namespace utf8_test
}  // namespace guidec
