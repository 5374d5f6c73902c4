#include "model/quiz/asked.h"

#include <algorithm>

#include "text/negation.h"
#include "text/statements.h"
#include "text/tokens.h"

namespace guidec {

std::string_view AskedWords::text() const {
  return passage_.Slice(passage_.tokens().PieceOf(tokens_.begin, tokens_.end));
}

std::optional<std::size_t> AskedWords::Find(const Alternatives& alternatives) const {
  const auto found =
      std::ranges::find_if(words(), [&](const std::string& word) { return IsOneOf(word, alternatives); });
  if (found == words().end()) return std::nullopt;
  return static_cast<std::size_t>(found - words().begin());
}

std::optional<std::size_t> AskedWords::FindNegative() const {
  const WordList& all = passage_.tokens();
  for (std::size_t at = tokens_.begin; at < tokens_.end; ++at) {
    const bool turns = TurnsRound(all, at) || (IsNegation(all.words, at) && all.words[at] != "not");
    if (turns) return at - tokens_.begin;
  }
  return std::nullopt;
}

std::optional<AskedWords> AskedOf(const PassageList& stem) {
  const Passage* last = nullptr;
  for (const Passage& passage : stem) {
    const WordList& tokens = passage.tokens();
    if (tokens.size() == 0) continue;
    last = &passage;
    const auto mark = std::ranges::find(tokens.words, "?");
    if (mark == tokens.words.end() || mark == tokens.words.begin()) continue;
    const auto at = static_cast<std::size_t>(mark - tokens.words.begin());
    return AskedWords(passage, {SentenceAround(tokens.words, at - 1).begin, tokens.size()});
  }
  if (last == nullptr) return std::nullopt;
  return AskedWords(*last, {0, last->tokens().size()});
}

}  // namespace guidec
