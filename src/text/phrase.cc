#include "text/phrase.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace guidec {
namespace {

// Most words are among none, so that only what begins like the word is looked at.
bool IsAmong(std::string_view word, std::string_view alternatives) {
  if (word.empty()) return false;
  if (alternatives == "*") return true;
  for (std::size_t at = alternatives.find(word.front()); at != std::string_view::npos;
       at = alternatives.find(word.front(), at + 1)) {
    if (at > 0 && alternatives[at - 1] != '|') continue;
    const std::string_view alternative = alternatives.substr(at, alternatives.find('|', at) - at);
    const bool is_same = alternative.ends_with('*')
                             ? word.starts_with(alternative.substr(0, alternative.size() - 1))
                             : word == alternative;
    if (is_same) return true;
  }
  return false;
}

// The end of the shortest match of `phrase` at the head of `words`, counted in words. The phrase is
// taken apart as it is matched: most matches fail at its first word.
std::optional<std::size_t> MatchHere(std::span<const std::string> words, std::string_view phrase) {
  if (phrase.empty()) return 0;
  const std::size_t end = std::min(phrase.find(' '), phrase.size());
  std::string_view element = phrase.substr(0, end);
  const std::string_view rest = phrase.substr(std::min(end + 1, phrase.size()));
  std::optional<std::size_t> shortest;
  const auto try_after = [&](std::size_t taken) {
    if (taken > words.size()) return;
    const auto length = MatchHere(words.subspan(taken), rest);
    if (length && (!shortest || taken + *length < *shortest)) shortest = taken + *length;
  };
  if (element == "...") {
    for (std::size_t taken = 0; taken <= 2; ++taken) try_after(taken);
    return shortest;
  }
  if (element.ends_with('?')) {
    element.remove_suffix(1);
    try_after(0);
  }
  if (!words.empty() && IsAmong(words.front(), element)) try_after(1);
  return shortest;
}

}  // namespace

bool Alternatives::Find(std::string_view word) const {
  return IsAmong(word, text_);
}

WordList LowerWords(std::string_view text, std::string_view language) {
  WordList list;
  list.pieces = Words(text, language);
  for (const Piece& piece : list.pieces) {
    list.words.push_back(LowerCase(text.substr(piece.begin, piece.end - piece.begin)));
  }
  return list;
}

WordView Within(const WordList& words, const Piece& piece) {
  const auto first = std::ranges::lower_bound(words.pieces, piece.begin, {}, &Piece::begin);
  const auto last = std::ranges::upper_bound(words.pieces, piece.end, {}, &Piece::end);
  const auto begin = static_cast<std::size_t>(first - words.pieces.begin());
  const auto end = std::max(begin, static_cast<std::size_t>(last - words.pieces.begin()));
  return {std::span(words.words).subspan(begin, end - begin),
          std::span(words.pieces).subspan(begin, end - begin)};
}

std::optional<Match> FindPhrase(std::span<const std::string> words, const Phrase& phrase, std::size_t from) {
  for (std::size_t begin = from; begin < words.size(); ++begin) {
    if (!phrase.starts().MayBe(words[begin])) continue;
    const auto length = MatchHere(words.subspan(begin), phrase.text());
    if (length && *length > 0) return Match{begin, begin + *length};
  }
  return std::nullopt;
}

std::optional<std::size_t> MatchPhrase(std::span<const std::string> words, const Phrase& phrase) {
  if (!phrase.starts().MayBe(words.empty() ? std::string_view() : words.front())) return std::nullopt;
  return MatchHere(words, phrase.text());
}

std::optional<Match> FindAnyPhrase(std::span<const std::string> words, PhraseView phrases, std::size_t from) {
  for (std::size_t begin = from; begin < words.size(); ++begin) {
    std::uint64_t candidates = phrases.index->CandidatesAt(words[begin]);
    for (; candidates != 0; candidates &= candidates - 1) {
      const auto length = MatchHere(words.subspan(begin),
                                    phrases.phrases[static_cast<std::size_t>(std::countr_zero(candidates))]);
      if (length && *length > 0) return Match{begin, begin + *length};
    }
  }
  return std::nullopt;
}

}  // namespace guidec
