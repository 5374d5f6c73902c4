#include "model/quiz/answer.h"
#include "model/quiz/question.h"
#include "model/read/node.h"

namespace guidec::kinds::number {
namespace {

void ReadNumberAnswer(const Pair& answer, Question& question, std::vector<Fault>& faults) {
  const Node& value = answer.value;
  if (!value.IsScalar()) {
    faults.push_back({kWrongAnswer, answer.key.span,
                      "the answer is a number with its unit, such as `30 s` or `12 repetitions`"});
    return;
  }
  question.answer = IdOf(value);
  std::variant<Amount, QuantityError> read = ParseAmount(value.text);
  if (auto* amount = std::get_if<Amount>(&read)) {
    question.amount = std::move(*amount);
    return;
  }
  const auto& error = std::get<QuantityError>(read);
  Fault fault{kWrongAnswer, value.SpanOf(error.begin, error.end), error.message};
  if (error.replacement) fault.fix = ReplaceAnswer(value, *error.replacement, Safety::kSafe);
  faults.push_back(std::move(fault));
}

std::vector<std::string> PrintedNumber(const Question& question) {
  return question.amount ? std::vector{Spell(*question.amount)} : std::vector<std::string>();
}

void ReadBackNumber(const std::vector<std::string>& key, Question& question) {
  if (key != PrintedNumber(question)) question.amount.reset();
}

bool GivesNumber(const ProofForm& form) {
  return std::holds_alternative<ValueProof>(form) || std::holds_alternative<CountProof>(form);
}

OrError<void> JudgeNumber(ProofContext& context) {
  const OrError<Condition> condition = context.ConditionOf(context.proof.form);
  if (!condition) return tl::unexpected(condition.error());
  if (!context.question.amount) return {};
  const std::string text = Spell(*context.question.amount);
  const Span key = AnswerSpan(context.question);
  const OrError<Judgement> judgement = context.Apply(*condition, {text, text, key, "the answer"});
  if (!judgement) return tl::unexpected(judgement.error());
  context.AddVerdict(text, true, judgement->holds, judgement->fact, key);
  context.AddUsed(judgement->used);
  return {};
}

}  // namespace

extern const QuestionKind kind;
constinit const QuestionKind kind = {
    .key = "how-much",
    .name = "number",
    .turn = 5,
    .has_choices = false,
    .is_number = true,
    .nature = "asks for a number",
    .wanted_answer = "a number with its unit, such as `answer: 30 s`",
    .usual_proof = "{value: …}",
    .proofs = {.has_form = GivesNumber, .instead = "says nothing of a number; use `value` or `count`"},
    .verdicts = VerdictsAre::kInTurn,
    .read_answer = ReadNumberAnswer,
    .has_fitting_answer = [](const Question& question) { return question.amount.has_value(); },
    .printed_key = PrintedNumber,
    .read_back = ReadBackNumber,
    .judge = JudgeNumber,
    .proof_words = [](const Proof&, const std::string& form) { return "the answer " + form; },
};

}  // namespace guidec::kinds::number
