#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lint/rule_context.h"
#include "model/quiz/kind.h"
#include "model/quiz/question.h"

namespace guidec::rules::incomplete_answer {
namespace {

void Report(const Question& question, const std::vector<Id>& named, RuleContext& context) {
  std::set<std::string> seen;
  for (const Id& id : named) {
    if (!seen.insert(id.value).second)
      context.Report(id.span, fmt::format("`{}` stands in the answer twice; keep one", id.value));
  }
  if (question.kind->left_out.empty()) return;
  std::vector<std::string> missed;
  for (const Choice& choice : question.choices) {
    if (!seen.contains(choice.id.value)) missed.push_back(choice.id.value);
  }
  if (missed.empty()) return;
  context.Report(AnswerSpan(question),
                 fmt::format("the answer leaves out `{}`; give {} {}", fmt::join(missed, "`, `"),
                             missed.size() == 1 ? "it" : "each", question.kind->left_out));
}

void Check(const Guide&, const Question& question, RuleContext& context) {
  std::vector<Id> named = question.answers;
  for (const auto& pair : question.pairs) named.push_back(pair.first);
  if (!named.empty()) Report(question, named, context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: order
    put-in-order: Put these steps of RICE in order.
    choices:
      ice: Ice
      elevation: Elevation
      rest: Rest
    answer: [rest, ice] # expect: QZ031 @ 5-11 "leaves out `elevation`"
    why: You raise the leg in the end.
    proof: {in-order-of: rice}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: order
    put-in-order: Put these steps of RICE in order.
    choices:
      ice: Ice
      elevation: Elevation
      rest: Rest
    answer: [rest, ice, elevation]
    why: You raise the leg in the end.
    proof: {in-order-of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ031",
    .name = "incomplete-answer",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "An order or a matching leaves an item out, or names one twice.",
    .rationale =
        R"md(Who marks the quiz finds no place or match for what is left out, and two for what is named twice. The
proof is evaluated only when the answer is whole.)md",
    .source = "guidec's own: the key of an order or a matching covers every item",
    .examples = kExamples,
    .skips_damaged = true,
    .question = Check,
};

}  // namespace guidec::rules::incomplete_answer
