// "Bent legs: Lift one foot off the mat": what stands before the colon is a heading, and no part of the
// sentence.
#ifndef GUIDEC_RULES_LABEL_H_
#define GUIDEC_RULES_LABEL_H_

#include <algorithm>
#include <cstddef>

#include "model/prose/passage.h"
#include "text/letter_case.h"

namespace guidec {

// How many words of the sentence are its label: as a rule, none.
inline std::size_t LabelLength(const Passage& passage, const Passage::Sentence& sentence) {
  constexpr std::size_t kMostWords = 8;
  const std::string_view text = passage.Slice(sentence.piece);
  const std::size_t colon = text.find(": ");
  if (colon == std::string_view::npos || colon + 2 >= text.size() || !IsUpper(text[colon + 2])) return 0;
  const auto is_before = [&](const Piece& word) { return word.end <= sentence.piece.begin + colon; };
  const auto count = static_cast<std::size_t>(std::ranges::count_if(sentence.words.pieces, is_before));
  return count <= kMostWords && count < sentence.words.size() ? count : 0;
}

}  // namespace guidec

#endif  // GUIDEC_RULES_LABEL_H_
