// Text → Document, in three steps.
// 1. What YAML forbids byte by byte (not UTF-8, tabs that indent, a byte order mark, control
//    characters) and what a merge has left (syntax/conflicts.h) is reported and replaced by blanks of the
//    same length, so that offsets stay true.
// 2. While either parser finds an error, the line to blame is found by trial: of the lines that may
//    be at fault, the one whose removal carries both parsers furthest is reported and blanked. What
//    remains is healthy YAML, and every error has been seen at its own line.
// 3. The concrete tree (where) and yaml-cpp's values (what) are walked side by side into Nodes.
#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "diag/rule_ids.h"
#include "syntax/conflicts.h"
#include "syntax/document.h"
#include "syntax/forbidden.h"
#include "syntax/line.h"
#include "syntax/odd_space.h"
#include "syntax/recover.h"
#include "syntax/scalar.h"
#include "syntax/tree.h"
#include "text/character.h"
#include "text/utf8.h"

namespace guidec {
namespace {

constexpr std::uint32_t kMaxLines = 32'000;  // tree-sitter-yaml counts rows in 16 bits

class Converter {
 public:
  Converter(const Source& source, std::string_view text, const Limits& limits, Document& document)
      : source_(source), text_(text), limits_(limits), document_(document) {
    for (const Fault& fault : document.faults) {
      if (fault.rule == rule_ids::kCharacterNotAllowed) reported_.insert(fault.span);
    }
  }

  Node Convert(TSNode tree, const Value& value, std::uint32_t parent_column, std::uint32_t depth) {
    if (depth > limits_.depth) {
      if (!is_too_deep_) document_.faults.push_back(TooDeep(SpanOf(tree), limits_));
      is_too_deep_ = true;
      return LeftOut(tree);
    }
    if (Type(tree) == "block_node" || Type(tree) == "flow_node") {
      return Unwrap(tree, value, parent_column, depth);
    }
    if (++values_ > limits_.values) {
      if (values_ == limits_.values + 1) {
        Report(
            rule_ids::kTooManyValues, SpanOf(tree),
            fmt::format("more than {} values; the rest of the file is not read, split it", limits_.values));
      }
      return LeftOut(tree);
    }
    const std::string_view type = Type(tree);
    if (type == "block_mapping" || type == "flow_mapping") {
      return Mapping(tree, Children(tree), value, depth);
    }
    // `[key: value]` is a list that holds a mapping.
    if (type == "flow_pair") return Mapping(tree, {tree}, value, depth);
    if (type == "block_sequence" || type == "flow_sequence") return Sequence(tree, value, depth);
    return Scalar(tree, value, parent_column);
  }

 private:
  Span SpanOf(TSNode node) const {
    return Span{source_.id(), ts_node_start_byte(node), ts_node_end_byte(node)};
  }
  std::uint32_t Column(TSNode node) const { return ts_node_start_point(node).column; }
  void Report(RuleId rule, Span span, std::string message) {
    document_.faults.push_back({rule, span, std::move(message)});
  }

  Node LeftOut(TSNode tree) const {
    Node node;
    node.span = SpanOf(tree);
    node.damaged = true;
    return node;
  }

  Node Unwrap(TSNode tree, const Value& value, std::uint32_t parent_column, std::uint32_t depth) {
    Node node;
    node.span = SpanOf(tree);
    for (const TSNode child : Children(tree)) {
      const std::string_view type = Type(child);
      if (type == "anchor" || type == "tag" || type == "alias") {
        Report(rule_ids::kNoAnchors, SpanOf(child),
               type == "alias" ? "an alias has no use here; write the value out"
                               : fmt::format("a YAML {} has no use here; leave it out", type));
        if (type == "alias") node.damaged = true;
      } else {
        node = Convert(child, value, parent_column, depth);
      }
    }
    return node;
  }

  Node Mapping(TSNode tree, const std::vector<TSNode>& pairs, const Value& value, std::uint32_t depth) {
    Node node;
    node.kind = NodeKind::kMapping;
    node.span = SpanOf(tree);
    const bool agrees = value.kind == Value::Kind::kMapping && value.parts.size() == 2 * pairs.size();
    if (!agrees) return Disagree(std::move(node));
    node.pairs.reserve(pairs.size());
    std::map<std::string, Span> first_places;
    auto part = value.parts.begin();
    for (const TSNode pair : pairs) {
      const Value& key_value = *part++;
      const Value& item_value = *part++;
      Pair converted;
      // A flow mapping may hold bare keys: `{hold}`.
      const bool is_pair = Type(pair) == "block_mapping_pair" || Type(pair) == "flow_pair";
      const TSNode key = is_pair ? Field(pair, "key") : pair;
      const TSNode item = is_pair ? Field(pair, "value") : TSNode{};
      if (!ts_node_is_null(key)) converted.key = Convert(key, key_value, Column(tree), depth + 1);
      if (ts_node_is_null(item)) {
        const std::uint32_t end = ts_node_end_byte(pair);
        converted.value.span = Span{source_.id(), end, end};
      } else {
        converted.value = Convert(item, item_value, Column(tree), depth + 1);
      }
      if (!converted.key.IsScalar()) {
        if (!converted.key.damaged) Report(rule_ids::kSyntaxError, SpanOf(pair), FaultOfKey(converted.key));
        node.damaged = true;
        continue;
      }
      const auto [first, is_new] = first_places.try_emplace(converted.key.text, converted.key.span);
      if (!is_new) {
        document_.faults.push_back({rule_ids::kDuplicateKey,
                                    converted.key.span,
                                    fmt::format("key `{}` is given twice; keep one", converted.key.text),
                                    {{first->second, "first given here"}}});
      }
      node.span.end = std::max(node.span.end, converted.value.span.end);
      node.pairs.push_back(std::move(converted));
    }
    return node;
  }

  // Of a key that is no text.
  std::string FaultOfKey(const Node& key) const {
    if (key.IsSequence()) return "a list cannot be a key; a key must be a plain word";
    if (key.IsMapping()) return "a mapping cannot be a key; a key must be a plain word";
    if (key.span.size() == 0) return "no key stands in front of the colon; a key must be a plain word";
    return fmt::format("the key `{}` means nothing to YAML; a key must be a plain word, or in quotes",
                       source_.Slice(key.span));
  }

  Node Sequence(TSNode tree, const Value& value, std::uint32_t depth) {
    Node node;
    node.kind = NodeKind::kSequence;
    node.span = SpanOf(tree);
    const std::vector<TSNode> items = Children(tree);
    const bool agrees = value.kind == Value::Kind::kSequence && value.parts.size() == items.size();
    if (!agrees) return Disagree(std::move(node));
    node.items.reserve(items.size());
    auto part = value.parts.begin();
    for (const TSNode item : items) {
      const Value& item_value = *part++;
      if (Type(item) != "block_sequence_item") {
        node.items.push_back(Convert(item, item_value, Column(tree), depth + 1));
        continue;
      }
      const std::vector<TSNode> content = Children(item);
      if (content.empty()) {
        Node empty;
        empty.span = SpanOf(item);
        node.items.push_back(std::move(empty));
      } else {
        node.items.push_back(Convert(content.front(), item_value, Column(tree), depth + 1));
      }
      // A block scalar keeps the blanks that end its last line, which the tree leaves out.
      node.span.end = std::max(node.span.end, node.items.back().span.end);
    }
    return node;
  }

  Node Scalar(TSNode tree, const Value& value, std::uint32_t parent_column) {
    Node node;
    node.kind = NodeKind::kScalar;
    node.span = SpanOf(tree);
    const std::string_view type = Type(tree);
    if (type == "single_quote_scalar") node.style = ScalarStyle::kSingleQuoted;
    if (type == "double_quote_scalar") node.style = ScalarStyle::kDoubleQuoted;
    if (type == "block_scalar") {
      node.style = text_[node.span.begin] == '|' ? ScalarStyle::kLiteral : ScalarStyle::kFolded;
    }
    if (type == "plain_scalar" && value.kind == Value::Kind::kNull) {
      node.kind = NodeKind::kNull;
      return node;
    }
    if (type == "plain_scalar") ReportOddSpaces(node.span);
    DecodedScalar decoded = DecodeScalar(text_, node.span.begin, node.span.end, node.style, parent_column);
    node.span.end = decoded.end;
    const bool agrees = value.kind == Value::Kind::kScalar &&
                        (value.text == decoded.text || value.text == AsRead(decoded.text));
    TakeOutForbidden(decoded);
    if (!agrees) return Disagree(std::move(node), std::move(decoded));
    node.text = std::move(decoded.text);
    node.runs = std::move(decoded.runs);
    return node;
  }

  // In the lines of a plain scalar.
  void ReportOddSpaces(Span scalar) {
    const std::uint32_t last = source_.PositionOf(scalar.end).line;
    for (std::uint32_t line = source_.PositionOf(scalar.begin).line; line <= last; ++line) {
      const Span span = source_.LineSpan(line);
      const auto space = OddSpaceIn(text_.substr(span.begin, span.size()));
      if (space && lines_with_odd_space_.insert(line).second) {
        document_.faults.push_back(UnicodeSpace(*space, source_.id(), span.begin));
      }
    }
  }

  // yaml-cpp 0.7.0 takes `\N` for the byte 0x85, which is no UTF-8.
  static std::string AsRead(std::string text) {
    for (std::size_t at = text.find("\xC2\x85"); at != std::string::npos; at = text.find("\xC2\x85", at)) {
      text.erase(at, 1);
    }
    return text;
  }

  // Reports each, but for those that were reported where the text was made to be read.
  void TakeOutForbidden(DecodedScalar& scalar) {
    const std::vector<CodePoint> found = ForbiddenIn(scalar.text);
    if (found.empty()) return;
    for (const CodePoint& character : found) {
      const Span span{source_.id(), SourceOf(scalar.runs, character.begin).first,
                      SourceOf(scalar.runs, character.end - 1).second};
      if (!reported_.contains(span)) document_.faults.push_back(ForbiddenCharacter(character.value, span));
    }
    TakeOut(found, scalar.text, scalar.runs);
  }

  Node Disagree(Node node, DecodedScalar decoded = {}) {
    Report(rule_ids::kParsersDisagree, node.span,
           "YAML readers do not agree on this value; write it in a simpler way, for example in "
           "double quotes");
    node.damaged = true;
    node.text = std::move(decoded.text);
    node.runs = std::move(decoded.runs);
    return node;
  }

  const Source& source_;
  std::string_view text_;
  const Limits& limits_;
  Document& document_;
  std::set<Span> reported_;                       // escapes that name no character
  std::set<std::uint32_t> lines_with_odd_space_;  // that have been reported
  std::uint64_t values_ = 0;
  bool is_too_deep_ = false;  // has been said
};

// Marks the scalar that goes on behind the place of a blanked line, and all that holds it.
void MarkCutScalar(Node& node, std::uint32_t place) {
  if (place < node.span.begin || node.span.end <= place) return;
  node.damaged = node.damaged || node.IsScalar();
  const auto mark = [&](Node& child) {
    MarkCutScalar(child, place);
    node.damaged = node.damaged || child.damaged;
  };
  for (Pair& pair : node.pairs) mark(pair.value);
  for (Node& item : node.items) mark(item);
}

// Marks every node that lost a blanked line.
void MarkDamage(Node& node, const Source& source, std::uint32_t line) {
  node.damaged = true;
  const std::uint32_t offset = source.LineSpan(line).begin;
  const std::string text = AsIndented(source.Line(line));
  const std::uint32_t indentation = Indentation(text);
  const bool is_item = Trim(text).starts_with('-');
  const auto column = [&](const Node& child) { return source.PositionOf(child.span.begin).column - 1; };
  if (node.IsMapping()) {
    const auto behind =
        std::ranges::find_if(node.pairs, [&](const Pair& pair) { return pair.key.span.begin > offset; });
    if (behind == node.pairs.begin()) return;
    Pair& pair = *std::prev(behind);
    const std::uint32_t key_column = column(pair.key);
    if (indentation > key_column || (is_item && indentation == key_column)) {
      MarkDamage(pair.value, source, line);
    }
  } else if (node.IsSequence()) {
    const auto behind =
        std::ranges::find_if(node.items, [&](const Node& item) { return item.span.begin > offset; });
    if (behind == node.items.begin()) return;
    Node& item = *std::prev(behind);
    if (indentation >= column(item)) MarkDamage(item, source, line);
    // What followed the lost line may have been read into the item before it.
    item.damaged = true;
  }
}

// Lets each node know of what is damaged below it.
bool NoteDamage(Node& node) {
  node.holds_damage = node.damaged;
  for (Node& item : node.items) node.holds_damage = NoteDamage(item) || node.holds_damage;
  for (Pair& pair : node.pairs) node.holds_damage = NoteDamage(pair.value) || node.holds_damage;
  return node.holds_damage;
}

// Calls `visit(begin, end, character)` for each character that YAML 1.2 (section 5.1) does not let a
// file hold: control characters, non-characters, and a byte order mark behind the start.
template <class Visit>
void ForEachForbidden(std::string_view text, const Visit& visit) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
  };
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    const unsigned first = byte(at);
    const unsigned second = byte(at + 1);
    const unsigned third = byte(at + 2);
    if ((first < 0x20 && first != '\t' && first != '\n' && first != '\r') || first == 0x7F) {
      visit(at, at + 1, first);
    } else if (first == 0xC2 && second >= 0x80 && second < 0xA0 && second != 0x85) {
      visit(at, at + 2, second);
    } else if (first == 0xEF &&
               ((second == 0xBF && third >= 0xBE) || (second == 0xBB && third == 0xBF && at > 0))) {
      visit(at, at + 3, second == 0xBB ? 0xFEFF : 0xFF40 + third);
    }
  }
}

// Step 1. Returns the text to parse: of the same length, with forbidden bytes blanked.
std::string BlankForbidden(const Source& source, std::set<std::uint32_t>& reported,
                           std::vector<Fault>& faults) {
  std::string text = source.text();
  if (text.starts_with("\xEF\xBB\xBF")) {
    const Span mark{source.id(), 0, 3};
    faults.push_back({rule_ids::kByteOrderMark,
                      mark,
                      "the file starts with a byte order mark; remove it",
                      {},
                      Fix{"remove the byte order mark", {{mark, ""}}}});
  }
  if (const auto invalid = FirstInvalidUtf8(text)) {
    const auto begin = static_cast<std::uint32_t>(*invalid);
    faults.push_back({rule_ids::kNotUtf8, Span{source.id(), begin, begin + 1},
                      fmt::format("byte 0x{:02X} is not UTF-8; save the file as UTF-8",
                                  static_cast<unsigned char>(text[*invalid]))});
    for (std::size_t from = *invalid; from < text.size();) {
      text[from] = '?';
      const auto next = FirstInvalidUtf8(std::string_view(text).substr(from));
      if (!next) break;
      from += *next;
    }
  }
  ForEachForbidden(text, [&](std::uint32_t begin, std::uint32_t end, char32_t character) {
    const Span span{source.id(), begin, end};
    faults.push_back({rule_ids::kSyntaxError,
                      span,
                      fmt::format("the invisible character U+{:04X} has no place in YAML; delete it",
                                  static_cast<std::uint32_t>(character)),
                      {},
                      Fix{"delete the character", {{span, ""}}}});
    std::fill(text.begin() + begin, text.begin() + end, ' ');
  });
  for (std::uint32_t line = 1; line <= source.line_count(); ++line) {
    const Span span = source.LineSpan(line);
    const std::size_t content = text.find_first_not_of(" \t", span.begin);
    const std::size_t tab = text.find('\t', span.begin);
    if (tab == std::string::npos) break;
    if (content == std::string::npos || content >= span.end || tab >= content) continue;
    const Span tabs{source.id(), static_cast<std::uint32_t>(tab), static_cast<std::uint32_t>(content)};
    std::string spaces;
    for (const char c : source.Slice(tabs)) spaces += c == '\t' ? "  " : " ";
    faults.push_back({rule_ids::kTabIndentation,
                      tabs,
                      "a tab indents this line; guidec takes only spaces there",
                      {},
                      Fix{"replace each tab by two spaces", {{tabs, spaces}}}});
    reported.insert(line);
    std::ranges::replace(text.begin() + span.begin, text.begin() + static_cast<std::ptrdiff_t>(content), '\t',
                         ' ');
  }
  return text;
}

// Most of the tree has no `#`, and is passed over.
void CollectComments(TSNode root, std::string_view text, Document& document) {
  std::vector<std::uint32_t> signs;
  for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1)) {
    signs.push_back(static_cast<std::uint32_t>(at));
  }
  TSTreeCursor cursor = ts_tree_cursor_new(root);
  for (bool more = true; more;) {
    const TSNode node = ts_tree_cursor_current_node(&cursor);
    const Span span{document.source, ts_node_start_byte(node), ts_node_end_byte(node)};
    const auto sign = std::ranges::lower_bound(signs, span.begin);
    const bool has_sign = sign != signs.end() && *sign < span.end;
    if (has_sign && Type(node) == "comment") document.comments.push_back({span});
    if (has_sign && ts_tree_cursor_goto_first_child(&cursor)) continue;
    while (!(more = ts_tree_cursor_goto_next_sibling(&cursor))) {
      if (!ts_tree_cursor_goto_parent(&cursor)) break;
    }
  }
  ts_tree_cursor_delete(&cursor);
}

// What keeps the text from being parsed at all, if anything does.
std::optional<Fault> TooLarge(const Source& source, const Limits& limits) {
  if (source.line_count() > kMaxLines) {
    return Fault{
        rule_ids::kTooManyLines, source.LineSpan(kMaxLines + 1),
        fmt::format("{} lines; at most {} are read, split the file", source.line_count(), kMaxLines)};
  }
  for (std::uint32_t line = 1; line <= source.line_count(); ++line) {
    const Span span = source.LineSpan(line);
    if (span.size() <= limits.line_length) continue;
    return Fault{
        rule_ids::kLineTooLong, span,
        fmt::format("a line of {} bytes, and at most {} are read; the file is not checked, break the "
                    "line",
                    span.size(), limits.line_length)};
  }
  return std::nullopt;
}

// Step 3.
void ReadTree(const Source& source, std::string_view text, const Tree& tree, const Value& value,
              const Limits& limits, Document& document) {
  CollectComments(tree.root(), text, document);
  std::vector<TSNode> documents;
  for (const TSNode child : Children(tree.root())) {
    if (Type(child) == "document") documents.push_back(child);
  }
  if (documents.size() > 1) {
    const std::uint32_t begin = ts_node_start_byte(documents[1]);
    document.faults.push_back({rule_ids::kSyntaxError, source.LineSpan(source.PositionOf(begin).line),
                               "a second YAML document starts here; keep one document a file"});
  }
  if (!documents.empty()) {
    for (const TSNode child : Children(documents.front())) {
      if (Type(child) != "block_node" && Type(child) != "flow_node") continue;
      document.root = Converter(source, text, limits, document).Convert(child, value, 0, 0);
      break;
    }
  }
}

}  // namespace

Document Parse(const Source& source, const Limits& limits) {
  Document document;
  document.source = source.id();
  document.root.span = Span{source.id(), 0, static_cast<std::uint32_t>(source.text().size())};
  if (auto fault = TooLarge(source, limits)) {
    document.root.damaged = true;
    document.root.holds_damage = true;
    document.faults.push_back(*std::move(fault));
    return document;
  }
  std::set<std::uint32_t> reported;
  Mask mask(BlankForbidden(source, reported, document.faults));
  TakeOutConflicts(source, mask, document.faults);
  const Parsed parsed = Recover(source, limits, mask, reported, document.faults);
  if (parsed.tree && parsed.value)
    ReadTree(source, mask.text(), *parsed.tree, *parsed.value, limits, document);
  for (const std::uint32_t line : mask.lines()) {
    MarkDamage(document.root, source, line);
    // Where the line between two equal keys is lost, they belonged to two mappings.
    const std::uint32_t lost = source.LineSpan(line).begin;
    MarkCutScalar(document.root, lost);
    std::erase_if(document.faults, [&](const Fault& fault) {
      return fault.rule == rule_ids::kDuplicateKey && fault.labels.front().span.begin < lost &&
             lost < fault.span.begin;
    });
  }
  NoteDamage(document.root);
  std::ranges::stable_sort(document.faults, {}, &Fault::span);
  return document;
}

}  // namespace guidec
