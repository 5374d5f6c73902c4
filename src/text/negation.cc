#include "text/negation.h"

#include <algorithm>
#include <string_view>

namespace guidec {

bool IsNegatedBefore(std::span<const std::string> words, std::size_t end) {
  constexpr std::string_view kNegations[] = {
      "not",     "no",     "never",  "none", "nothing", "nobody", "neither",  "nor",    "cannot",
      "without", "avoid",  "avoids", "stop", "hardly",  "rarely", "unlikely", "rather", "instead",
      "before",  "beware", "myth",   "few",  "nowhere", "refuse", "doubt",    "wrong",  "false"};
  const auto is_negation = [&](const std::string& word) {
    return word.ends_with("n't") || std::ranges::find(kNegations, word) != std::end(kNegations);
  };
  return std::ranges::any_of(words.first(std::min(end, words.size())), is_negation);
}

bool TurnsRound(const WordList& tokens, std::size_t at) {
  if (!IsOneOf(tokens.words[at], "not|never|except")) return false;
  const auto behind = std::span(tokens.words).subspan(at + 1);
  if (MatchPhrase(behind, "only|just|merely|necessarily")) return false;
  const auto before = std::span(tokens.words).first(at);
  if (at > 0 && IsOneOf(before.back(), "or|why|if")) return false;
  return !FindPhrase(before.last(std::min<std::size_t>(at, 4)),
                     "if|when|because|whether|assuming|although|while|since|who");
}

std::optional<std::size_t> FindNegativeShortForm(const WordList& tokens) {
  const auto found =
      FindPhrase(tokens.words, "which|what ... ... isn't|aren't|wasn't|doesn't|don't|won't|can't");
  if (!found) return std::nullopt;
  return found->end - 1;
}

std::optional<std::size_t> FindNegative(const WordList& tokens) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (TurnsRound(tokens, at)) return at;
  }
  if (const auto short_form = FindNegativeShortForm(tokens)) return short_form;
  const auto untruth =
      FindPhrase(tokens.words, "which|what ... ... is|are false|untrue|wrong|incorrect|unlikely ,|?|:");
  if (!untruth) return std::nullopt;
  return untruth->end - 2;
}

}  // namespace guidec
