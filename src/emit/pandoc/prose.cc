#include "emit/pandoc/prose.h"

#include <algorithm>

#include <fmt/format.h>

#include "emit/pandoc/anchor.h"
#include "model/prose/link.h"
#include "text/address.h"

namespace guidec::pandoc {
namespace {

bool IsBlock(MarkdownType type) {
  switch (type) {
    case MarkdownType::kParagraph:
    case MarkdownType::kCode:
    case MarkdownType::kList:
    case MarkdownType::kBlockquote:
    case MarkdownType::kHeading:
    case MarkdownType::kThematicBreak:
      return true;
    default:
      return false;
  }
}

// A citation stays on the line of the word before it.
void AppendCitation(Nodes& inlines, Nodes citation) {
  if (citation.empty()) return;
  if (!inlines.empty() && inlines.back()["t"] == "Space") inlines.back() = Text("\u00A0").front();
  Append(inlines, std::move(citation));
}

}  // namespace

Nodes ProseWriter::Blocks(const Prose& prose, int level, const Dose* dose) {
  prose_ = &prose;
  return prose ? BlocksOf(Resolved(prose.root, dose), level) : Nodes::array();
}

Nodes ProseWriter::Item(const Prose& prose, int level, const Dose* dose) {
  Nodes blocks = Blocks(prose, level, dose);
  if (blocks.size() == 1 && blocks[0]["t"] == "Para") blocks[0]["t"] = "Plain";
  return blocks;
}

Nodes ProseWriter::Line(const Prose& prose, const Dose* dose) {
  prose_ = &prose;
  if (!prose) return Nodes::array();
  const MarkdownNode resolved = Resolved(prose.root, dose);
  const bool is_line = std::ranges::all_of(
      resolved.children, [](const MarkdownNode& child) { return child.type == MarkdownType::kParagraph; });
  if (!is_line) return Text(PlainText(resolved));
  Nodes inlines = Nodes::array();
  for (const MarkdownNode& paragraph : resolved.children) {
    if (!inlines.empty()) inlines.push_back(Space());
    Append(inlines, InlinesOf(paragraph));
  }
  return inlines;
}

Nodes ProseWriter::BlocksOf(const MarkdownNode& parent, int level) {
  Nodes blocks = Nodes::array();
  // Headings start below the one that the prose stands under, and never skip a level.
  int lowest = level;
  for (const MarkdownNode& node : parent.children) {
    switch (node.type) {
      case MarkdownType::kParagraph: {
        Nodes inlines = InlinesOf(node);
        if (!inlines.empty()) blocks.push_back(Para(std::move(inlines)));
        break;
      }
      case MarkdownType::kHeading:
        lowest = std::min({level + node.depth, lowest + 1, 6});
        blocks.push_back(Header(lowest, {fmt::format("heading_{}", ++headings_), {"unlisted", "unnumbered"}},
                                InlinesOf(node)));
        break;
      case MarkdownType::kList:
        blocks.push_back(ListBlock(node, lowest));
        break;
      case MarkdownType::kBlockquote:
        blocks.push_back(BlockQuote(BlocksOf(node, lowest)));
        break;
      case MarkdownType::kCode:
        blocks.push_back(CodeBlock(node.value));
        break;
      case MarkdownType::kThematicBreak:
        blocks.push_back(HorizontalRule());
        break;
      case MarkdownType::kHtml:
        break;
      default: {
        Nodes inlines = Nodes::array();
        AppendInline(node, inlines);
        if (!inlines.empty()) blocks.push_back(Plain(std::move(inlines)));
        break;
      }
    }
  }
  return blocks;
}

Json ProseWriter::ListBlock(const MarkdownNode& node, int level) {
  std::vector<Nodes> items;
  for (const MarkdownNode& item : node.children) {
    Nodes blocks = BlocksOf(item, level);
    if (!node.spread) {
      for (Json& block : blocks) {
        if (block["t"] == "Para") block["t"] = "Plain";
      }
    }
    items.push_back(std::move(blocks));
  }
  return node.ordered ? OrderedList(std::move(items), node.start) : BulletList(std::move(items));
}

Nodes ProseWriter::InlinesOf(const MarkdownNode& parent) {
  Nodes inlines = Nodes::array();
  for (const MarkdownNode& child : parent.children) AppendInline(child, inlines);
  return inlines;
}

void ProseWriter::AppendInline(const MarkdownNode& node, Nodes& inlines) {
  switch (node.type) {
    case MarkdownType::kText:
      Append(inlines, Text(node.value));
      return;
    case MarkdownType::kPlaceholder:
      Append(inlines, Text("{" + node.value + "}"));
      return;
    case MarkdownType::kEmphasis:
      inlines.push_back(Emph(InlinesOf(node)));
      return;
    case MarkdownType::kStrong:
      inlines.push_back(Strong(InlinesOf(node)));
      return;
    case MarkdownType::kInlineCode:
      inlines.push_back(Code(node.value));
      return;
    case MarkdownType::kBreak:
      inlines.push_back(LineBreak());
      return;
    case MarkdownType::kImage:
      AppendImage(node, inlines);
      return;
    case MarkdownType::kHtml:
      return;
    case MarkdownType::kCite:
      AppendCitation(inlines, Citation(node.keys));
      return;
    case MarkdownType::kLink: {
      const bool is_place = node.url.starts_with('#');
      const auto anchor = is_place ? anchors_.find(node.url.substr(1)) : anchors_.end();
      if (!IsFollowable(node) || (is_place && anchor == anchors_.end())) {
        // A link that leads nowhere stays as words.
        Append(inlines, InlinesOf(node));
      } else {
        inlines.push_back(Link(InlinesOf(node), is_place ? "#" + anchor->second : CitedAddress(node.url)));
      }
      return;
    }
    default:
      break;
  }
  if (!IsBlock(node.type)) Append(inlines, InlinesOf(node));
}

// A document holds its pictures: one on the web becomes a link, one that cannot be had its words.
void ProseWriter::AppendImage(const MarkdownNode& node, Nodes& inlines) {
  if (IsWebAddress(node.url) && IsFollowable(node)) {
    inlines.push_back(Link(Text(node.value.empty() ? node.url : node.value), CitedAddress(node.url)));
  } else if (const auto picture = PictureFileOf(library_, prose_->span().source, node.url)) {
    inlines.push_back(Image(picture->name, node.value));
  } else {
    Append(inlines, Text(node.value));
  }
}

Nodes ProseWriter::Citation(const std::vector<std::string>& keys) const {
  Nodes marks = Nodes::array();
  for (const PrintedReference* cited : Cited(references_, keys)) {
    Append(marks, Text(marks.empty() ? "[" : ", "));
    marks.push_back(
        Link(Text(fmt::format("{}", cited->number)), "#" + ReferenceAnchor(cited->reference->id.value)));
  }
  if (marks.empty()) return marks;
  Append(marks, Text("]"));
  return ListOf(Span({{}, {"citation"}}, std::move(marks)));
}

void ProseWriter::AppendCites(Nodes& blocks, const std::vector<Id>& cites) const {
  std::vector<std::string> keys;
  for (const Id& cite : cites) keys.push_back(cite.value);
  Nodes citation = Citation(keys);
  if (citation.empty()) return;
  Json* blocks_at = &blocks;
  while (!blocks_at->empty()) {
    Json& last = blocks_at->back();
    const std::string type = last["t"];
    if (type == "Para" || type == "Plain") {
      last["c"].push_back(Space());
      AppendCitation(last["c"], std::move(citation));
      return;
    }
    if (type == "BulletList") {
      blocks_at = &last["c"].back();
    } else if (type == "OrderedList") {
      blocks_at = &last["c"][1].back();
    } else if (type == "BlockQuote") {
      blocks_at = &last["c"];
    } else {
      break;
    }
  }
  blocks_at->push_back(Para(std::move(citation)));
}

}  // namespace guidec::pandoc
