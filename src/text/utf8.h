#ifndef GUIDEC_TEXT_UTF8_H_
#define GUIDEC_TEXT_UTF8_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace guidec {

inline bool IsAscii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}
bool IsAscii(std::string_view text);

// A byte that starts no code point counts as one, so that columns stay usable in damaged text.
std::size_t CountCodePoints(std::string_view text);

// Offset of the first byte that is not UTF-8 (overlong forms and surrogates included).
std::optional<std::size_t> FirstInvalidUtf8(std::string_view text);

// Columns of a terminal: wide East Asian characters and emoji take two, combining marks none.
std::size_t DisplayWidth(std::string_view text);

// Whether `holds` for every code point; a byte that is not UTF-8 is given to it as U+FFFD.
bool AllCodePoints(std::string_view text, bool (*holds)(char32_t));

// Each code point as `map` makes it; a byte that is not UTF-8 is given to it as U+FFFD.
std::string MapCodePoints(std::string_view text, char32_t (*map)(char32_t));

// A byte that is not UTF-8 is U+FFFD.
std::u32string CodePointsOf(std::string_view text);

void AppendUtf8(std::string& text, char32_t code_point);

}  // namespace guidec

#endif  // GUIDEC_TEXT_UTF8_H_
