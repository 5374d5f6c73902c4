// cmark's tree is copied node by node. Its unconsolidated text nodes are slices of the source (an
// escape or an entity is a node of its own), so each is found again at the position that cmark gives
// or, where it gives none, by searching on from the last one. Neighbours are then joined, and the
// joined text is split at `[@key]` and `{placeholder}`.
#include "model/markdown.h"

#include <algorithm>
#include <cctype>
#include <memory>
#include <optional>
#include <utility>

#include <cmark.h>

namespace guidec {
namespace {

struct DeleteNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};

std::string Text(const char* text) {
  return text == nullptr ? std::string() : std::string(text);
}

bool IsIdCharacter(char c) {
  return std::islower(static_cast<unsigned char>(c)) != 0 ||
         std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '-';
}

class Copier {
 public:
  explicit Copier(std::string_view source) : source_(source), line_starts_{0} {
    for (std::uint32_t i = 0; i < source.size(); ++i) {
      if (source[i] == '\n') line_starts_.push_back(i + 1);
    }
  }

  MarkdownNode Copy(cmark_node* node) {
    MarkdownNode copy;
    copy.begin = Offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_DOCUMENT:
        copy.type = MarkdownType::kRoot;
        break;
      case CMARK_NODE_BLOCK_QUOTE:
        copy.type = MarkdownType::kBlockquote;
        break;
      case CMARK_NODE_LIST:
        copy.type = MarkdownType::kList;
        copy.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        copy.start = cmark_node_get_list_start(node);
        copy.spread = cmark_node_get_list_tight(node) == 0;
        break;
      case CMARK_NODE_ITEM:
        copy.type = MarkdownType::kListItem;
        break;
      case CMARK_NODE_CODE_BLOCK:
        copy.type = MarkdownType::kCode;
        copy.value = Text(cmark_node_get_literal(node));
        break;
      case CMARK_NODE_HTML_BLOCK:
      case CMARK_NODE_HTML_INLINE:
      case CMARK_NODE_CUSTOM_BLOCK:
      case CMARK_NODE_CUSTOM_INLINE:
        copy.type = MarkdownType::kHtml;
        Place(copy, Text(cmark_node_get_literal(node)));
        break;
      case CMARK_NODE_PARAGRAPH:
        copy.type = MarkdownType::kParagraph;
        break;
      case CMARK_NODE_HEADING:
        copy.type = MarkdownType::kHeading;
        copy.depth = cmark_node_get_heading_level(node);
        break;
      case CMARK_NODE_THEMATIC_BREAK:
        copy.type = MarkdownType::kThematicBreak;
        break;
      case CMARK_NODE_TEXT:
        copy.type = MarkdownType::kText;
        Place(copy, Text(cmark_node_get_literal(node)));
        break;
      case CMARK_NODE_SOFTBREAK:
        copy.type = MarkdownType::kText;
        Place(copy, "\n");
        std::ranges::replace(copy.value, '\n', ' ');
        break;
      case CMARK_NODE_LINEBREAK:
        copy.type = MarkdownType::kBreak;
        break;
      case CMARK_NODE_CODE:
        copy.type = MarkdownType::kInlineCode;
        Place(copy, Text(cmark_node_get_literal(node)));
        break;
      case CMARK_NODE_EMPH:
        copy.type = MarkdownType::kEmphasis;
        break;
      case CMARK_NODE_STRONG:
        copy.type = MarkdownType::kStrong;
        break;
      case CMARK_NODE_LINK:
      case CMARK_NODE_IMAGE:
        copy.type = cmark_node_get_type(node) == CMARK_NODE_LINK ? MarkdownType::kLink : MarkdownType::kImage;
        copy.url = Text(cmark_node_get_url(node));
        break;
      default:
        break;
    }
    const std::uint32_t from = cursor_;
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
      Append(copy.children, Copy(child));
    }
    if (copy.type == MarkdownType::kImage) {
      MarkdownNode words;
      words.children = std::exchange(copy.children, {});
      copy.value = PlainText(words);
    }
    std::vector<MarkdownNode> split;
    for (MarkdownNode& child : copy.children) Split(std::move(child), split);
    copy.children = std::move(split);
    if (copy.type == MarkdownType::kLink || copy.type == MarkdownType::kImage) {
      const bool has_text = !copy.children.empty();
      // cmark places `<https://…>` at its own end.
      if (has_text) copy.begin = std::min(copy.begin, copy.children.front().begin - 1);
      cursor_ = EndOfLink(has_text ? cursor_ : std::max(cursor_, copy.begin));
    }
    if (copy.end == 0) {
      copy.begin =
          std::min(copy.begin, from == 0 && copy.children.empty() ? copy.begin : std::max(copy.begin, from));
      copy.end = std::max(cursor_, copy.begin);
    }
    return copy;
  }

 private:
  std::uint32_t Offset(int line, int column) const {
    if (line < 1 || static_cast<std::size_t>(line) > line_starts_.size() || column < 1) return 0;
    const std::uint32_t offset =
        line_starts_[static_cast<std::size_t>(line) - 1] + static_cast<std::uint32_t>(column) - 1;
    return std::min(offset, static_cast<std::uint32_t>(source_.size()));
  }

  // Finds where `value` stands: where cmark says if that is true, else from the last place on.
  void Place(MarkdownNode& node, std::string value) {
    node.value = std::move(value);
    std::size_t at = node.begin;
    if (at < cursor_ || source_.substr(at, node.value.size()) != node.value) {
      at = source_.find(node.value, cursor_);
    }
    if (at == std::string_view::npos) {
      // An escape or an entity: it stands right behind the text before it.
      at = cursor_;
      if (at < source_.size() && source_[at] == '\\') ++at;
    }
    node.begin = static_cast<std::uint32_t>(at);
    node.end = static_cast<std::uint32_t>(std::min(at + node.value.size(), source_.size()));
    node.runs = {{0, node.begin}};
    cursor_ = node.end;
  }

  // Behind a link whose text ends at `from`: `](address "title")`, `][name]`, `]` or `>`.
  std::uint32_t EndOfLink(std::uint32_t from) const {
    const auto behind = [&](std::size_t at) {
      return at == std::string_view::npos ? from : static_cast<std::uint32_t>(at) + 1;
    };
    if (from < source_.size() && source_[from] == '>') return from + 1;
    const std::size_t bracket = source_.find(']', from);
    const char next = bracket + 1 < source_.size() ? source_[bracket + 1] : '\0';
    if (bracket == std::string_view::npos || (next != '(' && next != '[')) return behind(bracket);
    if (next == '[') return behind(source_.find(']', bracket + 2));
    int depth = 0;
    char quote = '\0';
    for (std::size_t at = bracket + 1; at < source_.size(); ++at) {
      const char c = source_[at];
      if (c == '\\') {
        ++at;
      } else if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if (c == '<') {
        quote = '>';
      } else if ((c == '"' || c == '\'') && (source_[at - 1] == ' ' || source_[at - 1] == '\n')) {
        quote = c;
      } else if (c == '(') {
        ++depth;
      } else if (c == ')' && --depth == 0) {
        return behind(at);
      }
    }
    return behind(bracket);
  }

  static void Append(std::vector<MarkdownNode>& nodes, MarkdownNode node) {
    const bool joins =
        node.type == MarkdownType::kText && !nodes.empty() && nodes.back().type == MarkdownType::kText;
    if (!joins) {
      nodes.push_back(std::move(node));
      return;
    }
    MarkdownNode& last = nodes.back();
    last.runs.push_back({static_cast<std::uint32_t>(last.value.size()), node.begin});
    last.value += node.value;
    last.end = node.end;
  }

  static std::uint32_t PlaceIn(const MarkdownNode& text, std::size_t offset) {
    const auto next = std::ranges::upper_bound(text.runs, offset, {}, &TextRun::text_begin);
    const TextRun& run = *std::prev(next);
    return run.source_begin + static_cast<std::uint32_t>(offset - run.text_begin);
  }

  static MarkdownNode Part(const MarkdownNode& text, std::size_t begin, std::size_t end) {
    MarkdownNode part;
    part.type = MarkdownType::kText;
    part.value = text.value.substr(begin, end - begin);
    part.begin = PlaceIn(text, begin);
    part.end = PlaceIn(text, end - 1) + 1;
    part.runs.push_back({0, part.begin});
    for (const TextRun& run : text.runs) {
      if (run.text_begin > begin && run.text_begin < end) {
        part.runs.push_back({run.text_begin - static_cast<std::uint32_t>(begin), run.source_begin});
      }
    }
    return part;
  }

  struct Special {
    std::size_t begin;
    std::size_t end;
    MarkdownNode node;
  };

  static std::optional<Special> FindSpecial(const std::string& text, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at) {
      if (text[at] == '{') {
        std::size_t end = at + 1;
        while (end < text.size() && IsIdCharacter(text[end])) ++end;
        if (end > at + 1 && end < text.size() && text[end] == '}') {
          MarkdownNode node;
          node.type = MarkdownType::kPlaceholder;
          node.value = text.substr(at + 1, end - at - 1);
          return Special{at, end + 1, std::move(node)};
        }
      }
      if (text[at] == '[' && at + 1 < text.size() && text[at + 1] == '@') {
        if (auto special = ReadCite(text, at)) return special;
      }
    }
    return std::nullopt;
  }

  static std::optional<Special> ReadCite(const std::string& text, std::size_t begin) {
    MarkdownNode node;
    node.type = MarkdownType::kCite;
    for (std::size_t at = begin + 1; at < text.size() && text[at] == '@';) {
      std::size_t end = at + 1;
      while (end < text.size() && IsIdCharacter(text[end])) ++end;
      if (end == at + 1 || end == text.size()) return std::nullopt;
      node.keys.push_back(text.substr(at + 1, end - at - 1));
      if (text[end] == ']') return Special{begin, end + 1, std::move(node)};
      if (text[end] != ';') return std::nullopt;
      at = text.find_first_not_of(' ', end + 1);
      if (at == std::string::npos) return std::nullopt;
    }
    return std::nullopt;
  }

  static void Split(MarkdownNode node, std::vector<MarkdownNode>& into) {
    if (node.type != MarkdownType::kText) {
      into.push_back(std::move(node));
      return;
    }
    std::size_t from = 0;
    while (auto special = FindSpecial(node.value, from)) {
      if (special->begin > from) into.push_back(Part(node, from, special->begin));
      special->node.begin = PlaceIn(node, special->begin);
      special->node.end = PlaceIn(node, special->end - 1) + 1;
      into.push_back(std::move(special->node));
      from = special->end;
    }
    if (from == 0) {
      into.push_back(std::move(node));
    } else if (from < node.value.size()) {
      into.push_back(Part(node, from, node.value.size()));
    }
  }

  std::string_view source_;
  std::vector<std::uint32_t> line_starts_;
  std::uint32_t cursor_ = 0;
};

void AppendPlain(const MarkdownNode& node, std::string& text) {
  switch (node.type) {
    case MarkdownType::kText:
    case MarkdownType::kInlineCode:
    case MarkdownType::kCode:
      text += node.value;
      return;
    case MarkdownType::kPlaceholder:
      text += "{" + node.value + "}";
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
  const auto place = [&](std::size_t offset) -> std::size_t {
    const auto next = std::ranges::upper_bound(text.runs, offset, {}, &TextRun::text_begin);
    if (next == text.runs.begin()) return text.begin;
    const TextRun& run = *std::prev(next);
    return run.source_begin + (offset - run.text_begin);
  };
  return begin < end ? node->SpanOf(place(begin), place(end - 1) + 1)
                     : node->SpanOf(place(begin), place(begin));
}

Span Prose::SpanOf(const MarkdownNode& part) const {
  return node->SpanOf(part.begin, part.end);
}

Span Prose::AddressOf(const MarkdownNode& link) const {
  const std::string& text = source_text();
  const std::uint32_t behind_label = link.children.empty() ? link.begin : link.children.back().end;
  const std::size_t opening = text.find("](", behind_label);
  const std::size_t begin =
      opening == std::string::npos ? opening : text.find_first_not_of(" <", opening + 2);
  const bool is_here =
      begin != std::string::npos && !link.url.empty() && text.compare(begin, link.url.size(), link.url) == 0;
  return is_here ? node->SpanOf(begin, begin + link.url.size()) : SpanOf(link);
}

Prose ParseProse(const Node& node) {
  const std::unique_ptr<cmark_node, DeleteNode> tree(
      cmark_parse_document(node.text.data(), node.text.size(), CMARK_OPT_DEFAULT));
  return Prose{&node, Copier(node.text).Copy(tree.get())};
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
  return Prose{&node, std::move(root)};
}

std::string PlainText(const MarkdownNode& node) {
  std::string text;
  AppendPlain(node, text);
  while (text.ends_with('\n') || text.ends_with(' ')) text.pop_back();
  return text;
}

}  // namespace guidec
