#ifndef GUIDEC_TEXT_PHRASE_H_
#define GUIDEC_TEXT_PHRASE_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
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

// Words of a list that stand side by side.
struct WordView {
  std::span<const std::string> words;
  std::span<const Piece> pieces;

  WordView() = default;
  WordView(const WordList& list) : words(list.words), pieces(list.pieces) {}
  WordView(std::span<const std::string> some_words, std::span<const Piece> their_pieces)
      : words(some_words), pieces(their_pieces) {}

  std::size_t size() const { return words.size(); }
  Piece PieceOf(std::size_t begin, std::size_t end) const {
    return {pieces[begin].begin, pieces[end - 1].end};
  }
};

WordList LowerWords(std::string_view text, std::string_view language);

// The part of `words` that stands within `piece`.
WordView Within(const WordList& words, const Piece& piece);

// Words [begin, end) of a list.
struct Match {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const Match&) const = default;
};

// The first two bytes of the words by which a match can start, so that most words need no closer look: bit
// `byte % 64` of each.
struct FirstBytes {
  std::uint64_t first = 0;
  std::uint64_t second = 0;

  constexpr void Add(std::string_view word) {
    constexpr std::uint64_t kAny = ~std::uint64_t{0};
    const auto bit = [&](std::size_t at) {
      if (at < word.size() && word[at] == '*') return kAny;
      return std::uint64_t{1} << BitOf(word, at);
    };
    first |= bit(0);
    second |= !word.empty() && word[0] == '*' ? kAny : bit(1);
  }

  constexpr void Add(const FirstBytes& bytes) {
    first |= bytes.first;
    second |= bytes.second;
  }

  // Whether a match may start at `word`, whatever signs that has.
  constexpr bool MayStart(std::string_view word) const {
    return (first >> BitOf(word, 0) & second >> BitOf(word, 1) & 1) != 0;
  }
  static constexpr std::size_t BitOf(std::string_view word, std::size_t at) {
    return at < word.size() ? static_cast<unsigned char>(word[at]) % 64 : 0;
  }
};

constexpr FirstBytes FirstBytesOf(std::string_view phrase) {
  FirstBytes bytes;
  bool is_optional = true;
  while (is_optional && !phrase.empty()) {
    std::string_view element = phrase.substr(0, phrase.find(' '));
    phrase.remove_prefix(std::min(element.size() + 1, phrase.size()));
    is_optional = element.ends_with('?');
    if (is_optional) element.remove_suffix(1);
    if (element == "...") {
      bytes.Add("*");
      return bytes;
    }
    while (!element.empty()) {
      const std::string_view word = element.substr(0, element.find('|'));
      bytes.Add(word);
      element.remove_prefix(std::min(word.size() + 1, element.size()));
    }
  }
  return bytes;
}

// Finds a phrase: its words stand apart by blanks. `a|b` is either word, a last `?` makes a word
// optional, a last `*` stands for any ending ("stretch*"), `...` for any two words or fewer. All in
// lower case. The first match wins, and of those that start there the shortest.
std::optional<Match> FindPhrase(std::span<const std::string> words, std::string_view phrase,
                                std::size_t from = 0);

// The same with FirstBytesOf(phrase), where one phrase is looked for again and again.
std::optional<Match> FindPhrase(std::span<const std::string> words, std::string_view phrase,
                                const FirstBytes& first_bytes, std::size_t from = 0);

// How many words the phrase takes when it stands at the head of `words`.
std::optional<std::size_t> MatchPhrase(std::span<const std::string> words, std::string_view phrase);

// Whether `word` is one of `alternatives`, such as "left|right".
bool IsOneOf(std::string_view word, std::string_view alternatives);

// By the first two bytes of a word, the phrases that can start there: bit `i` for the phrase `i`.
struct PhraseIndex {
  std::array<std::uint64_t, 64> by_first{};  // by byte % 64
  std::array<std::uint64_t, 64> by_second{};
};

// Phrases that are looked for together. Points to arrays that outlive it.
struct PhraseView {
  std::span<const std::string_view> phrases;
  const PhraseIndex* index = nullptr;
};

// The same with its arrays: `constexpr Phrases kRests{"rest|pause", "break of"};`
template <std::size_t N>
class Phrases {
 public:
  template <class... Text>
  constexpr explicit Phrases(const Text&... phrases) : phrases_{phrases...} {
    static_assert(N <= 64);
    for (std::size_t i = 0; i < N; ++i) {
      const FirstBytes bytes = FirstBytesOf(phrases_[i]);
      for (std::size_t bit = 0; bit < 64; ++bit) {
        index_.by_first[bit] |= (bytes.first >> bit & 1) << i;
        index_.by_second[bit] |= (bytes.second >> bit & 1) << i;
      }
    }
  }

  constexpr operator PhraseView() const { return {phrases_, &index_}; }
  constexpr std::string_view operator[](std::size_t index) const { return phrases_[index]; }

 private:
  std::array<std::string_view, N> phrases_;
  PhraseIndex index_;
};
template <class... Text>
Phrases(const Text&...) -> Phrases<sizeof...(Text)>;

// The first match of any of the phrases; of those that start at the same word, the first phrase's.
std::optional<Match> FindAnyPhrase(std::span<const std::string> words, PhraseView phrases,
                                   std::size_t from = 0);

}  // namespace guidec

#endif  // GUIDEC_TEXT_PHRASE_H_
