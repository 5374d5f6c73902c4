#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "rules/movements.h"

namespace guidec::rules::long_step {
namespace {

constexpr Threshold kWords{"step-words", 15};
constexpr Threshold kThresholds[] = {kWords};

// How many words over the most a step may have that no reader can split.
constexpr std::size_t kGrace = 2;

void Check(const Exercise& exercise, RuleContext& context) {
  const auto most = static_cast<std::size_t>(context.Value(kWords));
  for (const Prose& step : exercise.steps) {
    // Unread, a placeholder is one word: what it prints is not the step's fault.
    std::size_t words = 0;
    std::size_t movements = 0;
    for (const Passage& passage : PassagesOf(step)) {
      words += passage.words(context.language()).size();
      movements += MovementsIn(passage.tokens()).size();
    }
    const bool is_one = context.Reads(context.language()) && movements <= 1;
    if (words <= most + (is_one ? kGrace : 0)) continue;
    context.Report(step.span(), fmt::format("the step has {} words, more than {}; make it two steps or "
                                            "leave words out",
                                            words, most));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - Lift your hips until your head, your back and your heels form a line that is long and straight. # expect: ST008 @ 5-100 "19 words"
  - Hold {hold}.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - Lift your hips until your head, your back and your heels form a line. # 14 words
  - Hold {hold}.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - Lift your hips until your head, your back and your heels form a line that is straight. # 17 words
  - Hold {hold}.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "ST008",
    .name = "long-step",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A step has more words than a reader keeps in mind while moving.",
    .rationale =
        R"md(Steps are read between movements, on the floor, with the page out of reach. `thresholds: {step-words: 15}`
sets the most words; a placeholder counts as one. An English step that asks for one movement cannot be
split, and may have two words more.)md",
    .source = "AHRQ PEMAT-P: explicit, small steps; the number of words is guidec's own",
    .thresholds = kThresholds,
    .examples = kExamples,
    .reads = kEnglish,
    .exercise = Check,
};

}  // namespace guidec::rules::long_step
