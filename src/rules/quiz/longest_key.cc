#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/quiz/question.h"
#include "rules/title_case.h"
#include "text/utf8.h"

namespace guidec::rules::longest_key {
namespace {

constexpr Threshold kRatio{"answer-length-ratio", 1.5};
constexpr Threshold kThresholds[] = {kRatio};

// Below that, a long word beside a short one looks like a cue.
constexpr double kLeastDifference = 10;

// Beside a choice of nearly the same length, the longest is no cue.
constexpr double kLeastAhead = 1.3;

// So many words more than the next longest: "ball-and-socket joint" beside "hinge" is a longer name.
constexpr int kLeastWordsAhead = 3;

// Names and titles are as long as they are. "Quizzes and Tests" and "Skills (by hand)" were made longer.
bool AreNames(const Question& question, const Choice& key) {
  const std::string& text = key.text.source_text();
  if (text.find(' ') == std::string::npos || text.find_first_of("/(,") != std::string::npos) return false;
  if (FindPhrase(LowerWords(text, "en").words, "and|or")) return false;
  return std::ranges::all_of(question.choices,
                             [](const Choice& choice) { return IsInTitleCase(choice.text.source_text()); });
}

int WordsIn(const Choice& choice, const std::string& language) {
  return static_cast<int>(LowerWords(choice.text.source_text(), language).size());
}

void Check(const Guide& guide, const Question& question, RuleContext& context) {
  const double ratio = context.Value(kRatio);
  const Choice* key = KeyOf(question);
  // "None of the above" is as long as it is.
  if (key == nullptr || question.choices.size() < 2 || RefersToOthers(*key)) return;
  double key_length = 0;
  double longest = 0;
  double sum = 0;
  int most_words = 0;
  for (const Choice& choice : question.choices) {
    const auto length = static_cast<double>(CountCodePoints(choice.text.source_text()));
    if (&choice == key) {
      key_length = length;
    } else {
      sum += length;
      longest = std::max(longest, length);
      most_words = std::max(most_words, WordsIn(choice, guide.language));
    }
  }
  const double mean = sum / static_cast<double>(question.choices.size() - 1);
  if (key_length < kLeastAhead * longest || key_length < ratio * mean || key_length - mean < kLeastDifference)
    return;
  if (AreNames(question, *key) || WordsIn(*key, guide.language) < most_words + kLeastWordsAhead) return;
  context.Report(
      key->text.span(),
      fmt::format("the answer is the longest choice, {} characters against {:.0f} on average; make "
                  "them alike in length",
                  key_length, mean));
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices:
      rest: Rest, so that nothing pulls on the sore spot # expect: QZ011 @ 13-57 "44 characters against 9 on average"
      ice: Cool it
      compression: Press on it
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: third-step
    ask: What is the third step of RICE?
    choices:
      rest: Rest
      ice: Ice
      compression: Compression
    answer: compression
    why: The letters stand in that order.
    proof: {step: 3, of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ011",
    .name = "longest-key",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "The answer is longer than the other choices by half.",
    .rationale =
        R"md(Writers make the right answer exact and the others short; readers who know nothing pick the longest.
`thresholds: {answer-length-ratio: 1.5}` sets how many times as long as the others' mean it may be; a
difference of fewer than ten characters is no cue, nor is one of less than three words or three tenths to the next
longest. Names and titles are left alone.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: keep the length of choices about equal; NBME 2020: long correct "
        "answer; the ratio is guidec's own",
    .thresholds = kThresholds,
    .examples = kExamples,
    .skips_damaged = true,
    .question = Check,
};

}  // namespace guidec::rules::longest_key
