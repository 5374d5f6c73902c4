// A choice that is a number: it has one, and all else that it says is the same as in its fellows.
#ifndef GUIDEC_MODEL_QUIZ_CHOICE_FIGURE_H_
#define GUIDEC_MODEL_QUIZ_CHOICE_FIGURE_H_

#include <optional>
#include <string>
#include <string_view>

#include "text/quantity.h"

namespace guidec {

struct ChoiceFigure {
  double low = 0;
  double high = 0;  // beyond all figures where there is no upper bound
  Bound bound = Bound::kExactly;
  std::string rest;  // the words around the number, and what kind of number it is

  bool HasUnit() const;  // "10 seconds", "2 days", "5 %"
  bool Holds(const ChoiceFigure& other) const {
    return rest == other.rest && low <= other.low && other.high <= high;
  }
};

// Of a choice's English text; nothing where it says no number, or more than one.
std::optional<ChoiceFigure> ReadChoiceFigure(std::string_view text);

}  // namespace guidec

#endif  // GUIDEC_MODEL_QUIZ_CHOICE_FIGURE_H_
