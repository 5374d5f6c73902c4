#include <fmt/format.h>

#include "model/quiz/answer.h"
#include "model/quiz/question.h"
#include "model/read/node.h"
#include "text/words.h"

namespace guidec::kinds::true_or_false {
namespace {

void ReadTruth(const Pair& pair, Question& question, std::vector<Fault>& faults) {
  const Node& answer = pair.value;
  if (!answer.IsScalar()) {
    faults.push_back(
        {kWrongAnswer, pair.key.span, "the answer of a true-or-false question is `true` or `false`"});
    return;
  }
  question.answer = IdOf(answer);
  if (IsOneOf(answer.text, "true|false")) {
    question.truth = answer.text == "true";
    if (answer.style == ScalarStyle::kPlain) return;
  }
  const std::string lower = LowerCase(answer.text);
  const bool is_true = lower == "true" || lower == "yes";
  const bool is_false = lower == "false" || lower == "no";
  Fault fault{kWrongAnswer, answer.span,
              is_true || is_false ? fmt::format("write the answer as `{}`", is_true)
                                  : fmt::format("{} is neither `true` nor `false`", NameOfAnswer(answer))};
  if (is_true || is_false) fault.fix = ReplaceAnswer(answer, fmt::format("{}", is_true), Safety::kSafe);
  faults.push_back(std::move(fault));
}

std::vector<std::string> PrintedTruth(const Question& question) {
  if (!question.answer) return {};
  return {question.truth == true ? "True" : "False"};
}

void ReadBackTruth(const std::vector<std::string>& key, Question& question) {
  question.truth = key == std::vector<std::string>{"True"};
  question.answer = Id{*question.truth ? "true" : "false", {}};
}

// What the statement is about; a claim is the statement itself.
OrError<Candidate> SubjectOf(const Proof& proof) {
  if (std::holds_alternative<ClaimProof>(proof.form)) return Candidate{};
  if (proof.subject)
    return Candidate{proof.subject->value, proof.subject->value, proof.subject->span, "`for`"};
  return Fail(proof.span,
              fmt::format("a proof with `{}` judges choices, and a true-or-false question has "
                          "none; say with `for` what the statement is about, or use `claim`",
                          KeyOf(proof.form)));
}

OrError<void> JudgeTruth(ProofContext& context) {
  const OrError<Candidate> subject = SubjectOf(context.proof);
  if (!subject) return tl::unexpected(subject.error());
  const OrError<Condition> condition = context.ConditionOf(context.proof.form);
  if (!condition) return tl::unexpected(condition.error());
  const OrError<Judgement> judgement = context.Apply(*condition, *subject);
  if (!judgement) return tl::unexpected(judgement.error());
  const Question& question = context.question;
  const Span key = AnswerSpan(question);
  context.AddVerdict("true", question.truth == true, judgement->holds, judgement->fact, key);
  context.AddVerdict("false", question.truth == false, !judgement->holds, judgement->fact, key);
  context.AddUsed(judgement->used);
  return {};
}

}  // namespace

extern const QuestionKind kind;
constinit const QuestionKind kind = {
    .key = "true-or-false",
    .name = "true-or-false",
    .turn = 1,
    .is_statement = true,
    .wanted_answer = "`answer: true` or `answer: false`",
    .usual_proof = "{claim: …}",
    .proofs = {.with_not = true, .with_for = true},
    .read_answer = ReadTruth,
    .has_fitting_answer = [](const Question& question) { return question.truth.has_value(); },
    .printed_key = PrintedTruth,
    .read_back = ReadBackTruth,
    .judge = JudgeTruth,
    .proof_words = WordsOfCondition,
};

}  // namespace guidec::kinds::true_or_false
