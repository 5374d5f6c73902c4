#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/quiz/kind.h"
#include "model/quiz/question.h"

namespace guidec::rules::proof_contradicts_key {
namespace {

class QuestionCheck {
 public:
  QuestionCheck(const Question& question, const ProofResult& result, RuleContext& context)
      : question_(question), verdicts_(result.verdicts), context_(context) {}

  void Run() {
    if (verdicts_.empty() || IsTheReverse()) return;
    switch (question_.kind->verdicts) {
      case VerdictsAre::kOneOf: {
        const std::size_t many = question_.kind->has_matches ? question_.matches.size() : verdicts_.size();
        for (std::size_t at = 0; at < verdicts_.size(); at += many) CheckOneOf(verdicts_.subspan(at, many));
        return;
      }
      case VerdictsAre::kEach:
        return CheckEach();
      case VerdictsAre::kInTurn:
        return CheckFirst();
    }
  }

 private:
  static bool Holds(const Verdict& verdict) { return verdict.truth == Truth::kHolds; }

  void Report(const Verdict& verdict, std::string message, const Label& fact) {
    Diagnostic& finding = context_.Report(verdict.key, std::move(message));
    finding.labels = {{question_.proof->span, "the proof"}, fact};
  }

  // The proof holds for just what the answer does not name, as `not` wants it.
  bool IsTheReverse() {
    if (!OffersWrongChoices(question_) || verdicts_.size() < 3 ||
        std::ranges::any_of(verdicts_, &Verdict::IsAgreed)) {
      return false;
    }
    const Verdict& key = *std::ranges::find(verdicts_, true, &Verdict::is_answer);
    Report(
        key,
        fmt::format("the proof holds for every choice but the answer `{}`; where the question asks for the "
                    "exception, put the proof behind `not`",
                    AnswerText(question_)),
        key.fact);
    return true;
  }

  // Of these one is right.
  void CheckOneOf(std::span<const Verdict> verdicts) {
    if (std::ranges::all_of(verdicts, &Verdict::IsAgreed)) return;
    const Verdict& key = *std::ranges::find(verdicts, true, &Verdict::is_answer);
    if (!Holds(key)) {
      const auto right = std::ranges::find_if(verdicts, Holds);
      const std::string instead = right == verdicts.end() ? std::string("and for no other choice")
                                                          : fmt::format("but for `{}`", right->id);
      Report(key,
             fmt::format("the proof does not hold for the answer `{}`, {}; correct the answer or the proof",
                         key.id, instead),
             right == verdicts.end() ? key.fact : right->fact);
      return;
    }
    for (const Verdict& verdict : verdicts) {
      if (!verdict.IsAgreed())
        Report(verdict, fmt::format("the proof also holds for `{}`: two choices are right", verdict.id),
               verdict.fact);
    }
  }

  void CheckEach() {
    for (const Verdict& verdict : verdicts_) {
      if (verdict.IsAgreed()) continue;
      const std::string message =
          verdict.is_answer
              ? fmt::format(
                    "the proof does not hold for `{}`; take it out of the answer or correct the proof",
                    verdict.id)
              : fmt::format("the proof also holds for `{}`; put it into the answer or correct the proof",
                            verdict.id);
      Report(verdict, message, verdict.fact);
    }
  }

  // A place that is wrong makes others wrong.
  void CheckFirst() {
    const Verdict& verdict = *std::ranges::find_if_not(verdicts_, &Verdict::IsAgreed);
    Report(verdict,
           fmt::format("the proof does not hold for the answer `{}`; correct the answer or the proof",
                       verdict.id),
           verdict.fact);
  }

  const Question& question_;
  std::span<const Verdict> verdicts_;
  RuleContext& context_;
};

void Check(const Guide&, const Question& question, RuleContext& context) {
  if (question.proven.state != ProofState::kContradicted || !HasFittingAnswer(question)) return;
  QuestionCheck(question, question.proven, context).Run();
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: not-a-sign
    ask: Which of these is **not** a usual sign?
    choices:
      groin: Pain in your groin
      hip: Pain around your hip
      knee: Pain in your knee
    answer: hip # expect: QZ004 @ 13-16 "but for `knee`"
    why: The pain shows up around your hip and in your groin.
    proof: {not-in: symptoms}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices:
      rest: Rest
      ice: Ice
      compression: Compression
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: order
    put-in-order: Put these steps of RICE in order.
    choices:
      elevation: Elevation
      ice: Ice
      rest: Rest
    answer: [rest, elevation, ice] # expect: QZ004 @ 20-29 "`2. elevation`"
    why: You raise the leg in the end.
    proof: {in-order-of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ004",
    .name = "proof-contradicts-key",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "The proof does not hold for the answer, or holds for another choice too.",
    .rationale =
        R"md(The proof ties the answer key to the guide's own lists, protocols, claims and doses. It must hold for
the answer and for no other choice; else the key teaches what the guide denies.)md",
    .source = "Haladyna, Downing, Rodriguez 2002: one and only one correct answer",
    .examples = kExamples,
    .question = Check,
};

}  // namespace guidec::rules::proof_contradicts_key
