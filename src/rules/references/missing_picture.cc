#include "diag/rule.h"

namespace guidec::rules::missing_picture {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(pictures:
  - file: nowhere/plank.png # expect: RF013 @ 11-28 "does not exist"
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
    .code = "RF013",
    .name = "missing-picture",
    .severity = Severity::kError,
    .since = "0.2",
    .summary = "A picture's file does not exist.",
    .rationale =
        R"md(Nothing can be built with a picture that is not there. Paths start from the folder of the file that names
them, and capitals count.)md",
    .source = "guidec's own check",
    .examples = kExamples,
};

}  // namespace guidec::rules::missing_picture
