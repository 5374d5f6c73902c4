// `a` stands before the sound of a consonant, `an` before that of a vowel. The first letter tells the sound
// but for some words; where speakers differ (herb, historic, most abbreviations) nothing is said.
#include <algorithm>
#include <cctype>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "rules/neighbours.h"
#include "text/letter_case.h"
#include "text/phrase.h"

namespace guidec::rules::wrong_article {
namespace {

enum class Sound : std::uint8_t { kVowel, kConsonant, kUnsure };

constexpr std::string_view kSilentH[] = {"hour", "honest", "honor", "honour", "heir"};
constexpr std::string_view kEitherH[] = {"herb", "hist",  "hotel", "habit", "hallu", "hero",
                                         "hyst", "horri", "hypo",  "hosp",  "homage"};
// "you", "wun"
constexpr std::string_view kConsonantVowels[] = {"uni", "use",  "usu",  "usa", "uti", "ura", "ure",  "uri",
                                                 "uro", "ubiq", "utop", "ute", "eu",  "ewe", "once", "one"};
// "un-" and an "i" are two sounds.
constexpr std::string_view kVowelUni[] = {"unim", "unin", "unide", "unig"};

constexpr std::string_view kLetterAcronyms =
    "mri|mris|ecg|ekg|emg|acl|x-ray|x-rays|nhs|mcl|lcl|rsi|npc|sms|fda|fbi";

bool StartsWithAny(std::string_view word, std::span<const std::string_view> openings) {
  return std::ranges::any_of(openings, [&](std::string_view opening) { return word.starts_with(opening); });
}

Sound SoundOfNumber(std::string_view word) {
  const std::string_view digits = word.substr(0, std::min(word.find_first_not_of("0123456789"), word.size()));
  if (digits.size() > 3) return Sound::kUnsure;
  return digits[0] == '8' || digits == "11" || digits == "18" ? Sound::kVowel : Sound::kConsonant;
}

// `word` is in small letters, `written` as it stands.
Sound SoundOf(std::string_view word, std::string_view written) {
  const char first = word[0];
  if (std::isdigit(static_cast<unsigned char>(first)) != 0) return SoundOfNumber(word);
  if (std::isalpha(static_cast<unsigned char>(first)) == 0 || word.size() < 2) return Sound::kUnsure;
  if (IsOneOf(word, kLetterAcronyms)) return Sound::kVowel;
  // "U-shaped", "S-curve", "U.S.", "H2"
  if (word[1] == '-' || word[1] == '.' || std::isdigit(static_cast<unsigned char>(word[1])) != 0)
    return std::string_view("aefhilmnorsx").find(first) != std::string_view::npos ? Sound::kVowel
                                                                                  : Sound::kConsonant;
  // "HIIT" is a word, "HDL" is three letters.
  if (IsUpper(written[1])) return Sound::kUnsure;
  if (StartsWithAny(word, kSilentH)) return Sound::kVowel;
  if (StartsWithAny(word, kEitherH)) return Sound::kUnsure;
  if (StartsWithAny(word, kConsonantVowels) && !StartsWithAny(word, kVowelUni)) {
    return Sound::kConsonant;
  }
  return std::string_view("aeiou").find(first) != std::string_view::npos ? Sound::kVowel : Sound::kConsonant;
}

// "vitamin A is", "from a to b", "A over L": the letter's name.
bool IsLetterName(const Neighbours& words, std::size_t i) {
  if (words.Written(i) == "A" && !words.StartsSentence(i)) return true;
  const std::string_view second = words.After(i, 2);
  if (second.size() == 1 && !IsOneOf(second, "a|i") && IsUpper(words.Written(i + 2).front())) return true;
  return IsOneOf(words.After(i), "and|or|is|are|in|of|at|if|it|as|on|to|i|e|o|u|am|an|a|also|etc|only|alone");
}

// "on incline an bench": it fits the word in front of it.
bool IsBehindItsWord(const Neighbours& words, std::size_t i) {
  const std::string_view before = words.Before(i);
  if (before.empty() || before.ends_with("ing")) return false;
  const bool is_behind_preposition =
      IsOneOf(words.Before(i, 2), "on|onto|in|into|at|from|of|with|against|over|under");
  const Sound sound = SoundOf(before, words.Written(i - 1));
  return is_behind_preposition && sound == (words[i] == "an" ? Sound::kVowel : Sound::kConsonant);
}

// "up an down": `and` was meant.
bool IsJoint(const Neighbours& words, std::size_t i) {
  constexpr std::string_view kWays = "up|down|in|out|left|right|forward|back|backward|on|off";
  return words[i] == "an" && IsOneOf(words.Before(i), kWays) && IsOneOf(words.After(i), kWays);
}

void Check(const ProseUse&, const Passage& passage, RuleContext& context) {
  const Neighbours words(passage, context.language());
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool is_a = words[i] == "a";
    if ((!is_a && words[i] != "an") || words.After(i).empty()) continue;
    if (passage.HasLiteral({words.piece(i).begin, words.piece(i + 1).end}) ||
        (is_a && IsLetterName(words, i)) || IsJoint(words, i))
      continue;
    const Sound sound = SoundOf(words[i + 1], words.Written(i + 1));
    if (sound == Sound::kUnsure || (sound == Sound::kConsonant) == is_a) continue;
    const Piece& article = words.piece(i);
    if (words.Before(i) == "the") {
      context.Report(passage.SpanOf(article), fmt::format("`{} {}` are two articles; delete one",
                                                          words.Written(i - 1), words.Written(i)));
      continue;
    }
    if (IsBehindItsWord(words, i)) {
      context.Report(passage.SpanOf(article),
                     fmt::format("`{0} {1} {2}` should be `{1} {0} {2}`", words.Written(i - 1),
                                 words.Written(i), words.Written(i + 1)));
      continue;
    }
    const std::string right =
        std::string(IsUpper(passage.text[article.begin]) ? "A" : "a") + (is_a ? "n" : "");
    Diagnostic& finding = context.Report(
        passage.SpanOf(article),
        fmt::format("`{0} {1}` should be `{2} {1}`", passage.Slice(article), words.Written(i + 1), right));
    if (passage.IsEditable(article)) {
      finding.fix = Fix{fmt::format("write `{}`", right), {{passage.SpanOf(article), right}}};
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(purpose: Builds strength in an hour or a hour. # expect: LG021 @ 40-41 "should be `an hour`"
)yaml"},
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(purpose: An strong trunk is an asset. # expect: LG021 @ 10-12 "should be `A strong`"
)yaml"},
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(purpose: Builds strength on incline an bench. # expect: LG021 @ 37-39 "should be `an incline bench`"
)yaml"},
    {Example::kGood, "exercises/plank.yaml",
     R"yaml(purpose: A one-legged hold is a useful unit, an 8-second one an honest test. Eat vitamin A and a U.S. egg.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG021",
    .name = "wrong-article",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "`a` stands before the sound of a vowel, or `an` before that of a consonant.",
    .rationale =
        R"md(It is "an exercise" and "a unit": the sound decides, not the letter. Such a slip is often left when the noun
was changed.)md",
    .source = "The Chicago Manual of Style, 17th edition, 5.74: indefinite article",
    .examples = kExamples,
    .languages = kEnglish,
    .passage = Check,
};

}  // namespace guidec::rules::wrong_article
