#ifndef GUIDEC_RULES_TITLE_CASE_H_
#define GUIDEC_RULES_TITLE_CASE_H_

#include <algorithm>
#include <string_view>

#include "text/letter_case.h"
#include "text/phrase.h"

namespace guidec {

// Whether a text is written as names and titles are: "Portrait of the Artist", "Ludwig van Beethoven".
inline bool IsInTitleCase(std::string_view text) {
  constexpr Alternatives kSmall =
      "a|an|and|as|at|by|da|de|der|di|for|from|in|la|le|of|on|or|the|to|van|von|with";
  if (text.empty() || !IsUpper(text.front())) return false;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    const bool is_small = !word.empty() && word.front() >= 'a' && word.front() <= 'z';
    if (is_small && !IsOneOf(word, kSmall)) return false;
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  return true;
}

}  // namespace guidec

#endif  // GUIDEC_RULES_TITLE_CASE_H_
