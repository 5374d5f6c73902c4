#include "model/quiz/proof.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "base/parallel.h"
#include "model/quiz/named_parts.h"
#include "model/quiz/kind.h"
#include "model/quiz/proof_context.h"
#include "model/quiz/question.h"

namespace guidec {
namespace {

// Whether a proof of that form can say anything of a question of that kind.
OrError<void> CheckForm(const Proof& proof, const QuestionKind& kind) {
  if (kind.proofs.has_form(proof.form)) return {};
  return Fail(proof.span,
              fmt::format("a proof with `{}` {}", KeyOf(proof.form),
                          RanksChoices(proof.form) ? "judges an order; this question asks for none"
                                                   : kind.proofs.instead));
}

// Whether the keys beside the form can say anything of a question of that kind.
OrError<void> CheckKeys(const Proof& proof, const QuestionKind& kind) {
  if (proof.negated && !kind.proofs.with_not) {
    return Fail(proof.span, "`not` is for questions that ask for the exception; take it away");
  }
  if (proof.subject && !kind.proofs.with_for) {
    return Fail(
        proof.subject->span,
        fmt::format("`for` says what a true-or-false statement is about; this question {}", kind.nature));
  }
  for (const auto* id : {&proof.all, &proof.none}) {
    if (!*id || kind.proofs.with_all_and_none) continue;
    return Fail((*id)->span, std::holds_alternative<ClaimProof>(proof.form)
                                 ? "a claim is true or false by itself; take this key away"
                                 : "only a question with one right choice has one that stands for others");
  }
  return {};
}

OrError<void> TryJudge(ProofContext& context) {
  const QuestionKind& kind = *context.question.kind;
  if (auto checked = CheckForm(context.proof, kind); !checked) return checked;
  if (auto checked = CheckKeys(context.proof, kind); !checked) return checked;
  if (const auto* claim = std::get_if<ClaimProof>(&context.proof.form);
      claim != nullptr && !kind.is_statement) {
    const OrError<const Subject*> found = context.Find(SubjectKind::kClaim, claim->claim);
    if (!found) return tl::unexpected(found.error());
    return Fail(
        context.proof.span,
        fmt::format("a proof with `claim` judges a true-or-false question; this one {}", kind.nature));
  }
  return kind.judge(context);
}

// Whether the dose has the figure, and it could not be read.
bool IsUnread(const Exercise& exercise, std::string_view field) {
  const Node* dose = exercise.document->root.Find("dose");
  const std::string_view figure = field.substr(0, field.find('.'));
  return DoseFieldNamed(figure) && dose != nullptr && dose->Find(figure) != nullptr &&
         !PlaceholderText(exercise.dose, figure);
}

std::vector<FieldRead> FieldsReadBy(const Question& question) {
  return std::visit(
      [&](const auto& one) -> std::vector<FieldRead> {
        if constexpr (requires { one.FieldsRead(question); }) return one.FieldsRead(question);
        return {};
      },
      question.proof->form);
}

// Whether all that the question's proof is about could be read. Else what the proof finds missing may be
// there. Without its stem a question is of no kind that a proof could suit.
bool CanJudge(const Library& library, const Guide& guide, const Question& question) {
  if (!question.stem || HasDamage(guide.document->root) || HasDamage(*question.node)) return false;
  return std::ranges::all_of(FieldsReadBy(question), [&](const FieldRead& read) {
    const Exercise* exercise = library.FindExercise(read.exercise);
    return exercise == nullptr || (!HasDamage(exercise->document->root) && !IsUnread(*exercise, read.field));
  });
}

ProofState StateOf(const Question& question, const ProofResult& result) {
  if (result.error) return ProofState::kError;
  const bool is_proven = HasFittingAnswer(question) && !result.verdicts.empty() &&
                         std::ranges::all_of(result.verdicts, &Verdict::IsAgreed);
  return is_proven ? ProofState::kProven : ProofState::kContradicted;
}

}  // namespace

void ProveAnswers(Library& library) {
  ParallelFor(library.guides.size(), [&](std::size_t i) {
    Guide& guide = library.guides[i];
    guide.facts = FactsOf(library, guide);
    if (!guide.quiz) return;
    guide.named_parts = std::make_shared<const NamedParts>(NamedPartsOf(library, guide));
    for (Question& question : guide.quiz->questions) {
      if (!question.proof) {
        const bool is_lost = question.node->Find("proof") != nullptr;
        question.proven.state = is_lost ? ProofState::kUnread : ProofState::kNone;
      } else if (!CanJudge(library, guide, question)) {
        question.proven.state = ProofState::kUnread;
      } else {
        question.proven = Evaluate(guide.facts, question);
      }
    }
  });
}

ProofResult Evaluate(const Facts& facts, const Question& question) {
  ProofResult result;
  ProofContext context{facts, question, *question.proof, result};
  if (auto done = TryJudge(context); !done) {
    result.error = std::move(done.error());
    result.verdicts.clear();
  }
  result.state = StateOf(question, result);
  return result;
}

std::vector<std::string> SubjectsOf(const Proof& proof) {
  IdList subjects = std::visit([](const auto& form) { return form.Subjects(); }, proof.form);
  if (proof.subject) subjects.push_back(proof.subject->value);
  return subjects;
}

std::string WordsOf(const Question& question, const Proof& proof) {
  const std::string form = std::visit([](const auto& one) { return one.Words(); }, proof.form);
  return question.kind->proof_words(proof, form);
}

}  // namespace guidec
