#include "rules/held_stretch.h"

#include <algorithm>
#include <variant>

#include "model/prose/passage.h"
#include "rules/says.h"

namespace guidec {
namespace {

constexpr int kMoment = 5;  // seconds

constexpr Phrases kRollingNames{"smr", "myofascial", "foam|muscle|ball roll|rolling|massage"};
constexpr Phrases kRollingSteps{
    "point|points|spot|spots|area|areas of tension|tenderness",
    "tender|sore|tight point|points|spot|spots",
    "roll|rolling ... over|across|along|up|down ... foam|roller|ball",
};
constexpr std::string_view kContractions = "hold|holding this|that|the|your contraction";

bool AnyStepIsReadAs(const Exercise& exercise, const auto& says) {
  return std::ranges::any_of(exercise.steps, [&](const Prose& step) {
    return std::ranges::any_of(PassagesOf(step),
                               [&](const Passage& passage) { return says(passage.tokens().words); });
  });
}

}  // namespace

bool IsRolled(const Exercise& exercise) {
  if (Says(exercise.name, kRollingNames)) return true;
  return AnyStepIsReadAs(exercise,
                         [](const auto& words) { return FindAnyPhrase(words, kRollingSteps).has_value(); });
}

bool IsHeldStretch(const Exercise& exercise) {
  const Dose& dose = exercise.dose;
  const Seconds* hold = dose.hold ? std::get_if<Seconds>(&dose.hold->value) : nullptr;
  if (exercise.kind.value != "stretch" || hold == nullptr) return false;
  const bool is_repeated = dose.reps && dose.reps->value.max > 1;
  if (is_repeated && hold->max <= kMoment) return false;
  const bool is_contraction =
      AnyStepIsReadAs(exercise, [](const auto& words) { return FindPhrase(words, kContractions).has_value(); });
  return !is_contraction && !IsRolled(exercise);
}

}  // namespace guidec
