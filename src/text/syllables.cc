// Counts groups of vowels, then fixes what English spelling hides: the silent e at the end of a word
// or before an ending, and the pairs of vowels that are spoken apart. What no rule catches and
// readers of health texts meet often is listed by name.
#include "text/syllables.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstddef>
#include <string>
#include <utility>

#include "text/words.h"

namespace guidec {
namespace {

constexpr std::pair<std::string_view, int> kNamed[] = {
    {"acne", 2},      {"aerobic", 3},   {"ancient", 2},   {"anyone", 3},    {"area", 3},
    {"areas", 3},     {"argue", 2},     {"business", 2},  {"coincide", 3},  {"comfortable", 4},
    {"diabetes", 4},  {"different", 3}, {"everyone", 3},  {"every", 2},     {"everything", 3},
    {"evening", 2},   {"fire", 1},      {"forehead", 2},  {"hour", 1},      {"hours", 1},
    {"hundred", 2},   {"idea", 3},      {"ideas", 3},     {"karate", 3},    {"kilometer", 4},
    {"knowledge", 2}, {"naked", 2},     {"people", 2},    {"pilates", 3},   {"poem", 2},
    {"psoas", 2},     {"quiet", 2},     {"recipe", 3},    {"sacred", 2},    {"science", 2},
    {"sciences", 3},  {"someone", 2},   {"something", 2}, {"sometimes", 2}, {"somewhere", 2},
    {"somewhat", 2},  {"therefore", 2}, {"vegetable", 4}, {"wednesday", 2}, {"whereas", 2},
    {"whole", 1},     {"wicked", 2},    {"vehicle", 3},   {"being", 2},     {"beings", 2},
    {"create", 2},    {"creates", 2},   {"safety", 2},    {"ninety", 2},    {"somebody", 3},
    {"created", 3},   {"creating", 3},  {"react", 2},     {"reacts", 2},    {"reaction", 3},
    {"reactions", 3}, {"element", 3},   {"elements", 3},  {"eating", 2},
};

bool IsVowelLetter(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

bool IsAmong(char c, std::string_view letters) {
  return letters.find(c) != std::string_view::npos;
}

class Counter {
 public:
  explicit Counter(std::string_view word) : word_(word) {}

  int Count() const {
    int count = Groups() + SpokenApart();
    if (HasSilentEnd()) --count;
    count -= SilentInside();
    if (word_.ends_with("ically")) --count;
    for (const std::string_view ending : {"sm", "sms", "thm", "thms"}) {
      if (word_.ends_with(ending)) ++count;
    }
    if (word_.ends_with("dn't") || word_.ends_with("sn't")) ++count;
    return std::max(count, 1);
  }

 private:
  char At(std::size_t i) const { return i < word_.size() ? word_[i] : '\0'; }
  // A y before a vowel begins a syllable at the word's head or behind a vowel: "yes", "player".
  bool IsVowelAt(std::size_t i) const {
    if (!IsVowelLetter(At(i))) return false;
    const bool opens = i == 0 || IsVowelLetter(word_[i - 1]);
    return !(At(i) == 'y' && opens && IsVowelLetter(At(i + 1)));
  }

  int Groups() const {
    int groups = 0;
    for (std::size_t i = 0; i < word_.size(); ++i) {
      if (IsVowelAt(i) && (i == 0 || !IsVowelAt(i - 1))) ++groups;
    }
    return groups;
  }

  // Whether a consonant other than l and an l stand before `end`, so that the e behind them is spoken:
  // "muscle".
  bool IsSpokenL(std::size_t end) const {
    return end >= 2 && word_[end - 1] == 'l' && !IsVowelLetter(word_[end - 2]) && word_[end - 2] != 'l';
  }

  // "-e", "-es", "-ed", "-gue", "-que" at the end.
  bool HasSilentEnd() const {
    if (Groups() < 2) return false;
    std::string_view stem = word_;
    const char last = stem.back();
    if (last == 's' || last == 'd') stem.remove_suffix(1);
    if (stem.ends_with("gue") || stem.ends_with("que")) return stem.size() > 3;
    if (!stem.ends_with('e')) return false;
    stem.remove_suffix(1);
    if (stem.empty() || IsVowelAt(stem.size() - 1)) return false;
    if (IsSpokenL(stem.size())) return false;
    const char before = stem.back();
    if (last == 'd') return !IsAmong(before, "td");
    if (last == 's') {
      return !(IsAmong(before, "szxcg") || stem.ends_with("ch") || stem.ends_with("sh"));
    }
    return true;
  }

  // An e that an ending has covered: "safe|ly", "move|ment", "side|ways".
  int SilentInside() const {
    constexpr std::string_view kEndings[] = {"ly",   "ful",  "fully", "less", "ment", "ments", "mental",
                                             "ness", "ways", "times", "time", "work", "ward",  "wards"};
    for (const std::string_view ending : kEndings) {
      if (!word_.ends_with(ending) || word_.size() < ending.size() + 3) continue;
      const std::size_t e = word_.size() - ending.size() - 1;
      if (word_[e] != 'e' || IsVowelAt(e - 1) || IsSpokenL(e)) continue;
      const bool is_first =
          std::none_of(word_.begin(), word_.begin() + static_cast<std::ptrdiff_t>(e), IsVowelLetter);
      if (!is_first) return 1;
    }
    return 0;
  }

  // Pairs of vowels that make two syllables.
  int SpokenApart() const {
    int count = 0;
    for (std::size_t i = 0; i + 1 < word_.size(); ++i) {
      if (IsApart(i)) ++count;
    }
    constexpr std::string_view kHeads[] = {"rein", "coop", "coor", "coex", "reen", "preex", "reest", "react"};
    for (const std::string_view head : kHeads) {
      if (word_.starts_with(head) && word_.size() > head.size() + 1) ++count;
    }
    return count;
  }

  bool IsApart(std::size_t i) const {
    if (!IsVowelAt(i) || !IsVowelAt(i + 1)) return false;
    const char before = i == 0 ? '\0' : word_[i - 1];
    const std::string_view rest = word_.substr(i);
    const auto opens = [&](std::string_view part) { return rest.starts_with(part); };
    if (opens("ying") || opens("oing") || opens("eing") || opens("uing")) return before != 'q';
    switch (word_[i]) {
      case 'a':
        return opens("aos") || opens("aor");
      case 'e':
        if (opens("eous")) return !IsAmong(before, "gc");
        if (opens("eo")) return !opens("eon") || before != 'g';
        return opens("eum") || opens("eus");
      case 'i':
        return IsApartBehindI(i, before, rest);
      case 'u':
        if (IsAmong(before, "qg")) return false;
        if (opens("ua")) return before != 's' || !opens("uad");
        if (opens("uid")) return !IsAmong(before, "ob");
        return opens("uent") || opens("uenc") || opens("uou") || opens("uel");
      default:
        return false;
    }
  }

  bool IsApartBehindI(std::size_t i, char before, std::string_view rest) const {
    const auto opens = [&](std::string_view part) { return rest.starts_with(part); };
    if (opens("iate") || opens("iati") || opens("iab") || opens("iet")) return true;
    if (opens("iage") || opens("iew") || opens("ieu") || opens("iend")) return false;
    if (opens("ion")) return !IsAmong(before, "tscgxnlh");
    if (opens("ious")) return !IsAmong(before, "tcgx");
    if (opens("ia") || opens("ien")) return !IsAmong(before, "tc");
    if (opens("ior")) return !IsAmong(before, "nv");
    if (opens("ier")) return HasVowelBefore(i) && !opens("ierc") && before != 'd';
    if (opens("iest")) return HasVowelBefore(i) && !opens("iestl");
    return opens("io") || opens("iu");
  }

  bool HasVowelBefore(std::size_t i) const {
    return std::any_of(word_.begin(), word_.begin() + static_cast<std::ptrdiff_t>(i), IsVowelLetter);
  }

  std::string_view word_;
};

int CountInNumber(int number) {
  constexpr std::array<int, 20> kSmall = {2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2};
  constexpr std::array<int, 10> kTens = {0, 0, 2, 2, 2, 2, 2, 3, 2, 2};
  if (number < 20) return kSmall[static_cast<std::size_t>(number)];
  if (number < 100) {
    const int rest = number % 10;
    return kTens[static_cast<std::size_t>(number / 10)] + (rest == 0 ? 0 : CountInNumber(rest));
  }
  const int unit = number < 1000 ? 100 : 1000;
  const int rest = number % unit;
  return CountInNumber(number / unit) + 2 + (rest == 0 ? 0 : CountInNumber(rest));
}

int CountInPart(std::string_view part) {
  int number = 0;
  const auto read = std::from_chars(part.data(), part.data() + part.size(), number);
  const bool is_number = read.ec == std::errc() && read.ptr == part.data() + part.size();
  if (is_number) return number >= 0 && number < 1'000'000 ? CountInNumber(number) : 1;
  for (const auto& [word, count] : kNamed) {
    if (part == word) return count;
  }
  return Counter(part).Count();
}

}  // namespace

int CountSyllables(std::string_view word) {
  std::string lower = LowerCase(word);
  if (lower.ends_with("'s")) lower.resize(lower.size() - 2);
  int count = 0;
  for (std::size_t from = 0; from < lower.size();) {
    const std::size_t end = std::min(lower.find('-', from), lower.size());
    if (end > from) count += CountInPart(std::string_view(lower).substr(from, end - from));
    from = end + 1;
  }
  return std::max(count, 1);
}

int SyllableCounter::Count(std::string_view word) {
  const auto [entry, is_new] = counted_.try_emplace(std::string(word));
  if (is_new) entry->second = CountSyllables(word);
  return entry->second;
}

}  // namespace guidec
