#include "text/negation.h"

#include <algorithm>
#include <string_view>

#include "text/tokens.h"

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

namespace {

// The words of the sentence of token `at` that stand before it and behind it.
struct Around {
  std::span<const std::string> before;
  std::span<const std::string> behind;
};

Around SentenceOf(std::span<const std::string> tokens, std::size_t at) {
  const Match sentence = SentenceAround(tokens, at);
  return {tokens.subspan(sentence.begin, at - sentence.begin), tokens.subspan(at + 1, sentence.end - at - 1)};
}

bool IsInQuotes(std::span<const std::string> before) {
  return std::ranges::count_if(
             before, [](const std::string& token) { return IsOneOf(token, "\"|\u201c|\u201d|\u201e"); }) %
             2 ==
         1;
}

// "A casualty is not breathing. What do you do?": the first sentence only tells.
bool IsBeforeTheQuestion(const WordList& tokens, std::size_t at) {
  const auto end = tokens.words.begin() + static_cast<std::ptrdiff_t>(SentenceAround(tokens.words, at).end);
  return end != tokens.words.end() && *end != "?" &&
         std::find(end, tokens.words.end(), "?") != tokens.words.end();
}

// "Why should you not", "what happens if you do not", "the risk of not", "what should not be done": these ask
// about the very thing that is not so, and no choice is its exception.
bool IsWhatIsAskedAbout(std::span<const std::string> before) {
  if (FindPhrase(before, "why|reason|reasons")) return true;
  if (!before.empty() && IsOneOf(before.back(), "of|to|by|from|for|in|than|and|but")) return true;
  const bool is_choice = FindPhrase(before, "which|where|except").has_value();
  static constexpr Phrases kDuties{"should|must|ought|shall", "do|did|can|could you|we|one|they|people"};
  return !is_choice && FindAnyPhrase(before, kDuties);
}

}  // namespace

bool TurnsRound(const WordList& tokens, std::size_t at) {
  const std::string& word = tokens.words[at];
  if (!IsOneOf(word, "not|never|except")) return false;
  const auto [before, behind] = SentenceOf(tokens.words, at);
  if (MatchPhrase(behind, "only|just|merely|necessarily")) return false;
  if (!before.empty() && IsOneOf(before.back(), "or|why|if")) return false;
  if (IsInQuotes(std::span(tokens.words).first(at)) || IsBeforeTheQuestion(tokens, at)) return false;
  if (word != "except" && IsWhatIsAskedAbout(before)) return false;
  return !FindPhrase(before.last(std::min<std::size_t>(before.size(), 4)),
                     "if|when|because|whether|assuming|although|while|since|who|that");
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
