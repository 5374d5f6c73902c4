#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/library.h"
#include "text/words.h"

namespace guidec {
namespace {

bool IsVague(const std::string& text) {
  static constexpr std::array<std::string_view, 11> kVague = {
      "here", "click here", "click",      "this",     "this link", "link",
      "more", "read more",  "learn more", "see here", "page"};
  return std::ranges::find(kVague, LowerCase(text)) != kVague.end();
}

void Check(const Library& library, RuleContext& context) {
  for (const ProseUse& use : AllProse(library)) {
    ForEachNode(use.prose->root, [&](const MarkdownNode& node) {
      if (node.type != MarkdownType::kLink || node.children.empty()) return;
      const std::string text = PlainText(node);
      if (!IsVague(text)) return;
      std::vector<Span> words;
      ForEachNode(node, [&](const MarkdownNode& part) {
        if (part.type == MarkdownType::kText) words.push_back(use.prose->SpanOf(part));
      });
      if (words.empty()) return;
      context.Report(Span{words.front().source, words.front().begin, words.back().end},
                     fmt::format("`{}` does not say where the link leads; name the target", text));
    });
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest first, as shown [here](#rice). # expect: RF008 @ 37-41 "does not say"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(main-message: Rest first, as in [the plan](#rice).
)yaml"},
};

}  // namespace

extern const Rule vague_link_text;
constinit const Rule vague_link_text = {
    .code = "RF008",
    .name = "vague-link-text",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A link's text does not say where it leads.",
    .rationale =
        R"md(A screen reader can list the links of a page; a list of "here" and "this" is of no use.)md",
    .source = "WCAG 2.2, 2.4.9 link purpose (link only)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace guidec
