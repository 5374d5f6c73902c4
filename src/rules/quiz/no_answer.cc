#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/quiz/kind.h"
#include "model/quiz/question.h"

namespace guidec::rules::no_answer {
namespace {

void Check(const Guide&, const Question& question, RuleContext& context) {
  const Node& node = *question.node;
  const Pair* answer = WrittenAnswer(question);
  const bool is_given = answer != nullptr && answer->value.kind != NodeKind::kNull;
  if (is_given || node.damaged || (answer != nullptr && answer->value.damaged)) return;
  context.Report(
      answer == nullptr ? question.span : answer->key.span,
      fmt::format("question `{}` has no answer; give {}", question.id.value, question.kind->wanted_answer));
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: form # expect: QZ001 @ 5-7 "question `form` has no answer"
    true-or-false: Good running form helps.
    why: It spares your hips.
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
    .code = "QZ001",
    .name = "no-answer",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A question has no answer.",
    .rationale =
        R"md(The answer key is printed and exported; a question without an answer leaves a gap in both.)md",
    .source = "Haladyna, Downing, Rodriguez 2002: one and only one correct answer",
    .examples = kExamples,
    .question = Check,
};

}  // namespace guidec::rules::no_answer
