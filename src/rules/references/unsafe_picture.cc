#include "diag/rule.h"

namespace guidec::rules::unsafe_picture {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(pictures:
  - file: pictures/scripted.svg # expect: RF015 @ 11-32 "holds a `script`"
    alt: A woman rests on her forearms with her body in a straight line.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(pictures:
  - file: pictures/plank.svg
    alt: A woman rests on her forearms with her body in a straight line.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF015",
    .name = "unsafe-picture",
    .severity = Severity::kError,
    .since = "0.2",
    .summary = "An SVG picture acts or reaches out of itself.",
    .rationale =
        R"md(An SVG file may hold scripts, play itself and fetch other files. In a guide it is a drawing: outputs hold
what draws, and leave out scripts, event handlers, animation, foreign content and references to anything but the
picture itself. A picture that loses something on the way may look different; save it as plain SVG.)md",
    .source = "W3C, SVG 2, section 2.2 (secure static mode)",
    .examples = kExamples,
};

}  // namespace guidec::rules::unsafe_picture
