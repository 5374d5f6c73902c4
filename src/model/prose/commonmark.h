// Prose → cmark's tree → ours: copied node by node, neighbouring texts joined, and the joined text split at
// citations and placeholders (model/prose/special.h).
#ifndef GUIDEC_MODEL_PROSE_COMMONMARK_H_
#define GUIDEC_MODEL_PROSE_COMMONMARK_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/prose/placer.h"

namespace guidec {

struct CommonMark {
  MarkdownNode root;
  std::vector<ForbiddenReference> forbidden;
  std::optional<std::uint32_t> too_deep;  // where the first of what stood in too much begins
};

// What stands in more than `depth` quotes, lists, emphasis, links and images is left out.
CommonMark ReadCommonMark(std::string_view text, std::uint64_t depth);

}  // namespace guidec

#endif  // GUIDEC_MODEL_PROSE_COMMONMARK_H_
