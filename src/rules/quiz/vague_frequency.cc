#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/quiz/question.h"

namespace guidec::rules::vague_frequency {
namespace {

constexpr Alternatives kHedges =
    "often|frequently|usually|sometimes|occasionally|seldom|rarely|generally|commonly|typically";

bool IsWord(std::string_view token) {
  return token.front() >= 'a' && token.front() <= 'z';
}

// "Usually about 25 %", "typically in 20 to 50 years": the figure is there.
bool HasFigureBehind(const WordList& tokens, std::size_t at) {
  constexpr std::size_t kNear = 4;
  for (std::size_t near = at + 1; near < std::min(tokens.size(), at + 1 + kNear); ++near) {
    const bool is_apart = tokens.pieces[near - 1].end < tokens.pieces[near].begin;  // not "A1C"
    if (is_apart && tokens.words[near][0] >= '0' && tokens.words[near][0] <= '9') return true;
  }
  return false;
}

// What the choice says beside its claim: in brackets, behind a comma ("victims of crime, often known"), as a
// reason or as what somebody is to know ("recognize that clients are seldom relaxed").
bool IsAside(std::span<const std::string> before, std::span<const std::string> behind) {
  if (std::ranges::count(before, "(") > std::ranges::count(before, ")")) return true;
  const bool goes_on = !behind.empty() && IsWord(behind.front());
  if (!before.empty() && before.back() == "," && goes_on) return true;
  static constexpr Phrases kReasons{"because|since|although|though", ", as",
                                    "know|recognize|recognise|realize|realise|remember|accept|assume|presume "
                                    "that"};
  return FindAnyPhrase(before, kReasons).has_value();
}

// "how often", "twice as often", "less often than": these compare or count.
bool IsVague(const WordList& tokens, std::size_t at) {
  const std::string_view word = tokens.words[at];
  // "A generally used identifier": how it is known, not how often.
  if (at + 1 < tokens.size() && tokens.words[at + 1].ends_with("ed") && at > 0 &&
      IsOneOf(tokens.words[at - 1], "a|an|the"))
    return false;
  const auto before = std::span(tokens.words).first(at);
  const auto behind = std::span(tokens.words).subspan(at + 1);
  // "Often used as a foundation": what it is known by.
  if (MatchPhrase(behind, "used|called|known|referred|described as|to|for|in")) return false;
  // "Not typically found": that it is unusual is the claim.
  const bool is_denied = at > 0 && IsOneOf(before.back(), "not|isn't|aren't");
  if (is_denied || HasFigureBehind(tokens, at) || IsAside(before, behind)) return false;
  if (word == "often" || word == "frequently") {
    if (at > 0 && IsOneOf(tokens.words[at - 1], "how|as|more|less|least|most|so|too")) return false;
    return !MatchPhrase(behind, "than|as|enough");
  }
  // "the most commonly used"
  if (at > 0 && IsOneOf(tokens.words[at - 1], "more|most|less|least")) return false;
  // "Iguanas sometimes eat eggs": it happens, however often.
  if (word == "sometimes" && at > 0 && !behind.empty() && IsWord(tokens.words[at - 1]) &&
      IsWord(behind.front()))
    return false;
  return IsOneOf(word, kHedges);
}

// "Sometimes", "Rarely, if ever": how often it is, is all that the choice says.
bool IsOnlyOften(const ChoiceWord& vague) {
  constexpr Alternatives kDegrees =
      "often|frequently|usually|sometimes|occasionally|seldom|rarely|generally|commonly|typically|always|"
      "never|"
      "not|but|only|very|quite|yes|no|if|ever|or|it|is|does|so";
  const WordList words = LowerWords(vague.choice->text.source_text(), "en");
  return std::ranges::all_of(words.words, [&](const std::string& word) { return kDegrees.Has(word); });
}

void Check(const Guide&, const Question& question, RuleContext& context) {
  const auto is_hedge = [](const WordList& tokens, std::size_t at) {
    return IsOneOf(tokens.words[at], kHedges) &&
           !(at > 0 && IsOneOf(tokens.words[at - 1], "more|most|less|least"));
  };
  // What all but one of several say sets none apart.
  constexpr std::size_t kSeveral = 3;
  const std::size_t hedged = WordsOfSomeChoices(question, is_hedge).size();
  if (hedged >= kSeveral && hedged + 1 >= question.choices.size()) return;
  const std::vector<ChoiceWord> found = WordsOfSomeChoices(question, IsVague);
  // What a wrong choice hedges as well gives nothing away.
  const bool is_cue =
      std::ranges::all_of(found, [&](const ChoiceWord& vague) { return IsRight(question, *vague.choice); });
  for (const ChoiceWord& vague : found) {
    if (!is_cue && !IsOnlyOften(vague)) continue;
    context.Report(vague.span, fmt::format("nobody can say how often `{}` is; give choice `{}` a figure, or "
                                           "say what happens",
                                           vague.word, vague.choice->id.value));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices:
      rest: Usually a rest # expect: QZ017 @ 13-20 "how often `usually` is"
      ice: Some ice in May
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
      ice: Some ice twice as often
      compression: Some pressure in May
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ017",
    .name = "vague-frequency",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A choice says usually, often or rarely.",
    .rationale =
        R"md("Usually" is half of the time to one reader and nearly always to another, so whether the choice is right
is a matter of opinion. Such words also give the answer away, because careful writers hedge what is true.
Reported are choices that say nothing else, and answers where no wrong choice has such a word. "They sometimes hurt" only
says that it happens, "usually about 25 %" has its figure, and a reason, an aside or a note in brackets is
not what the reader judges.)md",
    .source = "NBME item-writing guide 2020: vague frequency terms",
    .examples = kExamples,
    .languages = kEnglish,
    .question = Check,
};

}  // namespace guidec::rules::vague_frequency
