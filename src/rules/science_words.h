#ifndef GUIDEC_RULES_SCIENCE_WORDS_H_
#define GUIDEC_RULES_SCIENCE_WORDS_H_

#include <functional>
#include <string_view>

namespace guidec {

// Whether the word is a unit by the signs of UCUM (https://ucum.org), with a prefix or without: "mmHg", "dL",
// "kcal".
bool IsUnitSign(std::string_view word);

// Whether the word is made of signs of chemical elements, as "Na" and "NaCl" are.
bool IsChemicalFormula(std::string_view word);

// Whether the word is an abbreviation with a small or a Greek letter before it or behind it, or has a capital
// within, as names of products do: "mRNA", "hGH", "IIa", "TNFα", "PhD", "MedlinePlus".
bool IsMarkedAbbreviation(std::string_view word);

// Whether an English word is one that `is_known` knows behind or before a form that makes another of any
// word: "fibrocartilage", "isokinetic", "supercompensation", "tickborne", "stimulators", "granivores".
bool IsCombined(std::string_view word, const std::function<bool(std::string_view)>& is_known);

}  // namespace guidec

#endif  // GUIDEC_RULES_SCIENCE_WORDS_H_
