#include "rules/lexicon.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <optional>
#include <span>

#include <fmt/format.h>

#include "rules/health_words.h"
#include "rules/medicine_words.h"
#include "rules/odd_words.h"
#include "rules/science_words.h"
#include "rules/word_forms.h"
#include "text/language.h"
#include "text/nearest.h"
#include "text/phrase.h"
#include "text/words.h"

namespace guidec {
namespace {

constexpr std::size_t kSuggestions = 3;

// Before any word of four letters or more they make another, as in "countermovement" and "semisquat". Those
// that a slip makes as well ("re", "un", "under") are not here.
constexpr std::string_view kJoined[] = {"counter", "hyper", "micro", "multi", "non", "semi"};

// "ACSM", "MRIs", "B12", "e.g", "x": letters of their own kind, which no dictionary settles.
bool IsExempt(std::string_view word) {
  if (word.size() == 1 || word.find_first_of("0123456789._@/") != std::string_view::npos) return true;
  for (const std::string_view ending : {"'s", "\u2019s", "s"}) {
    if (!word.ends_with(ending) || word.size() < ending.size() + 2) continue;
    word.remove_suffix(ending.size());
    break;
  }
  return word.size() <= 5 && std::ranges::all_of(word, IsUpper);
}

// "musc1es": with letters for the digits that look like them, or nothing.
std::optional<std::string> WithLetters(std::string_view word) {
  constexpr std::string_view kDigits = "015", kLetters = "ols";
  std::string letters(word);
  bool has_digit = false;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const std::size_t digit = kDigits.find(letters[i]);
    if (digit == std::string_view::npos) {
      if (letters[i] < 'a' || letters[i] > 'z') return std::nullopt;
      continue;
    }
    if (i == 0 || i + 1 == letters.size()) return std::nullopt;
    letters[i] = kLetters[digit];
    has_digit = true;
  }
  return has_digit && word.size() > 3 ? std::optional(letters) : std::nullopt;
}

// "bubble head" for "bubblehead", "bud break", "first-hand": a compound that no dictionary has yet, or has
// with a hyphen. A part that is no noun or adjective lacks its blank.
bool IsCompound(std::string_view word, std::string_view suggestion, std::size_t shortest) {
  constexpr std::string_view kApart =
      "your|with|from|into|onto|that|this|then|than|them|they|their|there|these|those|when|while|until|each|"
      "both|more|most|some|have|will|does|should|would|could|about|where|which|because|through|left|right|"
      "the|"
      "and|for|you|not|but|all|can|her|his|its|our|own|per|she|was|who|are|had|has|how|may|one|two|any|did";
  constexpr std::size_t kBothShort = 7;
  const std::size_t joint = suggestion.find_first_of(" -");
  if (joint == std::string_view::npos || suggestion.size() != word.size() + 1) return false;
  const std::string_view parts[] = {suggestion.substr(0, joint), suggestion.substr(joint + 1)};
  const bool is_long = suggestion[joint] == '-' || word.size() > kBothShort;
  return is_long && std::ranges::all_of(parts, [&](std::string_view part) {
           return part.size() >= shortest && !IsOneOf(LowerCase(part), kApart);
         });
}

// "Aviod" and "powerfull": neighbours swapped, or a letter typed twice or once too few. Both in small letters
// and one edit apart.
bool IsSwapOrDouble(std::string_view word, std::string_view meant) {
  if (word.size() == meant.size()) {
    const std::size_t at = static_cast<std::size_t>(std::ranges::mismatch(word, meant).in1 - word.begin());
    return at + 1 < word.size() && word[at] == meant[at + 1] && word[at + 1] == meant[at];
  }
  const std::string_view longer = word.size() > meant.size() ? word : meant;
  const std::string_view shorter = word.size() > meant.size() ? meant : word;
  const std::size_t at =
      static_cast<std::size_t>(std::ranges::mismatch(longer, shorter).in1 - longer.begin());
  return at > 0 && longer[at] == longer[at - 1];
}

// Nearer than any name is by chance.
bool IsSlip(std::string_view word, std::string_view meant) {
  constexpr std::size_t kShort = 5, kLong = 8;
  const std::size_t edits = EditDistance(word, meant, 1);
  return edits == 0 ||  // "THe"
         (edits == 1 && (word.size() >= kLong || (word.size() >= kShort && IsSwapOrDouble(word, meant))));
}

// What is likelier than a compound goes before it, unless both of its parts are long; "powerfull" is no
// "power full" at all.
bool IsCompoundAmong(const std::string& word, std::span<const std::string> suggestions) {
  constexpr std::size_t kShort = 3, kLong = 5;
  if (suggestions.empty()) return false;
  const std::string& first = suggestions.front();
  if (IsCompound(word, first, kShort)) return true;
  if (EditDistance(LowerCase(word), LowerCase(first), 1) == 1 &&
      IsSwapOrDouble(LowerCase(word), LowerCase(first)))
    return false;
  return std::ranges::any_of(
      suggestions, [&](const std::string& suggestion) { return IsCompound(word, suggestion, kLong); });
}

// A name is near some word by chance, and a short one nearer still.
bool IsClose(std::string_view word, std::string_view suggestion) {
  constexpr std::size_t kShortest = 5;
  const std::size_t edits = EditDistance(LowerCase(word), LowerCase(suggestion));
  return edits == 0 || (edits == 1 && word.size() >= kShortest);
}

bool IsStump(std::string_view part) {
  constexpr std::string_view kShort[] = {"at", "by", "in", "of", "on", "to", "up"};
  return part.size() < 2 || (part.size() == 2 && std::ranges::find(kShort, part) == std::end(kShort));
}

// Hunspell also guesses at words that only sound alike, and cuts off stray letters.
bool IsLikely(std::string_view word, std::string_view suggestion) {
  const std::size_t joint = suggestion.find_first_of(" -");
  const bool has_stump = joint != std::string_view::npos &&
                         (IsStump(suggestion.substr(0, joint)) || IsStump(suggestion.substr(joint + 1)));
  return !has_stump && EditDistance(LowerCase(word), LowerCase(suggestion)) <= 1 + word.size() / 5;
}

}  // namespace

Lexicon::Entry& Lexicon::Look(std::string_view word) {
  const auto known = entries_.find(word);
  if (known != entries_.end()) return known->second;
  if (const auto meant = reads_ ? WithLetters(LowerCase(word)) : std::nullopt;
      meant && IsInHunspell(*meant)) {
    std::string message = fmt::format("`{}` has a digit for a letter; did you mean `{}`?", word, *meant);
    return entries_
        .emplace(std::string(word),
                 Entry{misses_dictionary_, misses_dictionary_, false, std::move(message), true, true, true})
        .first->second;
  }
  const bool needs_none = IsExempt(word) || accepted_.Has(word) || IsHealthWord(word);
  const bool is_right = needs_none || IsInDictionary(word);
  return entries_.emplace(std::string(word), Entry{is_right, !needs_none && misses_dictionary_, false, {}})
      .first->second;
}

bool Lexicon::IsNearAccepted(const std::string& word) const {
  const auto nearest = accepted_.Nearest(word, reads_);
  return nearest && IsClose(word, *nearest);
}

const std::string& Lexicon::MessageOn(const std::string& word, SuggestionBudget& budget) {
  Entry& entry = Look(word);
  if (entry.message.empty() && !entry.is_rare) {
    const bool is_asked = budget.Of(word) > 0;
    const std::vector<std::string> suggestions = Suggestions(word, entry, budget.Of(word));
    const bool is_compound = IsCompoundAmong(word, suggestions);
    const bool is_like_none = suggestions.empty()
                                  ? is_asked || IsUpper(word.front())
                                  : is_compound || (!entry.is_close && HasMedicalEnding(word));
    // An invisible character within makes a word like no other, too.
    entry.is_rare = reads_ && is_like_none && IsOfLatinLetters(word);
    if (!entry.is_rare) entry.message = Message(word, suggestions);
  }
  return entry.message;
}

bool Lexicon::IsHealthWord(std::string_view word) const {
  if (!reads_) return false;
  const std::string lower = LowerCase(word);
  constexpr std::string_view kPose = "asana";  // "Balasana", "trikonasana"
  return std::ranges::find(kHealthWords, lower) != std::end(kHealthWords) ||
         (lower.size() > kPose.size() + 1 && lower.ends_with(kPose));
}

bool Lexicon::IsInDictionary(std::string_view word) {
  if (IsInHunspell(word) || IsUnitSign(word) || IsChemicalFormula(word) || IsMarkedAbbreviation(word))
    return true;
  return reads_ && (IsTermWithCapital(word) || IsBritishTerm(word) || IsJoined(word) ||
                    IsRegularForm(word, [&](std::string_view base) { return IsInHunspell(base); }) ||
                    IsInHunspell(WithoutMarks(word)) || IsCombined(word, [&](std::string_view rest) {
                      return accepted_.Has(rest) || IsHealthWord(rest) || IsInHunspell(rest);
                    }));
}

bool Lexicon::IsTermWithCapital(std::string_view word) {
  constexpr std::size_t kShortest = 8;
  constexpr std::string_view kNames =
      "wednesday*|thursday*|saturday*|september*|november*|december*|february*|american*|european*|"
      "japanese|"
      "christmas|australia*|canadian*";
  if (word.size() < kShortest || word.front() < 'a' || word.front() > 'z' || IsOneOf(word, kNames))
    return false;
  std::string capital(word);
  capital.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(capital.front())));
  return IsInHunspell(capital);
}

bool Lexicon::IsBritishTerm(std::string_view word) {
  return std::ranges::any_of(AmericanTerms(word),
                             [&](const std::string& term) { return IsInHunspell(term); });
}

bool Lexicon::IsJoined(std::string_view word) {
  constexpr std::size_t kShortest = 4;
  // "Nonsequential"
  const std::string lower = LowerCase(word);
  return std::ranges::any_of(kJoined, [&](std::string_view prefix) {
    return lower.starts_with(prefix) && word.size() >= prefix.size() + kShortest &&
           IsInHunspell(lower.substr(prefix.size()));
  });
}

bool Lexicon::IsInHunspell(std::string_view word) {
  if (speller_ == nullptr && !misses_dictionary_) {
    speller_ = Speller::Find(language_);
    misses_dictionary_ = speller_ == nullptr;
  }
  return misses_dictionary_ || speller_->Knows(word);
}

std::vector<std::string> Lexicon::Suggestions(const std::string& word, Entry& entry, int& left) {
  std::vector<std::string> suggestions;
  if (const auto nearest = accepted_.Nearest(word, reads_)) {
    entry.is_close = entry.is_slip = IsClose(word, *nearest);
    entry.is_like_common = true;
    suggestions.push_back(*nearest);
  }
  if (left == 0) return suggestions;
  --left;
  for (std::string& suggestion : speller_->Suggest(word)) {
    const bool is_new = std::ranges::find(suggestions, suggestion) == suggestions.end();
    if (!is_new || suggestions.size() == kSuggestions || !IsLikely(word, suggestion)) continue;
    entry.is_close = entry.is_close || IsClose(word, suggestion);
    const std::string small = LowerCase(suggestion);
    if (small.find_first_of(" -") == std::string::npos && IsInHunspell(small)) {
      entry.is_like_common = true;
      entry.is_slip = entry.is_slip || IsSlip(LowerCase(word), small);
    }
    suggestions.push_back(std::move(suggestion));
  }
  return suggestions;
}

std::string Lexicon::Message(const std::string& word, const std::vector<std::string>& suggestions) {
  std::string message = fmt::format("`{}` is in no dictionary; ", word);
  if (const std::string_view stranger = StrangerIn(word); !stranger.empty())
    return message + fmt::format("its `{}` is a letter of another script, type the word again", stranger);
  if (suggestions.empty()) return message += kNoSpelling;
  message += "did you mean ";
  for (std::size_t i = 0; i < suggestions.size(); ++i) {
    const std::string_view joint = i == 0 ? "" : i + 1 == suggestions.size() ? " or " : ", ";
    message += fmt::format("{}`{}`", joint, suggestions[i]);
  }
  return message += "?";
}

}  // namespace guidec
