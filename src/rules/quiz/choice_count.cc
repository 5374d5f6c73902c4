#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "model/quiz/kind.h"
#include "model/quiz/question.h"
#include "text/phrase.h"

namespace guidec::rules::choice_count {
namespace {

constexpr Threshold kLeast{"choices-least", 3};
constexpr Threshold kMost{"choices-most", 5};
constexpr Threshold kThresholds[] = {kLeast, kMost};

// "Yes" and "No", to which no third can be added.
bool AreVerdicts(const std::vector<Choice>& choices) {
  static constexpr Alternatives kVerdicts = "yes|no|true|false|right|wrong|correct|incorrect";
  return std::ranges::all_of(choices, [](const Choice& choice) {
    const WordList words = LowerWords(choice.text.source_text(), "en");
    return words.size() == 1 && IsOneOf(words.words.front(), kVerdicts);
  });
}

// One of the two denies the other: "correlated" and "uncorrelated", "reject" and "fail to reject".
bool Denies(std::span<const std::string> words, std::span<const std::string> others) {
  if (words.empty() || others.empty()) return false;
  if (const auto no = MatchPhrase(words, "not|no|without"))
    return std::ranges::equal(words.subspan(*no), others);
  if (const auto fails = MatchPhrase(words, "fail|fails to"))
    return std::ranges::equal(words.subspan(*fails), others);
  constexpr std::string_view kDenials[] = {"un", "in", "im", "ir", "non", "dis"};
  return std::ranges::equal(words.subspan(1), others.subspan(1)) &&
         std::ranges::any_of(kDenials, [&](std::string_view denial) {
           return words.front() == fmt::format("{}{}", denial, others.front());
         });
}

// Whether the question itself puts the two: "is height continuous or discrete?"
bool IsEitherOr(const Question& question) {
  const std::string first = LowerCase(question.choices[0].text.source_text());
  const std::string second = LowerCase(question.choices[1].text.source_text());
  return std::ranges::any_of(PassagesOf(question.stem), [&](const Passage& passage) {
    const std::string text = LowerCase(passage.text);
    return text.find(fmt::format("{} or {}", first, second)) != std::string::npos ||
           text.find(fmt::format("{} or {}", second, first)) != std::string::npos;
  });
}

// Two choices beside which there is no third.
bool AreAllThereIs(const Question& question) {
  const WordList first = LowerWords(question.choices[0].text.source_text(), "en");
  const WordList second = LowerWords(question.choices[1].text.source_text(), "en");
  return Denies(first.words, second.words) || Denies(second.words, first.words) ||
         (question.stem && IsEitherOr(question));
}

std::string TooFew(const Question& question, std::size_t count, double least) {
  const bool are_two = count == 2 && question.choices.size() == 2;
  if (are_two && !AreVerdicts(question.choices) && AreAllThereIs(question)) {
    return fmt::format(
        "there is no third choice beside `{}` and `{}`, and half of the readers guess right; write a "
        "statement "
        "with `true-or-false`, or ask why",
        question.choices[0].text.source_text(), question.choices[1].text.source_text());
  }
  if (are_two && AreVerdicts(question.choices)) {
    return fmt::format(
        "`{}` and `{}` are easy to guess from; write a statement with `true-or-false`, or ask what, "
        "which or why",
        question.choices[0].text.source_text(), question.choices[1].text.source_text());
  }
  return fmt::format("{} choices are easy to guess from; offer at least {}", count, least);
}

void Check(const Guide&, const Question& question, RuleContext& context) {
  const double least = context.Value(kLeast);
  const double most = context.Value(kMost);
  const Pair* choices = question.node->FindPair("choices");
  if (choices == nullptr || !choices->value.IsMapping()) return;
  const std::size_t count = choices->value.pairs.size();
  const auto number = static_cast<double>(count);
  // A single choice is reported as a wrong shape.
  // Two items are as hard to match as their matches are many.
  if (!OffersWrongChoices(question) && !question.kind->is_order) return;
  const bool is_many = question.kind->has_one_key && number > most;
  if (count < 2 || HasDamage(choices->value) || (number >= least && !is_many)) return;
  context.Report(
      choices->key.span,
      number < least
          ? TooFew(question, count, least)
          : fmt::format("{} choices are more than anyone reads with care; offer at most {}", count, most));
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices: # expect: QZ007 @ 5-12 "offer at least 3"
      rest: Rest
      ice: Ice
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: cold
    ask: Does ice come after rest in RICE?
    choices: {"yes": "Yes", "no": "No"} # expect: QZ007 @ 5-12 "write a statement with `true-or-false`"
    answer: "yes" # expect: QZ006 @ 13-18
    why: The letters stand in that order.
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: form
    true-or-false: Good running form helps.
    answer: true
    why: It spares your hips.
    proof: {claim: form-helps}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ007",
    .name = "choice-count",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A question has fewer than three or more than five choices.",
    .rationale =
        R"md(Three good choices test as well as four or five and take less reading. With two, half of the readers
guess right; a statement to judge is better written with `true-or-false`. `thresholds: {choices-least: 3,
choices-most: 5}` sets both ends.)md",
    .source =
        "Rodriguez 2005: three options are optimal; Haladyna, Downing, Rodriguez 2002; the upper end is "
        "guidec's own",
    .thresholds = kThresholds,
    .examples = kExamples,
    .question = Check,
};

}  // namespace guidec::rules::choice_count
