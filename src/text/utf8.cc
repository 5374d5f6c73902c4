#include "text/utf8.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace guidec {
namespace {

// Calls `visit(code_point, offset)` for each; a negative code point stands for a bad byte, and then
// `visit` may return false to stop.
template <class Visit>
void ForEachCodePoint(std::string_view text, Visit visit) {
  const auto length = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < length;) {
    const int32_t start = i;
    UChar32 code_point = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
    U8_NEXT(text.data(), i, length, code_point);
#pragma GCC diagnostic pop
    if (!visit(code_point, static_cast<std::size_t>(start))) return;
  }
}

}  // namespace

bool IsAscii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return IsAscii(c); });
}

std::size_t CountCodePoints(std::string_view text) {
  const auto other = std::ranges::find_if(text, [](char c) { return !IsAscii(c); });
  auto count = static_cast<std::size_t>(other - text.begin());
  ForEachCodePoint(text.substr(count), [&](UChar32, std::size_t) {
    ++count;
    return true;
  });
  return count;
}

std::optional<std::size_t> FirstInvalidUtf8(std::string_view text) {
  std::optional<std::size_t> invalid;
  ForEachCodePoint(text, [&](UChar32 code_point, std::size_t offset) {
    if (code_point < 0) invalid = offset;
    return code_point >= 0;
  });
  return invalid;
}

std::size_t DisplayWidth(std::string_view text) {
  std::size_t width = 0;
  ForEachCodePoint(text, [&](UChar32 code_point, std::size_t) {
    const auto type = u_charType(code_point);
    const bool no_width = type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK ||
                          (type == U_FORMAT_CHAR && code_point != 0xAD);
    const auto east_asian = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
    if (!no_width) width += (east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH) ? 2 : 1;
    return true;
  });
  return width;
}

bool AllCodePoints(std::string_view text, bool (*holds)(char32_t)) {
  bool all = true;
  ForEachCodePoint(text, [&](UChar32 code_point, std::size_t) {
    all = holds(code_point < 0 ? U'\uFFFD' : static_cast<char32_t>(code_point));
    return all;
  });
  return all;
}

std::string MapCodePoints(std::string_view text, char32_t (*map)(char32_t)) {
  std::string mapped;
  mapped.reserve(text.size());
  ForEachCodePoint(text, [&](UChar32 code_point, std::size_t) {
    AppendUtf8(mapped, map(code_point < 0 ? U'\uFFFD' : static_cast<char32_t>(code_point)));
    return true;
  });
  return mapped;
}

std::u32string CodePointsOf(std::string_view text) {
  std::u32string code_points;
  ForEachCodePoint(text, [&](UChar32 code_point, std::size_t) {
    code_points += code_point < 0 ? U'\uFFFD' : static_cast<char32_t>(code_point);
    return true;
  });
  return code_points;
}

void AppendUtf8(std::string& text, char32_t code_point) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  int32_t length = 0;
  UBool error = false;
  U8_APPEND(bytes.data(), length, U8_MAX_LENGTH, static_cast<UChar32>(code_point), error);
  if (!error) text.append(bytes.data(), static_cast<std::size_t>(length));
}

}  // namespace guidec
