#include <utility>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/quiz/proof.h"

namespace guidec::rules::unprovable_answer {
namespace {

void Check(const Guide& guide, RuleContext& context) {
  if (!guide.quiz) return;
  const Library& library = context.library();
  const Facts facts = FactsOf(library, guide);
  for (const Question& question : guide.quiz->questions) {
    if (!CanEvaluate(library, guide, question)) continue;
    ProofResult result = Evaluate(facts, question, *question.proof);
    // A part of the proof that is missing has no place: the shape of the file is at fault.
    if (!result.error || result.error->span.size() == 0) continue;
    context.Report(result.error->span, result.error->message).labels = std::move(result.error->labels);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: fifth-step
    ask: What is the last step of RICE?
    choices:
      rest: Rest
      ice: Ice
      elevation: Elevation
    answer: elevation
    why: The letters stand in that order.
    proof: {step: 5, of: rice} # expect: QZ005 @ 19-20 "has 4 steps, not 5"
)yaml"},
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: form
    true-or-false: Good running form helps.
    answer: true
    why: It spares your hips.
    proof: {in: symptoms} # expect: QZ005 @ 5-10 "use `claim`"
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: last-step
    ask: What is the last step of RICE?
    choices:
      rest: Rest
      ice: Ice
      elevation: Elevation
    answer: elevation
    why: The letters stand in that order.
    proof: {step: last, of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ005",
    .name = "unprovable-answer",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "The proof of an answer cannot be evaluated.",
    .rationale =
        R"md(A proof over a list, a step, a claim or a dose that the guide does not have shows nothing. It may be a
slip in a name, or the guide may no longer say what the quiz asks. The same holds for a list without members,
a claim without a truth value and a choice whose unit is not that of the dose.)md",
    .source = "guidec's own: an answer is proven by the guide's data",
    .examples = kExamples,
    .guide = Check,
};

}  // namespace guidec::rules::unprovable_answer
