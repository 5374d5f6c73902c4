#include "text/negation.h"

#include <algorithm>
#include <string_view>

namespace guidec {

bool IsNegatedBefore(std::span<const std::string> words, std::size_t end) {
  constexpr std::string_view kNegations[] = {
      "not",     "no",     "never",  "none", "nothing", "nobody", "neither",  "nor",    "cannot",
      "without", "avoid",  "avoids", "stop", "hardly",  "rarely", "unlikely", "rather", "instead",
      "before",  "beware", "myth",   "few",  "nowhere", "refuse", "doubt",    "wrong",  "false"};
  const auto is_negation = [&](const std::string& word) {
    return word.ends_with("n't") || std::ranges::find(kNegations, word) != std::end(kNegations);
  };
  return std::ranges::any_of(words.first(std::min(end, words.size())), is_negation);
}

}  // namespace guidec
