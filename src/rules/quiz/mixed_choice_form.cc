// The form of a choice is read off its first words. A question is judged only where that tells the form
// of every choice, and all but one are alike.
#include <algorithm>
#include <cctype>
#include <map>
#include <span>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "model/quiz/question.h"
#include "text/phrase.h"

namespace guidec::rules::mixed_choice_form {
namespace {

enum class Form : unsigned char { kUnknown, kSentence, kInfinitive, kGerund, kPhrase };

constexpr std::string_view FormName(Form form) {
  switch (form) {
    case Form::kSentence:
      return "a whole sentence";
    case Form::kInfinitive:
      return "opens with `to` and a verb";
    case Form::kGerund:
      return "opens with an -ing form";
    default:
      return "a phrase";
  }
}

constexpr std::string_view kNoGerunds =
    "thing|things|nothing|something|anything|everything|morning|evening|spring|string|ring|wing|king|during|"
    "swelling|bleeding|feeling|tingling|burning|cramping|aching|ceiling|building|clothing|sling|sibling|"
    "icing";

Form FormOf(const Choice& choice, const std::string& language) {
  const WordList words = LowerWords(choice.text.source_text(), language);
  if (words.size() == 0) return Form::kUnknown;
  const std::string& first = words.words.front();
  constexpr std::string_view kVerbs =
      "is|are|was|were|has|have|had|can|may|might|must|will|would|should|do|does|did|feel|feels|helps|gets|"
      "need|needs|isn't|aren't|can't|don't|doesn't|won't|cannot|makes|gives|keeps|hurts|moves|takes";
  const auto verb = FindPhrase(words.words, kVerbs);
  if (verb && words.size() >= 3) {
    const bool has_subject = IsOneOf(first, "it|you|they|we|he|she|there|i") && verb->begin == 1;
    const bool has_noun = IsOneOf(first, "the|your|a|an|this|that|these|those") && verb->begin == 2;
    if (has_subject || has_noun) return Form::kSentence;
  }
  if (verb) return Form::kUnknown;
  if (first == "to" && words.size() >= 2 && !IsOneOf(words.words[1], "the|a|an|your|one|each|both"))
    return Form::kInfinitive;
  if (first.ends_with("ing") && first.size() >= 6 && !IsOneOf(first, kNoGerunds)) return Form::kGerund;
  // "The swelling goes down" opens like a phrase and is none.
  constexpr std::string_view kOpeners =
      "in|on|at|around|near|behind|under|above|from|after|before|during|between|by|with|without|for";
  const bool has_subject = FindPhrase(words.words, "it|you|they|we|he|she|that|which|who").has_value();
  return IsOneOf(first, kOpeners) && words.size() <= 5 && !has_subject ? Form::kPhrase : Form::kUnknown;
}

void CheckGroup(std::span<const Choice> choices, const std::string& language, RuleContext& context) {
  if (choices.size() < 3) return;
  std::map<Form, std::vector<const Choice*>> by_form;
  for (const Choice& choice : choices) by_form[FormOf(choice, language)].push_back(&choice);
  if (by_form.size() != 2 || by_form.contains(Form::kUnknown)) return;
  const auto odd = std::ranges::find(by_form, 1U, [](const auto& entry) { return entry.second.size(); });
  if (odd == by_form.end()) return;
  const auto& [others_form, others] = odd == by_form.begin() ? *by_form.rbegin() : *by_form.begin();
  const bool is_verbless = odd->first == Form::kPhrase;
  // A noun beside -ing forms that may be nouns: "the plank, running, swimming".
  if (is_verbless && others_form != Form::kSentence) return;
  if (odd->first == Form::kGerund && others_form == Form::kPhrase) return;
  const bool is_told = odd->first == Form::kSentence || odd->first == Form::kPhrase;
  Diagnostic& finding =
      context.Report(odd->second.front()->text.span(),
                     fmt::format("choice `{}` {}{}, and the others do not; give all the same form",
                                 odd->second.front()->id.value, is_told ? "is " : "", FormName(odd->first)));
  finding.labels.push_back({others.front()->text.span(), "another form"});
}

void Check(const Guide& guide, const Question& question, RuleContext& context) {
  for (const auto group : ChoiceGroupsOf(question)) CheckGroup(group, guide.language, context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: not-a-sign
    ask: Where does it **not** hurt?
    choices:
      groin: In your groin
      hip: Around your hip
      knee: It is in your knee # expect: QZ019 @ 13-31 "is a whole sentence"
    answer: knee
    why: The pain shows up around your hip and in your groin.
    proof: {not-in: symptoms}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: not-a-sign
    ask: Where does it **not** hurt?
    choices:
      groin: In your groin
      hip: Around your hip
      knee: In your knee
    answer: knee
    why: The pain shows up around your hip and in your groin.
    proof: {not-in: symptoms}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ019",
    .name = "mixed-choice-form",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "One choice is put in another form than the others.",
    .rationale =
        R"md(A sentence among phrases, or "to rest" among "icing" and "lifting", stands out: readers take it for the
answer or strike it out. Only forms that the first words tell with certainty are compared.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: keep choices homogeneous in content and grammatical structure",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .question = Check,
};

}  // namespace guidec::rules::mixed_choice_form
