// Advice of the form "do this if that": what protects belongs to a complaint, what strains to well-being. And a few
// phrases that no caution holds unless a word was turned round.
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "text/negation.h"
#include "text/phrase.h"
#include "text/symptom.h"

namespace guidec::rules::reversed_caution {
namespace {

using Words = std::span<const std::string>;

constexpr Phrases kProtects{
    "stop",
    "rest|pause",
    "ease|reduce|lower|lighten the|your pressure|load|weight|speed|pull|stretch",
    "slow|sit|lie down",
    "hold on to|onto",
    "touch the|a|your wall|chair|rail|support|table",
    "put|place|keep|rest your|one|a|both ... hand|hands",
    "fold|pad|wrap|roll",
    "use a|the wall|chair|rail|support|cushion|towel",
    "ask|see|call|tell|consult",
    "talk|speak to|with",
    "go easy|slowly",
    "do|go less",
};

constexpr Phrases kStrains{
    "increase|raise|add the|your|more? pressure|load|weight|speed|pull|stretch|effort|pace", "push harder|further",
    "go faster|harder|further|deeper", "press harder",
};

constexpr Phrases kWell{
    "feel|feels|are|is|get|gets steady|stable|well|fine|better|comfortable|good|safe|relaxed",
};

// At the head of a sentence or clause: what readers are told to do.
std::optional<Match> FindTold(Words words, PhraseView phrases) {
  for (auto found = FindAnyPhrase(words, phrases); found; found = FindAnyPhrase(words, phrases, found->end)) {
    const bool leads =
        found->begin == 0 || IsOneOf(words[found->begin - 1], "not|don't|never|and|then|always|or|please");
    if (leads) return found;
  }
  return std::nullopt;
}

std::optional<Match> FindTurnedCondition(Words words) {
  const auto condition = FindPhrase(words, "if|when|whenever|once");
  static constexpr Phrases kNarrowed{"unless|until|only|even", "not if|when"};
  if (!condition || FindAnyPhrase(words, kNarrowed)) return std::nullopt;
  const Words told = words.first(condition->begin);
  const auto next = FindPhrase(words, "and|but|then", condition->end);
  const Words state = words.subspan(condition->end, (next ? next->begin : words.size()) - condition->end);
  const bool is_bad = FindSymptom(state).has_value() && !SaysRelief(state);
  const bool is_well =
      FindAnyPhrase(state, kWell).has_value() && !FindSymptom(state) && !IsNegatedBefore(state, state.size());
  const bool is_forbidden = FindPhrase(told, "not|don't|never").has_value();
  if (const auto protects = FindTold(told, kProtects)) {
    const bool is_turned = is_forbidden ? is_bad : is_well;
    // "Do not stop when it hurts" is harmful in any text, and told there.
    const bool is_stop = is_forbidden && IsOneOf(words[protects->begin], "stop|rest|pause|slow");
    if (is_turned && !is_stop) return Match{is_forbidden ? 0 : protects->begin, words.size()};
  }
  if (const auto strains = FindTold(told, kStrains)) {
    if (!is_forbidden && is_bad) return Match{strains->begin, words.size()};
  }
  return std::nullopt;
}

// "Stop if your pain gets better."
std::optional<Match> FindStopWhenBetter(Words words) {
  const auto found = FindPhrase(
      words, "stop if your|the pain|symptoms|swelling|numbness gets|get|is|feels|goes better|away|less");
  if (!found || IsNegatedBefore(words, found->begin)) return std::nullopt;
  return found;
}

constexpr Phrases kTurned{
    "shaky|wobbly|rickety|flimsy|broken chair|table|support|rail|wall|surface",
    "further|farther|harder|past|beyond|deeper than? feels|is|what easy|comfortable|safe|good|feels",
    "further|farther|harder|past|beyond|deeper than? a? mild|slight|gentle pull|stretch|tension",
    "as far as a? strong|hard|sharp|painful pull|stretch|tug",
    "quickly|suddenly|fast|hard|forcefully into each|the|a|your stretch",
    "keep it hard|rough|painful|fast|jerky",
    "poor|bad|sloppy form comes|is first|better|best|fine|enough|good",
    "with poor|bad|sloppy form is better|best|fine|enough",
    "with|in good|proper|correct form is worse|worst",
};

constexpr Phrases kForbidsCare{
    "not|don't|never keep|have|leave ... ... ... within|in reach|near|nearby|close",
    "not|don't|never only? as far as feels|is easy|comfortable",
    "not|don't|never move|go|turn|bend|stretch|reach only as far",
    "not|don't|never keep|stay|move|go|be careful|gentle|slow|slowly|gently|safe",
    "not|don't|never keep it gentle|slow|light|easy",
};

std::optional<Match> FindTurned(Words words) {
  if (const auto found = FindAnyPhrase(words, kForbidsCare)) return found;
  const auto found = FindAnyPhrase(words, kTurned);
  if (!found || IsNegatedBefore(words, found->begin) || FindPhrase(words.first(found->begin), "if|who|may|can")) {
    return std::nullopt;
  }
  return found;
}

void CheckText(const Prose& text, RuleContext& context) {
  for (const Passage& passage : PassagesOf(text)) {
    for (const Sentence& sentence : passage.sentences(context.language())) {
      const Words words = sentence.words.words;
      auto found = FindTurnedCondition(words);
      if (!found) found = FindStopWhenBetter(words);
      if (!found) found = FindTurned(words);
      if (!found) continue;
      const Piece piece = sentence.words.PieceOf(found->begin, found->end);
      if (passage.HasLiteral(piece)) continue;
      context.Report(passage.SpanOf(piece), fmt::format("`{}` is the opposite of a caution; turn it round",
                                                        passage.Slice(piece)));
    }
  }
}

void CheckExercise(const Exercise& exercise, RuleContext& context) {
  for (const Prose& caution : exercise.cautions) CheckText(caution, context);
}

void CheckGuide(const Guide& guide, RuleContext& context) {
  for (const CalloutBlock* box : BlocksOf<CalloutBlock>(guide)) {
    if (box->title) CheckText(box->title, context);
    if (box->text) CheckText(box->text, context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(cautions:
  - Touch the wall whenever you feel steady. # expect: SF011 @ 5-44 "the opposite of a caution"
  - Do not put your hand on the wall if you feel dizzy. # expect: SF011
  - Increase the pressure if your skin tingles. # expect: SF011
  - Turn further than feels easy. # expect: SF011
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(cautions:
  - Touch the wall whenever you feel unsteady.
  - Stop if your pain gets worse.
  - Increase the weight when you feel strong.
  - Never turn further than feels easy.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "SF011",
    .name = "reversed-caution",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A caution says the opposite of what keeps readers safe.",
    .rationale =
        R"md(One word turns a caution round: "stop if your pain gets better", "touch the wall when you feel steady", "turn
further than feels easy". Read are an exercise's cautions and the boxes of a guide: what protects goes with a
complaint, what strains with well-being, and a few phrases are no caution at all. English texts only.)md",
    .source = "AHRQ PEMAT-P: warnings are clear; the words that are understood are guidec's own",
    .examples = kExamples,
    .languages = kEnglish,
    .exercise = CheckExercise,
    .guide = CheckGuide,
};

}  // namespace guidec::rules::reversed_caution
