#include "text/content_words.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "text/phrase.h"
#include "text/tokens.h"

namespace guidec {
namespace {

// Words of grammar, and those with which any question may be put.
constexpr std::string_view kSmallWords[] = {
    "a|an|the|this|that|these|those|it|its|it's|you|your|yours|we|our|us|they|their|them|he|him|his|she|her",
    "and|or|nor|but|not|no|if|than|then|as|so|such|because|while|until|unless|when|where|why|how",
    "of|in|on|at|to|for|from|by|with|without|about|into|onto|over|under|up|down|out|off|between|among",
    "during|before|after|against|through|per|via|around|near|towards|toward|within|across|along",
    "is|are|was|were|be|been|being|am|do|does|did|done|doing|has|have|had|having|will|would|can|could|may",
    "might|must|should|shall|get|gets|getting|make|makes|making|take|takes|taking|use|used|using|uses",
    "what|which|who|whom|whose|there|here|all|any|each|every|both|either|neither|some|few|many|much|most",
    "more|less|least|other|others|another|same|only|just|also|too|very|even|still|again|well|own",
    "one|ones|two|three|four|five|following|above|below|example|kind|type|sort",
    "way|thing|things|part|name|named|called|call|mean|means|true|false|right|correct|wrong|best|good|better",
    "answer|question|statement|choice|likely|usual|usually|often|always|never|sometimes|except|don't",
    "doesn't|isn't|aren't|can't|s|t",
};

std::unordered_set<std::string_view> ReadSmallWords() {
  std::unordered_set<std::string_view> small;
  for (std::string_view words : kSmallWords) {
    while (!words.empty()) small.insert(TakeAlternative(words));
  }
  return small;
}

// By the first byte of its UTF-8: symbols and emoji begin with others than the alphabets do.
bool IsForeignLetter(unsigned char first) {
  return first >= 0x80 && first != 0xE2 && first < 0xF0;
}

bool IsVowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

bool HasVowel(std::string_view text) {
  return std::ranges::any_of(text, IsVowel);
}

void CutNumber(std::string& word) {
  const auto ends = [&](std::string_view ending) { return word.ends_with(ending); };
  if (ends("ies") && word.size() > 4) {
    word.replace(word.size() - 3, 3, "y");
  } else if (ends("sses") || ends("xes") || ends("ches") || ends("shes") || ends("zes")) {
    word.resize(word.size() - 2);
  } else if (ends("s") && !ends("ss") && !ends("us") && !ends("is") && !ends("as") && !ends("eps")) {
    word.pop_back();
  }
}

// "stretching", "stopped"; not "sing", "need", "feed".
void CutTense(std::string& word) {
  const std::size_t ending = word.ends_with("ing")                            ? 3
                             : word.ends_with("ed") && !word.ends_with("eed") ? 2
                                                                              : 0;
  if (ending == 0 || word.size() < ending + 3) return;
  const std::string_view rest = std::string_view(word).substr(0, word.size() - ending);
  if (!HasVowel(rest)) return;
  word.resize(rest.size());
  const char last = word.back();
  const bool is_doubled = word.size() > 3 && last == word[word.size() - 2] && !IsVowel(last) && last != 'l' &&
                          last != 's' && last != 'z';
  if (is_doubled) word.pop_back();
}

// "st" in "1st"; not in "St. Louis".
bool IsEndOfOrdinal(const WordList& tokens, std::size_t at) {
  if (at == 0 || !IsOneOf(tokens.words[at], "st|nd|rd|th")) return false;
  const char before = tokens.words[at - 1].back();
  return before >= '0' && before <= '9' && tokens.pieces[at - 1].end == tokens.pieces[at].begin;
}

bool CutEnding(std::string& word, std::string_view ending, std::size_t least) {
  if (!word.ends_with(ending) || word.size() < ending.size() + least) return false;
  word.resize(word.size() - ending.size());
  return true;
}

}  // namespace

bool IsSmallWord(std::string_view word) {
  static const std::unordered_set<std::string_view> kSmall = ReadSmallWords();
  return kSmall.contains(word);
}

std::string WordStem(std::string_view word) {
  std::string stem(word);
  if (stem.ends_with("'s")) stem.resize(stem.size() - 2);
  if (stem.size() <= 3 || stem == "news") return stem;
  CutNumber(stem);
  CutTense(stem);
  if (!CutEnding(stem, "ness", 4)) CutEnding(stem, "ly", 4);
  CutEnding(stem, "en", 5);  // "strengthen", "tighten"
  CutEnding(stem, "e", 3);
  return stem;
}

std::map<std::string, Piece> ContentWords(std::string_view text) {
  std::map<std::string, Piece> content;
  const WordList tokens = Tokens(text);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const std::string& word = tokens.words[at];
    const auto first = static_cast<unsigned char>(word.front());
    const bool is_word = (first >= 'a' && first <= 'z') || IsForeignLetter(first);
    if (is_word && !IsSmallWord(word) && !IsEndOfOrdinal(tokens, at))
      content.try_emplace(WordStem(word), tokens.pieces[at]);
  }
  return content;
}

}  // namespace guidec
