#include "diag/rule.h"

namespace guidec::rules::unknown_figure_reference {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(figures:
  - id: hold
    view: right side
    pose: forearm plank
    step: Raise your hips # expect: FG008 @ 11-26 "no step begins with"
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(figures:
  - id: hold
    view: right side
    pose: forearm plank
  - id: other
    other-side-of: hlod # expect: FG008 @ 20-24 "did you mean `hold`?"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(figures:
  - id: hold
    view: right side
    pose: forearm plank
    step: Lift your hips
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "FG008",
    .name = "unknown-figure-reference",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A figure names a step or a figure that there is not.",
    .rationale =
        R"md(`step` holds the first words of the step that the picture shows, so that the two stay together when steps move;
`other-side-of` names a figure above.)md",
    .source = "guidec's source format",
    .examples = kExamples,
};

}  // namespace guidec::rules::unknown_figure_reference
