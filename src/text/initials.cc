#include "text/initials.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "text/utf8.h"

namespace guidec {
namespace {

bool HasCase(char32_t letter) {
  const auto code_point = static_cast<UChar32>(letter);
  return u_tolower(code_point) != u_toupper(code_point);
}

bool IsLetter(char32_t letter) {
  return u_isalpha(static_cast<UChar32>(letter)) != 0;
}

}  // namespace

std::string Initials(std::string_view given) {
  const std::u32string letters = CodePointsOf(given);
  if (std::ranges::none_of(letters, HasCase)) return std::string(given);
  std::string initials;
  bool starts_name = true;
  for (const char32_t letter : letters) {
    const bool joins = letter == U'-' || letter == U'\u2010';
    if (joins && !initials.empty() && !initials.ends_with('-')) initials += '-';
    if (starts_name && IsLetter(letter)) AppendUtf8(initials, letter);
    starts_name = joins || letter == U' ' || letter == U'.' || (starts_name && !IsLetter(letter));
  }
  if (initials.ends_with('-')) initials.pop_back();
  return initials;
}

}  // namespace guidec
