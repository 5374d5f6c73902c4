#include <algorithm>

#include <fmt/format.h>

#include "model/quiz/answer.h"
#include "model/quiz/question.h"
#include "model/read/node.h"
#include "text/nearest.h"

namespace guidec::kinds::single_choice {
namespace {

void ReadSingleChoice(const Pair& answer, Question& question, std::vector<Fault>& faults) {
  if (answer.value.IsScalar()) {
    question.answer = IdOf(answer.value);
    CheckNamesChoice(question, "choices", answer.value, faults);
    return;
  }
  faults.push_back({kWrongAnswer, answer.key.span,
                    answer.value.IsSequence()
                        ? "a question with `ask` has one answer; give the id of one choice, or ask "
                          "with `choose-all`"
                        : "a question has one answer; give the id of one choice"});
}

std::vector<std::string> PrintedSingleChoice(const Question& question) {
  if (!question.answer) return {};
  return LettersOf({*question.answer}, question.choices);
}

void ReadBackSingleChoice(const std::vector<std::string>& key, Question& question) {
  if (key.size() == 1) question.answer = ChoiceOfLetter(key.front(), question.choices);
}

bool StandsForOthers(const Proof& proof, const Candidate& candidate) {
  return (proof.all && proof.all->value == candidate.id) || (proof.none && proof.none->value == candidate.id);
}

// Where `all` holds, it is a fuller answer than each of the others.
void JudgeOfOthers(const Proof& proof, const std::vector<Candidate>& candidates,
                   std::vector<Judgement>& judgements) {
  const auto others = [&](bool holds) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (!StandsForOthers(proof, candidates[i]) && judgements[i].holds == holds) found.push_back(i);
    }
    return found;
  };
  const std::vector<std::size_t> right = others(true);
  const std::vector<std::size_t> wrong = others(false);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (!StandsForOthers(proof, candidates[i])) continue;
    const bool is_all = proof.all && proof.all->value == candidates[i].id;
    const std::vector<std::size_t>& against = is_all ? wrong : right;
    const std::vector<std::size_t>& all = is_all ? right : wrong;
    judgements[i].holds = against.empty() && !all.empty();
    if (!against.empty()) judgements[i].fact = judgements[against.front()].fact;
    if (against.empty() && !all.empty()) judgements[i].fact = judgements[all.front()].fact;
  }
  if (!proof.all || !wrong.empty()) return;
  for (const std::size_t i : right) judgements[i].holds = false;
}

OrError<void> CheckOthers(const Proof& proof, const std::vector<Choice>& choices) {
  for (const auto* id : {&proof.all, &proof.none}) {
    if (!*id || FindChoice(choices, (*id)->value) != nullptr) continue;
    std::vector<std::string> ids;
    for (const Choice& choice : choices) ids.push_back(choice.id.value);
    return Fail((*id)->span, fmt::format("the question has no choice `{}`{}", (*id)->value,
                                         DidYouMean((*id)->value, ids)));
  }
  return {};
}

OrError<void> JudgeSingleChoice(ProofContext& context) {
  const Proof& proof = context.proof;
  if (auto checked = CheckOthers(proof, context.question.choices); !checked) return checked;
  const OrError<Condition> condition = context.ConditionOf(proof.form);
  if (!condition) return tl::unexpected(condition.error());
  const std::vector<Candidate> candidates = CandidatesOf(context.question);
  std::vector<Judgement> judgements;
  for (const Candidate& candidate : candidates) {
    if (StandsForOthers(proof, candidate)) {
      judgements.push_back({false, {candidate.span, "there is no other choice"}});
      continue;
    }
    OrError<Judgement> judgement = context.Apply(*condition, candidate);
    if (!judgement) return tl::unexpected(judgement.error());
    judgements.push_back(*std::move(judgement));
  }
  JudgeOfOthers(proof, candidates, judgements);
  AddVerdictsOfChoices(candidates, judgements, context);
  return {};
}

}  // namespace

extern const QuestionKind kind;
constinit const QuestionKind kind = {
    .key = "ask",
    .name = "single-choice",
    .turn = QuestionKind::kLast,
    .has_wrong_choices = true,
    .has_one_key = true,
    .wanted_answer = "the id of the right choice as `answer`",
    .usual_proof = "{in: …}",
    .proofs = {.with_not = true, .with_all_and_none = true},
    .read_answer = ReadSingleChoice,
    .has_fitting_answer = [](const Question& question) { return KeyOf(question) != nullptr; },
    .printed_key = PrintedSingleChoice,
    .read_back = ReadBackSingleChoice,
    .answer_lines = LinesOfChosen,
    .judge = JudgeSingleChoice,
    .proof_words = WordsOfCondition,
};

}  // namespace guidec::kinds::single_choice
