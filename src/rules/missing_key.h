#ifndef GUIDEC_RULES_MISSING_KEY_H_
#define GUIDEC_RULES_MISSING_KEY_H_

#include "syntax/document.h"

namespace guidec {

// Where to point for what a file's top level lacks: at its `id`, or else at its first key. `root` has a key.
inline Span PlaceOfMissing(const Node& root) {
  const Pair* id = root.FindPair("id");
  return (id == nullptr ? root.pairs.front() : *id).key.span;
}

}  // namespace guidec

#endif  // GUIDEC_RULES_MISSING_KEY_H_
