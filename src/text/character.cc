#include "text/character.h"

#include <algorithm>
#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "text/utf8.h"

namespace guidec {
namespace {

// Whether the byte is, or starts, a character that may be forbidden: most texts have none.
bool MayBeForbidden(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte < 0x20) return byte != '\t' && byte != '\n' && byte != '\r';
  return byte == 0x7F || byte == 0xC2 || byte >= 0xEF;
}

}  // namespace

bool MayStandInText(char32_t character) {
  if (character < 0x20) return character == '\t' || character == '\n' || character == '\r';
  if (character >= 0x7F && character < 0xA0) return false;
  if (character >= 0xD800 && character < 0xE000) return false;
  if (character >= 0xFDD0 && character <= 0xFDEF) return false;
  return (character & 0xFFFE) != 0xFFFE && character <= 0x10FFFF;
}

bool TurnsWriting(char32_t character) {
  return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
}

bool IsUnseen(char32_t character) {
  if (character < 0x20 || !MayStandInText(character)) return true;
  if (character < 0xA0) return false;
  const auto code = static_cast<UChar32>(character);
  if (u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) return true;
  const int category = u_charType(code);
  if (category == U_LINE_SEPARATOR || category == U_PARAGRAPH_SEPARATOR) return true;
  // Arabic's signs of numbers, among others, are seen.
  return category == U_FORMAT_CHAR && u_hasBinaryProperty(code, UCHAR_PREPENDED_CONCATENATION_MARK) == 0;
}

std::vector<CodePoint> PlacedCodePoints(std::string_view text) {
  std::vector<CodePoint> points;
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    UChar32 character = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
    U8_NEXT(text.data(), at, size, character);
#pragma GCC diagnostic pop
    if (character < 0) character = 0xFFFD;
    points.push_back(
        {static_cast<char32_t>(character), static_cast<std::size_t>(begin), static_cast<std::size_t>(at)});
  }
  return points;
}

std::vector<CodePoint> ForbiddenIn(std::string_view text) {
  if (std::ranges::none_of(text, MayBeForbidden)) return {};
  std::vector<CodePoint> found = PlacedCodePoints(text);
  std::erase_if(found, [](const CodePoint& point) { return MayStandInText(point.value); });
  return found;
}

std::string WithoutForbidden(std::string_view text) {
  return MapCodePoints(text, [](char32_t c) { return MayStandInText(c) ? c : U'\uFFFD'; });
}

}  // namespace guidec
