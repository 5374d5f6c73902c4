// A word of the question is a clue when only the answer repeats any: what several choices repeat, or
// each its own word, leads the eye to none.
#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "model/quiz/question.h"
#include "text/content_words.h"
#include "text/letter_case.h"
#include "text/tokens.h"

namespace guidec::rules::clang_association {
namespace {

using Stems = std::set<std::string>;

// Stems of words of order, time, place and people, which sound like nothing: "first" in "the first aider".
constexpr std::string_view kPlain =
    "first|second|third|last|next|left|right|immediat*|person*|peopl*|patient*|victim*|casualt*|someone|"
    "primar*|main|"
    "year|month|week|day|hour|minut|tim|dat|season|city|town|country|"
    // Of care and of the body in general.
    "nurs*|client*|child*|doctor*|body|bodi|us|typ|amount|level|rat|number|increas*|decreas*|caus*|help*|giv*"
    "|call*|"
    "check*|need|part|normal*|exercis*|health*|car|provid*|medic*|treat*|test*|pain|blood|cell|risk|start|"
    "stop|"
    "releas*|doubl*|halv*|bas|study|studi|diseas*|syndrom*|disord*|hormon*|"
    // Of days, any of which may be the answer.
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    "chang*|plac|tak|mak|high|low|good|best|correct*|proper*|caregiv*|famil*|parent*|baby|babi|infant*|"
    // Of the question itself.
    "describ*|express*|desir*|problem*|statement*|document*|open*|follow*";

// The content stems of a text without those.
Stems SoundsOf(const Prose& prose) {
  Stems stems = ContentStemsOf(prose);
  std::erase_if(stems, [](const std::string& stem) { return stem.size() < 2 || IsOneOf(stem, kPlain); });
  return stems;
}

// Nouns that sound like an adjective with another vowel.
constexpr std::pair<std::string_view, std::string_view> kKin[] = {
    {"clarity", "clear"}, {"length", "long"},   {"strength", "strong"}, {"depth", "deep"},
    {"width", "wid"},     {"breadth", "broad"}, {"height", "high"},     {"heat", "hot"},
};

// Of a longer stem, which tells a story.
constexpr std::size_t kMostTokens = 30;

// Of two words with the same head ("bubble" and "bubba"): letters, and their share of the shorter word.
constexpr std::size_t kLeastHead = 4;
constexpr double kLeastShare = 0.66;

bool SoundAlike(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const bool is_kin = std::ranges::any_of(kKin, [&](const auto& kin) {
    return (a == kin.first && b == kin.second) || (b == kin.first && a == kin.second);
  });
  const std::size_t shorter = std::min(a.size(), b.size());
  const auto head = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  const bool is_head = shorter > kLeastHead && head >= kLeastHead &&
                       static_cast<double>(head) >= kLeastShare * static_cast<double>(shorter);
  // "intermembrane" and "membrane"
  const auto is_compound = [](std::string_view longer, std::string_view word) {
    if (word.size() <= kLeastHead || longer.size() <= word.size() || !longer.ends_with(word)) return false;
    return !IsOneOf(longer.substr(0, longer.size() - word.size()), "non|un|in|im|anti");  // its opposite
  };
  return is_kin || is_head || is_compound(a, b) || is_compound(b, a);
}

// The letters by which a text may be shortened: "ihd" of "ischemic heart disease".
std::string InitialsOf(const Prose& prose) {
  std::string initials;
  for (const Passage& passage : PassagesOf(prose)) {
    for (const std::string& word : passage.tokens().words) initials += word.front();
  }
  return initials;
}

// Whether the choice has a word of the question as an abbreviation ("IHD"), or within one ("cDNA").
bool HasLettersOf(const Choice& choice, const Prose& stem, std::string_view initials) {
  constexpr std::size_t kLeastLetters = 2;
  for (const Passage& passage : PassagesOf(choice.text)) {
    for (const Piece& piece : passage.tokens().pieces) {
      const std::string_view word = passage.Slice(piece);
      const auto head = std::ranges::find_if(word, IsUpper);
      const std::string_view letters = word.substr(static_cast<std::size_t>(head - word.begin()));
      if (letters.size() < kLeastLetters || !std::ranges::all_of(letters, IsUpper)) continue;
      const bool is_short =
          letters.size() > kLeastLetters && initials.find(LowerCase(letters)) != std::string::npos;
      if (is_short || (head != word.begin() && stem.source_text().find(letters) != std::string::npos))
        return true;
    }
  }
  return false;
}

// "Its value": the choice speaks of the question's thing without its name.
bool OpensWithPronoun(const Choice& choice) {
  return MatchPhrase(Tokens(choice.text.source_text()).words, "its|their").has_value();
}

// Whether the choice has a word of the question, or one that sounds like it.
bool Echoes(const Choice& choice, const Stems& question) {
  return std::ranges::any_of(SoundsOf(choice.text), [&](const std::string& word) {
    return std::ranges::any_of(question, [&](const std::string& asked) { return SoundAlike(word, asked); });
  });
}

bool IsName(const Passage& passage, std::size_t token) {
  const char first = passage.text[passage.tokens().pieces[token].begin];
  return first >= 'A' && first <= 'Z' && !IsOneOf(passage.tokens().words[token], "in|by|from");
}

// The first word of the name that goes on at the token: "Take" of "Take Care of the Leg".
std::size_t BeginOfName(const Passage& passage, std::size_t token) {
  const std::vector<std::string>& words = passage.tokens().words;
  while (true) {
    std::size_t before = token;
    while (before > 0 && !IsName(passage, before - 1) &&
           IsOneOf(words[before - 1], "a|an|and|at|for|of|on|the|to|with")) {
      --before;
    }
    if (before == 0 || !IsName(passage, before - 1)) return token;
    token = before - 1;
  }
}

// A word of "in Harry Potter and the Deathly Hallows", "by David Holmes", "in the United States":
// who or what that is, is not asked.
// "The Valley of the Kings" and "King Tut" share a name; "the United States" and "which state" only letters.
bool IsOfNameAside(const Passage& passage, const Piece& word, bool is_key_name) {
  const WordList& tokens = passage.tokens();
  const auto found = std::ranges::find(tokens.pieces, word.begin, &Piece::begin);
  const auto at = static_cast<std::size_t>(found - tokens.pieces.begin());
  if (!IsName(passage, at)) return false;
  const std::size_t begin = BeginOfName(passage, at);
  std::size_t end = at + 1;
  while (end < tokens.size() && IsName(passage, end)) ++end;
  if (end < begin + 2 || begin == 0) return false;
  constexpr Phrase kInTheBook = "in|by|from|to the book|novel|film|movie|series|show|story|play|song";
  const auto before = std::span(tokens.words).first(begin);
  return IsOneOf(before.back(), "in|by|from") ||
         (!is_key_name && before.size() > 1 && MatchPhrase(before.last(2), "in|from the")) ||
         (before.size() > 2 && MatchPhrase(before.last(3), kInTheBook));
}

// "A law of the flag State" beside "who states": a capital within the choice makes a name of it.
bool IsNameBesideWord(const Passage& asking, const Piece& asked, const Passage& key, const Piece& repeated) {
  const std::string_view before = std::string_view(key.text).substr(0, repeated.begin);
  const std::size_t last = before.find_last_not_of(" \"'(");
  const bool opens =
      last == std::string_view::npos || std::string_view(".?!:").find(before[last]) != std::string_view::npos;
  return !opens && IsUpper(key.text[repeated.begin]) && !IsUpper(asking.text[asked.begin]);
}

// What a whole quiz is about sounds like each of its questions: "engine" in one on engines.
bool IsSubject(const std::string& word, const Guide& guide) {
  constexpr std::size_t kLookedAt = 300, kFewest = 5, kShare = 12;  // one in so many
  const std::vector<Question>& questions = guide.quiz->questions;
  const auto some = std::span(questions).first(std::min(questions.size(), kLookedAt));
  const auto count = static_cast<std::size_t>(std::ranges::count_if(
      some, [&](const Question& one) { return one.stem && ContentStemsOf(one.stem).contains(word); }));
  return count >= kFewest && count * kShare >= some.size();
}

void Check(const Guide& guide, const Question& question, RuleContext& context) {
  const Choice* key = KeyOf(question);
  // Of "which is not true of birds", any choice may speak of birds.
  if (key == nullptr || !question.stem || question.choices.size() < 2 || IsNegative(question.stem)) return;
  const Stems asked = SoundsOf(question.stem);
  // A long story has a word in common with the answer by chance.
  const PassageList asking = PassagesOf(question.stem);
  std::size_t tokens = 0;
  for (const Passage& passage : asking) tokens += passage.tokens().size();
  if (tokens > kMostTokens) return;
  const std::string initials = InitialsOf(question.stem);
  const bool is_shared = std::ranges::any_of(question.choices, [&](const Choice& choice) {
    return &choice != key && (Echoes(choice, asked) || OpensWithPronoun(choice) ||
                              HasLettersOf(choice, question.stem, initials));
  });
  const PassageList keys = PassagesOf(key->text);
  if (is_shared || keys.empty()) return;
  const auto in_key = ContentWords(keys.front().text);
  for (const Passage& passage : asking) {
    for (const auto& [word, piece] : ContentWords(passage.text)) {
      const auto repeated = in_key.find(word);
      const bool is_key_name = repeated != in_key.end() && IsUpper(keys.front().text[repeated->second.begin]);
      if (repeated == in_key.end() || !asked.contains(word) || IsOfNameAside(passage, piece, is_key_name) ||
          IsNameBesideWord(passage, piece, keys.front(), repeated->second) || IsSubject(word, guide))
        continue;
      Diagnostic& finding = context.Report(
          keys.front().SpanOf(repeated->second),
          fmt::format("of all choices only the answer repeats `{}` from the question; use it in "
                      "another choice too, or say it in other words",
                      passage.Slice(piece)));
      finding.labels.push_back({passage.SpanOf(piece), "the question"});
      return;
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: Why does RICE begin with resting the muscle?
    choices:
      rest: The muscle can heal # expect: QZ015 @ 17-23 "repeats `muscle` from the question"
      ice: The swelling goes down
      compression: The blood stays away
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: Which step calms the muscle first?
    choices:
      rest: A rest for the muscle
      ice: Ice on the muscle
      compression: Gentle pressure
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
  - id: song
    ask: What comes first in Take Care of Your Muscle?
    choices:
      rest: A rest for the muscle
      ice: Ice on the leg
      compression: Gentle pressure
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ015",
    .name = "clang-association",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A word of the question comes back in the answer and in no other choice.",
    .rationale =
        R"md(Readers who do not know the answer pick the choice that sounds like the question. Endings make no
difference: "stretching" sounds like "stretch". Nothing is said where another choice echoes a word of the
question, too, of a question that asks for the exception, of a question that tells a story, of words that
such questions have in common ("patient", "treatment"), of what one in twelve questions of the quiz names, of the words of a title that only says where something
is from, and where only one of the two words is a part of a name ("which state" in "the United States").
An abbreviation ("IHD") or a compound ("intermembrane") echoes what it stands for.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: avoid clang associations; NBME item-writing guide 2020: word "
        "repeats",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .question = Check,
};

}  // namespace guidec::rules::clang_association
