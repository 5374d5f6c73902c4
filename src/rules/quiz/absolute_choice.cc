#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/quiz/question.h"
#include "text/tokens.h"

namespace guidec::rules::absolute_choice {
namespace {

constexpr std::string_view kAbsolutes = "always|never|all|every|everyone|everybody|everything|nobody|none";

// What nobody does of everything: "eliminate all risk", "avoid all fats".
constexpr std::string_view kSweeping =
    "avoid*|eliminat*|prevent*|stop*|cure|cures|curing|treat*|replac*|solve*|fix|fixes|heal|heals|end|ends|"
    "remov*|"
    "ban*|skip*|ignor*|reject*|relieve*";

constexpr std::string_view kPeople =
    "people|persons|adults|children|women|men|patients|victims|runners|athletes|beginners|readers|cases|"
    "injuries";

// "all" that speaks of a whole ("all the pain", "all through the night"), denies ("not all") or gives a
// reach ("open to all") says nothing of every case.
bool IsEveryCase(const WordList& tokens, std::size_t all) {
  const auto behind = std::span(tokens.words).subspan(all + 1);
  // "Turn off all lights", "remove all clothing": a few things that can be counted.
  const auto before = std::span(tokens.words).first(all);
  const bool is_of_people = !behind.empty() && IsOneOf(behind.front(), kPeople);
  if (!before.empty() && !is_of_people && !IsOneOf(before.back(), kSweeping)) return false;
  constexpr std::string_view kBefore =
      "not|nearly|almost|at|above|of|after|for|to|with|in|on|from|by|it|them|us|is|are|we|they|you|,";
  if (all > 0 && IsOneOf(tokens.words[all - 1], kBefore)) return false;
  if (behind.empty() || MatchPhrase(behind, "of? the|these|those|them above|choices|answers")) return false;
  return !MatchPhrase(behind,
                      "the|this|that|these|those|your|its|fours|right|day|night|week|year|over|around|"
                      "through|along|but|in|at|"
                      "together|up|down|out|two|three|four|five|.|,");
}

// "every day": this says how often.
bool IsAbsolute(const WordList& tokens, std::size_t at) {
  if (!IsOneOf(tokens.words[at], kAbsolutes)) return false;
  const auto behind = std::span(tokens.words).subspan(at + 1);
  const std::string_view word = tokens.words[at];
  if (word == "all") return IsEveryCase(tokens, at);
  // "what it was never meant for"
  if (word == "never" && at > 0 && IsOneOf(tokens.words[at - 1], "was|were|had|has|have")) return false;
  if (word == "none") return !MatchPhrase(behind, "of the|these|them|those");
  if (word != "every") return true;
  return !MatchPhrase(
             behind,
             "day|week|month|year|hour|minute|morning|evening|night|session|other|second|third|few") &&
         !(behind.size() > 1 && (behind.front()[0] >= '0' && behind.front()[0] <= '9'));
}

// "How often", "who", "when": there "never" and "everyone" are answers like others.
bool AsksHowMuchOf(const Prose& stem) {
  return std::ranges::any_of(PassagesOf(stem), [](const Passage& passage) {
    static constexpr Phrases kAsks{"who|whom|when", "how often|frequently|many|much|long"};
    return FindAnyPhrase(passage.tokens().words, kAsks).has_value();
  });
}

// "All victims", "only those with severe symptoms", "mostly grains": how far it goes is the question.
bool IsOfReach(const Question& question) {
  return std::ranges::any_of(question.choices, [](const Choice& choice) {
    return FindPhrase(LowerWords(choice.text.source_text(), "en").words, "only|mostly|half").has_value();
  });
}

// An answer that goes as far makes none of the others look wrong.
bool IsInKey(const Question& question, const std::vector<ChoiceWord>& absolutes) {
  return std::ranges::any_of(absolutes,
                             [&](const ChoiceWord& absolute) { return IsRight(question, *absolute.choice); });
}

void Check(const Guide&, const Question& question, RuleContext& context) {
  if (!question.stem || AsksHowMuchOf(question.stem)) return;
  const std::vector<ChoiceWord> absolutes = WordsOfSomeChoices(question, IsAbsolute);
  if (absolutes.empty() || IsInKey(question, absolutes) || IsOfReach(question)) return;
  for (const ChoiceWord& absolute : absolutes) {
    context.Report(absolute.span,
                   fmt::format("`{}` makes choice `{}` look wrong at a glance; say what happens, or "
                               "how often",
                               absolute.word, absolute.choice->id.value));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices:
      rest: A rest from running
      ice: Always put on some ice # expect: QZ013 @ 12-18 "`always` makes choice `ice` look wrong"
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
      ice: Some ice every day
      compression: Pressure while on all fours
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ013",
    .name = "absolute-choice",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A choice says always, never, all or every.",
    .rationale =
        R"md(In health hardly anything is always so. Readers know it and strike such choices out without knowing the
subject. Where every choice says it, or the answer does, nothing is given away; and of "how often", "when" and
"who", "never" and "everyone" are answers like others.)md",
    .source =
        "NBME item-writing guide 2020: absolute terms; Haladyna, Downing, Rodriguez 2002: avoid specific "
        "determiners",
    .examples = kExamples,
    .languages = kEnglish,
    .question = Check,
};

}  // namespace guidec::rules::absolute_choice
