// Whether words spell an abbreviation, and whether it is a part of a name.
#ifndef GUIDEC_RULES_SPELT_LETTERS_H_
#define GUIDEC_RULES_SPELT_LETTERS_H_

#include <string>
#include <string_view>
#include <vector>

namespace guidec {

// The parts of a text between blanks, hyphens and signs, in lower case.
std::vector<std::string> WordParts(std::string_view text);

// In what follows, the letters to be spelt are in lower case, and those that are part of a name in capitals.

// Whether words side by side open with the letters, in order; small words between them may be passed over.
bool IsSpeltByInitials(std::string_view text, std::string_view letters);

// Whether the end of `text` holds the letters from the last to the first, which must open a word, within
// twice as many words as there are letters: "nonsteroidal anti-inflammatory drugs" and "nsaid".
bool IsSpeltAtEnd(std::string_view text, std::string_view letters);

// Whether words side by side open with the letters, anywhere in the text: of two letters only long words, or
// the words that are the whole text.
bool HoldsWords(std::string_view text, std::string_view letters);

// "Baltimore, MD 21244", "Center Drive MSC 1190", "Siegel JD, Rhinehart E", "the FLNA gene": parts of
// addresses and names, which have no words.
bool ArePartOfName(std::string_view before, std::string_view after);

// "Lake Nebagamon, WI", "HMS Beagle", "the ULEB Cup".
bool AreBesideName(std::string_view before, std::string_view letters, std::string_view after);

}  // namespace guidec

#endif  // GUIDEC_RULES_SPELT_LETTERS_H_
