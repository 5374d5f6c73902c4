#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

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

struct ByWords {
  bool operator()(std::span<const std::string> a, std::span<const std::string> b) const {
    return std::ranges::lexicographical_compare(a, b);
  }
};

bool IsSaid(const Step& step, const Phrase& phrase) {
  return FindPhrase(step.tokens.words, phrase).has_value();
}

// A short movement, a hold or a dose may return.
bool MayReturn(const Step& step) {
  if (MatchPhrase(step.tokens.words, "hold|pause|relax|return|breathe|inhale|exhale")) return true;
  std::size_t words = 0;
  for (const std::string& token : step.tokens.words) {
    if (token.starts_with('{')) return true;
    if (token.size() > 1) ++words;
  }
  return words <= kMovementWords;
}

bool ChangesSides(const Step& step) {
  return IsSaid(step, "left|right|other|opposite|change|switch|swap|alternate");
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
  // The last step of the same words, and the last one that has to do with sides: what is between may return
  // with the other side's turn.
  std::map<std::span<const std::string>, std::size_t, ByWords> last_with;
  std::optional<std::size_t> last_of_sides;
  for (std::size_t at = 0; at < steps.size(); ++at) {
    if (ChangesSides(steps[at])) last_of_sides = at;
    if (steps[at].tokens.words.empty()) continue;
    const auto [same, is_new] = last_with.try_emplace(steps[at].tokens.words, at);
    const std::size_t first = std::exchange(same->second, at);
    if (is_new) continue;
    const bool may_return = MayReturn(steps[at]) || (last_of_sides && *last_of_sides >= first);
    if (first + 1 < at && may_return) continue;
    Diagnostic& finding =
        context.Report(steps[at].prose->span(),
                       fmt::format("step {} repeats step {}; leave one of them out", at + 1, first + 1));
    finding.labels.push_back({steps[first].prose->span(), "the same step"});
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
