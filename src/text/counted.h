// What English text counts of itself: "three strength exercises", "all five questions", "four ways".
#ifndef GUIDEC_TEXT_COUNTED_H_
#define GUIDEC_TEXT_COUNTED_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/phrase.h"

namespace guidec {

enum class CountedNoun : std::uint8_t {
  kExercises,
  kQuestions,
  kSteps,
  kThings,  // ways, habits, signs: members of some list
};

struct Counted {
  CountedNoun noun = CountedNoun::kThings;
  int count = 0;  // 2 to 99
  // "strength exercises", "stretches": an exercise's kind; empty for all.
  std::string_view kind;
  // "the three", "all three", "both": not some of more.
  bool has_article = false;
  // Another word narrows it down: "three hip exercises", "three exercises for your hips".
  bool is_narrowed = false;
  Match tokens;  // from the figure to the noun
};

// `tokens` are those of text/tokens.h. Leaves out what counts only a part: "two more exercises", "up to five
// questions", "the first three steps", "three exercises a day".
std::vector<Counted> FindCounted(const WordList& tokens);

}  // namespace guidec

#endif  // GUIDEC_TEXT_COUNTED_H_
