#include "diag/rule.h"

namespace guidec::rules::contact_not_met {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(figures:
  - id: hold
    view: right side
    pose: standing
    contacts: [both feet, both hands on floor] # expect: FG004 @ 27-46 "does not reach"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(figures:
  - id: hold
    view: right side
    pose: forearm plank
    contacts: [both forearms, both toes]
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "FG004",
    .name = "contact-not-met",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A part of the body does not touch what it is said to bear on.",
    .rationale =
        R"md(With these angles the hand is in the air, or in the floor. guidec moves the whole body and the joints that the pose
leaves free, or that `adjust` names, and reports what is still apart by more than two centimetres on an adult.)md",
    .source =
        "guidec: a drawn body keeps its lengths (Drillis and Contini 1966) and its limits; own threshold",
    .examples = kExamples,
};

}  // namespace guidec::rules::contact_not_met
