#include "diag/rule.h"

namespace guidec::rules::broken_picture {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(pictures:
  - file: pictures/cut-off.png # expect: RF018 @ 11-31 "`exercises/pictures/cut-off.png` is cut off"
    alt: A woman rests on her forearms with her body in a straight line.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(pictures:
  - file: pictures/plank.png
    alt: A woman rests on her forearms with her body in a straight line.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF018",
    .name = "broken-picture",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A picture's file is damaged, cut off, or not of the format that its name says.",
    .rationale =
        R"md(Of a file that a copy or a download has cut off, some readers show the upper half, and others nothing. A
picture of another format than its name says is shown by some readers only, and Typst stops at it.)md",
    .source = "ISO/IEC 15948 (PNG), section 5; ITU-T T.81 (JPEG), annex B",
    .examples = kExamples,
};

}  // namespace guidec::rules::broken_picture
