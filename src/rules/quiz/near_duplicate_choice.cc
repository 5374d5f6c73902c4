#include <algorithm>
#include <iterator>
#include <set>
#include <span>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/quiz/question.h"
#include "text/phrase.h"

namespace guidec::rules::near_duplicate_choice {
namespace {

constexpr Threshold kLikeness{"choice-likeness", 0.8};
constexpr Threshold kThresholds[] = {kLikeness};

using Words = std::set<std::string>;

// A choice is held against so many before it: no question that people read has more, and a stranger's may have
// thousands.
constexpr std::size_t kMostCompared = 50;

bool HasDigit(const std::string& word) {
  return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

// How much of their words two choices share, from 0 to 1.
double Likeness(const Words& a, const Words& b) {
  Words both;
  Words either;
  std::ranges::set_intersection(a, b, std::inserter(both, both.end()));
  std::ranges::set_union(a, b, std::inserter(either, either.end()));
  return either.empty() ? 0 : static_cast<double>(both.size()) / static_cast<double>(either.size());
}

// "20 seconds" and "30 seconds", "rest, then ice" and "ice, then rest": what differs is the question.
bool DifferInWhatIsAsked(const Words& a, const Words& b) {
  Words apart;
  std::ranges::set_symmetric_difference(a, b, std::inserter(apart, apart.end()));
  return apart.empty() || std::ranges::any_of(apart, HasDigit);
}

void CheckGroup(std::span<const Choice> choices, const std::string& language, double most,
                RuleContext& context) {
  std::vector<Words> words;
  for (const Choice& choice : choices) {
    const WordList list = LowerWords(choice.text.source_text(), language);
    words.emplace_back(list.words.begin(), list.words.end());
  }
  for (std::size_t second = 1; second < words.size(); ++second) {
    for (std::size_t first = second - std::min(second, kMostCompared); first < second; ++first) {
      if (Likeness(words[first], words[second]) < most || DifferInWhatIsAsked(words[first], words[second]))
        continue;
      const Choice& earlier = choices[first];
      Diagnostic& finding = context.Report(
          choices[second].text.span(),
          fmt::format("choice `{}` has nearly the same words as `{}`; move what they share into the question",
                      choices[second].id.value, earlier.id.value));
      finding.labels.push_back({earlier.text.span(), "nearly the same words"});
      break;
    }
  }
}

void Check(const Guide& guide, const Question& question, RuleContext& context) {
  const double most = context.Value(kLikeness);
  for (const auto group : ChoiceGroupsOf(question)) CheckGroup(group, guide.language, most, context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: not-a-sign
    ask: Which of these is **not** a usual sign?
    choices:
      groin: You feel a dull pain deep in your groin at night
      hip: Your hip hurts
      knee: You feel a dull pain deep in your knee at night # expect: QZ014 @ 13-60 "the same words as `groin`"
    answer: knee
    why: The pain shows up around your hip and in your groin.
    proof: {not-in: symptoms}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: hold
    ask: How long do you hold the hip stretch?
    choices:
      short: For 10 seconds on each of your two sides
      middle: For 20 seconds on each of your two sides
      long: For 30 seconds on each of your two sides
    answer: long
    why: Give the muscle time.
    proof: {value: hip-stretch.dose.hold}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ014",
    .name = "near-duplicate-choice",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "Two choices have nearly the same words.",
    .rationale =
        R"md(Words that choices share are read again for each of them, and the one word that differs is easily
missed. Choices that differ in a figure or in the order of their words are left alone. `thresholds:
{choice-likeness: 0.8}` sets the share of common words (Jaccard index).)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: put the central idea in the stem, choices not overlapping; the "
        "share is guidec's own",
    .thresholds = kThresholds,
    .examples = kExamples,
    .question = Check,
};

}  // namespace guidec::rules::near_duplicate_choice
