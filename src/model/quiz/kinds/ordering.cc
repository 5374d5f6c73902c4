#include <algorithm>

#include <fmt/format.h>

#include "model/quiz/answer.h"
#include "model/quiz/question.h"

namespace guidec::kinds::ordering {
namespace {

void ReadOrder(const Pair& answer, Question& question, std::vector<Fault>& faults) {
  ReadChosen(answer, "the answer is the list of the items in their order, such as `[rest, ice]`", question,
             faults);
}

bool HasFittingOrder(const Question& question) {
  return question.answers.size() == question.choices.size() &&
         AreDistinctChoices(question.answers, question.choices);
}

std::vector<std::string> PrintedOrder(const Question& question) {
  return LettersOf(question.answers, question.choices);
}

OrError<std::vector<Ranked>> RankOf(const ProofForm& form, ProofContext& context) {
  return std::visit(
      [&](const auto& one) -> OrError<std::vector<Ranked>> {
        if constexpr (requires { one.Rank(context); }) return one.Rank(context);
        return std::vector<Ranked>();
      },
      form);
}

OrError<void> JudgePlaces(ProofContext& context) {
  const OrError<std::vector<Ranked>> ranked = RankOf(context.proof.form, context);
  if (!ranked) return tl::unexpected(ranked.error());
  if (ranked->empty()) return {};
  const std::vector<Id>& answers = context.question.answers;
  for (std::size_t at = 0; at < answers.size(); ++at) {
    const bool holds = at < ranked->size() && (*ranked)[at].id == answers[at].value;
    const Fact* fact = (*ranked)[std::min(at, ranked->size() - 1)].fact;
    context.AddVerdict(fmt::format("{}. {}", at + 1, answers[at].value), true, holds, LabelOf(*fact),
                       answers[at].span);
    context.AddUsed({fact});
  }
  return {};
}

}  // namespace

extern const QuestionKind kind;
constinit const QuestionKind kind = {
    .key = "put-in-order",
    .name = "ordering",
    .turn = 3,
    .is_order = true,
    .wanted_answer = "the ids of the items in their order as `answer: [..., ...]`",
    .left_out = "its place",
    .usual_proof = "{in-order-of: …}",
    .proofs = {.has_form = RanksChoices,
               .instead = "says nothing of an order; use `in-order-of`, `least-first` or `most-first`"},
    .verdicts = VerdictsAre::kInTurn,
    .scoring = "each-place",
    .read_answer = ReadOrder,
    .has_fitting_answer = HasFittingOrder,
    .printed_key = PrintedOrder,
    .read_back = ReadBackChosen,
    .answer_lines = LinesOfChosen,
    .judge = JudgePlaces,
    .proof_words = [](const Proof&, const std::string& form) { return "the items stand " + form; },
};

}  // namespace guidec::kinds::ordering
