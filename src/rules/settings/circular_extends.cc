#include "diag/rule.h"

namespace guidec::rules::circular_extends {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "guidec.yaml", R"yaml(extends: guidec.yaml # expect: CF005 @ 10-21 "leads back to itself"
)yaml"},
    {Example::kGood, "guidec.yaml", R"yaml(thresholds:
  step-words: 12
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "CF005",
    .name = "circular-extends",
    .severity = Severity::kError,
    .since = "0.2",
    .summary = "Settings extend each other in a circle.",
    .rationale =
        R"md(It cannot be said which of them overrides the other. `extends` names settings that stand on their own.)md",
    .source = "guidec's own check",
    .examples = kExamples,
};

}  // namespace guidec::rules::circular_extends
