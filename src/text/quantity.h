// Quantities in running English text: "30 seconds", "half a minute", "two sets of ten to fifteen".
#ifndef GUIDEC_TEXT_QUANTITY_H_
#define GUIDEC_TEXT_QUANTITY_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/phrase.h"

namespace guidec {

enum class QuantityKind : std::uint8_t {
  kSeconds,
  kRepetitions,
  kSets,
  kTimes,  // "three times": repetitions, sets or a frequency, as the sentence has it
};

// What the words around a quantity make of it.
enum class Bound : std::uint8_t {
  kExactly,
  kAtLeast,
  kAtMost,
  kCompared,  // "more than 30 seconds", "under a minute": what it is not
};

struct Quantity {
  QuantityKind kind = QuantityKind::kSeconds;
  Bound bound = Bound::kExactly;
  bool is_adjective = false;  // "a 30-second hold"
  // Both ends included; seconds are rounded to whole ones.
  int min = 0;
  int max = 0;
  // Bytes of the text: the figure with its unit, and without it. A duration of two units
  // ("1 min 30 s") is all figure.
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t figure_begin = 0;
  std::size_t figure_end = 0;
  Match tokens;
};

// `tokens` are those of text/tokens.h.
std::vector<Quantity> FindQuantities(const WordList& tokens);

}  // namespace guidec

#endif  // GUIDEC_TEXT_QUANTITY_H_
