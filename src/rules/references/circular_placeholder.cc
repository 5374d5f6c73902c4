#include <string>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/placeholder.h"

namespace guidec::rules::circular_placeholder {
namespace {

void Check(const ProseUse& use, RuleContext& context) {
  ForEachNode(use.prose->root, [&](const MarkdownNode& node) {
    if (node.type != MarkdownType::kPlaceholder || !node.printed.empty()) return;
    const auto printed = Printed(context.library(), use, node.value);
    if (!printed && printed.error().is_circular)
      context.Report(use.prose->SpanOf(node), printed.error().message);
    const bool is_own = use.role == Role::kStep && node.value.find('.') == std::string::npos;
    if (printed && !printed->empty() && !is_own) {
      context.Report(
          use.prose->SpanOf(node),
          fmt::format("`{{{}}}` prints nothing: the placeholders before it print {} bytes together, as "
                      "many as may be; write some of them out",
                      node.value, kMostFilled));
    }
  });
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold:
    until: you have held it {hold} # expect: RF014 @ 29-35 "`{plank.hold}` leads back to itself"
steps:
  - Rest on your forearms on a mat.
  - Lift your hips, and hold them up.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  hold:
    until: your hips begin to drop
steps:
  - Rest on your forearms on a mat.
  - Hold {hold}.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF014",
    .name = "circular-placeholder",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A placeholder prints text that holds the placeholder itself.",
    .rationale =
        R"md(What a placeholder prints may hold placeholders, so that two can lead to each other: then neither prints
anything. Placeholders are all that can lead in a circle. A proof names lists, protocols, claims and fields of
exercises; none of these names another, and an order in which one exercise stands twice has a finding of its
own, as a proof that cannot be evaluated. Settings that extend each other are found by `circular-extends`.
What the placeholders of a guide print together is bounded, too: 1,000,000 bytes.)md",
    .source = "guidec's own: what is printed has one source",
    .examples = kExamples,
    .prose = Check,
};

}  // namespace guidec::rules::circular_placeholder
