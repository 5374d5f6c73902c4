#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/quiz/question.h"
#include "text/nearest.h"
#include "text/words.h"

namespace guidec::rules::answer_not_a_choice {
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
std::optional<std::string> IdMeant(const std::vector<Choice>& choices, std::string_view answer) {
  for (const Choice& choice : choices) {
    if (LowerCase(choice.text.source_text()) == LowerCase(answer)) return choice.id.value;
  }
  if (answer.size() != 1) return std::nullopt;
  const int letter = std::tolower(static_cast<unsigned char>(answer.front())) - 'a';
  if (letter < 0 || static_cast<std::size_t>(letter) >= choices.size()) return std::nullopt;
  return choices[static_cast<std::size_t>(letter)].id.value;
}

// What the answer may name: the choices or, of a matching question, the matches.
struct Offer {
  const Pair* written = nullptr;
  const std::vector<Choice>* choices = nullptr;
  std::string_view noun;
};

std::optional<Offer> OfferOf(const Question& question, std::string_view key) {
  const Pair* written = question.node->FindPair(key);
  if (written == nullptr || !written->value.IsMapping()) return std::nullopt;
  return key == "with" ? Offer{written, &question.matches, "match"}
                       : Offer{written, &question.choices, "choice"};
}

void CheckName(const Offer& offer, const Node& answer, RuleContext& context) {
  if (!answer.IsScalar() || offer.written->value.Find(answer.text) != nullptr) return;
  std::vector<std::string> ids;
  for (const Pair& choice : offer.written->value.pairs) ids.push_back(choice.key.text);
  const auto meant = IdMeant(*offer.choices, answer.text);
  const std::string hint =
      meant ? fmt::format("; write the {}'s id, `{}`", offer.noun, *meant) : DidYouMean(answer.text, ids);
  Diagnostic& finding =
      context.Report(answer.span, fmt::format("{} names no {}{}", Named(answer), offer.noun, hint));
  finding.labels.push_back(
      {offer.written->key.span,
       fmt::format("the {}: `{}`", offer.noun == "match" ? "matches" : "choices", fmt::join(ids, "`, `"))});
  const auto by = meant ? meant : Nearest(answer.text, ids);
  if (by) finding.fix = Replace(answer, *by, Safety::kUnsafe);
}

void CheckChoice(const Question& question, const Pair& pair, RuleContext& context) {
  if (!pair.value.IsScalar()) {
    context.Report(pair.key.span,
                   pair.value.IsSequence()
                       ? "a question with `ask` has one answer; give the id of one choice, or ask "
                         "with `choose-all`"
                       : "a question has one answer; give the id of one choice");
    return;
  }
  if (const auto offer = OfferOf(question, "choices")) CheckName(*offer, pair.value, context);
}

// The answer is a list of choices.
void CheckChoices(const Question& question, const Pair& pair, RuleContext& context) {
  const auto offer = OfferOf(question, "choices");
  if (!pair.value.IsSequence() || pair.value.items.empty()) {
    context.Report(pair.key.span,
                   question.kind == QuestionKind::kOrdering
                       ? "the answer is the list of the items in their order, such as `[rest, ice]`"
                       : "the answer is a list of all right choices, such as `[groin, hip]`");
    return;
  }
  for (const Node& item : pair.value.items) {
    if (offer) CheckName(*offer, item, context);
  }
}

void CheckPairs(const Question& question, const Pair& pair, RuleContext& context) {
  if (!pair.value.IsMapping()) {
    context.Report(pair.key.span, "the answer names for each item its match, as `item: match`");
    return;
  }
  const auto items = OfferOf(question, "choices");
  const auto matches = OfferOf(question, "with");
  for (const Pair& entry : pair.value.pairs) {
    if (items) CheckName(*items, entry.key, context);
    if (!entry.value.IsScalar()) {
      context.Report(entry.key.span, fmt::format("item `{}` has one match; give its id", entry.key.text));
    } else if (matches) {
      CheckName(*matches, entry.value, context);
    }
  }
}

void CheckAmount(const Pair& pair, RuleContext& context) {
  if (!pair.value.IsScalar()) {
    context.Report(pair.key.span, "the answer is a number with its unit, such as `30 s` or `12 repetitions`");
    return;
  }
  const auto amount = ParseAmount(pair.value.text);
  const auto* error = std::get_if<QuantityError>(&amount);
  if (error == nullptr) return;
  Diagnostic& finding = context.Report(pair.value.SpanOf(error->begin, error->end), error->message);
  if (error->replacement) finding.fix = Replace(pair.value, *error->replacement, Safety::kSafe);
}

void CheckAnswer(const Question& question, const Pair& answer, RuleContext& context) {
  switch (question.kind) {
    case QuestionKind::kTrueOrFalse:
      return CheckTruth(answer, context);
    case QuestionKind::kSingleChoice:
      return CheckChoice(question, answer, context);
    case QuestionKind::kMultipleChoice:
    case QuestionKind::kOrdering:
      return CheckChoices(question, answer, context);
    case QuestionKind::kMatching:
      return CheckPairs(question, answer, context);
    case QuestionKind::kNumber:
      return CheckAmount(answer, context);
  }
}

void Check(const Guide&, const Question& question, RuleContext& context) {
  const Pair* answer = question.node->FindPair("answer");
  // Without its stem a question is of no kind that its answer could suit.
  if (!question.stem || answer == nullptr || answer->value.kind == NodeKind::kNull) {
    return;
  }
  CheckAnswer(question, *answer, context);
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
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: hold
    how-much: How long do you hold the hip stretch?
    answer: 30 # expect: QZ002 @ 13-15 "has no unit"
    why: You hold it for half a minute.
    proof: {value: hip-stretch.dose.hold}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ002",
    .name = "answer-not-a-choice",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "The answer is none that the question can have.",
    .rationale =
        R"md(The key names choices by their ids: one after `ask`, a list after `choose-all` and `put-in-order`, for
each item its match after `match`. Letters are given when the quiz is printed, so that choices can be moved
without touching the key. A statement is `true` or `false`, and a number has its unit.)md",
    .source = "Haladyna, Downing, Rodriguez 2002: one and only one correct answer; guidec's source format",
    .examples = kExamples,
    .skips_damaged = true,
    .question = Check,
};

}  // namespace guidec::rules::answer_not_a_choice
