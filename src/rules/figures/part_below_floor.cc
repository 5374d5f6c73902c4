#include "diag/rule.h"

namespace guidec::rules::part_below_floor {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(figures:
  - id: hold
    view: right side
    pose: forearm plank # expect: FG005 @ 11-24 "below the floor"
    changes:
      both hips: flexion 30
    contacts: [both forearms]
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(figures:
  - id: hold
    view: right side
    pose: forearm plank
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "FG005",
    .name = "part-below-floor",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A part of a figure lies below the floor.",
    .rationale =
        R"md(The contacts are met, and something else sinks in: an arm that hangs down while the body lies, or a head beside a
bridge. Give it another angle, or let it bear on the floor.)md",
    .source = "guidec: a drawn body lies above the floor; own threshold",
    .examples = kExamples,
};

}  // namespace guidec::rules::part_below_floor
