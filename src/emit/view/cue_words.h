// What a timer shows and a voice says at each cue of a timeline.
#ifndef GUIDEC_EMIT_VIEW_CUE_WORDS_H_
#define GUIDEC_EMIT_VIEW_CUE_WORDS_H_

#include <string>

#include "model/dose/timeline.h"
#include "words/words.h"

namespace guidec {

struct CueWords {
  std::string label;   // what a timer shows
  std::string spoken;  // what a voice says as the cue begins, in whole sentences
};

// In the language of `words`. What they quote, such as an exercise's name or when an open-ended hold ends,
// stays in the guide's.
CueWords WordsOf(const Cue& cue, const Wording& words);

}  // namespace guidec

#endif  // GUIDEC_EMIT_VIEW_CUE_WORDS_H_
