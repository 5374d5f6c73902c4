#ifndef GUIDEC_MODEL_PROSE_LINK_H_
#define GUIDEC_MODEL_PROSE_LINK_H_

#include <string_view>

#include "model/prose/markdown.h"

namespace guidec {

// Whether a reader can follow the address: to a place in the guide (`#id`), or out of it (IsWebAddress).
bool IsFollowableAddress(std::string_view address);

// Whether the link, or the image on the web, may be a link in an output: its address can be followed, and its
// words hide nothing by a change of direction.
bool IsFollowable(const MarkdownNode& link);
bool IsFollowable(std::string_view address, std::string_view words);

}  // namespace guidec

#endif  // GUIDEC_MODEL_PROSE_LINK_H_
