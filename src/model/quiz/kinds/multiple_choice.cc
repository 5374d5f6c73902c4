#include <algorithm>

#include "model/quiz/answer.h"
#include "model/quiz/question.h"

namespace guidec::kinds::multiple_choice {
namespace {

void ReadMultipleChoice(const Pair& answer, Question& question, std::vector<Fault>& faults) {
  ReadChosen(answer, "the answer is a list of all right choices, such as `[groin, hip]`", question, faults);
}

bool HasFittingChoices(const Question& question) {
  return AreDistinctChoices(question.answers, question.choices);
}

// In the order of the choices.
std::vector<std::string> PrintedMultipleChoice(const Question& question) {
  std::vector<Id> right;
  for (const Choice& choice : question.choices) {
    if (IsRight(question, choice)) right.push_back(choice.id);
  }
  return LettersOf(right, question.choices);
}

OrError<void> JudgeMultipleChoice(ProofContext& context) {
  const OrError<Condition> condition = context.ConditionOf(context.proof.form);
  if (!condition) return tl::unexpected(condition.error());
  const std::vector<Candidate> candidates = CandidatesOf(context.question);
  std::vector<Judgement> judgements;
  for (const Candidate& candidate : candidates) {
    OrError<Judgement> judgement = context.Apply(*condition, candidate);
    if (!judgement) return tl::unexpected(judgement.error());
    judgements.push_back(*std::move(judgement));
  }
  AddVerdictsOfChoices(candidates, judgements, context);
  return {};
}

}  // namespace

extern const QuestionKind kind;
constinit const QuestionKind kind = {
    .key = "choose-all",
    .name = "multiple-choice",
    .turn = 2,
    .has_wrong_choices = true,
    .wanted_answer = "the ids of all right choices as `answer: [..., ...]`",
    .usual_proof = "{in: …}",
    .proofs = {.with_not = true},
    .verdicts = VerdictsAre::kEach,
    .scoring = "each-choice",
    .read_answer = ReadMultipleChoice,
    .has_fitting_answer = HasFittingChoices,
    .printed_key = PrintedMultipleChoice,
    .read_back = ReadBackChosen,
    .answer_lines = LinesOfChosen,
    .judge = JudgeMultipleChoice,
    .proof_words = WordsOfCondition,
};

}  // namespace guidec::kinds::multiple_choice
