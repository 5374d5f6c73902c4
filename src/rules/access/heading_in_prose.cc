#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"

namespace guidec::rules::heading_in_prose {
namespace {

void Check(const ProseUse& use, RuleContext& context) {
  ForEachNode(use.prose->root, [&](const MarkdownNode& node) {
    if (node.type != MarkdownType::kHeading) return;
    const Span span =
        node.children.empty() ? use.prose->SpanOf(node) : use.prose->SpanOf(node.children.front());
    context.Report(
        span, fmt::format("the heading `{}` belongs into a section's or a block's `title`", PlainText(node)));
  });
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: "# Rest" # expect: AX003 @ 18-22 "the heading `Rest`"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(main-message: Rest first.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "AX003",
    .name = "heading-in-prose",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A text has a heading of its own.",
    .rationale =
        R"md(Headings come from sections, exercises and titled blocks, so that their levels never skip. One inside
a text stands at no level.)md",
    .source = "WCAG 2.2, 1.3.1 info and relationships; ISO 14289-1 (PDF/UA-1), 7.4",
    .examples = kExamples,
    .prose = Check,
};

}  // namespace guidec::rules::heading_in_prose
