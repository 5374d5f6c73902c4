#include "lint/rule_context.h"
#include "model/content/library.h"

namespace guidec::rules::unprovable_answer {
namespace {

void Check(const Guide&, const Question& question, RuleContext& context) {
  const auto& error = question.proven.error;
  // A part of the proof that is missing has no place: the shape of the file is at fault.
  if (!error || error->span.size() == 0) return;
  context.Report(error->span, error->message).labels = error->labels;
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
    .question = Check,
};

}  // namespace guidec::rules::unprovable_answer
