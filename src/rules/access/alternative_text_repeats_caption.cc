#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "text/phrase.h"

namespace guidec::rules::alternative_text_repeats_caption {
namespace {

void Check(const Exercise& exercise, RuleContext& context) {
  for (const Picture& picture : exercise.pictures) {
    if (!picture.alt || !picture.caption) continue;
    // Words alone: "The start." repeats "The start".
    const auto words = [&](const Prose& prose) {
      return LowerWords(PlainText(prose.root), context.language()).words;
    };
    if (words(picture.alt).empty() || words(picture.alt) != words(picture.caption)) continue;
    Diagnostic& finding = context.Report(
        picture.alt.span(), "the alternative text repeats the caption; say what the picture shows");
    finding.labels.push_back({picture.caption.span(), "the caption"});
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(pictures:
  - file: pictures/plank.png
    alt: The start # expect: AX004 @ 10-19 "repeats the caption"
    caption: The start.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(pictures:
  - file: pictures/plank.png
    alt: A woman rests on her forearms with her body in a straight line.
    caption: The start
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "AX004",
    .name = "alternative-text-repeats-caption",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A picture's alternative text says only what its caption says.",
    .rationale =
        R"md(A screen reader reads both: the listener hears the same words twice and still does not know what
the picture shows.)md",
    .source = "WCAG 2.2, 1.1.1 non-text content: the alternative serves the same purpose as the picture",
    .examples = kExamples,
    .exercise = Check,
};

}  // namespace guidec::rules::alternative_text_repeats_caption
