#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/library.h"
#include "model/proof.h"

namespace guidec {
namespace {

// Whether every choice but the answer meets the proof, as `not` wants it.
bool HoldsForAllOthers(const ProofResult& result, std::size_t answer) {
  const auto held = std::ranges::count(result.verdicts, Truth::kHolds, &Verdict::truth);
  return result.verdicts.size() > 2 && result.verdicts[answer].truth == Truth::kFails &&
         static_cast<std::size_t>(held) + 1 == result.verdicts.size();
}

void CheckQuestion(const Facts& facts, const Question& question, RuleContext& context) {
  const ProofResult result = Evaluate(facts, question, *question.proof);
  const std::optional<std::size_t> answer = AnswerAt(question);
  if (!answer || result.error) return;
  const std::vector<std::string> ids = VerdictIds(question);
  const auto report = [&](std::string message, const Label& fact) {
    Diagnostic& finding = context.Report(question.answer->span, std::move(message));
    finding.labels = {{question.proof->span, "the proof"}, fact};
  };
  const auto is_right = [](const Verdict& verdict) { return verdict.truth == Truth::kHolds; };
  const Verdict& key = result.verdicts[*answer];
  if (HoldsForAllOthers(result, *answer)) {
    report(
        fmt::format("the proof holds for every choice but the answer `{}`; where the question asks for the "
                    "exception, put the proof behind `not`",
                    ids[*answer]),
        key.fact);
    return;
  }
  if (!is_right(key)) {
    const auto right = std::ranges::find_if(result.verdicts, is_right);
    const std::string instead =
        right == result.verdicts.end()
            ? std::string("and for no other choice")
            : fmt::format("but for `{}`", ids[static_cast<std::size_t>(right - result.verdicts.begin())]);
    report(fmt::format("the proof does not hold for the answer `{}`, {}; correct the answer or the proof",
                       ids[*answer], instead),
           right == result.verdicts.end() ? key.fact : right->fact);
    return;
  }
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i == *answer || !is_right(result.verdicts[i])) continue;
    report(fmt::format("the proof also holds for `{}`: two choices are right", ids[i]),
           result.verdicts[i].fact);
  }
}

void Check(const Library& library, RuleContext& context) {
  for (const Guide& guide : library.guides) {
    if (!guide.quiz) continue;
    const Facts facts = FactsOf(library, guide);
    for (const Question& question : guide.quiz->questions) {
      if (CanEvaluate(library, guide, question)) CheckQuestion(facts, question, context);
    }
  }
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
};

}  // namespace

extern const Rule proof_contradicts_key;
constinit const Rule proof_contradicts_key = {
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
    .check = Check,
};

}  // namespace guidec
