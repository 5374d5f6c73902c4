#include <algorithm>

#include "lint/rule_context.h"
#include "model/quiz/kind.h"
#include "model/quiz/question.h"

namespace guidec::rules::order_given_away {
namespace {

void Check(const Guide&, const Question& question, RuleContext& context) {
  if (!question.kind->is_order || question.choices.empty()) return;
  const auto same = [](const Choice& choice, const Id& id) { return choice.id.value == id.value; };
  const bool is_given = std::ranges::equal(question.choices, question.answers, same);
  const bool is_reversed = std::equal(question.choices.begin(), question.choices.end(),
                                      question.answers.rbegin(), question.answers.rend(), same);
  if (!is_given && !is_reversed) return;
  Diagnostic& finding = context.Report(
      question.node->FindPair("choices")->key.span,
      is_given ? "the items are printed in the right order; mix them"
               : "the items are printed in the right order from the last to the first; mix them");
  finding.labels.push_back({AnswerSpan(question), "the right order"});
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: order
    put-in-order: Put these steps of RICE in order.
    choices: # expect: QZ032 @ 5-12 "mix them"
      rest: Rest
      ice: Ice
      elevation: Elevation
    answer: [rest, ice, elevation]
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
    .code = "QZ032",
    .name = "order-given-away",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "The items to put in order already stand in the right order.",
    .rationale =
        R"md(They are printed as they are written, so that the reader has nothing to do. What stands upside down is
seen at a glance, too.)md",
    .source =
        "guidec's own: an item must not be answered by its layout; after Haladyna, Downing, Rodriguez 2002: "
        "avoid giving clues to the right answer",
    .examples = kExamples,
    .skips_damaged = true,
    .question = Check,
};

}  // namespace guidec::rules::order_given_away
