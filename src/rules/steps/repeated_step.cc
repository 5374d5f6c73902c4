#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "text/tokens.h"

namespace guidec::rules::repeated_step {
namespace {

constexpr std::size_t kMovementWords = 3;  // "Lower your hips." may well come twice

struct Step {
  const Prose* prose;
  WordList tokens;
};

bool IsSaid(const Step& step, std::string_view phrase) {
  return FindPhrase(step.tokens.words, phrase).has_value();
}

// A short movement, a dose or the other side's turn may return; so may all between which sides change.
bool MayReturn(std::span<const Step> steps, std::size_t first, std::size_t second) {
  std::size_t words = 0;
  for (const std::string& token : steps[first].tokens.words) {
    if (token.starts_with('{')) return true;
    if (token.size() > 1) ++words;
  }
  if (words <= kMovementWords) return true;
  for (std::size_t i = first; i <= second; ++i) {
    if (IsSaid(steps[i], "left|right|other|opposite|change|switch|swap|alternate")) return true;
  }
  return false;
}

void Check(const Exercise& exercise, RuleContext& context) {
  std::vector<Step> steps;
  for (const Prose& prose : exercise.steps) {
    Step step{&prose, Tokens(PlainText(prose.root))};
    while (!step.tokens.words.empty() && IsOneOf(step.tokens.words.back(), ".|!")) {
      step.tokens.words.pop_back();
      step.tokens.pieces.pop_back();
    }
    steps.push_back(std::move(step));
  }
  for (std::size_t second = 1; second < steps.size(); ++second) {
    if (steps[second].tokens.words.empty()) continue;
    for (std::size_t first = second; first-- > 0;) {
      if (steps[first].tokens.words != steps[second].tokens.words) continue;
      const bool is_next = first + 1 == second;
      if (!is_next && MayReturn(steps, first, second)) break;
      Diagnostic& finding = context.Report(
          steps[second].prose->span(),
          fmt::format("step {} repeats step {}; leave one of them out", second + 1, first + 1));
      finding.labels.push_back({steps[first].prose->span(), "the same step"});
      break;
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - Lift your hips.
  - Lift your hips # expect: ST003 @ 5-19 "repeats step 2" # expect: LG025 @ 18-19
  - Hold {hold}.
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - Lift your hips.
  - Rest on your forearms on a mat. # expect: ST003 @ 5-36 "repeats step 1"
  - Hold {hold}.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(steps:
  - Lie on a mat.
  - Breathe in.
  - Lift your hips.
  - Hold {hold}.
  - Breathe in.
  - Lower your hips.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "ST003",
    .name = "repeated-step",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "The same step is given twice.",
    .rationale =
        R"md(A step that returns word for word is most often left over from copying. Where a movement is meant to
be done again, say so: "Repeat the steps". Short movements ("Breathe in."), doses and steps between
which sides change may return; two equal steps in a row may not.)md",
    .source = "AHRQ PEMAT-P: explicit steps in a logical sequence; the exceptions are guidec's own",
    .examples = kExamples,
    .exercise = Check,
};

}  // namespace guidec::rules::repeated_step
