#ifndef GUIDEC_TEXT_SYMPTOM_H_
#define GUIDEC_TEXT_SYMPTOM_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "text/phrase.h"

namespace guidec {

// The first word of English words in lower case, from `from` on, that names a complaint ("dizzy", "numbness",
// "hurts"), or says how bad one is ("severe", "worse"); not "no pain" and "less pain".
std::optional<std::size_t> FindSymptom(std::span<const std::string> words, std::size_t from = 0);

// Whether the words say that a complaint ends or is slight: "eases", "goes away", "mild".
bool SaysRelief(std::span<const std::string> words);

}  // namespace guidec

#endif  // GUIDEC_TEXT_SYMPTOM_H_
