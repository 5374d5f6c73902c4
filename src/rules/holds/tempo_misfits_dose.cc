#include "lint/rule_context.h"
#include "model/dose/stated_dose.h"

namespace guidec::rules::tempo_misfits_dose {
namespace {

void Check(const Exercise& exercise, RuleContext& context) {
  const Dose& dose = exercise.dose;
  if (!dose.tempo) return;
  if (LacksDoseField(exercise, DoseField::kReps)) {
    context.Report(dose.tempo->span,
                   "a tempo paces repetitions, and the dose has none; add `reps` or drop `tempo`");
  } else if (dose.hold && dose.tempo->value.top.value_or(0) > 0) {
    Diagnostic& finding = context.Report(
        dose.tempo->span, "the pause at the top comes on top of the hold; keep one of the two");
    finding.labels.push_back({dose.hold->span, "the hold"});
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold: 30 s
  tempo: 3-1-3 # expect: HT015 @ 10-15 "the dose has none"
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  reps: 10
  hold: 5 s
  tempo: 2-0-2-5 # expect: HT015 @ 10-17 "keep one of the two"
steps:
  - Lie on a mat.
  - Lift your hips and hold for {hold}.
  - Do {reps} repetitions.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  reps: 10
  hold: 5 s
  tempo: 2-0-2
steps:
  - Lie on a mat.
  - Lift your hips and hold for {hold}.
  - Do {reps} repetitions.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT015",
    .name = "tempo-misfits-dose",
    .severity = Severity::kError,
    .since = "0.2",
    .summary = "A tempo has no repetitions to pace, or says the hold a second time.",
    .rationale =
        R"md(A repetition takes its tempo and then its hold. Without `reps` there is nothing to multiply, and a pause at
the top beside a hold would be waited for twice.)md",
    .source = "CERT item 13 (Slade et al. 2016): the dosage is described",
    .examples = kExamples,
    .exercise = Check,
};

}  // namespace guidec::rules::tempo_misfits_dose
