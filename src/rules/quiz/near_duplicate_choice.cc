// Two things are certain enough: choices that differ only in small words or endings, and words that every
// choice repeats around the one that counts. Choices of a grid ("half your age from 205", "your age from
// 220") share words that no question could take over.
#include <algorithm>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "model/quiz/question.h"
#include "text/content_words.h"
#include "text/phrase.h"

namespace guidec::rules::near_duplicate_choice {
namespace {

constexpr Threshold kLikeness{"choice-likeness", 0.8};
constexpr Threshold kThresholds[] = {kLikeness};

constexpr std::size_t kLeastShared = 4;  // words; fewer are read at a glance

using Words = std::vector<std::string>;

// A choice is held against so many before it: no question that people read has more, and a stranger's may have
// thousands.
constexpr std::size_t kMostCompared = 50;

bool HasDigit(const std::string& word) {
  return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

// What is left of English words without those that seldom tell two choices apart, and without endings.
Words Essence(const Words& words) {
  Words essence;
  for (const std::string& word : words) {
    if (!IsOneOf(word, "a|an|the|this|that|these|those|your|its|their|own|just"))
      essence.push_back(WordStem(word));
  }
  return essence;
}

std::size_t SharedHead(std::span<const std::string> a, std::span<const std::string> b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

std::size_t SharedTail(std::span<const std::string> a, std::span<const std::string> b) {
  std::size_t count = 0;
  while (count < std::min(a.size(), b.size()) && a[a.size() - 1 - count] == b[b.size() - 1 - count]) ++count;
  return count;
}

// Whether all choices have the same words around one place, and there no figure: "20 seconds" and "30
// seconds" are best read whole.
bool ShareTheirWords(const std::vector<Words>& choices, double most) {
  const Words& first = choices.front();
  std::size_t head = first.size();
  std::size_t tail = first.size();
  std::size_t shortest = first.size();
  std::size_t longest = first.size();
  for (const Words& words : choices) {
    head = std::min(head, SharedHead(first, words));
    tail = std::min(tail, SharedTail(first, words));
    shortest = std::min(shortest, words.size());
    longest = std::max(longest, words.size());
  }
  if (head + tail >= shortest || head + tail < kLeastShared) return false;
  const auto has_figure = [&](const Words& words) {
    return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(head),
                       words.end() - static_cast<std::ptrdiff_t>(tail), HasDigit);
  };
  return static_cast<double>(head + tail) >= most * static_cast<double>(longest) &&
         std::ranges::none_of(choices, has_figure);
}

void Report(const Choice& choice, const Choice& earlier, std::string_view advice, RuleContext& context) {
  Diagnostic& finding =
      context.Report(choice.text.span(), fmt::format("choice `{}` has nearly the same words as `{}`; {}",
                                                     choice.id.value, earlier.id.value, advice));
  finding.labels.push_back({earlier.text.span(), "nearly the same words"});
}

// "John" and "Johns" where a name is asked for: one letter is what the question is about.
bool AsksForName(const Prose& stem) {
  return std::ranges::any_of(PassagesOf(stem), [](const Passage& passage) {
    return FindPhrase(passage.tokens().words, "name|names|named|surname|called|spelled|spelt|spelling")
        .has_value();
  });
}

void CheckGroup(std::span<const Choice> choices, const Question& question, const std::string& language,
                double most, RuleContext& context) {
  std::vector<Words> words;
  for (const Choice& choice : choices) words.push_back(LowerWords(choice.text.source_text(), language).words);
  if (choices.size() > 2 && ShareTheirWords(words, most))
    Report(choices[1], choices[0], "move what all of them share into the question", context);
  if (!context.Reads(language)) return;
  const bool is_name = AsksForName(question.stem);
  std::vector<Words> essences;
  for (const Words& choice : words) essences.push_back(Essence(choice));
  for (std::size_t second = 1; second < words.size(); ++second) {
    for (std::size_t first = second - std::min(second, kMostCompared); first < second; ++first) {
      if (words[first] == words[second] || essences[first] != essences[second]) continue;
      if (is_name && words[second].size() == 1) continue;
      Report(choices[second], choices[first], "write another, or leave one out", context);
      break;
    }
  }
}

void Check(const Guide& guide, const Question& question, RuleContext& context) {
  const double most = context.Value(kLikeness);
  for (const auto group : ChoiceGroupsOf(question)) {
    if (!group.empty()) CheckGroup(group, question, guide.language, most, context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: not-a-sign
    ask: Which of these is **not** a usual sign?
    choices:
      groin: You feel a dull pain deep in your groin at night
      hip: You feel a dull pain deep in your hip at night # expect: QZ014 @ 12-58 "the same words as `groin`"
      knee: You feel a dull pain deep in your knee at night
    answer: knee
    why: The pain shows up around your hip and in your groin.
    proof: {not-in: symptoms}
)yaml"},
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices:
      rest: Rest the sore muscle
      ice: Cool the sore muscle
      rest-it: Resting your sore muscles # expect: QZ014 @ 16-41 "write another"
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
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
        R"md(Choices that differ only in small words or endings cannot be told apart: if one is right, so is the
other. "Sore" and "very sore" can, and so can "John" and "Johns" where a name is asked for. Words that all choices
share are read again for each of them, and the one word that differs is easily missed; choices that differ in a figure are left alone.
`thresholds: {choice-likeness: 0.8}` sets the share of the words that all choices have in common.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: put the central idea in the stem, choices not overlapping; the "
        "share is guidec's own",
    .thresholds = kThresholds,
    .examples = kExamples,
    .reads = kEnglish,
    .question = Check,
};

}  // namespace guidec::rules::near_duplicate_choice
