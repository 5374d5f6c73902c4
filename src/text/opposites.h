// English words that turn a statement round when one stands in the place of the other: "more" and "less",
// "raise" and "lower", "before" and "after".
#ifndef GUIDEC_TEXT_OPPOSITES_H_
#define GUIDEC_TEXT_OPPOSITES_H_

#include <string>
#include <string_view>

namespace guidec {

// Of stems (WordStem in text/content_words.h). A word may be the opposite of several: "lower" of "raise" and
// of "upper".
bool AreOpposite(std::string_view stem, std::string_view other);

// Whether they are on one side of such a pair, so that the one may stand for the other: "reduce", "lower".
bool AreAlike(std::string_view stem, std::string_view other);

bool HasOpposite(std::string_view stem);

}  // namespace guidec

#endif  // GUIDEC_TEXT_OPPOSITES_H_
