#include <optional>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/dose/plan.h"
#include "model/dose/stated_dose.h"
#include "model/prose/passage.h"

namespace guidec::rules::plan_misfits_dose {
namespace {

// What the first week starts with has one place: the dose.
void CheckStart(const Exercise& exercise, const Progression& progression, RuleContext& context) {
  const auto base = AmountOf(exercise.dose, progression.of);
  const std::string_view field = FieldName(progression.of);
  if (!progression.from && !base) {
    const bool is_open = progression.of == DoseField::kHold && exercise.dose.hold;
    if (!is_open && !LacksDoseField(exercise, progression.of)) return;
    context.Report(
        progression.span,
        is_open ? std::string("nothing says with what the open-ended hold starts; add `from`")
                : fmt::format("the dose has no `{}` that could grow; add it, or say `of` what", field));
    return;
  }
  if (!progression.from || !base || progression.from->value == base->min) return;
  Diagnostic& finding = context.Report(
      progression.from->span,
      fmt::format(
          "the plan starts with {}, and the dose says {}; leave `from` out, or correct one of the two",
          SpellAmount(progression.of, progression.from->value), SpellAmount(progression.of, base->min)));
  if (const Pair* pair = FindDoseField(exercise, progression.of)) {
    finding.labels.push_back({SpanOfDoseField(*pair), "the dose"});
  }
}

void CheckSecondPlan(const Dose& dose, const Progression& progression, RuleContext& context) {
  const OpenHold* open = OpenHoldOf(dose);
  if (progression.of != DoseField::kHold || open == nullptr || !open->add) return;
  Diagnostic& finding = context.Report(
      progression.span, "the hold grows by `add` already; keep `add` and `each`, or `progression`");
  finding.labels.push_back({open->add->span, "the other growth"});
}

constexpr Phrases kLongerHold{"hold|holding ... ... longer", "longer hold|holds"};
// Of another dose, or of what no hold is: "rest 10 seconds less", "take 5 seconds to lower".
constexpr Phrases kOthers{"rest|pause|lower|lowering|slow*|tempo|if|instead|or|walk*|run|ride"};

// The time that words add to a hold.
std::optional<Match> LongerHoldIn(const WordList& tokens) {
  if (FindAnyPhrase(tokens.words, kOthers)) return std::nullopt;
  for (const Quantity& quantity : FindQuantities(tokens)) {
    if (quantity.kind == QuantityKind::kSeconds) return quantity.tokens;
    if (quantity.kind == QuantityKind::kRepetitions) return std::nullopt;
  }
  return FindAnyPhrase(tokens.words, kLongerHold);
}

// Repetitions that hold nothing. A hold may well be repeated more often, though the dose does not count it.
void CheckWords(const Exercise& exercise, RuleContext& context) {
  const Pair* reps = FindDoseField(exercise, DoseField::kReps);
  if (reps == nullptr || !LacksDoseField(exercise, DoseField::kHold)) return;
  for (const Passage& passage : PassagesOf(exercise.dose.progression_in_words)) {
    const auto longer = LongerHoldIn(passage.tokens());
    if (!longer) continue;
    const Piece piece = passage.tokens().PieceOf(longer->begin, longer->end);
    Diagnostic& finding = context.Report(
        passage.SpanOf(piece),
        fmt::format(
            "the progression says `{}`, and the dose has no `hold`; add it, or let grow what the dose has",
            passage.Slice(piece)));
    finding.labels.push_back({SpanOfDoseField(*reps), "the dose's `reps`"});
  }
}

void Check(const Exercise& exercise, RuleContext& context) {
  const Dose& dose = exercise.dose;
  if (dose.progression_in_words && context.Reads(dose.language)) CheckWords(exercise, context);
  if (!dose.progression) return;
  CheckStart(exercise, *dose.progression, context);
  CheckSecondPlan(dose, *dose.progression, context);
  const auto progression = ProgressionOf(dose);
  const bool is_unread = dose.frequency && !context.Reads(dose.language);
  if (!progression || IsWeekly(*progression, dose) || is_unread) return;
  context.Report(progression->every.span,
                 "a plan by the session has no weeks, since the dose does not say how many sessions a week "
                 "has; add `frequency`, such as `3 times a week`");
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold: 20 s
  progression:
    from: 15 s # expect: HT018 @ 11-15 "starts with 15 seconds, and the dose says 20 seconds"
    to: 1 min
    by: 5 s
    every: week
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold: 20 s
  progression: # expect: HT018 @ 3-14 "the dose has no `reps`"
    of: reps
    to: 12
    by: 1
    every: week
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold: 20 s
  progression:
    to: 1 min
    by: 5 s
    every: session # expect: HT018 @ 12-19 "add `frequency`"
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  reps: 8
  progression: Add five seconds each week. # expect: HT018 @ 20-32 "the dose has no `hold`"
steps:
  - Lie on a mat.
  - Lift your hips.
  - Do {reps} repetitions.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  hold: 20 s
  progression: Hold it five seconds longer each week. Then add a set.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  hold: 20 s
  frequency: 3 times a week
  progression: {to: 1 min, by: 5 s, every: 2 sessions}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT018",
    .name = "plan-misfits-dose",
    .severity = Severity::kError,
    .since = "0.2",
    .summary = "A progression does not fit the dose, or cannot be told by the week.",
    .rationale =
        R"md(The dose box and the first week of the plan stand on one sheet, and must say the same. Left out, `from` is
what the dose says. Words that add seconds need a `hold` to add them to, and more repetitions need `reps`. A plan by the session becomes one by the week when `frequency` says how many sessions a
week has.)md",
    .source =
        "guidec's own: one place for each fact; CERT item 7 (Slade et al. 2016): the starting level and the "
        "steps",
    .examples = kExamples,
    .reads = kEnglish,
    .exercise = Check,
};

}  // namespace guidec::rules::plan_misfits_dose
