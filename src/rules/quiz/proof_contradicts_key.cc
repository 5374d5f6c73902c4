#include <algorithm>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/library.h"
#include "model/proof.h"

namespace guidec {
namespace {

struct Judged {
  std::string id;
  const Verdict* verdict;
};

void CheckQuestion(const Library& library, const Guide& guide, const Question& question,
                   RuleContext& context) {
  if (!question.answer || !CanEvaluate(library, guide, question)) return;
  const ProofResult result = Evaluate(library, guide, question, *question.proof);
  std::vector<Judged> judged;
  for (std::size_t i = 0; i < result.verdicts.size(); ++i) {
    const std::string id = !question.is_true_or_false ? question.choices[i].id.value
                           : i == 0                   ? std::string("true")
                                                      : std::string("false");
    judged.push_back({id, &result.verdicts[i]});
  }
  const auto answer = std::ranges::find(judged, question.answer->value, &Judged::id);
  if (answer == judged.end()) return;
  const auto holds = [](const Judged& j) { return j.verdict->truth == Truth::kHolds; };
  if (!holds(*answer)) {
    const auto right = std::ranges::find_if(judged, holds);
    const std::string instead = right == judged.end() ? std::string("and for no other choice")
                                                      : fmt::format("but for `{}`", right->id);
    Diagnostic& finding = context.Report(
        question.answer->span, fmt::format("the proof does not hold for the answer `{}`, {}; correct the "
                                           "answer or the proof",
                                           question.answer->value, instead));
    finding.labels.push_back({question.proof->span, "the proof"});
    finding.labels.push_back(right == judged.end() ? answer->verdict->fact : right->verdict->fact);
    return;
  }
  for (const Judged& other : judged) {
    if (other.id == answer->id || !holds(other)) continue;
    Diagnostic& finding = context.Report(
        question.answer->span, fmt::format("the proof also holds for `{}`: two choices are right", other.id));
    finding.labels.push_back({question.proof->span, "the proof"});
    finding.labels.push_back(other.verdict->fact);
  }
}

void Check(const Library& library, RuleContext& context) {
  ForEachQuestion(library, [&](const Guide& guide, const Question& question) {
    CheckQuestion(library, guide, question, context);
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
