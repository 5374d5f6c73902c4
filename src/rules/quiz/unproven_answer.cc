#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/quiz/kind.h"
#include "model/quiz/question.h"

namespace guidec::rules::unproven_answer {
namespace {

void Check(const Guide&, const Question& question, RuleContext& context) {
  if (!HasAnswer(question) || question.node->damaged || question.node->Find("proof") != nullptr) return;
  context.Report(AnswerSpan(question),
                 fmt::format("nothing in the guide proves the answer `{}`; add a `proof` such as `{}`",
                             AnswerText(question), question.kind->usual_proof));
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: form
    true-or-false: Good running form helps.
    answer: true # expect: QZ006 @ 13-17 "nothing in the guide proves"
    why: It spares your hips.
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
    .code = "QZ006",
    .name = "unproven-answer",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "An answer has no proof.",
    .rationale =
        R"md(With a proof, guidec checks the answer against the guide's lists, protocols, claims and doses whenever
either changes. Without one, the key is only as good as the last person who read both.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: each item reflects specific content; guidec's own form of proof",
    .examples = kExamples,
    .question = Check,
};

}  // namespace guidec::rules::unproven_answer
