#ifndef GUIDEC_TEXT_PHRASE_H_
#define GUIDEC_TEXT_PHRASE_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/words.h"

namespace guidec {

// The words of a text in lower case, with straight apostrophes, and where each stands.
struct WordList {
  std::vector<std::string> words;
  std::vector<Piece> pieces;

  std::size_t size() const { return words.size(); }
  // From the first to the last of words [begin, end), which are not none.
  Piece PieceOf(std::size_t begin, std::size_t end) const {
    return {pieces[begin].begin, pieces[end - 1].end};
  }
};

WordList LowerWords(std::string_view text, std::string_view language);

// The part of `words` that stands within `piece`.
WordList Within(const WordList& words, const Piece& piece);

// Words [begin, end) of a list.
struct Match {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const Match&) const = default;
};

// Finds a phrase: its words stand apart by blanks. `a|b` is either word, a last `?` makes a word
// optional, a last `*` stands for any ending ("stretch*"), `...` for any two words or fewer. All in
// lower case. The first match wins, and of those that start there the shortest.
std::optional<Match> FindPhrase(std::span<const std::string> words, std::string_view phrase,
                                std::size_t from = 0);

// How many words the phrase takes when it stands at the head of `words`.
std::optional<std::size_t> MatchPhrase(std::span<const std::string> words, std::string_view phrase);

// Whether `word` is one of `alternatives`, such as "left|right".
bool IsOneOf(std::string_view word, std::string_view alternatives);

// The first match of any of the phrases; of those that start at the same word, the first phrase's.
std::optional<Match> FindAnyPhrase(std::span<const std::string> words,
                                   std::span<const std::string_view> phrases, std::size_t from = 0);

}  // namespace guidec

#endif  // GUIDEC_TEXT_PHRASE_H_
