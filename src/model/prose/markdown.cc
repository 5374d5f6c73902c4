// cmark's tree is copied node by node. Each text is found again in the source, at the position that
// cmark gives or, where it gives none or a wrong one, by searching on from the last text; what escapes
// and entities stand for is noted. Neighbours are then joined, and the joined text is split at `[@key]`
// and `{placeholder}`, unless their bracket is escaped.
#include "model/prose/markdown.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include <cmark.h>
#include <fmt/format.h>

#include "syntax/forbidden.h"
#include "text/character.h"

namespace guidec {
namespace {

// What CommonMark puts in a NUL's place.
constexpr char kReplacement[] = "\xEF\xBF\xBD";

// More quotes and lists than a line may open, whatever the limit: cmark takes time in the square of them.
constexpr std::size_t kMostOpened = 100;

struct DeleteNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};

using Tree = std::unique_ptr<cmark_node, DeleteNode>;

Tree ParseCommonMark(std::string_view text) {
  return Tree(cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT));
}

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

std::string OrEmpty(const char* text) {
  return text == nullptr ? std::string() : std::string(text);
}

bool IsIdCharacter(char c) {
  return std::islower(static_cast<unsigned char>(c)) != 0 ||
         std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '-';
}

// `&#1;`: what it stands for, and its bytes of the prose.
struct ForbiddenReference {
  char32_t character = 0;
  std::uint32_t begin = 0, end = 0;
};

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

class Copier {
 public:
  Copier(std::string_view source, std::uint64_t depth)
      : source_(source), depth_(depth), line_starts_{0}, patience_(kSearches * source.size()) {
    for (std::uint32_t i = 0; i < source.size(); ++i) {
      if (source[i] == '\n') line_starts_.push_back(i + 1);
    }
  }

  const std::vector<ForbiddenReference>& forbidden() const { return forbidden_; }

  // `level` is how many levels the node stands in.
  MarkdownNode Copy(cmark_node* node, std::uint64_t level = 0) {
    MarkdownNode copy;
    copy.begin = BeginOf(node);
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
        copy.value = OrEmpty(cmark_node_get_literal(node));
        break;
      case CMARK_NODE_HTML_BLOCK:
      case CMARK_NODE_HTML_INLINE:
      case CMARK_NODE_CUSTOM_BLOCK:
      case CMARK_NODE_CUSTOM_INLINE:
        copy.type = MarkdownType::kHtml;
        Place(copy, OrEmpty(cmark_node_get_literal(node)), true);
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
        Place(copy, OrEmpty(cmark_node_get_literal(node)));
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
        Place(copy, OrEmpty(cmark_node_get_literal(node)), true);
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
        copy.url = OrEmpty(cmark_node_get_url(node));
        break;
      default:
        break;
    }
    const std::uint32_t from = cursor_;
    const std::uint64_t inner = level + (IsLevel(node) ? 1 : 0);
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
      if (inner < depth_ || !IsLevel(child)) {
        Append(copy.children, Copy(child, inner));
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

  // `hold`, `plank.hold`; not `1.5` nor `...`.
  static bool IsPlaceholder(std::string_view name) {
    if (name.find('.') == std::string_view::npos) return true;
    return std::isalpha(static_cast<unsigned char>(name.front())) != 0 && name.back() != '.' &&
           name.find("..") == std::string_view::npos;
  }

  enum class Specials : unsigned char { kAll, kPlaceholders };

  // Text apart from the citations and placeholders in it.
  static void Split(MarkdownNode node, std::vector<MarkdownNode>& into, Specials specials = Specials::kAll) {
    if (node.type != MarkdownType::kText) {
      into.push_back(std::move(node));
      return;
    }
    std::size_t from = 0;
    while (auto special = FindSpecial(node, from, specials)) {
      if (special->begin > from) into.push_back(Part(node, from, special->begin));
      special->node.begin = SourceOf(node.runs, special->begin).first;
      special->node.end = SourceOf(node.runs, special->end - 1).second;
      into.push_back(std::move(special->node));
      from = special->end;
    }
    if (from == 0) {
      into.push_back(std::move(node));
    } else if (from < node.value.size()) {
      into.push_back(Part(node, from, node.value.size()));
    }
  }

  // Where the first of what was left out begins.
  std::optional<std::uint32_t> too_deep() const { return too_deep_; }

 private:
  static constexpr char32_t kNoCharacter = 0x110000;
  // How often all of the source may be searched through for what cmark gives no place of.
  static constexpr std::size_t kSearches = 64;

  std::uint32_t BeginOf(cmark_node* node) const {
    return Offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
  }

  std::uint32_t Offset(int line, int column) const {
    if (line < 1 || static_cast<std::size_t>(line) > line_starts_.size() || column < 1) return 0;
    const std::uint32_t offset =
        line_starts_[static_cast<std::size_t>(line) - 1] + static_cast<std::uint32_t>(column) - 1;
    return std::min(offset, static_cast<std::uint32_t>(source_.size()));
  }

  struct Escape {
    std::string text;
    std::uint32_t size = 0;  // bytes of source; 0 when there is no escape
  };

  // `\*` or `&amp;`
  Escape ReadEscape(std::size_t at) const {
    const auto is = [&](std::size_t offset, int (*kind)(int)) {
      return offset < source_.size() && kind(static_cast<unsigned char>(source_[offset])) != 0;
    };
    if (source_[at] == '\\' && is(at + 1, std::ispunct)) return {std::string(1, source_[at + 1]), 2};
    if (source_[at] != '&') return {};
    std::size_t end = at + 1;
    while (is(end, std::isalnum) || (end < source_.size() && source_[end] == '#')) ++end;
    if (end >= source_.size() || source_[end] != ';') return {};
    const std::string entity(source_.substr(at, end + 1 - at));
    const Tree tree = ParseCommonMark(entity);
    cmark_node* paragraph = cmark_node_first_child(tree.get());
    cmark_node* text = paragraph == nullptr ? nullptr : cmark_node_first_child(paragraph);
    std::string decoded = text == nullptr ? std::string() : OrEmpty(cmark_node_get_literal(text));
    if (decoded.empty() || decoded == entity) return {};
    return {std::move(decoded), static_cast<std::uint32_t>(entity.size())};
  }

  // Takes from the patience with texts that have to be searched. Whether some is left.
  bool Spend(std::size_t bytes) {
    patience_ -= std::min(patience_, bytes);
    return patience_ > 0;
  }

  // The runs of `value` if it stands at `at`. In a literal, as in code, escapes mean themselves and a
  // line end is a blank. A NUL is what CommonMark puts in its place.
  std::optional<std::vector<TextRun>> Align(std::size_t at, std::string_view value, bool is_literal) {
    std::vector<TextRun> runs;
    bool goes_on = false;
    for (std::size_t done = 0; done < value.size();) {
      Spend(1);
      if (at >= source_.size()) return std::nullopt;
      Escape escape;
      if (source_[at] == '\0') {
        escape = {kReplacement, 1};
      } else if (!is_literal) {
        escape = ReadEscape(at);
      }
      const TextRun run{static_cast<std::uint32_t>(done), static_cast<std::uint32_t>(at), escape.size};
      if (escape.size > 0 && value.substr(done).starts_with(escape.text)) {
        runs.push_back(run);
        goes_on = false;
        at += escape.size;
        done += escape.text.size();
        continue;
      }
      const bool is_same =
          source_[at] == value[done] || (is_literal && source_[at] == '\n' && value[done] == ' ');
      if (!is_same) return std::nullopt;
      if (!goes_on) runs.push_back({run.text_begin, run.source_begin});
      goes_on = true;
      ++at;
      ++done;
    }
    return runs;
  }

  // Finds where `value` stands: where cmark says if that is true, else from the last place on.
  void Place(MarkdownNode& node, std::string value, bool is_literal = false) {
    node.value = std::move(value);
    std::optional<std::vector<TextRun>> runs;
    if (node.begin >= cursor_) runs = Align(node.begin, node.value, is_literal);
    for (std::size_t at = cursor_; !runs && at < source_.size() && Spend(1); ++at) {
      runs = Align(at, node.value, is_literal);
    }
    node.runs = runs && !runs->empty() ? *std::move(runs) : std::vector<TextRun>{{0, cursor_}};
    node.begin = node.runs.front().source_begin;
    node.end = node.value.empty() ? node.begin : SourceOf(node.runs, node.value.size() - 1).second;
    node.end = std::min(node.end, static_cast<std::uint32_t>(source_.size()));
    cursor_ = node.end;
    if (!is_literal) TakeOutForbidden(node);
  }

  // The character that `&#1;` at `at` stands for; nothing for what is no numeric reference.
  std::optional<char32_t> Referenced(std::uint32_t at) const {
    if (!source_.substr(at).starts_with("&#")) return std::nullopt;
    const bool is_hexadecimal = at + 2 < source_.size() && (source_[at + 2] | 0x20) == 'x';
    const char* begin = source_.data() + at + (is_hexadecimal ? 3 : 2);
    std::uint32_t number = 0;
    const auto read =
        std::from_chars(begin, source_.data() + source_.size(), number, is_hexadecimal ? 16 : 10);
    if (read.ec != std::errc() && read.ec != std::errc::result_out_of_range) return std::nullopt;
    return read.ec == std::errc() ? static_cast<char32_t>(number) : kNoCharacter;
  }

  // Only a reference can bring such a character here. For half of one, or none, cmark writes U+FFFD.
  void TakeOutForbidden(MarkdownNode& node) {
    std::vector<CodePoint> characters;
    for (std::size_t i = 0; i < node.runs.size(); ++i) {
      const TextRun& run = node.runs[i];
      if (run.escape_size == 0) continue;
      const auto character = Referenced(run.source_begin);
      if (!character || MayStandInText(*character)) continue;
      const std::size_t end = i + 1 < node.runs.size() ? node.runs[i + 1].text_begin : node.value.size();
      characters.push_back({*character, run.text_begin, end});
      forbidden_.push_back({*character, run.source_begin, run.source_begin + run.escape_size});
    }
    if (!characters.empty()) TakeOut(characters, node.value, node.runs);
    // Where the text's place could not be found again.
    characters = ForbiddenIn(node.value);
    for (const CodePoint& character : characters)
      forbidden_.push_back({character.value, node.begin, node.end});
    if (!characters.empty()) TakeOut(characters, node.value, node.runs);
  }

  // Behind a link whose text ends at `from`: `](address "title")`, `][name]`, `]` or `>`.
  std::uint32_t EndOfLink(std::uint32_t from) {
    const auto find = [&](char c, std::size_t begin) {
      const std::size_t found = patience_ > 0 ? source_.find(c, begin) : std::string_view::npos;
      Spend(std::min(found, source_.size()) - std::min(begin, source_.size()));
      return found;
    };
    const auto behind = [&](std::size_t at) {
      return at == std::string_view::npos ? from : static_cast<std::uint32_t>(at) + 1;
    };
    if (from < source_.size() && source_[from] == '>') return from + 1;
    const std::size_t bracket = find(']', from);
    const char next = bracket + 1 < source_.size() ? source_[bracket + 1] : '\0';
    if (bracket == std::string_view::npos || (next != '(' && next != '[')) return behind(bracket);
    if (next == '[') return behind(find(']', bracket + 2));
    int depth = 0;
    char quote = '\0';
    for (std::size_t at = bracket + 1; at < source_.size() && Spend(1); ++at) {
      const char c = source_[at];
      if (c == '\\') {
        ++at;
      } else if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if (c == '<' && source_[at - 1] == '(') {
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
    for (TextRun run : node.runs) {
      run.text_begin += static_cast<std::uint32_t>(last.value.size());
      last.runs.push_back(run);
    }
    last.value += node.value;
    last.end = node.end;
  }

  static MarkdownNode Part(const MarkdownNode& text, std::size_t begin, std::size_t end) {
    MarkdownNode part;
    part.type = MarkdownType::kText;
    part.value = text.value.substr(begin, end - begin);
    part.begin = SourceOf(text.runs, begin).first;
    part.end = SourceOf(text.runs, end - 1).second;
    const auto next = std::ranges::upper_bound(text.runs, begin, {}, &TextRun::text_begin);
    part.runs.push_back({0, part.begin, std::prev(next)->escape_size});
    for (TextRun run : std::span(next, text.runs.end())) {
      if (run.text_begin >= end) break;
      run.text_begin -= static_cast<std::uint32_t>(begin);
      part.runs.push_back(run);
    }
    return part;
  }

  struct Special {
    std::size_t begin;
    std::size_t end;
    MarkdownNode node;
  };

  static bool IsEscaped(const MarkdownNode& node, std::size_t at) {
    const auto next = std::ranges::upper_bound(node.runs, at, {}, &TextRun::text_begin);
    return next != node.runs.begin() && std::prev(next)->escape_size > 0;
  }

  static std::optional<Special> FindSpecial(const MarkdownNode& owner, std::size_t from, Specials specials) {
    const std::string& text = owner.value;
    for (std::size_t at = from; at < text.size(); ++at) {
      if ((text[at] == '{' || text[at] == '[') && IsEscaped(owner, at)) continue;
      if (text[at] == '{') {
        std::size_t end = at + 1;
        while (end < text.size() && (IsIdCharacter(text[end]) || text[end] == '.')) ++end;
        const bool is_closed = end > at + 1 && end < text.size() && text[end] == '}';
        if (is_closed && IsPlaceholder(std::string_view(text).substr(at + 1, end - at - 1))) {
          MarkdownNode node;
          node.type = MarkdownType::kPlaceholder;
          node.value = text.substr(at + 1, end - at - 1);
          return Special{at, end + 1, std::move(node)};
        }
      }
      if (specials == Specials::kAll && text[at] == '[' && at + 1 < text.size() && text[at + 1] == '@') {
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

  std::string_view source_;
  std::uint64_t depth_;
  std::vector<std::uint32_t> line_starts_;
  std::uint32_t cursor_ = 0;
  std::vector<ForbiddenReference> forbidden_;
  std::size_t patience_;
  std::optional<std::uint32_t> too_deep_;
};

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
  const auto too_deep = [&](std::uint32_t place) {
    faults.push_back(
        {"prose-too-deep", node.SpanOf(place, place + 1),
         fmt::format("more than {} levels of quotes, lists, emphasis and links; what is deeper is left "
                     "out, write it flatter",
                     depth)});
  };
  if (const auto line = OpensTooMany(node.text)) {
    Prose prose = PlainProse(node);
    prose.root.children.clear();
    too_deep(*line);
    return prose;
  }
  const Tree tree = ParseCommonMark(node.text);
  Copier copier(node.text, depth);
  Prose prose{.node = &node, .root = copier.Copy(tree.get())};
  if (const auto place = copier.too_deep()) too_deep(*place);
  for (const ForbiddenReference& reference : copier.forbidden()) {
    faults.push_back(ForbiddenCharacter(reference.character, node.SpanOf(reference.begin, reference.end)));
  }
  return prose;
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
  Copier::Split(std::move(texts.front()), parts, Copier::Specials::kPlaceholders);
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
