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

// Between double quotes, or between single ones that open at a word: 'Not for the first time'.
bool IsInQuotes(const WordList& tokens, std::size_t at) {
  if (std::ranges::count(std::span(tokens.words).first(at), "\"") % 2 == 1) return true;
  bool is_open = false;
  for (std::size_t sign = 0; sign < at; ++sign) {
    if (tokens.words[sign] != "'") continue;
    const bool is_apart = sign == 0 || tokens.pieces[sign - 1].end < tokens.pieces[sign].begin;
    is_open = is_apart && tokens.pieces[sign].end == tokens.pieces[sign + 1].begin;
  }
  return is_open;
}

// "A casualty is not breathing. What do you do?", "He never smokes. Select the best step.": what stands
// before the asking sentence only tells.
bool IsBeforeTheQuestion(const WordList& tokens, std::size_t at) {
  const std::span<const std::string> words = tokens.words;
  const Match sentence = SentenceAround(words, at);
  // "He does not pay attention, what is it?"
  const auto clause = words.subspan(sentence.begin, at - sentence.begin);
  const auto rest = words.subspan(at + 1, sentence.end - at - 1);
  if (FindPhrase(rest, ", what|which|who|how is|are|do|does|would|should|of") &&
      !FindPhrase(clause, "which|what|following"))
    return true;
  if (sentence.end >= words.size() || words[sentence.end] == "?") return false;
  const auto told = words.subspan(sentence.begin, sentence.end - sentence.begin);
  const auto behind = words.subspan(sentence.end + 1);
  if (std::ranges::find(behind, "?") != behind.end()) return true;
  const bool asks =
      FindPhrase(told, "which|what|except|following|these|select|choose|identify|find").has_value();
  return !asks && behind.size() > 1;
}

// "You may not like it - it takes this long.": what is asked stands behind the dash.
bool IsAside(const WordList& tokens, std::size_t at) {
  constexpr Phrase kAsking =
      "which|what|who|whom|whose|where|when|how|this|these|those|following|name|except";
  const std::span<const std::string> words = tokens.words;
  const Match sentence = SentenceAround(words, at);
  for (std::size_t dash = at + 1; dash + 1 < sentence.end; ++dash) {
    const bool is_apart = tokens.pieces[dash - 1].end < tokens.pieces[dash].begin &&
                          tokens.pieces[dash].end < tokens.pieces[dash + 1].begin;
    if (!IsOneOf(words[dash], "-|\u2014") || !is_apart) continue;
    return !FindPhrase(words.subspan(sentence.begin, dash - sentence.begin), kAsking) &&
           FindPhrase(words.subspan(dash, sentence.end - dash), "this|these").has_value();
  }
  return false;
}

// "I do not like them with a ___": the word stands in a text to complete. In "it does not help ___" the gap
// turns on it.
bool IsInTextToComplete(const WordList& tokens, std::size_t at) {
  static constexpr Phrases kToComplete{
      "_ _", "complete|finish ... ... line|lines|verse|quote|quotation|lyric|lyrics|rhyme"};
  const std::span<const std::string> words = tokens.words;
  const Match sentence = SentenceAround(words, at);
  if (!FindAnyPhrase(words, kToComplete)) return false;
  if (FindPhrase(words.subspan(sentence.begin, sentence.end - sentence.begin), "which|what|whom|whose"))
    return false;
  const auto behind = words.subspan(at + 1);
  return MatchPhrase(behind, "to") || !MatchPhrase(behind, "... a|an|the? _");
}

// What a clause says that stands within the question: "the principle states that it does not", "this is the
// star which does not". "Name the star which does not" asks for it.
bool IsWithinClause(std::span<const std::string> before) {
  if (FindPhrase(
          before,
          "state|states|stated|say|says|said|mean|means|hold|holds|claim|claims|show|shows|argue|argues|"
          "prove|proves|assert|asserts that"))
    return true;
  const auto last = before.last(std::min<std::size_t>(before.size(), 4));
  if (FindPhrase(last, "who|that|so")) return true;
  const auto clause = before.last(std::min<std::size_t>(before.size(), 12));
  const auto opens =
      FindPhrase(clause, "if|when|because|whether|assuming|although|though|while|since|unless|until|after");
  // "When sore, which is not a help?" asks behind the clause.
  if (opens && !FindPhrase(clause.subspan(opens->end), "which|what")) return true;
  const bool is_told = !before.empty() && IsOneOf(before.front(), "this|these|it|he|she|they");
  return is_told && FindPhrase(last, "which");
}

// "Blood does not clot in haemophilia because it lacks": the choices end a statement, whose negative is a
// part of what it tells. In "insulin is not used in" they are its exceptions.
bool IsInStatement(std::span<const std::string> words, std::size_t at) {
  const auto [before, behind] = SentenceOf(words, at);
  const std::size_t end = at + 1 + behind.size();
  if (end < words.size() && words[end] == "?") return false;
  if (FindPhrase(before, "which|what|where|whom|whose|except|following|all|these")) return false;
  return FindPhrase(behind,
                    "because|due|when|if|unless|until|is|are|was|were|called|therefore|which|who|should|must|"
                    "and|but")
      .has_value();
}

// "The ___ is where all input, except for smell, goes": an exception in a text with a gap is an aside.
bool IsExceptionAside(std::span<const std::string> before, std::span<const std::string> behind) {
  return FindPhrase(before, "_ _") && !before.empty() && before.back() == "," &&
         FindPhrase(behind, ",").has_value();
}

bool IsInBrackets(std::span<const std::string> before) {
  return std::ranges::count(before, "(") > std::ranges::count(before, ")");
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

// "The level above which he must not drive", "the receipt of which is not authorised": of the thing that the
// sentence speaks of. "In which type is it not presumed" asks.
bool IsInRelativeClause(std::span<const std::string> before) {
  constexpr Alternatives kPrepositions = "above|below|for|in|of|on|to|with|by|from|at|under|through";
  for (std::size_t at = 2; at < before.size(); ++at) {
    if (IsOneOf(before[at], "which|whom") && kPrepositions.Has(before[at - 1]) &&
        !FindPhrase(before.subspan(at), "following|these|those"))
      return true;
  }
  return false;
}

// "A driver under 18 may not drive between": a ban is what the rule says, and no exception to find.
bool IsBan(std::span<const std::string> before) {
  return !before.empty() && IsOneOf(before.back(), "may|must|shall") &&
         !IsOneOf(before.front(), "you|we|they|it|he|she|this|that") &&
         !FindPhrase(before, "which|what|following|all|these|except");
}

// "Similar in form except for their beaks. He saw …": an aside within what is told.
bool IsExceptFor(const WordList& tokens, std::size_t at) {
  const Match sentence = SentenceAround(tokens.words, at);
  return at + 1 < sentence.end && tokens.words[at + 1] == "for" && sentence.end + 1 < tokens.size() &&
         tokens.words[sentence.end] == ".";
}

}  // namespace

bool TurnsRound(const WordList& tokens, std::size_t at) {
  const std::string& word = tokens.words[at];
  if (!IsOneOf(word, "not|never|except")) return false;
  const auto [before, behind] = SentenceOf(tokens.words, at);
  if (MatchPhrase(behind, "only|just|merely|necessarily")) return false;
  if (!before.empty() && IsOneOf(before.back(), "or|why|if")) return false;
  if (IsInQuotes(tokens, at) || IsBeforeTheQuestion(tokens, at)) return false;
  if (IsInBrackets(std::span(tokens.words).first(at)) || IsAside(tokens, at)) return false;
  if (word == "except" && (IsExceptionAside(before, behind) || IsExceptFor(tokens, at))) return false;
  if (word != "except" && (IsInRelativeClause(before) || IsBan(before))) return false;
  if (word != "except" &&
      (IsWhatIsAskedAbout(before) || IsInTextToComplete(tokens, at) || IsInStatement(tokens.words, at)))
    return false;
  return !IsWithinClause(before);
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
