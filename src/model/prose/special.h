// What prose has beyond CommonMark: citations (`[@key; @key]`) and placeholders (`{hold}`).
#ifndef GUIDEC_MODEL_PROSE_SPECIAL_H_
#define GUIDEC_MODEL_PROSE_SPECIAL_H_

#include <vector>

#include "model/prose/markdown.h"

namespace guidec {

enum class Specials : unsigned char { kAll, kPlaceholders };

// Adds a text to `into`, apart from the citations and placeholders in it whose bracket is not escaped; and
// any other node as it is.
void Split(MarkdownNode node, std::vector<MarkdownNode>& into, Specials specials = Specials::kAll);

}  // namespace guidec

#endif  // GUIDEC_MODEL_PROSE_SPECIAL_H_
