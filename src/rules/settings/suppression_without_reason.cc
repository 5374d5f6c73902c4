#include "diag/rule.h"

namespace guidec::rules::suppression_without_reason {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  # guidec: allow ST003 # expect: CF002 @ 3-24 "the reason"
  - Rest on your forearms on a mat.
  - Lift your hips.
  - Hold {hold}.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  # guidec: allow ST003 -- beginners start over once
  - Rest on your forearms on a mat.
  - Lift your hips.
  - Hold {hold}.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "CF002",
    .name = "suppression-without-reason",
    .severity = Severity::kWarning,
    .since = "0.2",
    .summary = "A comment allows a finding and does not say why.",
    .rationale =
        R"md(Whoever reads the file next cannot tell a decision from a shortcut. Write the reason behind two hyphens:
`# guidec: allow RULE -- reason`.)md",
    .source = "guidec's own check",
    .examples = kExamples,
};

}  // namespace guidec::rules::suppression_without_reason
