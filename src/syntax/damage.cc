#include "syntax/damage.h"

namespace guidec {

bool IsDamagedAround(const Document& document, const Span& place) {
  const Node* innermost = &document.root;
  const auto child_around = [&](const Node& node) -> const Node* {
    for (const Pair& pair : node.pairs) {
      if (pair.value.span.Contains(place)) return &pair.value;
    }
    for (const Node& item : node.items) {
      if (item.span.Contains(place)) return &item;
    }
    return nullptr;
  };
  for (const Node* child = child_around(*innermost); child != nullptr && !child->IsScalar();
       child = child_around(*innermost)) {
    innermost = child;
  }
  return innermost->damaged;
}

}  // namespace guidec
