#include "diag/rule.h"

namespace guidec::rules::malformed_suppression {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - Lift your hips. # guidec: ignore long-step # expect: CF003 @ 21-47 "allow RULE"
  - Hold {hold}. # guidec: allow long-stop -- as agreed # expect: CF003 @ 34-43 "did you mean `long-step`"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat. # guidec checks this too
  - Lift your hips.
  - Hold {hold}.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "CF003",
    .name = "malformed-suppression",
    .severity = Severity::kError,
    .since = "0.2",
    .summary = "A comment that tells guidec something cannot be understood or granted.",
    .rationale = R"md(It suppresses nothing, and whoever wrote it believes that it does. The form is
`# guidec: allow RULE -- reason`, with a rule's name or code, or several with commas. An error of the YAML text
or of its shape cannot be allowed, for nothing could be built.)md",
    .source = "guidec's own check",
    .examples = kExamples,
};

}  // namespace guidec::rules::malformed_suppression
