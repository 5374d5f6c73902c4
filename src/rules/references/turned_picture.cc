#include "diag/rule.h"

namespace guidec::rules::turned_picture {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(pictures:
  - file: pictures/turned.jpg # expect: RF019 @ 11-30 "EXIF orientation 6"
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
    .code = "RF019",
    .name = "turned-picture",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A picture lies on its side in its file, with a mark that not every reader follows.",
    .rationale =
        R"md(A camera that is held upright saves the picture lying down, and notes how it is to be turned. PDFs and
browsers turn it; Word and LibreOffice show it in a DOCX or ODT as it lies. Turn it in an editor of pictures, which
saves it upright.)md",
    .source = "Exif 2.32, 4.6.4 (orientation); CSS Images Module Level 3, image-orientation",
    .examples = kExamples,
};

}  // namespace guidec::rules::turned_picture
