#include "text/odd_character.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "text/utf8.h"

namespace guidec {
namespace {

UScriptCode ScriptOf(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  return U_FAILURE(status) ? USCRIPT_UNKNOWN : script;
}
bool IsLatin(char32_t c) {
  return ScriptOf(c) == USCRIPT_LATIN;
}
bool RunsLeft(char32_t c) {
  const UCharDirection direction = u_charDirection(static_cast<UChar32>(c));
  return (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) &&
         u_isalpha(static_cast<UChar32>(c)) != 0;
}
bool IsPictograph(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  return u_hasBinaryProperty(code, UCHAR_EMOJI) != 0 ||
         u_hasBinaryProperty(code, UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
}

// What sits at a letter, joins pictographs or letters, or tells a direction where that may be right.
bool IsNeeded(const std::vector<CodePoint>& points, std::size_t at, bool runs_left) {
  const char32_t c = points[at].value;
  const char32_t before = at > 0 ? points[at - 1].value : 0;
  const char32_t after = at + 1 < points.size() ? points[at + 1].value : 0;
  if (c >= 0xFE00 && c <= 0xFE0F) return before > 0x7F ? !IsLatin(before) : IsPictograph(before);
  if (c == 0x200D && IsPictograph(after)) return true;
  if (c >= 0xE0020 && c <= 0xE007F) return IsPictograph(before) || (before >= 0xE0020 && before <= 0xE007F);
  if (c == 0x200C || c == 0x200D) {
    const UScriptCode script = ScriptOf(before);
    return script != USCRIPT_LATIN && script != USCRIPT_COMMON && script != USCRIPT_INHERITED;
  }
  const bool is_direction =
      c == 0x200E || c == 0x200F || c == 0x061C || (TurnsWriting(c) && c != 0x202D && c != 0x202E);
  if (is_direction) return runs_left;
  // A filler or a separator of a script among its own letters.
  const UScriptCode script = ScriptOf(c);
  return script != USCRIPT_COMMON && script != USCRIPT_INHERITED && ScriptOf(before) == script;
}

bool IsUnknown(char32_t c) {
  const int category = u_charType(static_cast<UChar32>(c));
  return category == U_PRIVATE_USE_CHAR || category == U_UNASSIGNED;
}

constexpr char32_t kBrailleBlank = 0x2800, kObject = 0xFFFC;

// A space of a fixed width is for figures and signs, not within a word.
bool SplitsWord(const std::vector<CodePoint>& points, std::size_t at) {
  const char32_t c = points[at].value;
  const bool is_wide =
      (c >= 0x2000 && c <= 0x2005) || c == 0x2007 || c == 0x2008 || c == 0x205F || c == 0x1680;
  return is_wide && at > 0 && at + 1 < points.size() &&
         u_isalpha(static_cast<UChar32>(points[at - 1].value)) != 0 &&
         u_isalpha(static_cast<UChar32>(points[at + 1].value)) != 0;
}

struct Alike {
  char32_t character;
  char instead;
};
constexpr Alike kLetters[] = {
    {0x0430, 'a'}, {0x0435, 'e'}, {0x043E, 'o'}, {0x0440, 'p'}, {0x0441, 'c'}, {0x0443, 'y'}, {0x0445, 'x'},
    {0x0456, 'i'}, {0x0455, 's'}, {0x0458, 'j'}, {0x04BB, 'h'}, {0x0501, 'd'}, {0x051B, 'q'}, {0x051D, 'w'},
    {0x0410, 'A'}, {0x0412, 'B'}, {0x0415, 'E'}, {0x041A, 'K'}, {0x041C, 'M'}, {0x041D, 'H'}, {0x041E, 'O'},
    {0x0420, 'P'}, {0x0421, 'C'}, {0x0422, 'T'}, {0x0425, 'X'}, {0x03BF, 'o'}, {0x03BD, 'v'}, {0x03B1, 'a'},
    {0x03C1, 'p'}, {0x03B9, 'i'}, {0x0391, 'A'}, {0x0392, 'B'}, {0x0395, 'E'}, {0x0397, 'H'}, {0x0399, 'I'},
    {0x039A, 'K'}, {0x039C, 'M'}, {0x039D, 'N'}, {0x039F, 'O'}, {0x03A1, 'P'}, {0x03A4, 'T'}, {0x03A7, 'X'},
    {0x0396, 'Z'}, {0x057D, 'u'}, {0x0585, 'o'}, {0x0578, 'n'}, {0x0570, 'h'}};
constexpr Alike kMarks[] = {{0x037E, ';'},  {0xA789, ':'},  {0x2236, ':'},  {0x0589, ':'},  {0x02D0, ':'},
                            {0x02BC, '\''}, {0x02B9, '\''}, {0xA78C, '\''}, {0x2024, '.'},  {0x06D4, '.'},
                            {0x01C3, '!'},  {0x2E2E, '?'},  {0x2215, '/'},  {0x00B4, '\''}, {0x2E32, ','},
                            {0x060C, ','},  {0x3002, '.'},  {0xFF61, '.'},  {0x3001, ','}};

std::string Instead(const Alike* begin, const Alike* end, char32_t c) {
  const Alike* found = std::find_if(begin, end, [&](const Alike& one) { return one.character == c; });
  return found == end ? std::string() : std::string(1, found->instead);
}

// ASCII's forms in the width of an ideograph, and its letters in the styles of formulas.
std::string StyledAs(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return std::string(1, static_cast<char>(c - 0xFF01 + '!'));
  if (c < 0x1D400 || c > 0x1D6A3) return {};
  const char32_t at = (c - 0x1D400) % 52;
  return std::string(1, static_cast<char>(at < 26 ? 'A' + at : 'a' + at - 26));
}

// A letter of another script within a word of Latin letters.
bool IsForeign(const std::vector<CodePoint>& points, std::size_t at) {
  const char32_t c = points[at].value;
  if (u_isalpha(static_cast<UChar32>(c)) == 0) return false;
  const UScriptCode script = ScriptOf(c);
  if (script == USCRIPT_LATIN || script == USCRIPT_COMMON || script == USCRIPT_INHERITED) return false;
  const char32_t before = at > 0 ? points[at - 1].value : 0;
  const char32_t after = at + 1 < points.size() ? points[at + 1].value : 0;
  const bool small_before = before >= 'a' && before <= 'z';
  const bool small_after = after >= 'a' && after <= 'z';
  if (script == USCRIPT_GREEK)
    return small_after && (small_before || c == 0x03BF || (c >= 0x0391 && c <= 0x03A9 && c != 0x0394));
  return IsLatin(before) || IsLatin(after);
}

constexpr char32_t kModifierPrime = 0x02B9;

// `,` is a German quotation mark in front of a word, and none behind one.
bool IsLowQuote(const std::vector<CodePoint>& points, std::size_t at) {
  const bool is_behind_word = at > 0 && u_isalnum(static_cast<UChar32>(points[at - 1].value)) != 0;
  return points[at].value == 0x201A && is_behind_word;
}

bool IsLatinAround(const std::vector<CodePoint>& points, std::size_t at) {
  for (std::size_t back = at; back-- > 0;) {
    if (u_isalpha(static_cast<UChar32>(points[back].value)) != 0) return IsLatin(points[back].value);
  }
  for (std::size_t next = at + 1; next < points.size(); ++next) {
    if (u_isalpha(static_cast<UChar32>(points[next].value)) != 0) return IsLatin(points[next].value);
  }
  return false;
}

std::string MarkInstead(const std::vector<CodePoint>& points, std::size_t at) {
  const char32_t c = points[at].value;
  if (IsLowQuote(points, at)) return ",";
  // "5" and U+02B9: the prime, which is no apostrophe.
  const bool is_behind_digit = at > 0 && points[at - 1].value >= '0' && points[at - 1].value <= '9';
  if (c == kModifierPrime && is_behind_digit) return "\u2032";
  std::string instead = StyledAs(c);
  if (instead.empty()) instead = Instead(std::begin(kMarks), std::end(kMarks), c);
  return instead.empty() || !IsLatinAround(points, at) ? std::string() : instead;
}

}  // namespace

std::vector<OddCharacter> UnseenIn(std::string_view text) {
  std::vector<OddCharacter> found;
  if (IsAscii(text)) return found;
  const std::vector<CodePoint> points = PlacedCodePoints(text);
  const bool runs_left =
      std::ranges::any_of(points, [](const CodePoint& one) { return RunsLeft(one.value); });
  for (std::size_t at = 0; at < points.size(); ++at) {
    const char32_t c = points[at].value;
    // Where a word may be broken; and what may not stand in a file is told elsewhere.
    if (c < 0xA0 || c == 0xAD || !MayStandInText(c)) continue;
    const bool is_unseen = IsUnseen(c)
                               ? !IsNeeded(points, at, runs_left)
                               : IsUnknown(c) || c == kBrailleBlank || c == kObject || SplitsWord(points, at);
    if (is_unseen) found.push_back({points[at], {}});
  }
  return found;
}

std::vector<OddCharacter> LookAlikesIn(std::string_view text) {
  std::vector<OddCharacter> found;
  if (IsAscii(text)) return found;
  const std::vector<CodePoint> points = PlacedCodePoints(text);
  for (std::size_t at = 0; at < points.size(); ++at) {
    if (points[at].value < 0x80) continue;
    if (IsForeign(points, at)) {
      found.push_back({points[at], Instead(std::begin(kLetters), std::end(kLetters), points[at].value)});
    } else if (std::string instead = MarkInstead(points, at); !instead.empty()) {
      found.push_back({points[at], std::move(instead)});
    }
  }
  return found;
}

std::string NameOf(char32_t character) {
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(character));
}

}  // namespace guidec
