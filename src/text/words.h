#ifndef GUIDEC_TEXT_WORDS_H_
#define GUIDEC_TEXT_WORDS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidec {

// Bytes [begin, end) of the UTF-8 text that was cut.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const Piece&) const = default;
};

// Sentences without the blanks around them. `language` is a BCP 47 tag. A full stop behind an
// abbreviation that cannot end a sentence ("e.g.", "Dr.", "No. 3") ends none; one behind a unit
// ("30 s.") does when a capital letter follows.
std::vector<Piece> Sentences(std::string_view text, std::string_view language);

// Words and numbers, without blanks and punctuation. Parts joined by hyphens are one word
// ("cool-down", "10-15"), as are those around an apostrophe ("don't").
std::vector<Piece> Words(std::string_view text, std::string_view language);

// With ' for every typographic apostrophe and - for U+2010 and U+2011, and without soft hyphens.
std::string StraightApostrophes(std::string_view text);

// The same in lower case, so that words can be compared.
std::string LowerCase(std::string_view text);

}  // namespace guidec

#endif  // GUIDEC_TEXT_WORDS_H_
