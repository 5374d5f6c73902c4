// Which characters text may hold, whatever file it ends up in.
#ifndef GUIDEC_TEXT_CHARACTER_H_
#define GUIDEC_TEXT_CHARACTER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidec {

// Not so: control characters but tab and line ends, surrogates and noncharacters. XML cannot hold most of them
// (XML 1.0, production 2) or discourages them (the note behind it), and HTML forbids the rest (HTML, 3.2.5.1).
bool MayStandInText(char32_t character);

// Embeddings, overrides and isolates (UAX #9), which show what follows them in another order.
bool TurnsWriting(char32_t character);

// Characters that nobody sees where they stand, or that act on what stands around them: those that may not
// stand in text, tabs and line ends of every kind, all that Unicode lets a program ignore (UAX #44,
// Default_Ignorable_Code_Point: zero-width characters, tags, those that turn the writing), and other format
// characters.
bool IsUnseen(char32_t character);

struct CodePoint {
  char32_t value = 0;
  std::size_t begin = 0, end = 0;  // its bytes in the text
};

// All of the text with their places; U+FFFD where it is no UTF-8.
std::vector<CodePoint> PlacedCodePoints(std::string_view text);

// The characters that may not stand in text; what is not UTF-8 is passed over.
std::vector<CodePoint> ForbiddenIn(std::string_view text);

// U+FFFD for each character that may not stand in text, and for each byte that is not UTF-8.
std::string WithoutForbidden(std::string_view text);

}  // namespace guidec

#endif  // GUIDEC_TEXT_CHARACTER_H_
