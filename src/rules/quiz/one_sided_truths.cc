#include <algorithm>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"

namespace guidec::rules::one_sided_truths {
namespace {

constexpr Threshold kLeast{"statements-least", 4};
constexpr Threshold kThresholds[] = {kLeast};

void Check(const Guide&, const Quiz& quiz, RuleContext& context) {
  std::vector<const Question*> statements;
  for (const Question& question : quiz.questions) {
    if (question.truth) statements.push_back(&question);
  }
  if (statements.size() < 2 || static_cast<double>(statements.size()) < context.Value(kLeast)) return;
  const bool truth = *statements.front()->truth;
  if (std::ranges::any_of(statements, [&](const Question* one) { return one->truth != truth; })) return;
  const Question& last = *statements.back();
  Diagnostic& finding = context.Report(
      last.answer->span,
      fmt::format("all {} statements are {}; turn some of them round", statements.size(), truth));
  for (const Question* statement : statements) {
    if (statement != &last)
      finding.labels.push_back({statement->answer->span, fmt::format("{}, too", truth)});
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: form
    true-or-false: Good running form helps.
    answer: true
    why: It spares your hips.
    proof: {claim: form-helps}
  - id: form-of-runners
    true-or-false: Runners gain from good form.
    answer: true
    why: It spares their hips.
    proof: {claim: form-helps}
  - id: form-of-beginners
    true-or-false: Beginners, too, gain from good form.
    answer: true
    why: It spares their hips.
    proof: {claim: form-helps}
  - id: form-of-old-runners
    true-or-false: Old runners, too, gain from good form.
    answer: true # expect: QZ026 @ 13-17 "all 4 statements are true"
    why: It spares their hips.
    proof: {claim: form-helps}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: form
    true-or-false: Good running form helps.
    answer: true
    why: It spares your hips.
    proof: {claim: form-helps}
  - id: form-of-runners
    true-or-false: Runners gain from good form.
    answer: true
    why: It spares their hips.
    proof: {claim: form-helps}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ026",
    .name = "one-sided-truths",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "All true-or-false statements of a quiz are true, or all are false.",
    .rationale =
        R"md(Readers notice it after the third statement and judge the rest without reading. Of three statements,
chance alone makes all alike in one quiz of four. `thresholds: {statements-least: 4}` sets from how many statements
on that counts.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: vary the location of the right answer; the number is guidec's "
        "own",
    .thresholds = kThresholds,
    .examples = kExamples,
    .skips_damaged = true,
    .quiz = Check,
};

}  // namespace guidec::rules::one_sided_truths
