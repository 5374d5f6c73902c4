#include <algorithm>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "text/nearest.h"

namespace guidec::rules::unknown_target {
namespace {

void CheckProse(const Prose& prose, const Guide& guide, const std::vector<std::string>& known,
                RuleContext& context) {
  ForEachNode(prose.root, [&](const MarkdownNode& node) {
    if (node.type != MarkdownType::kLink || !node.url.starts_with('#')) return;
    const std::string target = node.url.substr(1);
    if (std::ranges::find(known, target) != known.end()) return;
    context.Report(prose.AddressOf(node), fmt::format("guide `{}` has nothing with the id `{}`{}",
                                                      guide.id.value, target, DidYouMean(target, known)));
  });
}

void Check(const Guide& guide, RuleContext& context) {
  std::vector<std::string> known;
  for (const Id* id : AnchorsOf(guide)) known.push_back(id->value);
  for (const ProseUse& use : ProseOf(context.library(), guide)) CheckProse(*use.prose, guide, known, context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest first, as in [the plan](#rise). # expect: RF004 @ 44-49 "did you mean `rice`"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(main-message: Rest first, as in [the plan](#rice).
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF004",
    .name = "unknown-target",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A link within the guide leads nowhere.",
    .rationale = R"md(In the EPUB and the PDF it would be a link that does nothing.)md",
    .source = "WCAG 2.2, 2.4.4 link purpose; EPUBCheck RSC-012",
    .examples = kExamples,
    .skips_damaged = true,
    .guide = Check,
};

}  // namespace guidec::rules::unknown_target
