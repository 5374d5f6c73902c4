#ifndef GUIDEC_TEXT_TOKENS_H_
#define GUIDEC_TEXT_TOKENS_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "text/phrase.h"

namespace guidec {

// English text cut finer than LowerWords does, so that figures and the signs around them can be read:
// words in small letters, numbers, placeholders such as `{hold}` and single signs. A hyphen is a
// sign; every dash but the em dash reads "-", and a curly apostrophe reads "'".
WordList Tokens(std::string_view text);

// How far a sentence reaches from a token, in tokens. Nobody writes longer ones; in a text without a full stop,
// each of its figures would be read together with all the others.
inline constexpr std::size_t kMaxSentenceReach = 200;

// The sentence of `tokens` around the token `at`, without its full stop, as far as it reaches.
Match SentenceAround(std::span<const std::string> tokens, std::size_t at);

}  // namespace guidec

#endif  // GUIDEC_TEXT_TOKENS_H_
