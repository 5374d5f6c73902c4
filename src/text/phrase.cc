#include "text/phrase.h"

#include <algorithm>
#include <utility>

namespace guidec {
namespace {

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
  if (!words.empty() && IsOneOf(words.front(), element)) try_after(1);
  return shortest;
}

}  // namespace

bool IsOneOf(std::string_view word, std::string_view alternatives) {
  while (!alternatives.empty()) {
    const std::size_t end = std::min(alternatives.find('|'), alternatives.size());
    const std::string_view alternative = alternatives.substr(0, end);
    const bool is_same = alternative.ends_with('*')
                             ? word.starts_with(alternative.substr(0, alternative.size() - 1))
                             : word == alternative;
    if (is_same) return true;
    alternatives.remove_prefix(std::min(end + 1, alternatives.size()));
  }
  return false;
}

WordList LowerWords(std::string_view text, std::string_view language) {
  WordList list;
  list.pieces = Words(text, language);
  for (const Piece& piece : list.pieces) {
    list.words.push_back(LowerCase(text.substr(piece.begin, piece.end - piece.begin)));
  }
  return list;
}

WordList Within(const WordList& words, const Piece& piece) {
  WordList within;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words.pieces[i].begin < piece.begin || words.pieces[i].end > piece.end) continue;
    within.words.push_back(words.words[i]);
    within.pieces.push_back(words.pieces[i]);
  }
  return within;
}

std::optional<Match> FindPhrase(std::span<const std::string> words, std::string_view phrase,
                                std::size_t from) {
  return FindAnyPhrase(words, std::span(&phrase, 1), from);
}

std::optional<std::size_t> MatchPhrase(std::span<const std::string> words, std::string_view phrase) {
  return MatchHere(words, phrase);
}

std::optional<Match> FindAnyPhrase(std::span<const std::string> words,
                                   std::span<const std::string_view> phrases, std::size_t from) {
  for (std::size_t begin = from; begin < words.size(); ++begin) {
    for (const std::string_view phrase : phrases) {
      if (const auto length = MatchHere(words.subspan(begin), phrase); length && *length > 0) {
        return Match{begin, begin + *length};
      }
    }
  }
  return std::nullopt;
}

}  // namespace guidec
