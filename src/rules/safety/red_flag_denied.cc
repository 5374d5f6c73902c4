// A warning sign is a complaint, or something that the reader cannot do. One that denies the complaint or says
// that the reader can do it, is well or gets better, calls the healthy to a doctor and leaves the ill at home.
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "text/symptom.h"
#include "text/tokens.h"

namespace guidec::rules::red_flag_denied {
namespace {

using Words = std::span<const std::string>;

// "You have no new pain", "your pain is not severe": nothing but such words between the two.
constexpr std::string_view kBetween =
    "a|an|any|the|your|new|sharp|chest|back|much|very|more|have|has|had|feel|feels|get|gets|be|become|in|of";

std::optional<Match> FindDenied(Words words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool is_denial =
        IsOneOf(words[at], "no|not|never|don't|doesn't|isn't|aren't|hasn't|haven't|didn't|wasn't");
    static constexpr Phrases kNoDenial{"but|without|only|just|like", "longer|more than"};
    if (!is_denial || FindAnyPhrase(words.subspan(at), kNoDenial)) continue;
    for (std::size_t next = at + 1; next < words.size(); ++next) {
      if (FindSymptom(words.subspan(next)) == 0 || MatchPhrase(words.subspan(next, 1), "lose|loss|fell|fallen|hit")) {
        return Match{at, next + 1};
      }
      if (!IsOneOf(words[next], kBetween)) break;
    }
  }
  return std::nullopt;
}

bool IsNegative(Words words) {
  return FindPhrase(words, "not|no|never|cannot|can't|without|barely|hardly|only|doesn't|don't|isn't|just|unless")
      .has_value();
}

// What a healthy reader can do: "you can put weight on your leg", "you keep control of your bladder".
std::optional<Match> FindAbility(Words words) {
  if (IsNegative(words) || FindPhrase(words, "see|hear|but|than")) return std::nullopt;
  const auto feels = FindPhrase(words, "feel|feels well|fine|healthy|strong|steady");
  if (feels || FindPhrase(words, "feel")) return feels;
  const auto well = FindPhrase(words, "are|is|am feeling|quite|very? well|fine|healthy|strong|steady");
  if (well) return well;
  const auto able = FindPhrase(words,
                               "can|able to? still|now|easily|fully? "
                               "put|bear|stand|walk|move|sleep|bend|straighten|lift|raise|breathe|swallow|speak|pass|"
                               "climb|use|control|hold|sit|turn");
  if (able) return able;
  return FindPhrase(words, "keep|have|regain full|good|your? control|feeling|strength");
}

// "Your pain eases with rest", and nothing says that it returns.
std::optional<Match> FindRelief(Words words) {
  if (IsNegative(words) ||
      FindPhrase(words, "but|then|again|return|returns|before|comes|come|more|after|moving|working")) {
    return std::nullopt;
  }
  static constexpr Phrases kRelief{
      "eases|ease|fades|improves|improve|subsides|settles|lessens|stops|disappears", "go|goes away",
      "get|gets better"};
  return FindAnyPhrase(words, kRelief);
}

// "Your pain is mild", "you have old pain".
std::optional<Match> FindMildness(Words words) {
  if (IsNegative(words) || FindPhrase(words, "even|but|more|longer|lasts|last|days|weeks|for|with|after|or")) {
    return std::nullopt;
  }
  const auto said = FindPhrase(words,
                               "pain|pains|swelling|weakness|numbness|fever|headache is|are|feels|stays "
                               "very|only? mild|slight|minor|light");
  if (said) return said;
  return FindPhrase(words, "mild|slight|minor|old|usual pain|pains|swelling|weakness|numbness");
}

struct Clause {
  std::size_t begin;
  std::size_t end;
};

// "A, or B": each is a sign of its own.
std::vector<Clause> ClausesOf(Words words) {
  std::vector<Clause> clauses;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= words.size(); ++at) {
    if (at < words.size() && !IsOneOf(words[at], "or|,|;|.")) continue;
    if (at > begin) clauses.push_back({begin, at});
    begin = at + 1;
  }
  return clauses;
}

void CheckSign(const Prose& sign, bool may_be_mild, RuleContext& context) {
  for (const Passage& passage : PassagesOf(sign)) {
    const WordList& tokens = passage.tokens();
    for (const Clause& clause : ClausesOf(tokens.words)) {
      // "You did not fall, but your hip hurts."
      if (MatchPhrase(Words(tokens.words).subspan(clause.end), ", but")) continue;
      const Words words = Words(tokens.words).subspan(clause.begin, clause.end - clause.begin);
      auto found = FindDenied(words);
      if (!found) found = FindAbility(words);
      if (!found) found = FindRelief(words);
      if (!found && !may_be_mild) found = FindMildness(words);
      if (!found) continue;
      const Piece piece = tokens.PieceOf(clause.begin + found->begin, clause.begin + found->end);
      context.Report(passage.SpanOf(piece),
                     fmt::format("`{}` is no warning sign, it says that all is well; name the complaint, or what the "
                                 "reader cannot do",
                                 passage.Slice(piece)));
      return;
    }
  }
}

void CheckGuide(const Guide& guide, RuleContext& context) {
  for (const Prose& sign : guide.seek_help_if) CheckSign(sign, false, context);
}

void CheckExercise(const Exercise& exercise, RuleContext& context) {
  for (const Prose& sign : exercise.stop_if) CheckSign(sign, true, context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(seek-help-if:
  - You can put weight on your leg. # expect: SF009 @ 9-16 "`can put`"
  - You have no fever. # expect: SF009 "`no fever`"
  - Your pain is mild. # expect: SF009
  - Your pain wakes you at night, or eases with rest. # expect: SF009 "`eases`"
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(stop-if: You do not feel sharp pain. # expect: SF009
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(seek-help-if:
  - You cannot put weight on your leg, or you can only walk with help.
  - You have no feeling between your legs.
  - Your pain does not ease with rest, or it goes away and comes back.
  - You have a mild fever for more than three days.
  - You can feel a lump.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "SF009",
    .name = "red-flag-denied",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A warning sign or stop rule says that all is well.",
    .rationale =
        R"md(Whoever reads "see a doctor if you can put weight on your leg" goes when there is no need, and stays at home when
there is. A lost `not` does it. Read are the signs under `seek-help-if` and the rules under `stop-if`: a complaint
that is denied, an ability, a complaint that eases. English texts only.)md",
    .source = "AHRQ PEMAT-P: actions and warnings are clear; the words that are understood are guidec's own",
    .examples = kExamples,
    .languages = kEnglish,
    .exercise = CheckExercise,
    .guide = CheckGuide,
};

}  // namespace guidec::rules::red_flag_denied
