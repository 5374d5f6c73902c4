#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/quiz/question.h"
#include "rules/title_case.h"
#include "text/tokens.h"

namespace guidec::rules::absolute_choice {
namespace {

constexpr std::string_view kAbsolutes = "always|never|all|every|everyone|everybody";

// What nobody does of everything: "eliminate all risk", "avoid all fats".
constexpr std::string_view kSweeping =
    "avoid*|eliminat*|prevent*|stop*|cure|cures|curing|treat*|replac*|solve*|fix|fixes|heal|heals|end|ends|"
    "remov*|"
    "ban*|skip*|ignor*|reject*|relieve*";

constexpr std::string_view kPeople =
    "people|persons|adults|children|women|men|patients|victims|runners|athletes|beginners|readers|students|"
    "teachers|players|members|cases|injuries";

// "all" that speaks of a whole ("all the pain", "all through the night"), denies ("not all") or gives a
// reach ("open to all") says nothing of every case.
bool IsEveryCase(const WordList& tokens, std::size_t all) {
  const auto behind = std::span(tokens.words).subspan(all + 1);
  // "Turn off all lights", "remove all clothing": a few things that can be counted.
  const auto before = std::span(tokens.words).first(all);
  const bool is_of_people = !behind.empty() && IsOneOf(behind.front(), kPeople);
  // "All fats are bad" claims it; "all food groups" only counts.
  const bool claims =
      FindPhrase(behind, "is|are|must|should|can|will|have|need|needs|cause|causes").has_value();
  const bool is_sweeping = before.empty() ? claims : IsOneOf(before.back(), kSweeping);
  if (!is_of_people && !is_sweeping) return false;
  constexpr std::string_view kBefore =
      "not|nearly|almost|at|above|of|after|for|to|with|in|on|from|by|it|them|us|is|are|we|they|you|,";
  if (all > 0 && IsOneOf(tokens.words[all - 1], kBefore)) return false;
  if (behind.empty() ||
      MatchPhrase(behind, "of? the|these|those|them? above|choices|choice|answers|options|statements"))
    return false;
  return !MatchPhrase(
      behind,
      "the|this|that|these|those|your|its|fours|right|day|night|week|year|over|around|"
      "through|along|but|in|at|"
      "together|up|down|out|two|three|four|five|sides|parts|faces|ends|edges|corners|angles|.|,");
}

// "every day", "after every meal", "in every cell": this says how often or where. "Every patient" is
// sweeping.
bool IsEveryOne(const WordList& tokens, std::size_t every) {
  constexpr std::string_view kOne =
      "one|person|patient|child|adult|athlete|runner|woman|man|client|case|injury|human|body";
  const auto behind = std::span(tokens.words).subspan(every + 1);
  // "It works every time"; "every time you run" says when.
  if (MatchPhrase(behind, "time")) return behind.size() == 1 || IsOneOf(behind[1], ".|,");
  if (behind.empty() || !IsOneOf(behind.front(), kOne)) return false;
  return every == 0 ||
         !IsOneOf(tokens.words[every - 1], "after|before|with|at|for|during|in|on|of|from|between");
}

bool IsAbsolute(const WordList& tokens, std::size_t at) {
  if (!IsOneOf(tokens.words[at], kAbsolutes)) return false;
  const auto behind = std::span(tokens.words).subspan(at + 1);
  const std::string_view word = tokens.words[at];
  // "All or none law", "all-or-nothing"
  if (word == "all") return !MatchPhrase(behind, "-? or") && IsEveryCase(tokens, at);
  // "what it was never meant for", "they have always worn black": what was so.
  if (IsOneOf(word, "never|always") && at > 0 && IsOneOf(tokens.words[at - 1], "was|were|had|has|have"))
    return false;
  // "So that it is always available": an aim.
  constexpr std::size_t kNear = 6;
  const auto before = std::span(tokens.words).first(at).last(std::min(at, kNear));
  if (word == "always" && FindPhrase(before, "ensure|ensures|ensuring|guarantee|guarantees|so")) return false;
  // "You can always call": that it may be done.
  if (word == "always" && at > 0 && IsOneOf(tokens.words[at - 1], "can|could|may|might")) return false;
  // "Unique to everyone"
  if (IsOneOf(word, "everyone|everybody") && at > 0 && IsOneOf(tokens.words[at - 1], "to|for")) return false;
  // "Eye contact with everyone in the room": these are few.
  if (IsOneOf(word, "everyone|everybody") && MatchPhrase(behind, "in|at|on|of|around the|this|your|her|his"))
    return false;
  // "Never events", "an always-on pump": a name.
  if (IsOneOf(word, "never|always") && MatchPhrase(behind, "event|events|-")) return false;
  return word != "every" || IsEveryOne(tokens, at);
}

// "How often", "who", "when": there "never" and "everyone" are answers like others.
bool AsksHowMuchOf(const Prose& stem) {
  return std::ranges::any_of(PassagesOf(stem), [](const Passage& passage) {
    static constexpr Phrases kAsks{"who|whom|when", "how often|frequently|many|much|long"};
    return FindAnyPhrase(passage.tokens().words, kAsks).has_value();
  });
}

// "All victims", "only those with severe symptoms", "mostly grains": how far it goes is the question.
bool IsOfReach(const Question& question) {
  return std::ranges::any_of(question.choices, [](const Choice& choice) {
    return FindPhrase(LowerWords(choice.text.source_text(), "en").words, "only|mostly|half|sometimes")
        .has_value();
  });
}

// "What is the last line of the song?": a choice that quotes claims nothing.
bool AsksForWords(const Prose& stem) {
  return std::ranges::any_of(PassagesOf(stem), [](const Passage& passage) {
    static constexpr Phrases kAsks{
        "last|final|opening|closing|missing line|lines",
        "verse|lyric|lyrics|rhyme|quote|quotation|motto|slogan|proverb|saying|title"};
    return FindAnyPhrase(passage.tokens().words, kAsks).has_value();
  });
}

// "Always Do What Is Right" is the name of something.
bool IsTitle(const Choice& choice) {
  const std::string& text = choice.text.source_text();
  return std::ranges::count(text, ' ') >= 2 && IsInTitleCase(text);
}

// "Which of these is incorrect?": there, what looks wrong looks like the answer, and misleads.
bool AsksForFalse(const Prose& stem) {
  static constexpr Phrases kAsks{"is|are incorrect|false|untrue|wrong ?|:",
                                 "incorrect|false|untrue|wrong statement"};
  return IsNegative(stem) || std::ranges::any_of(PassagesOf(stem), [](const Passage& passage) {
           return FindAnyPhrase(passage.tokens().words, kAsks).has_value();
         });
}

// "Every number", not "every day" or "every four hours", which say how often.
bool IsEveryOfThem(const WordList& tokens, std::size_t at) {
  if (tokens.words[at] != "every" || at + 1 == tokens.size()) return false;
  constexpr Alternatives kOften =
      "second|minute|hour|day|night|morning|evening|week|month|year|time|other|few|one|two|three|four|five|"
      "six|"
      "ten|twenty";
  const std::string& behind = tokens.words[at + 1];
  return !kOften.Has(behind) && (behind[0] < '0' || behind[0] > '9');
}

// Whether the answer has such a word, if only in "every number up to four" or "for all patients": then none
// of the others looks wrong for it.
bool IsInKey(const Question& question) {
  const auto goes_as_far = [](const Passage& passage) {
    const WordList& tokens = passage.tokens();
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      const bool is_of_people =
          tokens.words[at] == "all" && at + 1 < tokens.size() && IsOneOf(tokens.words[at + 1], kPeople);
      if (is_of_people || IsEveryOfThem(tokens, at) || IsAbsolute(tokens, at)) return true;
    }
    return false;
  };
  return std::ranges::any_of(question.choices, [&](const Choice& choice) {
    return IsRight(question, choice) &&
           (RefersToOthers(choice) || std::ranges::any_of(PassagesOf(choice.text), goes_as_far));
  });
}

void Check(const Guide&, const Question& question, RuleContext& context) {
  if (!question.stem || AsksHowMuchOf(question.stem) || AsksForWords(question.stem) ||
      AsksForFalse(question.stem))
    return;
  std::vector<ChoiceWord> absolutes = WordsOfSomeChoices(question, IsAbsolute);
  // Of "all of these", QZ009 tells.
  std::erase_if(absolutes, [](const ChoiceWord& absolute) {
    return RefersToOthers(*absolute.choice) || IsTitle(*absolute.choice);
  });
  if (absolutes.empty() || IsInKey(question) || IsOfReach(question)) return;
  for (const ChoiceWord& absolute : absolutes) {
    context.Report(absolute.span,
                   fmt::format("`{}` makes choice `{}` look wrong at a glance; say what happens, or "
                               "how often",
                               absolute.word, absolute.choice->id.value));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices:
      rest: A rest from running
      ice: Always put on some ice # expect: QZ013 @ 12-18 "`always` makes choice `ice` look wrong"
      compression: Some gentle pressure
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices:
      rest: A rest from running
      ice: Some ice every twenty minutes
      compression: Pressure while on all fours
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ013",
    .name = "absolute-choice",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A choice says always, never, all or every.",
    .rationale =
        R"md(In health hardly anything is always so. Readers know it and strike such choices out without knowing the
subject. Where every choice says it, or the answer does, nothing is given away; and of "how often", "when" and
"who", "never" and "everyone" are answers like others. A line of a song, a title and what was always so in the past
claim nothing. Where the question asks for what is wrong, nothing is said.)md",
    .source =
        "NBME item-writing guide 2020: absolute terms; Haladyna, Downing, Rodriguez 2002: avoid specific "
        "determiners",
    .examples = kExamples,
    .languages = kEnglish,
    .question = Check,
};

}  // namespace guidec::rules::absolute_choice
