#include "diag/rule.h"

namespace guidec::rules::unknown_pose_or_joint {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(figures:
  - id: hold
    view: right side
    pose: forearm plonk # expect: FG001 @ 11-24 "did you mean `forearm plank`?"
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(figures:
  - id: hold
    view: right side
    pose: forearm plank
    changes:
      left nee: flexion 5 # expect: FG001 @ 7-15 "did you mean `left knee`?"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(figures:
  - id: hold
    view: right side
    pose: forearm plank
    changes:
      neck: flexion 5
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "FG001",
    .name = "unknown-pose-or-joint",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A figure names a base pose or a joint that there is not.",
    .rationale =
        R"md(guidec knows a fixed set of base poses and joints; `guidec figure --poses` draws the poses. What it does not know
it cannot draw.)md",
    .source = "guidec's source format",
    .examples = kExamples,
};

}  // namespace guidec::rules::unknown_pose_or_joint
