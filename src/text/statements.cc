#include "text/statements.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "text/content_words.h"
#include "text/opposites.h"
#include "text/utf8.h"

namespace guidec {
namespace {

using StatementWord = StatementWords::Word;
using TokenSpan = std::span<const std::string>;

// A statement is another one's when they share so much of the shorter and of the longer one's words; guidec's
// own figures.
constexpr double kLeastOfShorter = 0.66;
constexpr double kLeastOfLonger = 0.4;

// What a statement says no less without.
constexpr std::string_view kLight = "need|needs|people|person|persons|someone|anyone|everyone|everybody|anybody";

constexpr std::string_view kOrdinals = "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth";

bool IsWord(std::string_view token) {
  const char first = token.front();
  if (IsAscii(first)) return first >= 'a' && first <= 'z';
  return u_isalpha(static_cast<UChar32>(CodePointsOf(token).front())) != 0;
}

// What a statement leaves out: ", not at your hands", "instead of ice", "rather than ice".
struct Exclusion {
  Match marker;         // ", not", "instead of"
  std::size_t end = 0;  // of what is excluded

  bool Holds(std::size_t at) const { return marker.begin <= at && at < end; }
};

std::optional<Exclusion> FindExcluded(TokenSpan tokens, std::size_t from) {
  std::optional<Match> found = FindPhrase(tokens, ",|; and? not", from);
  if (found && MatchPhrase(tokens.subspan(found->end), "only|just|merely")) found.reset();
  if (!found) found = FindPhrase(tokens, "instead of", from);
  if (!found) found = FindPhrase(tokens, "rather than", from);
  if (!found || found->begin == from) return std::nullopt;
  const auto end = std::ranges::find_if(tokens.subspan(found->end),
                                        [](const std::string& token) { return IsOneOf(token, ",|.|;|:|!"); });
  return Exclusion{*found, static_cast<std::size_t>(end - tokens.begin())};
}

void ReadNumbers(const WordList& tokens, std::vector<bool>& taken, StatementWords& read) {
  for (const Quantity& quantity : FindQuantities(tokens)) {
    read.numbers.push_back(
        {fmt::format("{} {}-{}", int(quantity.kind), quantity.min, quantity.max), quantity.tokens.begin});
    for (std::size_t at = quantity.tokens.begin; at < quantity.tokens.end; ++at) taken[at] = true;
  }
  const QuantityReader reader(tokens);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (taken[at]) continue;
    if (const auto number = reader.NumberAt(at)) {
      read.numbers.push_back({fmt::format("{}", number->value), at});
      for (std::size_t next = at; next < number->end; ++next) taken[next] = true;
    } else if (IsOneOf(tokens.words[at], kOrdinals)) {
      read.numbers.push_back({tokens.words[at], at});
      taken[at] = true;
    }
  }
}

std::optional<std::size_t> TakeFirst(std::vector<StatementWord>& words, auto is_such) {
  const auto found = std::ranges::find_if(words, is_such);
  if (found == words.end()) return std::nullopt;
  const std::size_t at = found->at;
  words.erase(found);
  return at;
}

// What is left of two lists of words once what they share is taken out.
struct Difference {
  std::vector<StatementWord> one;
  std::vector<StatementWord> other;
  std::size_t shared = 0;
};

Difference Without(const std::vector<StatementWord>& one, const std::vector<StatementWord>& other) {
  Difference left{{}, other, 0};
  std::vector<StatementWord> unlike;
  for (const StatementWord& word : one) {
    const auto taken = TakeFirst(left.other, [&](const StatementWord& w) { return w.stem == word.stem; });
    if (taken) ++left.shared;
    if (!taken) unlike.push_back(word);
  }
  for (const StatementWord& word : unlike) {
    const auto taken = TakeFirst(left.other, [&](const StatementWord& w) { return AreAlike(w.stem, word.stem); });
    if (taken) ++left.shared;
    if (!taken) left.one.push_back(word);
  }
  return left;
}

// Whether two things that "than" compares, or "before" puts in order, have changed places. Much else may stand
// around "before".
bool AreChangedAbout(const StatementWords& one, const StatementWords& other) {
  if (one.pivot == 0 || other.pivot == 0) return false;
  std::size_t to_front = 0;
  std::size_t to_back = 0;
  for (const StatementWord& word : one.content) {
    const auto there = std::ranges::find(other.content, word.stem, &StatementWord::stem);
    if (there == other.content.end() || (there->at < other.pivot) == (word.at < one.pivot)) continue;
    ++(there->at < other.pivot ? to_front : to_back);
  }
  if (to_front == 0 || to_back == 0) return false;
  return (one.compares && other.compares) || to_front + to_back + 1 >= one.content.size();
}

bool Has(const std::vector<StatementWord>& words, std::string_view stem) {
  return std::ranges::find(words, stem, &StatementWord::stem) != words.end();
}

// Whether `one` says that it is A and not B, and the first clause of `other` that it is B and nothing else.
bool AffirmsExcluded(const StatementWords& one, const StatementWords& other) {
  if (one.excluded.empty() || !one.negations.empty() || !other.negations.empty()) return false;
  std::vector<StatementWord> clause;
  std::ranges::copy_if(other.content, std::back_inserter(clause),
                       [&](const StatementWord& word) { return word.at < other.clause_end; });
  const bool affirms = std::ranges::all_of(
      one.excluded, [&](const StatementWord& word) { return Has(clause, word.stem); });
  const bool says_more = std::ranges::any_of(clause, [&](const StatementWord& word) {
    return !Has(one.content, word.stem) && !Has(one.excluded, word.stem);
  });
  const auto shared = std::ranges::count_if(
      one.content, [&](const StatementWord& word) { return Has(clause, word.stem); });
  return affirms && !says_more && shared > 0 && shared < std::ranges::ssize(one.content);
}

bool MayTurn(const StatementWord& word) {
  return HasOpposite(word.stem) &&
         !IsOneOf(word.stem, "with|over|up|back|down|even|same|right|left|close|help|long|fall");
}

// Whether each negation is about what the other statement speaks of, too.
bool NegatesShared(const StatementWords& one, const StatementWords& other) {
  return std::ranges::all_of(one.negations, [&](std::size_t negation) {
    const auto behind = [&](const StatementWord& word) { return word.at > negation; };
    const auto negated = std::ranges::find_if(one.content, behind);
    if (negated == one.content.end()) return true;
    return std::ranges::any_of(other.content, [&](const StatementWord& word) {
      return AreAlike(word.stem, negated->stem) || AreOpposite(word.stem, negated->stem);
    });
  });
}

std::vector<StatementWord> Joined(const std::vector<StatementWord>& a, const std::vector<StatementWord>& b) {
  std::vector<StatementWord> both = a;
  both.insert(both.end(), b.begin(), b.end());
  return both;
}

}  // namespace

bool IsNegation(std::span<const std::string> tokens, std::size_t at) {
  const std::string& word = tokens[at];
  const auto behind = tokens.subspan(at + 1);
  if (word == "not" || word == "cannot") return !MatchPhrase(behind, "only|just|merely|necessarily");
  if (word == "no") return !MatchPhrase(behind, "more|less? * than");
  return word.ends_with("n't") ||
         IsOneOf(word, "never|non|nobody|none|nothing|neither|nowhere|hardly|myth|untrue|false");
}

StatementWords ReadStatement(const WordList& list, Match sentence) {
  StatementWords read;
  const TokenSpan tokens = TokenSpan(list.words).first(sentence.end);
  const auto excluded = FindExcluded(tokens, sentence.begin);
  std::vector<bool> taken(list.size());
  ReadNumbers(list, taken, read);
  std::erase_if(read.numbers, [&](const StatementWord& number) {
    return number.at < sentence.begin || number.at >= sentence.end;
  });
  read.clause_end = sentence.end;
  for (std::size_t at = sentence.begin; at < sentence.end; ++at) {
    const std::string& token = tokens[at];
    if (IsOneOf(token, ",|;|:") && read.clause_end == sentence.end) read.clause_end = at;
    const bool is_excluded = excluded && excluded->Holds(at);
    if (!is_excluded && IsNegation(tokens, at)) {
      read.negations.push_back(at);
      const auto before = tokens.first(at).last(std::min<std::size_t>(at - sentence.begin, 4));
      if (FindPhrase(before, "if|when|because|whether|unless|until|while|since|who|that|although"))
        read.is_conditional = true;
      continue;
    }
    const bool is_of_marker = is_excluded && at < excluded->marker.end;
    if (taken[at] || is_of_marker || !IsWord(token)) continue;
    if (!is_excluded && read.pivot == 0 && IsOneOf(token, "than|before|after|above|below")) {
      read.pivot = at;
      read.compares = token == "than";
    }
    std::string stem = WordStem(token);
    const bool is_small = IsSmallWord(token) || IsOneOf(token, kLight);
    if (is_small && !HasOpposite(stem)) continue;
    if (is_excluded) {
      if (!is_small) read.excluded.push_back({std::move(stem), at});
    } else {
      (is_small ? read.small : read.content).push_back({std::move(stem), at});
    }
  }
  return read;
}

StatementComparison CompareStatements(const StatementWords& one, const StatementWords& other) {
  if (AffirmsExcluded(one, other)) return {Likeness::kOpposite, one.excluded.front().at, 1, 0, 0};
  if (AffirmsExcluded(other, one)) return {Likeness::kOpposite, one.content.front().at, 1, 0, 0};
  Difference content = Without(one.content, other.content);
  Difference small = Without(one.small, other.small);
  std::vector<StatementWord> left = Joined(content.other, small.other);
  std::size_t shared = content.shared;
  std::size_t turned = 0;
  std::size_t turned_content = 0;
  bool is_unsure = false;  // a word that may turn the sentence round has no counterpart
  std::size_t told = one.negations.empty() ? 0 : one.negations.front();
  for (const StatementWord& word : Joined(content.one, small.one)) {
    const auto opposite = TakeFirst(left, [&](const StatementWord& w) { return AreOpposite(w.stem, word.stem); });
    if (!opposite) {
      is_unsure = is_unsure || MayTurn(word);
      continue;
    }
    ++turned;
    told = word.at;
    if (Has(one.content, word.stem)) ++turned_content;
  }
  const std::size_t least = std::min(one.content.size(), other.content.size());
  const std::size_t most = std::max(one.content.size(), other.content.size());
  StatementComparison result{Likeness::kUnlike, told, 0, 0, 0};
  if (least == 0 || content.shared == 0 || (content.shared == 1 && least > 2)) return result;
  shared += turned_content;
  result.only_in_one = one.content.size() - std::min(shared, one.content.size());
  result.only_in_other = other.content.size() - std::min(shared, other.content.size());
  const double all = static_cast<double>(shared);
  result.coverage = all / static_cast<double>(most);
  if (all < kLeastOfShorter * static_cast<double>(least) || result.coverage < kLeastOfLonger) return result;
  is_unsure = is_unsure || std::ranges::any_of(left, MayTurn) || turned > 2 || !NegatesShared(one, other) ||
              !NegatesShared(other, one);
  if (is_unsure) return result;
  const bool is_negated = (one.negations.size() + other.negations.size()) % 2 != 0;
  if (is_negated && (one.is_conditional || other.is_conditional)) return result;
  const bool is_changed_about = AreChangedAbout(one, other);
  const bool is_turned = (turned % 2 != 0) != is_changed_about;
  if (is_changed_about) result.at = one.content.front().at;
  if (is_turned != is_negated) {
    result.likeness = Likeness::kOpposite;
    return result;
  }
  const Difference numbers = Without(one.numbers, other.numbers);
  const bool is_other_number = !numbers.one.empty() && !numbers.other.empty();
  result.likeness = is_other_number ? Likeness::kOtherNumber : Likeness::kSame;
  if (is_other_number) result.at = numbers.one.front().at;
  return result;
}

}  // namespace guidec
