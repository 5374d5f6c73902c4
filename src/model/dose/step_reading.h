// What the steps of an exercise say about its dose and its sides. Words are English; steps in another
// language tell only what their placeholders do.
#ifndef GUIDEC_MODEL_DOSE_STEP_READING_H_
#define GUIDEC_MODEL_DOSE_STEP_READING_H_

#include <cstddef>
#include <optional>

#include "model/content/library.h"
#include "text/phrase.h"

namespace guidec {

enum class Side : unsigned char { kLeft, kRight };

// Steps are indices into Exercise::steps; nothing where no step says it.
struct StepRoles {
  std::optional<std::size_t> hold;
  std::optional<std::size_t> repetitions;
  std::optional<std::size_t> rest;
  std::optional<std::size_t> change_of_sides;  // only where sides take turns
  std::optional<Side> first_side;              // likewise: the side that the steps name first
};

StepRoles RolesOfSteps(const Exercise& exercise);

// Whether a step, as Tokens cuts it, may change sides: it errs towards yes.
bool MayChangeSides(const WordList& step);

}  // namespace guidec

#endif  // GUIDEC_MODEL_DOSE_STEP_READING_H_
