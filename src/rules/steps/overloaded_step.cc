#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "rules/movements.h"

namespace guidec::rules::overloaded_step {
namespace {

constexpr Threshold kActions{"step-actions", 2};
constexpr Threshold kThresholds[] = {kActions};

void Check(const Exercise& exercise, RuleContext& context) {
  const auto most = static_cast<std::size_t>(context.Value(kActions));
  for (const Prose& step : exercise.steps) {
    std::vector<std::string> verbs;
    std::optional<Span> first_too_many;
    for (const Passage& passage : PassagesOf(step)) {
      const WordList& tokens = passage.tokens();
      for (const std::size_t at : MovementsIn(tokens)) {
        verbs.push_back(fmt::format("`{}`", passage.Slice(tokens.pieces[at])));
        if (verbs.size() == most + 1) first_too_many = passage.SpanOf(tokens.pieces[at]);
      }
    }
    if (!first_too_many) continue;
    context.Report(*first_too_many,
                   fmt::format("the step asks for {} movements: {}; make each a step, or keep at "
                               "most {} together",
                               verbs.size(), fmt::join(verbs, ", "), most));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(steps:
  - Kneel on a mat, lean forward and place your forearms. # expect: ST010 @ 38-43 "`Kneel`, `lean`, `place`"
  - Lift your hips.
  - Hold {hold}.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(steps:
  - Kneel on a mat, and lean forward slowly.
  - Place your forearms on the mat.
  - Breathe in, lift your hips and hold {hold}.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(steps:
  - Kneel on a mat, and reach out as you bend your hips and lean forward.
  - Lift your hips.
  - Hold {hold}.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "ST010",
    .name = "overloaded-step",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A step asks for more than two movements.",
    .rationale =
        R"md(A reader looks at the page, moves, and looks again. Two movements that belong together ("bend your knee
and lift your foot") are kept in mind; with the third, one is left out. Breathing, holding and repeating
are not counted, nor is a movement that only tells how another is done ("as you bend your knees and lean
back") or what a remark asks for ("If that is too hard, lean on a table"). `thresholds: {step-actions: 2}` sets the
most. English texts only.)md",
    .source = "AHRQ PEMAT-P: instructions are broken into explicit steps; the number is guidec's own",
    .thresholds = kThresholds,
    .examples = kExamples,
    .languages = kEnglish,
    .exercise = Check,
};

}  // namespace guidec::rules::overloaded_step
