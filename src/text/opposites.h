#ifndef GUIDEC_TEXT_OPPOSITES_H_
#define GUIDEC_TEXT_OPPOSITES_H_

#include <string_view>

namespace guidec {

// Whether two English words in lower case, in any of their forms, cannot both be said of one thing: "lifts"
// and "lower", "front" and "back", "muscles" and "bones".
bool AreOpposite(std::string_view one, std::string_view other);

}  // namespace guidec

#endif  // GUIDEC_TEXT_OPPOSITES_H_
