#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/library.h"
#include "text/nearest.h"
#include "text/words.h"

namespace guidec {
namespace {

// A sentence that slipped into the answer is not repeated.
std::string Named(const Node& answer) {
  constexpr std::size_t kMaxShown = 64;
  return answer.text.size() > kMaxShown ? std::string("the answer") : fmt::format("answer `{}`", answer.text);
}

Fix Replace(const Node& answer, const std::string& by, Safety safety) {
  return {fmt::format("replace `{}` by `{}`", answer.text, by), {{answer.span, by}}, safety};
}

void CheckTruth(const Pair& pair, RuleContext& context) {
  const Node& answer = pair.value;
  if (!answer.IsScalar()) {
    context.Report(pair.key.span, "the answer of a true-or-false question is `true` or `false`");
    return;
  }
  const bool is_plain = answer.style == ScalarStyle::kPlain;
  if (is_plain && (answer.text == "true" || answer.text == "false")) return;
  const std::string lower = LowerCase(answer.text);
  const bool is_true = lower == "true" || lower == "yes";
  const bool is_false = lower == "false" || lower == "no";
  Diagnostic& finding = context.Report(
      answer.span, is_true || is_false ? fmt::format("write the answer as `{}`", is_true)
                                       : fmt::format("{} is neither `true` nor `false`", Named(answer)));
  if (is_true || is_false) finding.fix = Replace(answer, fmt::format("{}", is_true), Safety::kSafe);
}

// The id that an author meant who wrote a choice's text, or the letter that it has in print.
std::optional<std::string> IdMeant(const Question& question, std::string_view answer) {
  for (const Choice& choice : question.choices) {
    if (LowerCase(choice.text.source_text()) == LowerCase(answer)) return choice.id.value;
  }
  if (answer.size() != 1) return std::nullopt;
  const int letter = std::tolower(static_cast<unsigned char>(answer.front())) - 'a';
  if (letter < 0 || static_cast<std::size_t>(letter) >= question.choices.size()) return std::nullopt;
  return question.choices[static_cast<std::size_t>(letter)].id.value;
}

void CheckChoice(const Question& question, const Node& choices, const Pair& pair, RuleContext& context) {
  const Node& answer = pair.value;
  if (!answer.IsScalar()) {
    context.Report(pair.key.span, "a question has one answer; give the id of one choice");
    return;
  }
  if (choices.Find(answer.text) != nullptr) return;
  std::vector<std::string> ids;
  for (const Pair& choice : choices.pairs) ids.push_back(choice.key.text);
  const auto meant = IdMeant(question, answer.text);
  const std::string hint =
      meant ? fmt::format("; write the choice's id, `{}`", *meant) : DidYouMean(answer.text, ids);
  Diagnostic& finding = context.Report(answer.span, fmt::format("{} names no choice{}", Named(answer), hint));
  finding.labels.push_back({question.node->FindPair("choices")->key.span,
                            fmt::format("the choices: `{}`", fmt::join(ids, "`, `"))});
  const auto by = meant ? meant : Nearest(answer.text, ids);
  if (by) finding.fix = Replace(answer, *by, Safety::kUnsafe);
}

void Check(const Library& library, RuleContext& context) {
  ForEachQuestion(library, [&](const Guide&, const Question& question) {
    const Pair* answer = question.node->FindPair("answer");
    if (HasDamage(*question.node) || answer == nullptr || answer->value.kind == NodeKind::kNull) return;
    const Node* choices = question.node->Find("choices");
    if (question.is_true_or_false) {
      CheckTruth(*answer, context);
    } else if (choices != nullptr && choices->IsMapping()) {
      CheckChoice(question, *choices, *answer, context);
    }
  });
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: not-a-sign
    ask: Which of these is **not** a usual sign?
    choices:
      groin: Pain in your groin
      hip: Pain around your hip
      knee: Pain in your knee
    answer: nee # expect: QZ002 @ 13-16 "did you mean `knee`"
    why: The pain shows up around your hip and in your groin.
    proof: {not-in: symptoms}
  - id: still-not-a-sign
    ask: Which of these is **not** a sign?
    choices:
      groin: Pain in your groin
      knee: Pain in your knee
      hip: Pain around your hip
    answer: b # expect: QZ002 @ 13-14 "write the choice's id, `knee`"
    why: The pain shows up around your hip and in your groin.
    proof: {not-in: symptoms}
)yaml"},
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: form
    true-or-false: Good running form helps.
    answer: yes # expect: QZ002 @ 13-16 "write the answer as `true`"
    why: It spares your hips.
    proof: {claim: form-helps}
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

extern const Rule answer_not_a_choice;
constinit const Rule answer_not_a_choice = {
    .code = "QZ002",
    .name = "answer-not-a-choice",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "The answer is the id of no choice, or is neither `true` nor `false`.",
    .rationale =
        R"md(The key names a choice by its id. Letters are given when the quiz is printed, so that choices can be
moved without touching the key.)md",
    .source = "Haladyna, Downing, Rodriguez 2002: one and only one correct answer; guidec's source format",
    .examples = kExamples,
    .check = Check,
};

}  // namespace guidec
