#include <cmath>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"

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

void Check(const Exercise& exercise, RuleContext& context) {
  const double least = context.Value(kTotal);
  const Dose& dose = exercise.dose;
  const Seconds* hold = dose.hold ? std::get_if<Seconds>(&dose.hold->value) : nullptr;
  if (exercise.kind.value != "stretch" || hold == nullptr || !IsCountable(exercise)) return;
  const int reps = dose.reps ? dose.reps->value.max : 1;
  const int sets = dose.sets ? dose.sets->value.max : 1;
  const int total = hold->max * reps * sets;
  if (total >= least) return;
  const bool is_each = exercise.sides.value == Sides::kEach;
  const double wanted = std::ceil(least / (hold->max * reps));
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
are counted. Keep a shorter one where your source gives it. `thresholds: {stretch-total-seconds: 60}` sets
the bound.)md",
    .source =
        "ACSM (stretching and flexibility update 2021; Garber et al. 2011): 60 s in total for each "
        "flexibility exercise",
    .thresholds = kThresholds,
    .examples = kExamples,
    .exercise = Check,
};

}  // namespace guidec::rules::short_stretch_total
