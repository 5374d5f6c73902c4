#include <algorithm>
#include <cctype>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "model/quiz/question.h"
#include "rules/word_puzzle.h"
#include "text/tokens.h"
#include "text/words.h"

namespace guidec::rules::duplicate_choice {
namespace {

// "BB x Bb" has signs alone, whose capitals mean something.
bool HasWords(std::string_view text) {
  constexpr std::size_t kShortest = 3;
  std::size_t run = 0;
  return std::ranges::any_of(text, [&](char c) {
    run = std::isalpha(static_cast<unsigned char>(c)) != 0 ? run + 1 : 0;
    return run == kShortest;
  });
}

// What is left of a choice when it is read fast: its words and signs without capitals, without quotation
// marks or stars around it and without the closing punctuation.
std::string EssenceOf(const Choice& choice) {
  std::string essence;
  for (const Passage& passage : PassagesOf(choice.text)) {
    if (!HasWords(passage.text)) {
      essence += passage.text + " ";
      continue;
    }
    for (const std::string& token : Tokens(LowerCase(passage.text)).words) essence += token + " ";
  }
  const std::size_t first = essence.find_first_not_of(" *_\"");
  const std::size_t last = essence.find_last_not_of(" .,;:!?*_\"");
  return last == std::string::npos ? essence : essence.substr(first, last + 1 - first);
}

void CheckGroup(std::span<const Choice> choices, RuleContext& context) {
  std::vector<std::string> essences;
  for (const Choice& choice : choices) {
    essences.push_back(EssenceOf(choice));
    if (essences.back().empty()) continue;
    const auto first = std::ranges::find(essences, essences.back());
    if (first == essences.end() - 1) continue;
    const Choice& earlier = choices[static_cast<std::size_t>(first - essences.begin())];
    Diagnostic& finding = context.Report(
        choice.text.span(), fmt::format("choice `{}` says the same as `{}`; write another or leave it out",
                                        choice.id.value, earlier.id.value));
    finding.labels.push_back({earlier.text.span(), "the same choice"});
  }
}

void Check(const Guide&, const Question& question, RuleContext& context) {
  if (IsWordPuzzle(question)) return;
  for (const auto group : ChoiceGroupsOf(question)) CheckGroup(group, context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices:
      rest: Take a rest
      ice: Cool it
      pause: Take a Rest # expect: QZ003 @ 14-25 "says the same as `rest`"
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices:
      rest: Take a rest
      ice: Cool it
      compression: Press on it
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ003",
    .name = "duplicate-choice",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A question offers the same choice twice.",
    .rationale =
        R"md(Two equal choices cannot both be wrong without giving themselves away, and cannot both be right.
Capitals, blanks, quotation marks, bold type and the closing punctuation make no difference.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: one and only one correct answer, choices independent of each "
        "other",
    .examples = kExamples,
    .question = Check,
};

}  // namespace guidec::rules::duplicate_choice
