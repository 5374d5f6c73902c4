#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"

namespace guidec::rules::missing_why {
namespace {

void Check(const Guide&, const Question& question, RuleContext& context) {
  if (question.node->damaged || question.node->Find("why") != nullptr) return;
  context.Report(question.span, fmt::format("question `{}` does not say why its answer is right; add `why`",
                                            question.id.value));
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: form # expect: QZ008 @ 5-7 "add `why`"
    true-or-false: Good running form helps.
    answer: true
    proof: {claim: form-helps}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: form
    true-or-false: Good running form helps.
    answer: true
    why: It spares your hips.
    proof: {claim: form-helps}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ008",
    .name = "missing-why",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A question does not say why its answer is right.",
    .rationale =
        R"md(Who answered wrong learns from the reason, not from the letter. The answer key prints `why` beside the
answer.)md",
    .source = "guidec's own: the quiz teaches, it does not grade",
    .examples = kExamples,
    .question = Check,
};

}  // namespace guidec::rules::missing_why
