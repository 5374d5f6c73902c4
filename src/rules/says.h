// What a text as its author wrote it says: placeholders stand as they are.
#ifndef GUIDEC_RULES_SAYS_H_
#define GUIDEC_RULES_SAYS_H_

#include <algorithm>

#include "model/content/exercise.h"
#include "model/prose/markdown.h"
#include "text/phrase.h"
#include "text/tokens.h"

namespace guidec {

inline bool Says(const Prose& prose, PhraseView phrases) {
  return FindAnyPhrase(Tokens(PlainText(prose.root)).words, phrases).has_value();
}

inline bool AnyStepSays(const Exercise& exercise, PhraseView phrases) {
  return std::ranges::any_of(exercise.steps, [&](const Prose& step) { return Says(step, phrases); });
}

}  // namespace guidec

#endif  // GUIDEC_RULES_SAYS_H_
