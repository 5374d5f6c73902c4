#include <algorithm>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/dose/stated_dose.h"
#include "model/prose/passage.h"
#include "text/tokens.h"

namespace guidec::rules::hold_without_step {
namespace {

// Anything that may ask for a hold counts: a finding must be certain.
constexpr Phrases kHolds{
    "{hold}",
    "stay|staying|remain|remaining|pause|maintain",
    "keep|keeping ... ... position|pose|stretch|there|still",
};

// "{reps}", "ten times", "repeat it"; "repeat the steps on the other side" is no count.
constexpr Phrases kCounts{"{reps}", "rep|reps|repetition|repetitions|times|again"};

bool HoldsPosition(const WordList& tokens) {
  if (FindAnyPhrase(tokens.words, kHolds)) return true;
  std::size_t from = 0;
  while (const auto match = FindPhrase(tokens.words, "hold|holding", from)) {
    const auto behind = std::span(tokens.words).subspan(match->end);
    const bool is_taken =
        match->begin > 0 && IsOneOf(tokens.words[match->begin - 1], "take|taking|get|catch|grab");
    const bool is_grip = MatchPhrase(behind, "on|onto|of|a|an") || MatchPhrase(behind, "your|the breath") ||
                         MatchPhrase(behind, "your foot|ankle|heel|toes|shin|hand|hands|elbow|elbows");
    if (!is_taken && !is_grip) return true;
    from = match->end;
  }
  return false;
}

bool CountsRepetitions(const WordList& tokens) {
  if (FindAnyPhrase(tokens.words, kCounts)) return true;
  return FindPhrase(tokens.words, "repeat|repeating") &&
         !FindPhrase(tokens.words, "repeat|repeating ... ... ... other|opposite|left|right");
}

// "March for 30 seconds" is a hold of that length, too.
bool TakesAsLong(const WordList& tokens, const Hold& hold) {
  const auto* seconds = std::get_if<Seconds>(&hold);
  return seconds != nullptr && std::ranges::any_of(FindQuantities(tokens), [&](const Quantity& quantity) {
           return quantity.kind == QuantityKind::kSeconds && Seconds{quantity.min, quantity.max} == *seconds;
         });
}

template <class Says>
bool AnyStep(const Exercise& exercise, const Says& says) {
  return std::ranges::any_of(exercise.steps, [&](const Prose& step) {
    return std::ranges::any_of(PassagesOf(step),
                               [&](const Passage& passage) { return says(passage.tokens()); });
  });
}

void Report(const Pair& field, std::string message, const Exercise& exercise, RuleContext& context) {
  Diagnostic& finding = context.Report(SpanOfDoseField(field), std::move(message));
  finding.labels.push_back({exercise.steps.back().span(), "the last step"});
}

void Check(const Exercise& exercise, RuleContext& context) {
  const Dose& dose = exercise.dose;
  if (exercise.steps.empty()) return;
  const auto holds = [&](const WordList& tokens) {
    return HoldsPosition(tokens) || TakesAsLong(tokens, dose.hold->value);
  };
  if (dose.hold && !AnyStep(exercise, holds)) {
    const bool is_open = std::holds_alternative<OpenHold>(dose.hold->value);
    Report(*FindDoseField(exercise, DoseField::kHold),
           fmt::format("the dose has a hold, and no step says to hold; add a step such as `{}`",
                       is_open ? "Hold {hold}." : "Hold for {hold}."),
           exercise, context);
  }
  if (dose.reps && !AnyStep(exercise, CountsRepetitions)) {
    Report(
        *FindDoseField(exercise, DoseField::kReps),
        "the dose has repetitions, and no step says to repeat; add a step such as `Do {reps} repetitions.`",
        exercise, context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(dose:
  hold: 30 s # expect: HT004 @ 9-13 "no step says to hold"
  sets: 2
steps:
  - Kneel on your left knee on a mat.
  - Take hold of your left foot.
  - Repeat the steps on the other side.
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold:
    until: your hips begin to drop
  reps: 3 # expect: HT004 @ 9-10 "no step says to repeat"
steps:
  - Rest on your forearms on a mat.
  - Hold {hold}.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  hold: 5 s
  reps: 10
steps:
  - Rest on your forearms on a mat.
  - Lift your hips and stay there for {hold}.
  - Do {reps} repetitions.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT004",
    .name = "hold-without-step",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "The dose has a hold or repetitions, and no step says to hold or to repeat.",
    .rationale =
        R"md(The timer counts a hold that the steps never ask for. Who reads only the steps does the exercise
once and for a moment.)md",
    .source =
        "CERT items 8 and 13 (Slade et al. 2016): exercise and dosage are described so that they can be "
        "replicated; guidec's own check of steps against the dose",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .exercise = Check,
};

}  // namespace guidec::rules::hold_without_step
