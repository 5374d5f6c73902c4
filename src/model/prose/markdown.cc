#include "model/prose/markdown.h"

#include <utility>

#include <fmt/format.h>

#include "diag/rule_ids.h"
#include "model/prose/commonmark.h"
#include "model/prose/special.h"
#include "syntax/forbidden.h"

namespace guidec {
namespace {

void AppendPlain(const MarkdownNode& node, std::string& text) {
  switch (node.type) {
    case MarkdownType::kText:
    case MarkdownType::kInlineCode:
    case MarkdownType::kCode:
      text += node.value;
      return;
    case MarkdownType::kPlaceholder:
      text += node.printed.empty() ? "{" + node.value + "}" : node.printed;
      return;
    case MarkdownType::kBreak:
      text += "\n";
      return;
    case MarkdownType::kImage:
      text += node.value;
      return;
    case MarkdownType::kCite:
      // The blank before a citation goes with it.
      if (text.ends_with(' ')) text.pop_back();
      return;
    case MarkdownType::kHtml:
    case MarkdownType::kThematicBreak:
      return;
    default:
      break;
  }
  for (const MarkdownNode& child : node.children) {
    const bool is_block = child.type == MarkdownType::kParagraph || child.type == MarkdownType::kList ||
                          child.type == MarkdownType::kListItem || child.type == MarkdownType::kHeading ||
                          child.type == MarkdownType::kBlockquote || child.type == MarkdownType::kCode;
    if (is_block && !text.empty() && !text.ends_with('\n')) text += '\n';
    AppendPlain(child, text);
  }
}

}  // namespace

Span Prose::SpanOf(const MarkdownNode& text, std::size_t begin, std::size_t end) const {
  if (text.runs.empty()) return SpanOf(text);
  const bool at_end = begin > 0 && begin >= text.value.size();
  const std::uint32_t first =
      at_end ? SourceOf(text.runs, begin - 1).second : SourceOf(text.runs, begin).first;
  return node->SpanOf(first, begin < end ? SourceOf(text.runs, end - 1).second : first);
}

Span Prose::SpanOf(const MarkdownNode& part) const {
  return node->SpanOf(part.begin, part.end);
}

Span Prose::AddressOf(const MarkdownNode& link) const {
  const std::string& text = source_text();
  const std::uint32_t behind_label = link.children.empty() ? link.begin : link.children.back().end;
  const std::size_t opening = std::string_view(text).substr(0, link.end).find("](", behind_label);
  const std::size_t begin =
      opening == std::string::npos ? opening : text.find_first_not_of(" <", opening + 2);
  const bool is_here =
      begin != std::string::npos && !link.url.empty() && text.compare(begin, link.url.size(), link.url) == 0;
  return is_here ? node->SpanOf(begin, begin + link.url.size()) : SpanOf(link);
}

Prose ParseProse(const Node& node, std::uint64_t depth, std::vector<Fault>& faults) {
  CommonMark read = ReadCommonMark(node.text, depth);
  if (read.too_deep) {
    faults.push_back(
        {rule_ids::kProseTooDeep, node.SpanOf(*read.too_deep, *read.too_deep + 1),
         fmt::format("more than {} levels of quotes, lists, emphasis and links; what is deeper is left "
                     "out, write it flatter",
                     depth)});
  }
  for (const ForbiddenReference& reference : read.forbidden) {
    faults.push_back(ForbiddenCharacter(reference.character, node.SpanOf(reference.begin, reference.end)));
  }
  return Prose{.node = &node, .root = std::move(read.root)};
}

Prose PlainProse(const Node& node) {
  MarkdownNode text;
  text.type = MarkdownType::kText;
  text.value = node.text;
  text.end = static_cast<std::uint32_t>(node.text.size());
  text.runs = {{0, 0}};
  MarkdownNode paragraph;
  paragraph.type = MarkdownType::kParagraph;
  paragraph.end = text.end;
  paragraph.children.push_back(std::move(text));
  MarkdownNode root;
  root.end = paragraph.end;
  root.children.push_back(std::move(paragraph));
  return Prose{.node = &node, .root = std::move(root)};
}

Prose PlainProseWithPlaceholders(const Node& node) {
  Prose prose = PlainProse(node);
  std::vector<MarkdownNode>& texts = prose.root.children.front().children;
  std::vector<MarkdownNode> parts;
  Split(std::move(texts.front()), parts, Specials::kPlaceholders);
  texts = std::move(parts);
  return prose;
}

std::string PlainText(const MarkdownNode& node) {
  std::string text;
  AppendPlain(node, text);
  while (text.ends_with('\n') || text.ends_with(' ')) text.pop_back();
  return text;
}

}  // namespace guidec
