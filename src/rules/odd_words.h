// Words of a text that no dictionary has, for reasons that their letters or their place tell.
#ifndef GUIDEC_RULES_ODD_WORDS_H_
#define GUIDEC_RULES_ODD_WORDS_H_

#include <string_view>

#include "text/words.h"

namespace guidec {

// The Cyrillic or Greek letter of a word that has Latin ones, too, or nothing: it looks alike and is typed by
// mistake.
std::string_view StrangerIn(std::string_view word);

// Whether the word has nothing but Latin letters and apostrophes: no invisible character, no sign.
bool IsOfLatinLetters(std::string_view word);

// "klaw-dih-KA-shen": how a word is said.
bool IsRespelling(std::string_view word);

// A word with a capital between others in small letters: "the Hendra virus".
bool IsNameLike(std::string_view text, const Piece& word);

// "Parkinsons", where the message on it offers "Parkinson's": a name, and a slip all the same.
bool LacksApostrophe(std::string_view word, std::string_view message);

// Whether the word is a part of an address that is no link: "www.example.org/strenght".
bool IsInAddress(std::string_view text, const Piece& word);

}  // namespace guidec

#endif  // GUIDEC_RULES_ODD_WORDS_H_
