#include "diag/rule.h"

namespace guidec::rules::unused_suppression {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - Lift your hips. # guidec: allow long-step -- the clinic wants it whole # expect: CF001 @ 37-46 "finds nothing here"
  - Hold {hold}.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - Rest on your forearms on a mat. # guidec: allow repeated-step -- beginners start over once
  - Lift your hips.
  - Hold {hold}.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "CF001",
    .name = "unused-suppression",
    .severity = Severity::kWarning,
    .since = "0.2",
    .summary = "A comment allows what no rule finds.",
    .rationale =
        R"md(Either the fault is fixed, or the comment stands at the wrong place; left there, it would hide the next
finding. It is not reported of a rule that guidec.yaml turns off, nor while anything is an error, behind which
may hide what the comment is for.)md",
    .source = "guidec's own check",
    .examples = kExamples,
};

}  // namespace guidec::rules::unused_suppression
