// The one place that holds tree-sitter objects. Private to syntax/.
#ifndef GUIDEC_SYNTAX_TREE_H_
#define GUIDEC_SYNTAX_TREE_H_

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include <tree_sitter/api.h>

namespace guidec {

class Tree {
 public:
  explicit Tree(std::string_view text);

  TSNode root() const { return ts_tree_root_node(tree_.get()); }
  bool HasError() const { return ts_node_has_error(root()); }

 private:
  struct Delete {
    void operator()(TSTree* tree) const { ts_tree_delete(tree); }
  };
  std::unique_ptr<TSTree, Delete> tree_;
};

inline std::string_view Type(TSNode node) {
  return ts_node_type(node);
}

// Named children in order, comments left out.
std::vector<TSNode> Children(TSNode node);

TSNode Field(TSNode node, std::string_view name);

}  // namespace guidec

#endif  // GUIDEC_SYNTAX_TREE_H_
