#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/quiz/question.h"

namespace guidec::rules::vague_frequency {
namespace {

bool IsWord(std::string_view token) {
  return token.front() >= 'a' && token.front() <= 'z';
}

// "how often", "twice as often", "less often than": these compare or count.
bool IsVague(const WordList& tokens, std::size_t at) {
  const std::string_view word = tokens.words[at];
  const auto behind = std::span(tokens.words).subspan(at + 1);
  if (word == "often" || word == "frequently") {
    if (at > 0 && IsOneOf(tokens.words[at - 1], "how|as|more|less|least|most|so|too")) return false;
    return !MatchPhrase(behind, "than|as|enough");
  }
  // "the most commonly used"
  if (at > 0 && IsOneOf(tokens.words[at - 1], "more|most|less|least")) return false;
  // "Iguanas sometimes eat eggs": it happens, however often.
  if (word == "sometimes" && at > 0 && !behind.empty() && IsWord(tokens.words[at - 1]) &&
      IsWord(behind.front()))
    return false;
  return IsOneOf(word, "usually|sometimes|occasionally|seldom|rarely|generally|commonly|typically");
}

void Check(const Guide&, const Question& question, RuleContext& context) {
  for (const ChoiceWord& vague : WordsOfSomeChoices(question, IsVague)) {
    context.Report(vague.span, fmt::format("nobody can say how often `{}` is; give choice `{}` a figure, or "
                                           "say what happens",
                                           vague.word, vague.choice->id.value));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices:
      rest: A rest from running
      ice: Usually some ice # expect: QZ017 @ 12-19 "how often `usually` is"
      compression: Some gentle pressure
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices:
      rest: A rest from running
      ice: Some ice twice as often
      compression: Some pressure in May
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ017",
    .name = "vague-frequency",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A choice says usually, often or rarely.",
    .rationale =
        R"md("Usually" is half of the time to one reader and nearly always to another, so whether the choice is right
is a matter of opinion. Such words also give the answer away, because careful writers hedge what is true.
Where every choice has one, nothing is given away. "They sometimes hurt" only says that it happens.)md",
    .source = "NBME item-writing guide 2020: vague frequency terms",
    .examples = kExamples,
    .languages = kEnglish,
    .question = Check,
};

}  // namespace guidec::rules::vague_frequency
