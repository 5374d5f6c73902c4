#include <algorithm>
#include <string>

#include "lint/rule_context.h"
#include "model/content/library.h"

namespace guidec::rules::folded_list_item {
namespace {

void Judge(const Node& scalar, const Source& source, RuleContext& context) {
  const std::uint32_t first = source.PositionOf(scalar.span.begin).line;
  const std::uint32_t last = source.PositionOf(scalar.span.end).line;
  const Span first_line = source.LineSpan(first);
  const std::string_view first_text = source.Slice(first_line);
  const std::size_t item = std::min(first_text.find_first_not_of(' '), first_text.size());
  for (std::uint32_t line = first + 1; line <= last; ++line) {
    const Span span = source.LineSpan(line);
    const std::string_view text = source.Slice(span);
    const std::size_t content = text.find_first_not_of(' ');
    if (content == std::string_view::npos || !text.substr(content).starts_with("- ")) continue;
    const auto dash = span.begin + static_cast<std::uint32_t>(content);
    Diagnostic& finding =
        context.Report(Span{source.id(), dash, dash + 1},
                       "this `- ` is read as a part of the text above; indent it like the items of the list");
    finding.labels.push_back(
        {Span{source.id(), scalar.span.begin, scalar.span.begin + 1}, "the text starts here"});
    if (first_text.substr(item).starts_with("- ")) {
      finding.fix = Fix{"indent it like the item above",
                        {{Span{source.id(), span.begin, dash}, std::string(item, ' ')}},
                        Safety::kUnsafe};
    }
  }
}

void Visit(const Node& node, const Source& source, RuleContext& context) {
  if (node.IsScalar() && node.style == ScalarStyle::kPlain) Judge(node, source, context);
  for (const Node& item : node.items) Visit(item, source, context);
  for (const Pair& pair : node.pairs) Visit(pair.value, source, context);
}

void Check(const File& file, RuleContext& context) {
  Visit(file.document.root, (*context.library().sources)[file.document.source], context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(cautions:
  - Breathe.
   - Keep still. # expect: YM011 @ 4-5 "part of the text above"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(cautions:
  - Breathe.
  - Keep still.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM011",
    .name = "folded-list-item",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A list item with another indentation has become a part of the text above it.",
    .rationale =
        R"md(YAML takes a deeper line as the rest of the text before it, dash and all: a step vanishes from the
list and its words are printed behind those of the step above.)md",
    .source = "YAML 1.2.2, section 7.3.3: plain scalars over several lines",
    .examples = kExamples,
    .file = Check,
};

}  // namespace guidec::rules::folded_list_item
