// Words of medicine by their form, for a dictionary that lacks most of them. English.
#ifndef GUIDEC_RULES_MEDICINE_WORDS_H_
#define GUIDEC_RULES_MEDICINE_WORDS_H_

#include <string>
#include <string_view>
#include <vector>

namespace guidec {

// Whether a word ends as complaints, operations, tests and medicines do: "spondylosis", "famotidine".
bool HasMedicalEnding(std::string_view word);

// The American spellings of a British term of medicine: "haematuria" gives "hematuria".
std::vector<std::string> AmericanTerms(std::string_view word);

// Whether `word` ends as Latin names of the body do, and `before`, the words ahead of it side by side, end in
// such a name: "medialis" behind "vastus". Both in small letters.
bool IsOfLatinName(const std::vector<std::string>& before, std::string_view word);

}  // namespace guidec

#endif  // GUIDEC_RULES_MEDICINE_WORDS_H_
