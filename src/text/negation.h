#ifndef GUIDEC_TEXT_NEGATION_H_
#define GUIDEC_TEXT_NEGATION_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "text/phrase.h"

namespace guidec {

// Whether one of the first `end` words of an English sentence, in lower case, may turn what follows
// into its opposite: "not", "never", "avoid", "instead". Rather too often than too rarely.
bool IsNegatedBefore(std::span<const std::string> words, std::size_t end);

// Whether the token `at` of an English question or statement (text/tokens.h) is a word that turns it
// round: "not", "never", "except"; other than in "not only", "why not", "if it does not", in brackets, or
// where a text with a gap has it.
bool TurnsRound(const WordList& tokens, std::size_t at);

// The short form that turns a question round, as one token: "isn't" in "which of these isn't".
std::optional<std::size_t> FindNegativeShortForm(const WordList& tokens);

// The first token that makes a question ask for what does not hold: one of those, or "false" in "which
// of these is false?", which is as hard to read.
std::optional<std::size_t> FindNegative(const WordList& tokens);

}  // namespace guidec

#endif  // GUIDEC_TEXT_NEGATION_H_
