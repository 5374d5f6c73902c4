#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/dose/stated_dose.h"
#include "model/prose/passage.h"
#include "rules/held_stretch.h"
#include "text/tokens.h"

namespace guidec::rules::step_without_dose {
namespace {

// As the dose writes it: "30 s", "10-15".
std::string Written(const Quantity& quantity) {
  const std::string_view unit = quantity.kind == QuantityKind::kSeconds ? " s" : "";
  return quantity.min == quantity.max ? fmt::format("{}{}", quantity.min, unit)
                                      : fmt::format("{}-{}{}", quantity.min, quantity.max, unit);
}

std::string_view Does(DoseField field) {
  switch (field) {
    case DoseField::kHold:
      return "holds for";
    case DoseField::kReps:
      return "counts";
    case DoseField::kSets:
      return "asks for";
    case DoseField::kRest:
      return "rests for";
  }
  return {};
}

// "After your one-second hold": what an earlier step asked for.
bool IsMentionedAgain(const WordList& tokens, const Quantity& quantity) {
  const std::size_t at = quantity.tokens.begin;
  return at > 1 && tokens.words[at - 2] == "after" && IsOneOf(tokens.words[at - 1], "your|the|this|that");
}

// "A short pause of 1 or 2 seconds before you go down", "hold for 1 second (tempo: 4010)": how fast a
// repetition goes, which no timer counts.
bool IsTempo(const WordList& tokens, const StatedDose& stated) {
  constexpr double kLongest = 2, kMoment = 1;
  if (stated.field != DoseField::kHold || static_cast<double>(stated.quantity.max) > kLongest) return false;
  if (static_cast<double>(stated.quantity.max) <= kMoment) return true;
  const Match sentence = SentenceAround(tokens.words, stated.quantity.tokens.begin);
  const auto words = std::span(tokens.words).subspan(sentence.begin, sentence.end - sentence.begin);
  return FindPhrase(words, "pause|pauses|pausing|tempo").has_value();
}

// "Hold your lungs empty for 4 seconds", "a weight with which you can only complete 10-12 reps": a breath,
// and how a weight is chosen.
bool IsOfOther(const WordList& tokens, const StatedDose& stated) {
  const Match sentence = SentenceAround(tokens.words, stated.quantity.tokens.begin);
  const auto words = std::span(tokens.words).subspan(sentence.begin, sentence.end - sentence.begin);
  const auto before = words.first(stated.quantity.tokens.begin - sentence.begin);
  static constexpr Phrases kOther{"breath|lungs|inhale|exhale", "last|final rep|repetition|set|round"};
  if (stated.field == DoseField::kHold) return FindAnyPhrase(before, kOther).has_value();
  return FindPhrase(before, "can|could|able to? only? complete|perform|do|manage") &&
         FindPhrase(before, "weight|weights|dumbbell|dumbbells|heavy|load");
}

void CheckFigure(const Exercise& exercise, const Passage& passage, const StatedDose& stated,
                 RuleContext& context) {
  const Quantity& quantity = stated.quantity;
  if (Compare(stated, exercise.dose) != Agreement::kNoDose || !LacksDoseField(exercise, stated.field)) return;
  // "Roll on, and pause at sore spots for 20 seconds" holds as often as there are spots.
  const bool is_pause = stated.field == DoseField::kHold && IsRolled(exercise);
  if (IsOfOther(passage.tokens(), stated) || IsTempo(passage.tokens(), stated) || is_pause ||
      IsMentionedAgain(passage.tokens(), quantity))
    return;
  if (quantity.kind == QuantityKind::kTimes && !LacksDoseField(exercise, DoseField::kSets)) return;
  const Piece piece{quantity.begin, quantity.end};
  const std::string_view field = FieldName(stated.field);
  Diagnostic& finding = context.Report(
      passage.SpanOf(piece),
      fmt::format("the step {} `{}`, and the dose has no `{}`; add `{}: {}` to `dose` and "
                  "write `{{{}}}` here",
                  Does(stated.field), passage.Slice(piece), field, field, Written(quantity), field));
  if (exercise.dose.span.size() > 0) finding.labels.push_back({exercise.dose.span, "the dose"});
}

void Check(const Exercise& exercise, RuleContext& context) {
  for (const Prose& step : exercise.steps) {
    for (const Passage& passage : PassagesOf(step)) {
      for (const StatedDose& stated : StatedDoses(passage.tokens())) {
        CheckFigure(exercise, passage, stated, context);
      }
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  reps: 10
steps:
  - Lie on a mat.
  - Lift your hips and hold for five seconds. # expect: HT005 @ 33-45 "add `hold: 5 s`"
  - Do {reps} repetitions.
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - Hold {hold}.
  - Do two sets. # expect: HT005 @ 8-16 "add `sets: 2`"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  reps: 10
steps:
  - Lie on a mat.
  - Lift your hips as you count to three.
  - Lower them over 3 seconds.
  - Do {reps} repetitions.
)yaml"},
    {Example::kGood, "exercises/hip-stretch.yaml", R"yaml(dose:
  reps: 3
equipment: [foam roller]
steps:
  - Kneel on your left knee, your shin on a foam roller.
  - Roll your shin over the roller {reps} times.
  - Pause at each sore spot for 20 seconds.
  - Repeat the steps on the other side.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT005",
    .name = "step-without-dose",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A step holds for a time or counts repetitions or sets, and the dose does not.",
    .rationale =
        R"md(What only a step says is missing from the dose box, from the timer and from the routine's stated time.
A pause at each sore spot that you roll over is no hold of the exercise, nor is one of up to two seconds
within a repetition.)md",
    .source =
        "CERT item 13 (Slade et al. 2016): the dosage is described in detail; guidec's own check of steps "
        "against the dose",
    .examples = kExamples,
    .languages = kEnglish,
    .exercise = Check,
};

}  // namespace guidec::rules::step_without_dose
