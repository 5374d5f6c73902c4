// Text → Document, in three steps.
// 1. What YAML forbids byte by byte (not UTF-8, tabs that indent, a byte order mark, control
//    characters) is reported and replaced by blanks of the same length, so that offsets stay true.
// 2. While either parser finds an error, the line to blame is found by trial: of the lines that may
//    be at fault, the one whose removal carries both parsers furthest is reported and blanked. What
//    remains is healthy YAML, and every error has been seen at its own line.
// 3. The concrete tree (where) and yaml-cpp's values (what) are walked side by side into Nodes.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/yaml.h>

#include "syntax/document.h"
#include "syntax/scalar.h"
#include "syntax/tree.h"
#include "text/utf8.h"

namespace guidec {
namespace {

constexpr std::uint32_t kMaxDepth = 64;
constexpr std::uint32_t kMaxLines = 32'000;   // tree-sitter-yaml counts rows in 16 bits
constexpr int kMaxSyntaxErrors = 100;
// What looking for lines to blame may cost in all; see CostOfParsing.
constexpr std::uint64_t kMaxRecoveryCost = 500'000'000;

struct Trouble {
  std::uint32_t offset = 0;
  std::string message;  // yaml-cpp's; empty when only the tree has an error
  bool too_deep = false;
};

std::uint32_t OffsetOf(const Source& lines, int line, int column) {
  const auto number = static_cast<std::uint32_t>(line) + 1;
  if (number > lines.line_count()) return static_cast<std::uint32_t>(lines.text().size());
  const Span span = lines.LineSpan(number);
  std::uint32_t offset = span.begin;
  for (int i = 0; i < column && offset < span.end; ++i) {
    do ++offset;
    while (offset < span.end && (static_cast<unsigned char>(lines.text()[offset]) & 0xC0) == 0x80);
  }
  return offset;
}

Fault TooDeep(Span span) {
  return Fault{"too-deep", span,
               fmt::format("more than {} levels deep; no guide needs that", kMaxDepth)};
}

std::optional<YAML::Node> Load(const std::string& text, const Source& lines,
                               std::optional<Trouble>& trouble) {
  try {
    return YAML::Load(text);
  } catch (const YAML::DeepRecursion& error) {
    trouble = Trouble{OffsetOf(lines, error.mark.line, error.mark.column), error.msg, true};
  } catch (const YAML::Exception& error) {
    const bool placed = !error.mark.is_null();
    trouble = Trouble{placed ? OffsetOf(lines, error.mark.line, error.mark.column) : 0, error.msg, false};
  } catch (const std::exception& error) {
    trouble = Trouble{0, error.what(), false};
  }
  return std::nullopt;
}

// Where a line starts without which the text above has no error. The tree cannot tell: one bad line
// may turn the whole file into an ERROR node.
std::uint32_t TreeError(const std::string& text, const Source& lines) {
  std::uint32_t good = 0;
  std::uint32_t bad = lines.line_count();
  while (bad - good > 1) {
    const std::uint32_t middle = good + (bad - good) / 2;
    const std::uint32_t end = lines.LineSpan(middle + 1).begin;
    (Tree(std::string_view(text).substr(0, end)).HasError() ? bad : good) = middle;
  }
  return lines.LineSpan(bad).begin;
}

std::optional<Trouble> FindTrouble(const std::string& text, const Source& lines) {
  std::optional<Trouble> trouble;
  const auto value = Load(text, lines, trouble);
  if (trouble) return trouble;
  if (Tree(text).HasError()) return Trouble{TreeError(text, lines), {}, false};
  return std::nullopt;
}

std::string_view Trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool IsBlankOrComment(std::string_view line) {
  line = Trim(line);
  return line.empty() || line.front() == '#';
}

std::uint32_t Indentation(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  return static_cast<std::uint32_t>(first == std::string_view::npos ? line.size() : first);
}

// A line taken apart as an author sees it: `- key: value`.
struct LineParts {
  std::string_view key;
  std::string_view value;
  bool has_colon = false;
  bool is_item = false;
};

LineParts TakeApart(std::string_view line) {
  LineParts parts;
  std::string_view rest = Trim(line);
  while (rest.starts_with("- ")) {
    parts.is_item = true;
    rest = Trim(rest.substr(2));
  }
  const std::size_t colon = rest.find(": ");
  const bool at_end = colon == std::string_view::npos && rest.ends_with(':');
  const bool quoted = rest.starts_with('"') || rest.starts_with('\'');
  if (!quoted && (colon != std::string_view::npos || at_end)) {
    parts.has_colon = true;
    parts.key = rest.substr(0, at_end ? rest.size() - 1 : colon);
    parts.value = at_end ? std::string_view() : Trim(rest.substr(colon + 2));
  } else {
    parts.value = rest;
  }
  return parts;
}

// Where a quote that opens the value is closed; npos when it is not.
std::size_t ClosingQuote(std::string_view value) {
  const char quote = value.front();
  for (std::size_t i = 1; i < value.size(); ++i) {
    if (quote == '"' && value[i] == '\\') {
      ++i;
    } else if (value[i] == quote) {
      if (quote == '\'' && i + 1 < value.size() && value[i + 1] == '\'') {
        ++i;
      } else {
        return i;
      }
    }
  }
  return std::string_view::npos;
}

bool HasOpenQuote(std::string_view line) {
  const std::string_view value = TakeApart(line).value;
  return !value.empty() && (value.front() == '"' || value.front() == '\'') &&
         ClosingQuote(value) == std::string_view::npos;
}

bool HasOpenBracket(std::string_view line) {
  const std::string_view value = TakeApart(line).value;
  if (value.empty() || (value.front() != '[' && value.front() != '{')) return false;
  return std::ranges::count(value, '[') > std::ranges::count(value, ']') ||
         std::ranges::count(value, '{') > std::ranges::count(value, '}');
}

// A comment starts at a `#` with a blank before it; quoted text is left whole.
std::string_view WithoutComment(std::string_view value) {
  const bool quoted = value.starts_with('"') || value.starts_with('\'');
  const std::size_t closing = quoted ? ClosingQuote(value) : 0;
  if (closing == std::string_view::npos) return value;
  return Trim(value.substr(0, value.find(" #", closing)));
}

// What is wrong with a line taken by itself, if anything is.
std::optional<std::string> FaultInLine(std::string_view line) {
  const LineParts parts = TakeApart(line);
  const std::string_view value = parts.value;
  if (value.empty()) return std::nullopt;
  const char first = value.front();
  if (first == '"' || first == '\'') {
    const std::size_t closing = ClosingQuote(value);
    if (closing == std::string_view::npos) {
      return fmt::format("the quote `{}` is opened here and never closed", first);
    }
    const std::string_view behind = Trim(value.substr(closing + 1));
    if (behind.empty() || behind.front() == '#' || behind.front() == ':') return std::nullopt;
    return first == '\'' ? "text goes on behind the closing quote; write an inner `'` as `''`"
                         : "text goes on behind the closing quote; write an inner `\"` as `\\\"`";
  }
  if (first == '`') return "a value cannot start with a backtick; put it in quotes";
  if (std::string_view("@%}],").find(first) != std::string_view::npos) {
    return fmt::format("a value cannot start with `{}`; put it in quotes", first);
  }
  if (parts.has_colon && (value.starts_with("- ") || value.starts_with("? "))) {
    return first == '-' ? "a list starts on the line below its key; put a text that starts with `- ` in quotes"
                        : "a value cannot start with `? `; put it in quotes";
  }
  if (first == '|' || first == '>') {
    const std::string_view rest = WithoutComment(value).substr(1);
    if (rest.find_first_not_of("+-123456789") == std::string_view::npos) return std::nullopt;
    return fmt::format("the text of a `{}` block starts on the next line, indented", first);
  }
  if (HasOpenBracket(line)) return fmt::format("the bracket `{}` is never closed", first);
  if (first == '{' || first == '[' || first == '*' || first == '&' || first == '!') {
    return fmt::format("a value that starts with `{}` must be in quotes", first);
  }
  if (parts.has_colon && (value.find(": ") != std::string_view::npos || value.ends_with(':'))) {
    return "a value that contains `: ` must be in quotes";
  }
  if (parts.has_colon || parts.is_item) return std::nullopt;
  const std::size_t colon = value.find(':');
  if (colon != std::string_view::npos && colon > 0) {
    return fmt::format("put a space behind the colon: `{}: {}`", value.substr(0, colon),
                       Trim(value.substr(colon + 1)));
  }
  if (first == '-' && value.size() > 1 && value[1] != '-') {
    return fmt::format("put a space behind the dash: `- {}`", value.substr(1));
  }
  return "expected `key: value` or `- item` here, or deeper indentation if the text above goes on";
}

// What an author needs to hear about a line that is not YAML.
std::string Describe(std::string_view line, std::string_view parser_message) {
  if (auto fault = FaultInLine(line)) return *std::move(fault);
  if (parser_message.find("escape") != std::string_view::npos) {
    return "unknown escape behind `\\`; double the backslash, or use single quotes";
  }
  if (parser_message.find("unicode") != std::string_view::npos) {
    return "an escape behind `\\` names no character; write the character itself";
  }
  if (parser_message.find("map") != std::string_view::npos ||
      parser_message.find("sequence") != std::string_view::npos ||
      parser_message.find("block entry") != std::string_view::npos) {
    return "this line does not fit the lines above; check its indentation";
  }
  if (parser_message.empty()) {
    return "this is not valid YAML beside the lines around it; check its indentation and quotes";
  }
  return fmt::format("this is not valid YAML: {}", parser_message);
}

// The text with blamed lines blanked, and which lines those are (counted from 1).
class Mask {
 public:
  explicit Mask(std::string text) : text_(std::move(text)) {}

  const std::string& text() const { return text_; }
  const std::set<std::uint32_t>& lines() const { return lines_; }

  void Blank(const Source& source, std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t line = first; line <= last; ++line) {
      const Span span = source.LineSpan(line);
      std::fill(text_.begin() + span.begin, text_.begin() + span.end, ' ');
      lines_.insert(line);
    }
  }

  bool IsBlank(const Source& source, std::uint32_t line) const {
    const Span span = source.LineSpan(line);
    return IsBlankOrComment(std::string_view(text_).substr(span.begin, span.size()));
  }

 private:
  std::string text_;
  std::set<std::uint32_t> lines_;
};

// A line that may be at fault, and the last line indented deeper below it.
struct Suspect {
  std::uint32_t line = 0;
  std::uint32_t block_end = 0;
};

std::vector<Suspect> Suspects(const Source& source, const Mask& mask, const Trouble& trouble) {
  std::vector<Suspect> suspects;
  const auto is_content = [&](std::uint32_t line) { return !mask.IsBlank(source, line); };
  const auto add = [&](std::uint32_t line) {
    if (!is_content(line) || std::ranges::find(suspects, line, &Suspect::line) != suspects.end()) return;
    const std::uint32_t indentation = Indentation(source.Line(line));
    std::uint32_t end = line;
    for (std::uint32_t next = line + 1; next <= source.line_count(); ++next) {
      if (!is_content(next)) continue;
      if (Indentation(source.Line(next)) <= indentation) break;
      end = next;
    }
    suspects.push_back({line, end});
  };
  const std::uint32_t at = source.PositionOf(trouble.offset).line;
  add(at);
  int above = 0;
  for (std::uint32_t line = at - 1; line >= 1 && above < 2; --line) {
    if (!is_content(line)) continue;
    add(line);
    ++above;
  }
  for (std::uint32_t line = at + 1; line <= source.line_count(); ++line) {
    if (!is_content(line)) continue;
    add(line);
    break;
  }
  // A key without its colon swallows the lines below it.
  for (std::uint32_t line = at - 1; line >= 1; --line) {
    const LineParts parts = TakeApart(source.Line(line));
    if (!is_content(line) || parts.has_colon || parts.is_item) continue;
    add(line);
    break;
  }
  // An open quote or bracket shows its effect far below, and a tree error may start far above.
  int open = 0;
  for (std::uint32_t line = 1; line <= source.line_count() && open < 4; ++line) {
    const std::string_view text = source.Line(line);
    if (!is_content(line) || !(HasOpenQuote(text) || HasOpenBracket(text))) continue;
    add(line);
    ++open;
  }
  std::ranges::stable_partition(suspects, [&](const Suspect& suspect) {
    return FaultInLine(source.Line(suspect.line)).has_value();
  });
  return suspects;
}

// The text without a suspect, and what trouble is left.
struct Trial {
  std::uint32_t line = 0;
  std::uint32_t last = 0;  // lines up to here are blanked
  bool looks_wrong = false;
  std::optional<Trouble> left;

  std::int64_t reach() const { return left ? static_cast<std::int64_t>(left->offset) : INT64_MAX; }
  // Lines that look wrong by themselves first, then what loses only its line, then the furthest.
  auto rank() const { return std::tuple(!looks_wrong, last - line, -reach()); }
  bool IsBest() const { return looks_wrong && last == line && !left; }
};

Fault SyntaxFault(const Source& source, std::uint32_t blamed, const Trouble& trouble) {
  const Span line = source.LineSpan(blamed);
  const std::string_view text = source.Slice(line);
  const bool in_line = line.begin <= trouble.offset && trouble.offset < line.end;
  const auto offset = [&](const char* at) {
    return static_cast<std::uint32_t>(at - source.text().data());
  };
  const std::string message = Describe(text, trouble.message);
  const std::string_view value = WithoutComment(TakeApart(text).value);
  std::uint32_t begin = value.empty() ? line.begin + Indentation(text) : offset(value.data());
  std::uint32_t end = value.empty() ? line.end : offset(value.data() + value.size());
  if (HasOpenQuote(text) || HasOpenBracket(text)) end = begin + 1;
  const std::size_t backslash = source.text().rfind('\\', trouble.offset);
  if (in_line && message.starts_with("unknown escape") && backslash != std::string::npos) {
    begin = static_cast<std::uint32_t>(backslash);
    end = begin + 2;
  }
  if (blamed > 1) {
    const Span above = source.LineSpan(blamed - 1);
    if (Trim(source.Slice(above)).empty() && above.size() > Indentation(text)) {
      return Fault{"syntax-error", above,
                   "this blank line is indented deeper than the text below it; delete its blanks", {},
                   Fix{"delete the blanks", {{above, ""}}}};
    }
  }
  return Fault{"syntax-error", Span{source.id(), begin, std::max(begin, end)}, message};
}

// tree-sitter takes time in the square of the lines when it has errors to recover from.
std::uint64_t CostOfParsing(const Source& source) {
  const std::uint64_t lines = source.line_count();
  return lines * lines + 8 * source.text().size();
}

// Blanks lines until both parsers are content.
void Recover(const Source& source, Mask& mask, const std::set<std::uint32_t>& reported,
             std::vector<Fault>& faults) {
  std::uint64_t budget = kMaxRecoveryCost;
  int errors = 0;
  std::optional<Trouble> trouble = FindTrouble(mask.text(), source);
  while (trouble) {
    if (trouble->too_deep) {
      const auto size = static_cast<std::uint32_t>(source.text().size());
      const Span place{source.id(), trouble->offset, std::min(trouble->offset + 1, size)};
      faults.push_back(TooDeep(place));
      mask.Blank(source, 1, source.line_count());
      return;
    }
    const auto attempt = [&](std::uint32_t first, std::uint32_t last) {
      budget -= std::min(budget, CostOfParsing(source));
      Mask without = mask;
      without.Blank(source, first, last);
      return Trial{first, last, FaultInLine(source.Line(first)).has_value(),
                   FindTrouble(without.text(), source)};
    };
    std::optional<Trial> best;
    for (const Suspect& suspect : Suspects(source, mask, *trouble)) {
      if (budget == 0) break;
      // Without its key a block makes no sense: it goes too.
      const LineParts parts = TakeApart(source.Line(suspect.line));
      const bool is_word = !parts.has_colon && !parts.is_item &&
                           parts.value.find(' ') == std::string_view::npos;
      Trial trial = attempt(suspect.line, is_word ? suspect.block_end : suspect.line);
      const std::uint32_t next = trial.left ? source.PositionOf(trial.left->offset).line : 0;
      if (trial.last < suspect.block_end && suspect.line < next && next <= suspect.block_end + 1) {
        trial = attempt(suspect.line, suspect.block_end);
      }
      const bool gains = trial.reach() > static_cast<std::int64_t>(trouble->offset);
      if (gains && (!best || trial.rank() < best->rank())) best = std::move(trial);
      if (best && best->IsBest()) break;
    }
    if (!best || ++errors > kMaxSyntaxErrors) {
      const Span line = source.LineSpan(source.PositionOf(trouble->offset).line);
      faults.push_back(
          {"syntax-error", line,
           best ? fmt::format("more than {} syntax errors; the rest of the file is not checked",
                              kMaxSyntaxErrors)
                : Describe(source.Slice(line), trouble->message) +
                      "; the rest of the file cannot be checked until this is mended"});
      mask.Blank(source, 1, source.line_count());
      return;
    }
    if (!reported.contains(best->line)) faults.push_back(SyntaxFault(source, best->line, *trouble));
    mask.Blank(source, best->line, best->last);
    trouble = std::move(best->left);
  }
}

class Converter {
 public:
  Converter(const Source& source, std::string_view text, Document& document)
      : source_(source), text_(text), document_(document) {}

  Node Convert(TSNode tree, const YAML::Node& value, std::uint32_t parent_column,
               std::uint32_t depth) {
    if (depth > kMaxDepth) {
      document_.faults.push_back(TooDeep(SpanOf(tree)));
      Node node;
      node.span = SpanOf(tree);
      node.damaged = true;
      return node;
    }
    if (Type(tree) == "block_node" || Type(tree) == "flow_node") {
      return Unwrap(tree, value, parent_column, depth);
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
  void Report(std::string_view rule, Span span, std::string message) {
    document_.faults.push_back({rule, span, std::move(message)});
  }

  Node Unwrap(TSNode tree, const YAML::Node& value, std::uint32_t parent_column,
              std::uint32_t depth) {
    Node node;
    node.span = SpanOf(tree);
    for (const TSNode child : Children(tree)) {
      const std::string_view type = Type(child);
      if (type == "anchor" || type == "tag" || type == "alias") {
        Report("no-anchors", SpanOf(child),
               type == "alias" ? "an alias has no use here; write the value out"
                               : fmt::format("a YAML {} has no use here; leave it out", type));
        if (type == "alias") node.damaged = true;
      } else {
        node = Convert(child, value, parent_column, depth);
      }
    }
    return node;
  }

  Node Mapping(TSNode tree, const std::vector<TSNode>& pairs, const YAML::Node& value,
               std::uint32_t depth) {
    Node node;
    node.kind = NodeKind::kMapping;
    node.span = SpanOf(tree);
    if (!value.IsMap() || value.size() != pairs.size()) return Disagree(std::move(node));
    std::map<std::string, Span> first_places;
    auto entry = value.begin();
    for (const TSNode pair : pairs) {
      const YAML::Node key_value = entry->first;
      const YAML::Node item_value = entry->second;
      ++entry;
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
        Report("syntax-error", SpanOf(pair), "a key must be a plain word");
        node.damaged = true;
        continue;
      }
      const auto [first, is_new] = first_places.try_emplace(converted.key.text, converted.key.span);
      if (!is_new) {
        document_.faults.push_back(
            {"duplicate-key", converted.key.span,
             fmt::format("key `{}` is given twice; keep one", converted.key.text),
             {{first->second, "first given here"}}});
      }
      node.span.end = std::max(node.span.end, converted.value.span.end);
      node.pairs.push_back(std::move(converted));
    }
    return node;
  }

  Node Sequence(TSNode tree, const YAML::Node& value, std::uint32_t depth) {
    Node node;
    node.kind = NodeKind::kSequence;
    node.span = SpanOf(tree);
    const std::vector<TSNode> items = Children(tree);
    if (!value.IsSequence() || value.size() != items.size()) return Disagree(std::move(node));
    auto entry = value.begin();
    for (const TSNode item : items) {
      const YAML::Node item_value = *entry;
      ++entry;
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

  Node Scalar(TSNode tree, const YAML::Node& value, std::uint32_t parent_column) {
    Node node;
    node.kind = NodeKind::kScalar;
    node.span = SpanOf(tree);
    const std::string_view type = Type(tree);
    if (type == "single_quote_scalar") node.style = ScalarStyle::kSingleQuoted;
    if (type == "double_quote_scalar") node.style = ScalarStyle::kDoubleQuoted;
    if (type == "block_scalar") {
      node.style = text_[node.span.begin] == '|' ? ScalarStyle::kLiteral : ScalarStyle::kFolded;
    }
    if (type == "plain_scalar" && value.IsNull()) {
      node.kind = NodeKind::kNull;
      return node;
    }
    DecodedScalar decoded =
        DecodeScalar(text_, node.span.begin, node.span.end, node.style, parent_column);
    node.span.end = decoded.end;
    if (!value.IsScalar() || value.Scalar() != decoded.text) {
      return Disagree(std::move(node), std::move(decoded));
    }
    node.text = std::move(decoded.text);
    node.runs = std::move(decoded.runs);
    return node;
  }

  Node Disagree(Node node, DecodedScalar decoded = {}) {
    Report("parsers-disagree", node.span,
           "YAML readers do not agree on this value; write it in a simpler way, for example in "
           "double quotes");
    node.damaged = true;
    node.text = std::move(decoded.text);
    node.runs = std::move(decoded.runs);
    return node;
  }

  const Source& source_;
  std::string_view text_;
  Document& document_;
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
  const std::string_view text = source.Line(line);
  const std::uint32_t indentation = Indentation(text);
  const bool is_item = Trim(text).starts_with('-');
  const auto column = [&](const Node& child) { return source.PositionOf(child.span.begin).column - 1; };
  if (node.IsMapping()) {
    const auto behind = std::ranges::find_if(
        node.pairs, [&](const Pair& pair) { return pair.key.span.begin > offset; });
    if (behind == node.pairs.begin()) return;
    Pair& pair = *std::prev(behind);
    const std::uint32_t key_column = column(pair.key);
    if (indentation > key_column || (is_item && indentation == key_column)) {
      MarkDamage(pair.value, source, line);
    }
  } else if (node.IsSequence()) {
    const auto behind = std::ranges::find_if(
        node.items, [&](const Node& item) { return item.span.begin > offset; });
    if (behind == node.items.begin()) return;
    Node& item = *std::prev(behind);
    if (indentation >= column(item)) MarkDamage(item, source, line);
    // What followed the lost line may have been read into the item before it.
    item.damaged = true;
  }
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
    } else if (first == 0xEF && ((second == 0xBF && third >= 0xBE) || (second == 0xBB && third == 0xBF && at > 0))) {
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
    faults.push_back({"byte-order-mark", mark, "the file starts with a byte order mark; remove it",
                      {}, Fix{"remove the byte order mark", {{mark, ""}}}});
  }
  if (const auto invalid = FirstInvalidUtf8(text)) {
    const auto begin = static_cast<std::uint32_t>(*invalid);
    faults.push_back({"not-utf8", Span{source.id(), begin, begin + 1},
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
    faults.push_back({"syntax-error", span,
                      fmt::format("the invisible character U+{:04X} has no place in YAML; delete it",
                                  static_cast<std::uint32_t>(character)), {},
                      Fix{"delete the character", {{span, ""}}}});
    std::fill(text.begin() + begin, text.begin() + end, ' ');
  });
  for (std::uint32_t line = 1; line <= source.line_count(); ++line) {
    const Span span = source.LineSpan(line);
    const std::size_t content = text.find_first_not_of(" \t", span.begin);
    const std::size_t tab = text.find('\t', span.begin);
    if (tab == std::string::npos) break;
    if (content == std::string::npos || content >= span.end || tab >= content) continue;
    const Span tabs{source.id(), static_cast<std::uint32_t>(tab),
                    static_cast<std::uint32_t>(content)};
    std::string spaces;
    for (const char c : source.Slice(tabs)) spaces += c == '\t' ? "  " : " ";
    faults.push_back({"tab-indentation", tabs, "a tab indents this line; YAML wants spaces", {},
                      Fix{"replace each tab by two spaces", {{tabs, spaces}}}});
    reported.insert(line);
    std::ranges::replace(text.begin() + span.begin, text.begin() + static_cast<std::ptrdiff_t>(content), '\t', ' ');
  }
  return text;
}

void CollectComments(TSNode root, Document& document) {
  TSTreeCursor cursor = ts_tree_cursor_new(root);
  for (bool more = true; more;) {
    const TSNode node = ts_tree_cursor_current_node(&cursor);
    if (Type(node) == "comment") {
      document.comments.push_back(
          {Span{document.source, ts_node_start_byte(node), ts_node_end_byte(node)}});
    }
    if (ts_tree_cursor_goto_first_child(&cursor)) continue;
    while (!(more = ts_tree_cursor_goto_next_sibling(&cursor))) {
      if (!ts_tree_cursor_goto_parent(&cursor)) break;
    }
  }
  ts_tree_cursor_delete(&cursor);
}

}  // namespace

Document Parse(const Source& source) {
  Document document;
  document.source = source.id();
  document.root.span = Span{source.id(), 0, static_cast<std::uint32_t>(source.text().size())};
  if (source.line_count() > kMaxLines) {
    document.root.damaged = true;
    document.faults.push_back(
        {"too-many-lines", source.LineSpan(kMaxLines + 1),
         fmt::format("{} lines; at most {} are read, split the file", source.line_count(), kMaxLines)});
    return document;
  }
  std::set<std::uint32_t> reported;
  Mask mask(BlankForbidden(source, reported, document.faults));
  Recover(source, mask, reported, document.faults);

  const std::string& text = mask.text();
  const Tree tree(text);
  std::optional<Trouble> trouble;
  const std::optional<YAML::Node> value = Load(text, source, trouble);
  CollectComments(tree.root(), document);
  std::vector<TSNode> documents;
  for (const TSNode child : Children(tree.root())) {
    if (Type(child) == "document") documents.push_back(child);
  }
  if (documents.size() > 1) {
    const std::uint32_t begin = ts_node_start_byte(documents[1]);
    document.faults.push_back({"syntax-error", source.LineSpan(source.PositionOf(begin).line),
                               "a second YAML document starts here; keep one document a file"});
  }
  if (value && !documents.empty()) {
    for (const TSNode child : Children(documents.front())) {
      if (Type(child) != "block_node" && Type(child) != "flow_node") continue;
      document.root = Converter(source, text, document).Convert(child, *value, 0, 0);
      break;
    }
  }
  for (const std::uint32_t line : mask.lines()) {
    MarkDamage(document.root, source, line);
    // Where the line between two equal keys is lost, they belonged to two mappings.
    const std::uint32_t lost = source.LineSpan(line).begin;
    MarkCutScalar(document.root, lost);
    std::erase_if(document.faults, [&](const Fault& fault) {
      return fault.rule == "duplicate-key" && fault.labels.front().span.begin < lost &&
             lost < fault.span.begin;
    });
  }
  std::ranges::stable_sort(document.faults, {}, &Fault::span);
  return document;
}

}  // namespace guidec
