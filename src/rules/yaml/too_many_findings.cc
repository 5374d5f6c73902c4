#include "diag/rule.h"

namespace guidec::rules::too_many_findings {
namespace {

constexpr Example kExamples[] = {
    {Example::kGood, "exercises/plank.yaml", R"yaml(equipment: [mat]
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM016",
    .name = "too-many-findings",
    .severity = Severity::kError,
    .since = "0.2",
    .summary = "More is found in the file than is shown.",
    .rationale =
        R"md(A file with twenty thousand findings is no guide, or not in the form that guidec reads. Fix the first
ones: the others often come of them. Whoever runs guidec may have more shown with `--limit findings=N`.)md",
    .source = "guidec's own limit",
    .examples = kExamples,
};

}  // namespace guidec::rules::too_many_findings
