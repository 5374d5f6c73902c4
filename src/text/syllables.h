#ifndef GUIDEC_TEXT_SYLLABLES_H_
#define GUIDEC_TEXT_SYLLABLES_H_

#include <string_view>

namespace guidec {

// How many syllables an English word has when it is read aloud, at least 1; whole numbers are said
// out ("30" is thirty). Judged by spelling, so a few words come out one too many or too few.
int CountSyllables(std::string_view word);

}  // namespace guidec

#endif  // GUIDEC_TEXT_SYLLABLES_H_
