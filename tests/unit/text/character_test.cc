#include "text/character.h"

#include <cstdint>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace guidec {
namespace character_test {

TEST_CASE("what nobody sees is told from what is seen") {
  for (const char32_t c : U"\t\n\u001B\u007F\u0085\u009B\u00AD\u061C\u180E\u200B\u200D\u200E\u2028\u2029\u202E\u2060\u2066\u3164"
                          U"\uFE0F\uFEFF\uFFF9\uFFFE\U000E0041\U000E007F\U000E0100") {
    INFO(static_cast<std::uint32_t>(c));
    CHECK(IsUnseen(c));
  }
  for (const char32_t c : {U' ', U'a', U'~', U'\u00A0', U'\u00E9', U'\u0301', U'\u0600', U'\u06DD', U'\u3000', U'\u6C34', U'\uFFFD',
                           U'\U0001F600'}) {
    INFO(static_cast<std::uint32_t>(c));
    CHECK_FALSE(IsUnseen(c));
  }
}

TEST_CASE("text holds tabs and line ends, and no other control character, surrogate or noncharacter") {
  for (const char32_t c : U"\t\n\r a~\u00A0\u00AD\u200F\u2028\uFFFD\U0001F600\U0010FFFD") {
    if (c != 0) CHECK(MayStandInText(c));
  }
  for (const std::uint32_t c : {0x0U, 0x1U, 0x8U, 0xBU, 0xCU, 0x1BU, 0x1FU, 0x7FU, 0x80U, 0x85U, 0x9FU, 0xD800U,
                                0xDFFFU, 0xFDD0U, 0xFDEFU, 0xFFFEU, 0xFFFFU, 0x1FFFEU, 0x10FFFFU, 0x110000U}) {
    INFO(c);
    CHECK_FALSE(MayStandInText(static_cast<char32_t>(c)));
  }
}

TEST_CASE("forbidden characters are found with their bytes") {
  const std::string text = "\xC3\xA9\xC2\xA0\xEF\xBF\xBD|\xEF\xBF\xBE|\x01";
  const std::vector<CodePoint> found = ForbiddenIn(text);
  REQUIRE(found.size() == 2);
  CHECK(found[0].value == 0xFFFE);
  CHECK(found[0].begin == 8);
  CHECK(found[0].end == 11);
  CHECK(found[1].value == 1);
  CHECK(found[1].begin == 12);
  CHECK(found[1].end == 13);
  CHECK(ForbiddenIn(text.substr(0, 8)).empty());
  CHECK(ForbiddenIn("a\xFF\xC2").empty());
  CHECK(WithoutForbidden("a\x01" "b\xFF" "c") == "a\xEF\xBF\xBD" "b\xEF\xBF\xBD" "c");
}

TEST_CASE("controls that turn the writing are told from their neighbours") {
  for (const char32_t c : {0x202AU, 0x202CU, 0x202EU, 0x2066U, 0x2067U, 0x2069U}) CHECK(TurnsWriting(c));
  for (const char32_t c : {0x61U, 0x200EU, 0x200FU, 0x2029U, 0x202FU, 0x2065U, 0x206AU})
    CHECK_FALSE(TurnsWriting(c));
}

TEST_CASE("the ends of what may not stand in text") {
  for (const std::uint32_t c : {0x9U, 0xAU, 0xDU, 0x20U, 0x7EU, 0xA0U, 0xD7FFU, 0xE000U, 0xFDCFU, 0xFDF0U,
                                0xFFFDU, 0x10000U, 0x1FFFDU, 0x10FFFDU}) {
    INFO(c);
    CHECK(MayStandInText(static_cast<char32_t>(c)));
  }
  for (const std::string bytes : {"\x7F", "\xC2\x80", "\xC2\x9F", "\xEF\xB7\x90", "\xEF\xBF\xBF",
                                  "\xF0\x9F\xBF\xBE", "\xF4\x8F\xBF\xBF", "\x1F", "\x0B"}) {
    const std::vector<CodePoint> found = ForbiddenIn("a" + bytes + "b");
    REQUIRE(found.size() == 1);
    CHECK(found[0].begin == 1);
    CHECK(found[0].end == 1 + bytes.size());
    CHECK(WithoutForbidden("a" + bytes + "b") == "a\uFFFDb");
  }
  CHECK(WithoutForbidden("a\t\r\n\u00A0") == "a\t\r\n\u00A0");
}

TEST_CASE("code points have their places, and bad bytes one each") {
  const std::vector<CodePoint> points = PlacedCodePoints("a\u00e9\xFF\U0001F3C3");
  REQUIRE(points.size() == 4);
  CHECK(points[0].value == U'a');
  CHECK(points[0].end == 1);
  CHECK(points[1].value == U'\u00e9');
  CHECK(points[1].begin == 1);
  CHECK(points[2].value == U'\uFFFD');
  CHECK(points[2].begin == 3);
  CHECK(points[2].end == 4);
  CHECK(points[3].value == U'\U0001F3C3');
  CHECK(points[3].end == 8);
  CHECK(PlacedCodePoints("").empty());
}

}  // namespace character_test
}  // namespace guidec
