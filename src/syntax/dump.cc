#include <iterator>

#include <fmt/format.h>

#include "syntax/document.h"
#include "syntax/tree.h"

namespace guidec {
namespace {

std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '\n') {
      quoted += "\\n";
    } else if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

std::string Place(const Source& source, const Span& span) {
  const Position begin = source.PositionOf(span.begin);
  const Position end = source.PositionOf(span.end);
  return fmt::format("{}:{}-{}:{}", begin.line, begin.column, end.line, end.column);
}

void DumpNode(const Source& source, const Node& node, std::string_view name, int depth, std::string& out) {
  static constexpr std::string_view kKinds[] = {"null", "scalar", "sequence", "mapping"};
  static constexpr std::string_view kStyles[] = {"plain", "single-quoted", "double-quoted", "literal",
                                                 "folded"};
  auto line = std::back_inserter(out);
  fmt::format_to(line, "{:{}}{}{}", "", depth * 2, name, name.empty() ? "" : ": ");
  if (node.IsScalar()) {
    fmt::format_to(line, "{} {}", kStyles[static_cast<int>(node.style)], Quoted(node.text));
  } else {
    fmt::format_to(line, "{}", kKinds[static_cast<int>(node.kind)]);
  }
  fmt::format_to(line, " [{}]{}\n", Place(source, node.span), node.damaged ? " damaged" : "");
  for (const Pair& pair : node.pairs) DumpNode(source, pair.value, pair.key.text, depth + 1, out);
  for (const Node& item : node.items) DumpNode(source, item, "-", depth + 1, out);
}

}  // namespace

std::string DumpTree(const Source& source) {
  const Tree tree(source.text());
  std::string out;
  int depth = 0;
  TSTreeCursor cursor = ts_tree_cursor_new(tree.root());
  for (bool more = true; more;) {
    const TSNode node = ts_tree_cursor_current_node(&cursor);
    if (ts_node_is_named(node) || ts_node_is_missing(node)) {
      const Span span{source.id(), ts_node_start_byte(node), ts_node_end_byte(node)};
      const char* field = ts_tree_cursor_current_field_name(&cursor);
      fmt::format_to(std::back_inserter(out), "{:{}}{}{}{}{} [{}]", "", depth * 2,
                     field == nullptr ? "" : field, field == nullptr ? "" : ": ",
                     ts_node_is_missing(node) ? "MISSING " : "", Type(node), Place(source, span));
      if (ts_node_child_count(node) == 0) out += " " + Quoted(source.Slice(span));
      out += '\n';
    }
    if (ts_tree_cursor_goto_first_child(&cursor)) {
      ++depth;
      continue;
    }
    while (!(more = ts_tree_cursor_goto_next_sibling(&cursor))) {
      if (!ts_tree_cursor_goto_parent(&cursor)) break;
      --depth;
    }
  }
  ts_tree_cursor_delete(&cursor);
  return out;
}

std::string DumpValues(const Source& source, const Document& document) {
  std::string out;
  DumpNode(source, document.root, "", 0, out);
  for (const Comment& comment : document.comments) {
    fmt::format_to(std::back_inserter(out), "comment {} [{}]\n", Quoted(source.Slice(comment.span)),
                   Place(source, comment.span));
  }
  return out;
}

}  // namespace guidec
