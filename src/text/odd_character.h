// Characters that a reader does not see, or takes for others.
#ifndef GUIDEC_TEXT_ODD_CHARACTER_H_
#define GUIDEC_TEXT_ODD_CHARACTER_H_

#include <string>
#include <string_view>
#include <vector>

#include "text/character.h"

namespace guidec {

struct OddCharacter {
  CodePoint where;
  std::string instead;  // what it is taken for; empty where nobody sees it
};

// Without a look of its own, or with none that a font knows: zero-width characters, controls of direction,
// private and unassigned characters. Not those that the letters around them need: joiners in Arabic and Indic
// scripts and in emoji, marks of direction where a text runs from right to left.
std::vector<OddCharacter> UnseenIn(std::string_view text);

// Letters of another script among Latin ones, and marks that look like those of ASCII: the Cyrillic `о`, the
// full-width `．`. Of Greek, only what is no sign of science: `TNFα`, `κB` and `µm` stay.
std::vector<OddCharacter> LookAlikesIn(std::string_view text);

// "U+200B"
std::string NameOf(char32_t character);

}  // namespace guidec

#endif  // GUIDEC_TEXT_ODD_CHARACTER_H_
