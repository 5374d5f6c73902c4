#ifndef GUIDEC_RULES_WHOLE_SENTENCE_H_
#define GUIDEC_RULES_WHOLE_SENTENCE_H_

#include <span>
#include <string>
#include <string_view>

#include "text/phrase.h"

namespace guidec {

// Whether an English choice is a sentence by its first words and a verb that tells: "They have wings", "Both
// legs are sore". "A plan which is short" is a phrase.
inline bool IsWholeSentence(std::string_view text) {
  const WordList list = LowerWords(text, "en");
  const std::span<const std::string> words = list.words;
  if (words.size() < 2) return false;
  if (IsOneOf(words.front(), "it|you|they|we|he|she|i|there")) return true;
  const auto verb =
      FindPhrase(words,
                 "is|are|that's|was|were|has|have|had|can|could|may|might|must|will|would|should|do|does|"
                 "did|cannot|can't|isn't|aren't|don't|doesn't|didn't|won't");
  return verb && verb->begin > 0 &&
         !FindPhrase(words.first(verb->begin), "which|that|who|whose|what|where|when|if|as|because|than|to");
}

}  // namespace guidec

#endif  // GUIDEC_RULES_WHOLE_SENTENCE_H_
