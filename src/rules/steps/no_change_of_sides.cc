#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/dose/step_reading.h"
#include "model/prose/passage.h"
#include "text/tokens.h"

namespace guidec::rules::no_change_of_sides {
namespace {

// "left leg" → "leg".
std::set<std::string> LimbsOf(const WordList& tokens, std::string_view side) {
  std::set<std::string> limbs;
  for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
    if (tokens.words[at] == side) limbs.insert(tokens.words[at + 1]);
  }
  return limbs;
}

// Steps may also spell out both sides: "stand on your left leg", later "stand on your right leg".
bool SpellsOutBothSides(const std::vector<WordList>& steps) {
  std::set<std::string> left;
  std::set<std::string> right;
  const auto meet = [](const std::set<std::string>& a, const std::set<std::string>& b) {
    return std::ranges::any_of(a, [&](const std::string& limb) { return b.contains(limb); });
  };
  for (const WordList& step : steps) {
    const auto new_left = LimbsOf(step, "left");
    const auto new_right = LimbsOf(step, "right");
    if (meet(left, new_right) || meet(right, new_left)) return true;
    left.insert(new_left.begin(), new_left.end());
    right.insert(new_right.begin(), new_right.end());
  }
  return false;
}

void Check(const Exercise& exercise, RuleContext& context) {
  if (exercise.sides.value != Sides::kEach || exercise.steps.empty()) return;
  std::vector<WordList> steps;
  for (const Prose& step : exercise.steps) steps.push_back(Tokens(PlainText(step.root)));
  // Anything that may change sides counts: a finding must be certain.
  if (std::ranges::any_of(steps, MayChangeSides) || SpellsOutBothSides(steps)) return;
  const WordList name = Tokens(PlainText(exercise.name.root));
  const bool alternates = FindPhrase(name.words, "alternat*").has_value();
  Diagnostic& finding = context.Report(
      exercise.sides.span,
      fmt::format("`sides: each` means one side, then the other, and no step changes "
                  "sides; end with a step such as `{}`",
                  alternates ? "Continue, alternating sides." : "Repeat the steps on the other side."));
  finding.labels.push_back({exercise.steps.back().span(), "the last step"});
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/hip-stretch.yaml",
     R"yaml(sides: each # expect: ST001 @ 8-12 "no step changes sides"
steps:
  - Kneel on one knee on a mat, with the other foot ahead of you.
  - Ease your hips forward.
  - Hold for {hold}.
)yaml"},
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(sides: each # expect: ST001
steps:
  - Lie on your left side on a mat.
  - Put a hand on each side of your knee.
  - Hold for {hold}.
)yaml"},
    {Example::kBad, "exercises/hip-stretch.yaml",
     R"yaml(name: Alternating hip stretch
sides: each # expect: ST001 @ 8-12 "such as `Continue, alternating sides.`"
steps:
  - Kneel on one knee on a mat, with the other foot ahead of you.
  - Ease your hips forward.
  - Hold for {hold}.
)yaml"},
    {Example::kGood, "exercises/hip-stretch.yaml", R"yaml(sides: each
equipment: [wall]
steps:
  - Stand on your left leg beside a wall.
  - Hold for {hold}.
  - Stand on your right leg.
  - Hold for {hold} again.
)yaml"},
    {Example::kGood, "exercises/hip-stretch.yaml", R"yaml(sides: each
steps:
  - Kneel on your left knee on a mat.
  - Hold for {hold}, then switch legs.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "ST001",
    .name = "no-change-of-sides",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "The exercise is done on each side, and no step changes sides.",
    .rationale =
        R"md(Who follows the steps to the letter trains one side only. The timeline counts both sides, so that the
steps and the stated time disagree too.)md",
    .source =
        "CERT item 8 (Slade et al. 2016): each exercise is described so that it can be replicated; "
        "AHRQ PEMAT-P: explicit steps",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .exercise = Check,
};

}  // namespace guidec::rules::no_change_of_sides
