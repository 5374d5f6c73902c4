#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "text/phrase.h"

namespace guidec::rules::vague_link_text {
namespace {

constexpr Phrase kVague[] = {
    "click|tap|see|read|look|press? here",
    "click|link|page|details|info",
    "this|that",
    "this|that link|page|site|website|article|one",
    "the link|page|site|website",
    "read|learn|see|find|show out? more",
    "more",
    "more info|information|details",
};

// Whether the words say nothing but that there is a link.
bool IsVague(std::string_view text) {
  const std::vector<std::string> words = LowerWords(text, "").words;
  const auto is_all = [&](const Phrase& phrase) { return MatchPhrase(words, phrase) == words.size(); };
  return std::ranges::any_of(kVague, is_all);
}

// From the first to the last of a link's words; nothing without any.
std::optional<Span> PlaceOfText(const Prose& prose, const MarkdownNode& link) {
  std::optional<Span> place;
  ForEachNode(link, [&](const MarkdownNode& part) {
    if (part.type != MarkdownType::kText) return;
    const Span span = prose.SpanOf(part);
    if (!place) place = span;
    place->end = span.end;
  });
  return place;
}

void CheckLink(const Prose& prose, const MarkdownNode& link, RuleContext& context) {
  const std::string text = PlainText(link);
  if (text.find_first_not_of(" \t\n") == std::string::npos) {
    context.Report(prose.SpanOf(link),
                   "the link has no text to follow it by; name the target in the brackets");
    return;
  }
  const std::optional<Span> place = PlaceOfText(prose, link);
  if (!place || !IsVague(text)) return;
  context.Report(*place, fmt::format("`{}` does not say where the link leads; name the target", text));
}

void Check(const ProseUse& use, RuleContext& context) {
  ForEachNode(use.prose->root, [&](const MarkdownNode& node) {
    if (node.type == MarkdownType::kLink) CheckLink(*use.prose, node, context);
  });
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest first, as shown [here](#rice). # expect: RF008 @ 37-41 "does not say"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(main-message: Rest first, as in [the plan](#rice).
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF008",
    .name = "vague-link-text",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A link's text does not say where it leads.",
    .rationale =
        R"md(A screen reader can list the links of a page; a list of "here" and "this" is of no use.)md",
    .source = "WCAG 2.2, 2.4.9 link purpose (link only)",
    .examples = kExamples,
    .prose = Check,
};

}  // namespace guidec::rules::vague_link_text
