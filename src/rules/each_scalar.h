#ifndef GUIDEC_RULES_EACH_SCALAR_H_
#define GUIDEC_RULES_EACH_SCALAR_H_

#include "syntax/document.h"

namespace guidec {

// Calls `visit` with every value below the node that is a text.
template <class Visit>
void ForEachScalar(const Node& node, const Visit& visit) {
  if (node.IsScalar()) visit(node);
  for (const Node& item : node.items) ForEachScalar(item, visit);
  for (const Pair& pair : node.pairs) ForEachScalar(pair.value, visit);
}

}  // namespace guidec

#endif  // GUIDEC_RULES_EACH_SCALAR_H_
