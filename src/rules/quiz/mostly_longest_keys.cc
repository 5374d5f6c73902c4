#include <algorithm>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/quiz/question.h"
#include "rules/chance.h"
#include "text/utf8.h"

namespace guidec::rules::mostly_longest_keys {
namespace {

constexpr Threshold kPercent{"longest-answers-percent", 50};
constexpr Threshold kThresholds[] = {kPercent};

constexpr std::size_t kLeastQuestions = 4;  // below that, a majority means nothing

// Two letters more are no cue: nobody sees them.
bool IsVisiblyLongest(const Choice& key, const Question& question) {
  constexpr double kRatio = 1.1;
  constexpr double kLeastDifference = 3;
  const auto length = static_cast<double>(CountCodePoints(key.text.source_text()));
  return std::ranges::all_of(question.choices, [&](const Choice& choice) {
    const auto other = static_cast<double>(CountCodePoints(choice.text.source_text()));
    return &choice == &key || (length >= other + kLeastDifference && length >= other * kRatio);
  });
}

void Check(const Guide&, const Quiz& quiz, RuleContext& context) {
  std::vector<double> chances;  // of each question, that chance makes the answer the longest
  std::vector<const Choice*> longest;
  for (const Question& question : quiz.questions) {
    const Choice* key = KeyOf(question);
    if (key == nullptr || question.choices.size() < 2) continue;
    chances.push_back(1 / static_cast<double>(question.choices.size()));
    if (IsVisiblyLongest(*key, question)) longest.push_back(key);
  }
  const double most = context.Value(kPercent) / 100 * static_cast<double>(chances.size());
  if (chances.size() < kLeastQuestions || static_cast<double>(longest.size()) <= most) return;
  if (ChanceOfAtLeast(longest.size(), chances) > kLeastSurprise) return;
  Diagnostic& finding = context.Report(
      longest.back()->text.span(), fmt::format("the answer is the longest choice in {} of {} questions; make "
                                               "some of the others longer",
                                               longest.size(), chances.size()));
  for (auto key = longest.begin(); key + 1 != longest.end(); ++key)
    finding.labels.push_back({(*key)->text.span(), "the longest, too"});
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices: {ice: Ice, rest: Have a rest, run: Run}
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
  - id: third-step
    ask: What follows the ice?
    choices: {compression: Compression, rest: Rest, run: Run}
    answer: compression
    why: The letters stand in that order.
    proof: {step: 3, of: rice}
  - id: last-step
    ask: How does RICE end?
    choices: {rest: Rest, ice: Ice, elevation: Elevation}
    answer: elevation
    why: The letters stand in that order.
    proof: {step: last, of: rice}
  - id: second-step
    ask: What follows the rest?
    choices: {run: Run, ice: Put on ice, rest: Rest} # expect: QZ029 @ 30-40 "in 4 of 4 questions"
    answer: ice
    why: The letters stand in that order.
    proof: {step: 2, of: rice}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: third-step
    ask: What follows the ice?
    choices: {compression: Compression, rest: Rest, elevation: Elevation}
    answer: compression
    why: The letters stand in that order.
    proof: {step: 3, of: rice}
  - id: last-step
    ask: How does RICE end?
    choices: {rest: Rest, elevation: Elevation, ice: Ice}
    answer: elevation
    why: The letters stand in that order.
    proof: {step: last, of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ029",
    .name = "mostly-longest-keys",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "The answer is the longest choice in most questions of a quiz.",
    .rationale =
        R"md(Who picks the longest choice each time then passes without having read the guide. One answer that is
longer by half is longest-key's; here small differences add up. From four questions with choices on,
`thresholds: {longest-answers-percent: 50}` sets the share; what one quiz in fifty shows by chance is not
reported, and an answer longer by two letters is not seen.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: keep the length of choices about equal; the share and "
        "the chance are guidec's own",
    .thresholds = kThresholds,
    .examples = kExamples,
    .skips_damaged = true,
    .quiz = Check,
};

}  // namespace guidec::rules::mostly_longest_keys
