#include "syntax/tree.h"

#include <optional>

extern "C" const TSLanguage* tree_sitter_yaml(void);

namespace guidec {
namespace {

struct DeleteParser {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};

// Depth-first with a cursor: the tree of hostile text may be deeper than the stack.
template <class Visit>
void Walk(TSNode root, Visit visit) {
  TSTreeCursor cursor = ts_tree_cursor_new(root);
  for (bool more = true; more;) {
    const bool descend = visit(ts_tree_cursor_current_node(&cursor));
    if (descend && ts_tree_cursor_goto_first_child(&cursor)) continue;
    while (!(more = ts_tree_cursor_goto_next_sibling(&cursor))) {
      if (!ts_tree_cursor_goto_parent(&cursor)) break;
    }
  }
  ts_tree_cursor_delete(&cursor);
}

}  // namespace

Tree::Tree(std::string_view text) {
  const std::unique_ptr<TSParser, DeleteParser> parser(ts_parser_new());
  ts_parser_set_language(parser.get(), tree_sitter_yaml());
  tree_.reset(ts_parser_parse_string(parser.get(), nullptr, text.data(),
                                     static_cast<std::uint32_t>(text.size())));
}

std::uint32_t Tree::FirstError() const {
  std::optional<std::uint32_t> first;
  Walk(root(), [&](TSNode node) {
    if (first) return false;
    if (ts_node_is_missing(node) || Type(node) == "ERROR") first = ts_node_start_byte(node);
    return !first && ts_node_has_error(node);
  });
  return first.value_or(ts_node_start_byte(root()));
}

std::vector<TSNode> Children(TSNode node) {
  std::vector<TSNode> children;
  TSTreeCursor cursor = ts_tree_cursor_new(node);
  for (bool more = ts_tree_cursor_goto_first_child(&cursor); more;
       more = ts_tree_cursor_goto_next_sibling(&cursor)) {
    const TSNode child = ts_tree_cursor_current_node(&cursor);
    if (ts_node_is_named(child) && Type(child) != "comment") children.push_back(child);
  }
  ts_tree_cursor_delete(&cursor);
  return children;
}

TSNode Field(TSNode node, std::string_view name) {
  return ts_node_child_by_field_name(node, name.data(), static_cast<std::uint32_t>(name.size()));
}

}  // namespace guidec
