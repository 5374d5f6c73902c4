#ifndef GUIDEC_TEXT_SYLLABLES_H_
#define GUIDEC_TEXT_SYLLABLES_H_

#include <string>
#include <string_view>
#include <unordered_map>

namespace guidec {

// How many syllables an English word has when it is read aloud, at least 1; whole numbers are said
// out ("30" is thirty). Judged by spelling, so a few words come out one too many or too few.
int CountSyllables(std::string_view word);

// The same, for many words: remembers those that it has counted.
class SyllableCounter {
 public:
  int Count(std::string_view word);

 private:
  std::unordered_map<std::string, int> counted_;
};

}  // namespace guidec

#endif  // GUIDEC_TEXT_SYLLABLES_H_
