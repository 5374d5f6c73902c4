#include "model/prose/commonmark.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "model/prose/special.h"

namespace guidec {
namespace {

// More quotes and lists than a line may open, whatever the limit: cmark takes time in the square of them.
constexpr std::size_t kMostOpened = 100;

// Where the first line begins that opens more quotes and lists (`>`, `- `, `1. `) than CommonMark need be
// asked about.
std::optional<std::uint32_t> OpensTooMany(std::string_view text) {
  const auto is_blank = [&](std::size_t at) {
    return at >= text.size() || text[at] == ' ' || text[at] == '\t' || text[at] == '\n';
  };
  std::size_t opened = 0;
  std::size_t line = 0;
  bool is_at_start = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n') {
      line = at + 1;
      opened = 0;
      is_at_start = true;
    } else if (is_at_start && (c == '>' || (std::string_view("-+*.)").find(c) != std::string_view::npos &&
                                            is_blank(at + 1)))) {
      if (++opened > kMostOpened) return static_cast<std::uint32_t>(line);
    } else if (!is_blank(at) && std::isdigit(static_cast<unsigned char>(c)) == 0) {
      is_at_start = false;
    }
  }
  return std::nullopt;
}

// Whether the node adds a level to what it holds. An item of a list belongs to the list.
bool IsLevel(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
    case CMARK_NODE_LIST:
    case CMARK_NODE_EMPH:
    case CMARK_NODE_STRONG:
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
      return true;
    default:
      return false;
  }
}

MarkdownType TypeOf(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
      return MarkdownType::kBlockquote;
    case CMARK_NODE_LIST:
      return MarkdownType::kList;
    case CMARK_NODE_ITEM:
      return MarkdownType::kListItem;
    case CMARK_NODE_CODE_BLOCK:
      return MarkdownType::kCode;
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_HTML_INLINE:
    case CMARK_NODE_CUSTOM_BLOCK:
    case CMARK_NODE_CUSTOM_INLINE:
      return MarkdownType::kHtml;
    case CMARK_NODE_PARAGRAPH:
      return MarkdownType::kParagraph;
    case CMARK_NODE_HEADING:
      return MarkdownType::kHeading;
    case CMARK_NODE_THEMATIC_BREAK:
      return MarkdownType::kThematicBreak;
    case CMARK_NODE_TEXT:
    case CMARK_NODE_SOFTBREAK:
      return MarkdownType::kText;
    case CMARK_NODE_LINEBREAK:
      return MarkdownType::kBreak;
    case CMARK_NODE_CODE:
      return MarkdownType::kInlineCode;
    case CMARK_NODE_EMPH:
      return MarkdownType::kEmphasis;
    case CMARK_NODE_STRONG:
      return MarkdownType::kStrong;
    case CMARK_NODE_LINK:
      return MarkdownType::kLink;
    case CMARK_NODE_IMAGE:
      return MarkdownType::kImage;
    default:
      return MarkdownType::kRoot;
  }
}

void Append(std::vector<MarkdownNode>& nodes, MarkdownNode node) {
  const bool joins =
      node.type == MarkdownType::kText && !nodes.empty() && nodes.back().type == MarkdownType::kText;
  if (!joins) {
    nodes.push_back(std::move(node));
    return;
  }
  MarkdownNode& last = nodes.back();
  for (TextRun run : node.runs) {
    run.text_begin += static_cast<std::uint32_t>(last.value.size());
    last.runs.push_back(run);
  }
  last.value += node.value;
  last.end = node.end;
}

class Copier {
 public:
  Copier(std::string_view source, std::uint64_t depth) : placer_(source), depth_(depth) {}

  CommonMark Run(cmark_node* document) {
    MarkdownNode root = Copy(document, 0);
    return {std::move(root), placer_.forbidden(), too_deep_};
  }

 private:
  std::uint32_t BeginOf(cmark_node* node) const {
    return placer_.Offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
  }

  // `level` is how many levels the node stands in.
  MarkdownNode Copy(cmark_node* node, std::uint64_t level) {
    MarkdownNode copy;
    copy.type = TypeOf(node);
    copy.begin = BeginOf(node);
    CopyAttributes(node, copy);
    const std::uint32_t from = placer_.cursor();
    CopyChildren(node, level + (IsLevel(node) ? 1 : 0), copy);
    if (copy.type == MarkdownType::kLink || copy.type == MarkdownType::kImage) EndLink(copy);
    if (copy.end == 0) {
      copy.begin =
          std::min(copy.begin, from == 0 && copy.children.empty() ? copy.begin : std::max(copy.begin, from));
      copy.end = std::max(placer_.cursor(), copy.begin);
    }
    return copy;
  }

  void CopyAttributes(cmark_node* node, MarkdownNode& copy) {
    switch (copy.type) {
      case MarkdownType::kList:
        copy.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        copy.start = cmark_node_get_list_start(node);
        copy.spread = cmark_node_get_list_tight(node) == 0;
        break;
      case MarkdownType::kCode:
        copy.value = OrEmpty(cmark_node_get_literal(node));
        break;
      case MarkdownType::kHtml:
      case MarkdownType::kInlineCode:
        placer_.Place(copy, OrEmpty(cmark_node_get_literal(node)), true);
        break;
      case MarkdownType::kHeading:
        copy.depth = cmark_node_get_heading_level(node);
        break;
      case MarkdownType::kText:
        if (cmark_node_get_type(node) == CMARK_NODE_TEXT) {
          placer_.Place(copy, OrEmpty(cmark_node_get_literal(node)));
        } else {
          placer_.Place(copy, "\n");
          std::ranges::replace(copy.value, '\n', ' ');
        }
        break;
      case MarkdownType::kLink:
      case MarkdownType::kImage:
        copy.url = OrEmpty(cmark_node_get_url(node));
        break;
      default:
        break;
    }
  }

  // `level` is how many levels they stand in.
  void CopyChildren(cmark_node* node, std::uint64_t level, MarkdownNode& copy) {
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
      if (level < depth_ || !IsLevel(child)) {
        Append(copy.children, Copy(child, level));
      } else if (!too_deep_) {
        too_deep_ = BeginOf(child);
      }
    }
    if (copy.type == MarkdownType::kImage) {
      MarkdownNode words;
      words.children = std::exchange(copy.children, {});
      copy.value = PlainText(words);
    }
    std::vector<MarkdownNode> split;
    for (MarkdownNode& child : copy.children) Split(std::move(child), split);
    copy.children = std::move(split);
  }

  void EndLink(MarkdownNode& link) {
    const bool has_text = !link.children.empty();
    // cmark places `<https://…>` at its own end.
    if (has_text) link.begin = std::min(link.begin, link.children.front().begin - 1);
    placer_.GoBehindLink(has_text ? placer_.cursor() : std::max(placer_.cursor(), link.begin));
  }

  Placer placer_;
  std::uint64_t depth_;
  std::optional<std::uint32_t> too_deep_;
};

}  // namespace

CommonMark ReadCommonMark(std::string_view text, std::uint64_t depth) {
  if (const auto line = OpensTooMany(text)) {
    CommonMark nothing{.root = {}, .forbidden = {}, .too_deep = line};
    nothing.root.end = static_cast<std::uint32_t>(text.size());
    return nothing;
  }
  const CmarkTree tree = ParseCommonMark(text);
  return Copier(text, depth).Run(tree.get());
}

}  // namespace guidec
