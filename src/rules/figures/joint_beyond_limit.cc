#include "diag/rule.h"

namespace guidec::rules::joint_beyond_limit {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(figures:
  - id: hold
    view: right side
    pose: forearm plank
    changes:
      both knees: flexion 145 # expect: FG003 @ 19-30 "ends at flexion 135 degrees"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(figures:
  - id: hold
    view: right side
    pose: forearm plank
    changes:
      neck: flexion 10
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "FG003",
    .name = "joint-beyond-limit",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A figure bends a joint further than joints go.",
    .rationale =
        R"md(A picture shows what the reader should do. The limits are those that clinics hold to be normal; a slip of one digit
goes beyond them.)md",
    .source =
        "after American Academy of Orthopaedic Surgeons, Joint Motion: Method of Measuring and Recording, "
        "1965",
    .examples = kExamples,
};

}  // namespace guidec::rules::joint_beyond_limit
