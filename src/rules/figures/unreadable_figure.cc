#include "diag/rule.h"

namespace guidec::rules::unreadable_figure {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(figures:
  - id: hold
    view: rigth side # expect: FG002 @ 11-21 "did you mean `right side`?"
    pose: forearm plank
    arrows: [hips sideways] # expect: FG002 @ 14-27 "`hips sideways` is no movement"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(figures:
  - id: hold
    view: right side
    pose: forearm plank
    arrows: [hips up]
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "FG002",
    .name = "unreadable-figure",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A phrase of a figure cannot be understood.",
    .rationale =
        R"md(Views, motions, contacts, props, arrows and the mark of a stretch are written in a few plain forms, so that a body
can be placed by them. The message names one that fits.)md",
    .source = "guidec's source format",
    .examples = kExamples,
};

}  // namespace guidec::rules::unreadable_figure
