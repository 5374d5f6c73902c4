#include <algorithm>
#include <set>
#include <string>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"

namespace guidec::rules::raw_html {
namespace {

// The `b` of `<b>` and of `</b>`.
std::string NameOf(const std::string& tag) {
  const std::size_t begin = std::min(tag.find_first_not_of("</"), tag.size());
  return tag.substr(begin, tag.find_first_of(" />\n", begin) - begin);
}

void Check(const ProseUse& use, RuleContext& context) {
  std::set<std::string> opened;
  ForEachNode(use.prose->root, [&](const MarkdownNode& node) {
    if (node.type != MarkdownType::kHtml) return;
    // The other half of an element that is reported already.
    if (node.value.starts_with("</") && opened.contains(NameOf(node.value))) return;
    opened.insert(NameOf(node.value));
    const std::string tag = node.value.substr(0, std::min(node.value.find('\n'), node.value.size()));
    context.Report(use.prose->SpanOf(node),
                   fmt::format("`{}` is HTML and is left out of every output; use Markdown", tag));
  });
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest <b>first. # expect: AX002 @ 20-23 "`<b>` is HTML"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(main-message: Rest **first**.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "AX002",
    .name = "raw-html",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "Prose contains HTML.",
    .rationale =
        R"md(Only some outputs are made of HTML: in the others the tags would be lost or printed. guidec leaves
them out of all.)md",
    .source = "guidec's source format: prose is CommonMark without HTML",
    .examples = kExamples,
    .prose = Check,
};

}  // namespace guidec::rules::raw_html
