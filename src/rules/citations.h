#ifndef GUIDEC_RULES_CITATIONS_H_
#define GUIDEC_RULES_CITATIONS_H_

#include <algorithm>
#include <vector>

#include "model/content/library.h"

namespace guidec {

// Whether the text holds a citation: `[@key]`.
inline bool HasCitation(const Prose& prose) {
  bool found = false;
  ForEachNode(prose.root, [&](const MarkdownNode& node) { found = found || !node.keys.empty(); });
  return found;
}

// Whether the block cites a source, under `cites` or in its text.
inline bool HasCitation(const Block& block, const Guide& guide) {
  const std::vector<ProseUse> uses = ProseOf(block, guide);
  return !block.cites.empty() ||
         std::ranges::any_of(uses, [](const ProseUse& use) { return HasCitation(*use.prose); });
}

}  // namespace guidec

#endif  // GUIDEC_RULES_CITATIONS_H_
