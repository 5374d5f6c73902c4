#ifndef GUIDEC_MODEL_PROSE_READING_ORDER_H_
#define GUIDEC_MODEL_PROSE_READING_ORDER_H_

#include <string_view>
#include <vector>

#include "model/content/library.h"
#include "model/prose/passage.h"

namespace guidec {

// What a reader of the guide sees, from the title to the quiz, with each exercise where the guide shows it
// first; those that only the routine names come last.
std::vector<ProseUse> InReadingOrder(const Library& library, const Guide& guide);

// A part of a guide that readers take in at one go: its introduction or a section.
struct GuidePart {
  std::string_view name;  // "introduction" or "section"
  Span place;             // what a finding about the part as a whole points at
  const std::vector<Block>* blocks = nullptr;
};
std::vector<GuidePart> PartsOf(const Guide& guide);

std::vector<ProseUse> ProseOf(const std::vector<Block>& blocks, const Guide& guide);

}  // namespace guidec

#endif  // GUIDEC_MODEL_PROSE_READING_ORDER_H_
