#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/picture/figure.h"
#include "model/prose/passage.h"

namespace guidec::rules::missing_alternative_text {
namespace {

void CheckExercise(const Exercise& exercise, RuleContext& context) {
  for (const Picture& picture : exercise.pictures) {
    const Node* pictures = exercise.document->root.Find("pictures");
    if (pictures != nullptr && HasDamage(*pictures)) continue;
    if (picture.alt && !PlainText(picture.alt.root).empty()) continue;
    if (picture.figure && IsDescribedIn(context.language())) continue;
    context.Report(
        picture.span,
        fmt::format("picture `{}` has no alternative text; say in `alt` what it shows", picture.file.value));
  }
}

void CheckProse(const ProseUse& use, RuleContext& context) {
  ForEachNode(use.prose->root, [&](const MarkdownNode& node) {
    if (node.type != MarkdownType::kImage || !node.value.empty()) return;
    context.Report(use.prose->SpanOf(node),
                   fmt::format("picture `{}` has no alternative text; write it as in `![what it shows]({})`",
                               node.url, node.url));
  });
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(pictures:
  - file: pictures/plank.png # expect: AX001 @ 5-9 "no alternative text"
    caption: The start
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(pictures:
  - file: pictures/plank.png
    alt: A woman rests on her forearms with her body in a straight line.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "AX001",
    .name = "missing-alternative-text",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A picture has no alternative text.",
    .rationale =
        R"md(Who cannot see the picture has nothing in its place, and neither EPUB nor PDF/UA accepts it.)md",
    .source = "WCAG 2.2, 1.1.1 non-text content; ISO 14289-1 (PDF/UA-1), 7.3",
    .examples = kExamples,
    .exercise = CheckExercise,
    .prose = CheckProse,
};

}  // namespace guidec::rules::missing_alternative_text
