#include <cmath>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/dose/stated_dose.h"
#include "model/dose/step_reading.h"
#include "model/prose/passage.h"
#include "rules/held_stretch.h"

namespace guidec::rules::short_stretch_total {
namespace {

constexpr Threshold kTotal{"stretch-total-seconds", 60};
constexpr Threshold kThresholds[] = {kTotal};

// Whether every figure that multiplies the hold was understood.
bool IsCountable(const Exercise& exercise) {
  const Node* dose = exercise.document->root.Find("dose");
  if (dose == nullptr || HasDamage(*dose)) return false;
  return (dose->Find("reps") == nullptr || exercise.dose.reps) &&
         (dose->Find("sets") == nullptr || exercise.dose.sets);
}

// The holds before the tokens that change sides.
std::size_t HoldsIn(const WordList& tokens, bool changes_sides) {
  const auto change = changes_sides
                          ? FindPhrase(tokens.words, "repeat|change|switch|swap|other|opposite|same")
                          : std::nullopt;
  const std::size_t end = change ? change->begin : tokens.size();
  std::size_t holds = 0;
  for (std::size_t at = 0; at < end; ++at) holds += tokens.words[at] == "{hold}" ? 1 : 0;
  for (const StatedDose& stated : StatedDoses(tokens)) {
    holds += stated.field == DoseField::kHold && stated.quantity.tokens.begin < end ? 1 : 0;
  }
  return holds;
}

// "Hold for 10 seconds. Lean to the left, and hold for 10 seconds": the dose is one of several holds, and
// what they add up to is anyone's guess.
bool HoldsAgain(const Exercise& exercise) {
  const std::size_t change = RolesOfSteps(exercise).change_of_sides.value_or(exercise.steps.size());
  std::size_t holds = 0;
  for (std::size_t at = 0; at < exercise.steps.size() && at <= change; ++at) {
    for (const Passage& passage : PassagesOf(exercise.steps[at])) {
      holds += HoldsIn(passage.tokens(), at == change);
    }
  }
  return holds > 1;
}

void Check(const Exercise& exercise, RuleContext& context) {
  const double least = context.Value(kTotal);
  const Dose& dose = exercise.dose;
  if (!IsHeldStretch(exercise) || !IsCountable(exercise) || HoldsAgain(exercise)) return;
  const auto& hold = std::get<Seconds>(dose.hold->value);
  const int reps = dose.reps ? dose.reps->value.max : 1;
  const int sets = dose.sets ? dose.sets->value.max : 1;
  const int total = hold.max * reps * sets;
  if (total >= least) return;
  const bool is_each = exercise.sides.value == Sides::kEach;
  const double wanted = std::ceil(least / (hold.max * reps));
  context.Report(dose.hold->span,
                 fmt::format("the stretch adds up to {}{}, under {} seconds; `sets: {}` would reach them",
                             Spell(Seconds{total, total}), is_each ? " a side" : "", least, wanted));
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(dose:
  hold: 20 s # expect: HT009 @ 9-13 "`sets: 3` would reach them"
)yaml"},
    {Example::kGood, "exercises/hip-stretch.yaml", R"yaml(dose:
  hold: 10-20 s
  sets: 2-3
)yaml"},
    {Example::kGood, "exercises/hip-stretch.yaml", R"yaml(dose:
  hold: 20 s
equipment: [foam roller]
steps:
  - Kneel on your left knee, your shin on a foam roller.
  - Roll your shin over the roller.
  - Pause at each sore spot for {hold}.
  - Repeat the steps on the other side.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT009",
    .name = "short-stretch-total",
    .severity = Severity::kInfo,
    .since = "0.1",
    .summary = "All holds of a stretch together last less than a minute.",
    .rationale =
        R"md(What counts is the time that a muscle is stretched in all: sixty seconds for each exercise, as two holds
of thirty seconds or four of fifteen. The longest hold, the most repetitions and the most sets of the dose
are counted. Pauses while you roll over a muscle, contractions of a few seconds and steps that hold more than
once are left alone. Keep a shorter one where your source gives it. `thresholds: {stretch-total-seconds: 60}` sets
the bound.)md",
    .source =
        "ACSM (stretching and flexibility update 2021; Garber et al. 2011): 60 s in total for each "
        "flexibility exercise",
    .thresholds = kThresholds,
    .examples = kExamples,
    .reads = kEnglish,
    .exercise = Check,
};

}  // namespace guidec::rules::short_stretch_total
