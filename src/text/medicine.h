#ifndef GUIDEC_TEXT_MEDICINE_H_
#define GUIDEC_TEXT_MEDICINE_H_

#include <optional>
#include <span>
#include <string>

#include "text/phrase.h"

namespace guidec {

// The first medicine that English words, in lower case, name: by a common generic name ("ibuprofen") or by
// its kind ("pain reliever", "muscle relaxants").
std::optional<Match> FindMedicine(std::span<const std::string> words);

}  // namespace guidec

#endif  // GUIDEC_TEXT_MEDICINE_H_
