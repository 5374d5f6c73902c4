#ifndef GUIDEC_TEXT_QUOTED_H_
#define GUIDEC_TEXT_QUOTED_H_

#include <string_view>
#include <vector>

#include "text/words.h"

namespace guidec {

// What stands between quotation marks, without them: "so", “so” and, apart from apostrophes, 'so' and ‘so’.
std::vector<Piece> QuotedIn(std::string_view text);

}  // namespace guidec

#endif  // GUIDEC_TEXT_QUOTED_H_
