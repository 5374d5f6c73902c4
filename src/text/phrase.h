#ifndef GUIDEC_TEXT_PHRASE_H_
#define GUIDEC_TEXT_PHRASE_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
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

// What the words by which a match can start look like, so that most words need no closer look: bit `byte % 64` of the
// first two bytes of each, and a bit of its end and size.
struct WordFilter {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  std::uint64_t end = 0;

  // `word` may stand for any ending by a last `*`.
  constexpr void Add(std::string_view word) {
    const bool is_open = word.ends_with('*');
    const auto bit = [&](std::size_t at) {
      return is_open && at + 1 >= word.size() ? kAny : std::uint64_t{1} << BitOf(word, at);
    };
    first |= bit(0);
    second |= bit(1);
    end |= is_open ? kAny : std::uint64_t{1} << EndBitOf(word);
  }

  constexpr void Add(const WordFilter& filter) {
    first |= filter.first;
    second |= filter.second;
    end |= filter.end;
  }

  constexpr void AddAny() { first = second = end = kAny; }

  // Whether `word` may be one of them.
  constexpr bool MayBe(std::string_view word) const {
    return (first >> BitOf(word, 0) & second >> BitOf(word, 1) & end >> EndBitOf(word) & 1) != 0;
  }

  static constexpr std::size_t BitOf(std::string_view word, std::size_t at) {
    return at < word.size() ? static_cast<unsigned char>(word[at]) % 64 : 0;
  }
  static constexpr std::size_t EndBitOf(std::string_view word) {
    return word.empty() ? 0 : (static_cast<unsigned char>(word.back()) + 8 * word.size()) % 64;
  }

 private:
  static constexpr std::uint64_t kAny = ~std::uint64_t{0};
};

// For what `of` takes from each of `words`: a word, or a filter.
template <class Words, class Of = std::identity>
constexpr WordFilter FilterOf(const Words& words, Of of = {}) {
  WordFilter filter;
  for (const auto& word : words) filter.Add(std::invoke(of, word));
  return filter;
}

// Cuts the first of "left|right" off.
constexpr std::string_view TakeAlternative(std::string_view& alternatives) {
  const std::string_view first = alternatives.substr(0, alternatives.find('|'));
  alternatives.remove_prefix(std::min(first.size() + 1, alternatives.size()));
  return first;
}

// Words of which one is meant, such as "left|right"; a last `*` stands for any ending ("stretch*"). All in lower
// case.
class Alternatives {
 public:
  consteval Alternatives(const char* text) : Alternatives(Of(text)) {}
  consteval Alternatives(std::string_view text) : Alternatives(Of(text)) {}

  // The same from a text that is no constant.
  static constexpr Alternatives Of(std::string_view text) {
    Alternatives made;
    made.text_ = text;
    while (!text.empty()) made.filter_.Add(TakeAlternative(text));
    return made;
  }

  constexpr std::string_view text() const { return text_; }
  constexpr bool empty() const { return text_.empty(); }
  constexpr const WordFilter& filter() const { return filter_; }
  bool Has(std::string_view word) const { return filter_.MayBe(word) && Find(word); }

 private:
  constexpr Alternatives() = default;
  bool Find(std::string_view word) const;

  std::string_view text_;
  WordFilter filter_;
};

// A phrase to look for: its words stand apart by blanks. `a|b` is either word, a last `?` makes a word optional, a
// last `*` stands for any ending, `...` for any two words or fewer. All in lower case.
class Phrase {
 public:
  consteval Phrase(const char* text) : Phrase(Of(text)) {}
  consteval Phrase(std::string_view text) : Phrase(Of(text)) {}

  // The same from a text that is no constant.
  static constexpr Phrase Of(std::string_view text) {
    Phrase made;
    made.text_ = text;
    bool is_optional = true;
    while (is_optional && !text.empty()) {
      std::string_view element = text.substr(0, text.find(' '));
      text.remove_prefix(std::min(element.size() + 1, text.size()));
      is_optional = element.ends_with('?');
      if (is_optional) element.remove_suffix(1);
      if (element == "...") {
        made.starts_.AddAny();
        return made;
      }
      while (!element.empty()) made.starts_.Add(TakeAlternative(element));
    }
    if (is_optional) made.starts_.AddAny();
    return made;
  }

  constexpr std::string_view text() const { return text_; }
  // What the words at which a match can start look like.
  constexpr const WordFilter& starts() const { return starts_; }

 private:
  constexpr Phrase() = default;

  std::string_view text_;
  WordFilter starts_;
};

// The first match from the word `from` on, and of those that start there the shortest; never an empty one.
std::optional<Match> FindPhrase(std::span<const std::string> words, const Phrase& phrase, std::size_t from = 0);

// How many words the phrase takes when it stands at the head of `words`.
std::optional<std::size_t> MatchPhrase(std::span<const std::string> words, const Phrase& phrase);

inline bool IsOneOf(std::string_view word, const Alternatives& alternatives) {
  return alternatives.Has(word);
}

// By the bits of a word (WordFilter), the phrases that can start there: bit `i` for the phrase `i`.
struct PhraseIndex {
  std::array<std::uint64_t, 64> by_first{};
  std::array<std::uint64_t, 64> by_second{};
  std::array<std::uint64_t, 64> by_end{};

  std::uint64_t CandidatesAt(std::string_view word) const {
    return by_first[WordFilter::BitOf(word, 0)] & by_second[WordFilter::BitOf(word, 1)] &
           by_end[WordFilter::EndBitOf(word)];
  }
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
      const WordFilter starts = Phrase::Of(phrases_[i]).starts();
      for (std::size_t bit = 0; bit < 64; ++bit) {
        index_.by_first[bit] |= (starts.first >> bit & 1) << i;
        index_.by_second[bit] |= (starts.second >> bit & 1) << i;
        index_.by_end[bit] |= (starts.end >> bit & 1) << i;
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
