// What an English text is about: its words without the small ones that every text has.
#ifndef GUIDEC_TEXT_CONTENT_WORDS_H_
#define GUIDEC_TEXT_CONTENT_WORDS_H_

#include <map>
#include <string>
#include <string_view>

#include "text/words.h"

namespace guidec {

// A lower-case word without the endings of number, tense and manner, so that "stretches", "stretched"
// and "stretching" compare equal. The stem itself need not be a word ("rais").
std::string WordStem(std::string_view word);

// Whether a word in lower case is one of grammar, or one with which any question may be put.
bool IsSmallWord(std::string_view word);

// The stems of a text's content words, and where each stands first. Figures are left out.
std::map<std::string, Piece> ContentWords(std::string_view text);

}  // namespace guidec

#endif  // GUIDEC_TEXT_CONTENT_WORDS_H_
