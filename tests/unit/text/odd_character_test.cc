#include "text/odd_character.h"

#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "text/utf8.h"

namespace guidec {
namespace odd_character_test {

// "U+200B@1-4": the characters and their bytes.
std::string Unseen(std::string_view text) {
  std::string described;
  for (const OddCharacter& odd : UnseenIn(text)) {
    CHECK(odd.instead.empty());
    described += fmt::format("{}{}@{}-{}", described.empty() ? "" : " ", NameOf(odd.where.value),
                             odd.where.begin, odd.where.end);
  }
  return described;
}

std::string LookAlikes(std::string_view text) {
  std::string described;
  for (const OddCharacter& odd : LookAlikesIn(text)) {
    described += fmt::format("{}{}={}", described.empty() ? "" : " ", NameOf(odd.where.value), odd.instead);
  }
  return described;
}

std::string Utf8(char32_t c) {
  std::string text;
  AppendUtf8(text, c);
  return text;
}

TEST_CASE("a character is named by its number") {
  CHECK(NameOf(U'a') == "U+0061");
  CHECK(NameOf(U'\U000E0041') == "U+E0041");
}

TEST_CASE("characters that nobody sees are found, but for those that are needed") {
  constexpr std::pair<std::string_view, std::string_view> kCases[] = {
      {"", ""},
      {"plain\ttext\x01", ""},
      {"caf\u00e9\u00a0\u2013 soft\u00adhyphen", ""},
      {"a\u200bb", "U+200B@1-4"},
      {"\u200ba\u2060", "U+200B@0-3 U+2060@4-7"},
      {"a\ufeff", "U+FEFF@1-4"},
      {"a\u2028b", "U+2028@1-4"},
      {"a\ue000", "U+E000@1-4"},
      {"a\u0378", "U+0378@1-3"},
      {"a\u2800b", "U+2800@1-4"},
      {"a\ufffc", "U+FFFC@1-4"},
      {"a\u0080", ""},
      {"a\ufffe", ""},
      // Selectors of a style
      {"\u2764\ufe0f", ""},
      {"1\ufe0f", ""},
      {"a\ufe0f", "U+FE0F@1-4"},
      {"\u00e9\ufe00", "U+FE00@2-5"},
      {"\ufe0f", "U+FE0F@0-3"},
      {"!\ufe0f", "U+FE0F@1-4"},
      {"\u8170\ufe00", ""},
      // Joiners
      {"\U0001F468\u200d\U0001F469", ""},
      {"a\u200d\U0001F469", ""},
      {"a\u200db", "U+200D@1-4"},
      {"\u0915\u094d\u200d", ""},
      {"\u0915\u200d\u0937", ""},
      {"\u0645\u200c\u0645", ""},
      {"1\u200c2", "U+200C@1-4"},
      {"e\u0301\u200c", "U+200C@3-6"},
      // Tags of a flag
      {"\U0001F3F4\U000E0067\U000E007F", ""},
      {"a\U000E0067", "U+E0067@1-5"},
      {"\U000E0067", "U+E0067@0-4"},
      // Directions
      {"a\u200eb", "U+200E@1-4"},
      {"\u05d0\u200e", ""},
      {"\u0645\u061c", ""},
      {"a\u061c", "U+061C@1-3"},
      {"\u05d0\u200f", ""},
      {"\u05d0\u2066\u2069\u202a\u202b\u202c", ""},
      {"\u05d0\u202d\u202e", "U+202D@2-5 U+202E@5-8"},
      {"a\u2066", "U+2066@1-4"},
      // Fillers of a script
      {"\u1100\u1160", ""},
      {"a\u3164", "U+3164@1-4"},
      {"1\u2060", "U+2060@1-4"},
      {"e\u0301\u034f", "U+034F@3-5"},
      {"\u1820\u180e\u1820", ""},
      // Wide spaces
      {"a\u2003b", "U+2003@1-4"},
      {"a\u2000b\u2005c", "U+2000@1-4 U+2005@5-8"},
      {"a\u2006b", ""},
      {"a\u2007b", "U+2007@1-4"},
      {"a\u2008b", "U+2008@1-4"},
      {"a\u2009b", ""},
      {"a\u205fb", "U+205F@1-4"},
      {"a\u1680b", "U+1680@1-4"},
      {"a\u20031", ""},
      {"1\u2003b", ""},
      {"\u2003b", ""},
      {"a\u2003", ""},
  };
  for (const auto& [text, unseen] : kCases) {
    INFO(text);
    CHECK(Unseen(text) == unseen);
  }
}

TEST_CASE("a letter of another script among Latin ones is told with what it is taken for") {
  constexpr std::pair<char32_t, char> kLetters[] = {
      {0x0430, 'a'}, {0x0435, 'e'}, {0x043E, 'o'}, {0x0440, 'p'}, {0x0441, 'c'}, {0x0443, 'y'}, {0x0445, 'x'},
      {0x0456, 'i'}, {0x0455, 's'}, {0x0458, 'j'}, {0x04BB, 'h'}, {0x0501, 'd'}, {0x051B, 'q'}, {0x051D, 'w'},
      {0x0410, 'A'}, {0x0412, 'B'}, {0x0415, 'E'}, {0x041A, 'K'}, {0x041C, 'M'}, {0x041D, 'H'}, {0x041E, 'O'},
      {0x0420, 'P'}, {0x0421, 'C'}, {0x0422, 'T'}, {0x0425, 'X'}, {0x03BF, 'o'}, {0x03BD, 'v'}, {0x03B1, 'a'},
      {0x03C1, 'p'}, {0x03B9, 'i'}, {0x0391, 'A'}, {0x0392, 'B'}, {0x0395, 'E'}, {0x0397, 'H'}, {0x0399, 'I'},
      {0x039A, 'K'}, {0x039C, 'M'}, {0x039D, 'N'}, {0x039F, 'O'}, {0x03A1, 'P'}, {0x03A4, 'T'}, {0x03A7, 'X'},
      {0x0396, 'Z'}, {0x057D, 'u'}, {0x0585, 'o'}, {0x0578, 'n'}, {0x0570, 'h'}};
  for (const auto& [letter, instead] : kLetters) {
    INFO(NameOf(letter));
    CHECK(LookAlikes("kn" + Utf8(letter) + "es") == NameOf(letter) + "=" + instead);
  }
  constexpr std::pair<std::string_view, std::string_view> kCases[] = {
      {"", ""},
      {"knees", ""},
      {"n\u00e9e", ""},
      {"\u0430a", "U+0430=a"},
      {"a\u0430", "U+0430=a"},
      {"\u043a\u043e\u043b\u0435\u043d\u043e knee", ""},
      {"knee\u0416", "U+0416="},
      // Greek is for science, too.
      {"TNF\u03b1, \u03baB, \u00b5m", ""},
      {"\u03b1a", ""},
      {"a\u03b1", ""},
      {"a\u03b1a", "U+03B1=a"},
      {"\u03bfne", "U+03BF=o"},
      {"\u0391rm \u03a9m", "U+0391=A U+03A9="},
      {"\u0394x", ""},
      {"A\u03b1z", ""},
      {"z\u03b1z", "U+03B1=a"},
  };
  for (const auto& [text, found] : kCases) {
    INFO(text);
    CHECK(LookAlikes(text) == found);
  }
}

TEST_CASE("a mark that looks like one of ASCII is told among Latin letters") {
  constexpr std::pair<char32_t, char> kMarks[] = {
      {0x037E, ';'},  {0xA789, ':'},  {0x2236, ':'},  {0x0589, ':'},  {0x02D0, ':'}, {0x02BC, '\''},
      {0x02B9, '\''}, {0xA78C, '\''}, {0x2024, '.'},  {0x06D4, '.'},  {0x01C3, '!'}, {0x2E2E, '?'},
      {0x2215, '/'},  {0x00B4, '\''}, {0x2E32, ','},  {0x060C, ','},  {0x3002, '.'}, {0xFF61, '.'},
      {0x3001, ','},  {0xFF01, '!'},  {0xFF0E, '.'},  {0xFF21, 'A'},  {0xFF5E, '~'}, {0x1D400, 'A'},
      {0x1D419, 'Z'}, {0x1D41A, 'a'}, {0x1D433, 'z'}, {0x1D434, 'A'}, {0x1D6A3, 'z'}};
  for (const auto& [mark, instead] : kMarks) {
    INFO(NameOf(mark));
    CHECK(LookAlikes("rest " + Utf8(mark) + " 1") == NameOf(mark) + "=" + instead);
    CHECK(LookAlikes("1 " + Utf8(mark) + " rest") == NameOf(mark) + "=" + instead);
  }
  constexpr std::pair<std::string_view, std::string_view> kCases[] = {
      {"rest\u201a", "U+201A=,"},
      {"3\u201a", "U+201A=,"},
      {"\u201arest\u2018", ""},
      {"rest \u201aso\u2018", ""},
      {"\u201c\u2013\u2026\uff5f \u00d7", ""},
      {"\u4f11\u3002 rest", ""},
      {"rest \u4f11\u3002", ""},
      {"\u3002 \u4f11 rest", ""},
      {"\u3002", ""},
      {"a \u3002", "U+3002=."},
      {"\u3002 a", "U+3002=."},
      {"12\uff0e", ""},
      {"a \U0001D6A4", ""},
  };
  for (const auto& [text, found] : kCases) {
    INFO(text);
    CHECK(LookAlikes(text) == found);
  }
}

}  // namespace odd_character_test
}  // namespace guidec
