// What was meant as a placeholder, and is printed as it is typed: `{Hold}`, `{hold.`, `${hold}`,
// `(plank.hold)`.
#ifndef GUIDEC_RULES_BROKEN_PLACEHOLDERS_H_
#define GUIDEC_RULES_BROKEN_PLACEHOLDERS_H_

#include <string>
#include <vector>

#include "model/prose/passage.h"

namespace guidec {

struct BrokenPlaceholder {
  Piece piece;          // of the passage
  std::string message;  // what it is, and what to write
  std::string instead;  // the placeholder that was meant, without its braces; or empty
};

// In the order of the text.
std::vector<BrokenPlaceholder> BrokenPlaceholders(const Library& library, const ProseUse& use,
                                                  const Passage& passage);

}  // namespace guidec

#endif  // GUIDEC_RULES_BROKEN_PLACEHOLDERS_H_
