#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "rules/says.h"
#include "text/tokens.h"

namespace guidec::rules::unexpected_change_of_sides {
namespace {

// Only what cannot be said of a movement that both sides make at once: "rock to the other side" can.
constexpr Phrases kChanges{
    "repeat|same ... ... ... other|opposite|second side|leg|arm|foot|hand|knee|hip|elbow",
    "repeat ... on|with|for each|both|your|the? left|right? side|sides|leg|arm|foot|hand|knee",
    "change|switch|swap to? the? other|opposite side|leg|arm|foot|hand",
    "change|switch|swap your? sides|legs|arms|feet|hands|knees",
    "{hold}|{reps}|repetitions|reps|times|seconds|minute|minutes with|on|for? each|per|both "
    "side|sides|leg|arm",
};

// "Continue alternating, ten times with each leg": the sides take turns within one run.
bool Alternates(const Exercise& exercise) {
  static constexpr Phrases kAlternating{"alternat*"};
  return Says(exercise.name, kAlternating) || AnyStepSays(exercise, kAlternating);
}

void CheckStep(const Exercise& exercise, const Prose& step, RuleContext& context) {
  for (const Passage& passage : PassagesOf(step)) {
    const WordList& tokens = passage.tokens();
    const auto match = FindAnyPhrase(tokens.words, kChanges);
    if (!match) continue;
    Diagnostic& finding = context.Report(
        passage.SpanOf(tokens.PieceOf(match->begin, match->end)),
        "the step changes sides, and the exercise is done with both sides together; write `sides: each` "
        "or leave the change out");
    finding.labels.push_back({exercise.sides.span, "both sides at once, or no side at all"});
    return;
  }
}

void Check(const Exercise& exercise, RuleContext& context) {
  const bool is_stated = exercise.sides.span.size() > 0;
  if (!is_stated || exercise.sides.value != Sides::kTogether || Alternates(exercise)) return;
  for (const Prose& step : exercise.steps) CheckStep(exercise, step, context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(sides: together
steps:
  - Rest on your forearms on a mat.
  - Hold {hold}.
  - Repeat the steps on the other side. # expect: ST002 @ 5-39 "changes sides"
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(sides: together
dose: {reps: 10}
steps:
  - Lie on a mat.
  - Lift one leg.
  - Do {reps} repetitions with each leg. # expect: ST002 @ 15-40
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(sides: together
dose: {reps: 10}
steps:
  - Lie on a mat.
  - Rock your knees to one side, then to the other side.
  - Do {reps} repetitions.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(sides: together
dose: {reps: 10}
steps:
  - Lie on a mat.
  - Alternate your legs like scissors.
  - Do {reps} repetitions with each leg.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "ST002",
    .name = "unexpected-change-of-sides",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A step changes sides, and the exercise is done with both sides together.",
    .rationale =
        R"md(The dose box and the timeline count the exercise once where the steps ask for it twice: the printed
time is half of what the reader needs. Sides that alternate within one run are no change.)md",
    .source =
        "CERT item 8 (Slade et al. 2016): each exercise is described so that it can be replicated; "
        "guidec's own check of steps against `sides`",
    .examples = kExamples,
    .languages = kEnglish,
    .exercise = Check,
};

}  // namespace guidec::rules::unexpected_change_of_sides
