#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "rules/held_stretch.h"
#include "rules/says.h"
#include "text/quantity.h"
#include "text/tokens.h"

namespace guidec::rules::stretch_hold_length {
namespace {

constexpr Threshold kLeast{"stretch-seconds-least", 10};
constexpr Threshold kMost{"stretch-seconds-most", 30};
constexpr Threshold kOlderLeast{"older-stretch-seconds-least", 30};
constexpr Threshold kOlderMost{"older-stretch-seconds-most", 60};
constexpr Threshold kThresholds[] = {kLeast, kMost, kOlderLeast, kOlderMost};

constexpr int kOlderAge = 60;

constexpr Phrases kOlder{
    "older adult|adults|people|person|persons|patient|patients|reader|readers|man|men|woman|women|runner|"
    "runners",
    "senior|seniors|senior's|elderly",
};

// "Older adults", "people over 65", "aged 70 and up".
bool AreOlder(const Prose& audience) {
  if (!audience) return false;
  const WordList tokens = Tokens(PlainText(audience.root));
  if (FindAnyPhrase(tokens.words, kOlder)) return true;
  const QuantityReader reader(tokens);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const auto age = reader.WholeAt(at);
    if (!age || *age < kOlderAge || *age > 120) continue;
    const auto behind = std::span(tokens.words).subspan(at + 1);
    const bool is_bound = at > 0 && IsOneOf(tokens.words[at - 1], "over|above|past|aged|from|than");
    if (is_bound || MatchPhrase(behind, "years? and|or over|older|above|up|more")) return true;
  }
  return false;
}

// Held for minutes by custom: yoga, and positions that a reader rests in.
bool IsRestedIn(const Exercise& exercise) {
  static constexpr Phrases kNames{
      "pose|poses|posture|yoga|yin|restorative|warrior|cobra|sphinx|pigeon|"
      "lotus|corpse|puppy|camel|triangle|prayer|goddess|mermaid|dolphin|dog|reclined|reclining|supported|"
      "passive|relaxed|hang|hanging|decompression|positioning|splint|relaxation",
      "child|child's|childs rest|stretch",
      "legs - up",
      "legs up",
      "low -? load",
      "prone lying|lie"};
  static constexpr Phrases kSteps{"relax|rest|settle|sink|melt into|here|deeply", "asana|yin|yoga|breaths",
                                  "in the|this pose", "let gravity"};
  const std::vector<std::string> name = Tokens(PlainText(exercise.name.root)).words;
  const auto is_asana = [](const std::string& word) { return word.ends_with("asana"); };
  return Says(exercise.name, kNames) || std::ranges::any_of(name, is_asana) || AnyStepSays(exercise, kSteps);
}

// Exercises that guides show, and none but those for older adults.
std::set<const Exercise*> ForOlderAdults(const Library& library, const RuleContext& context) {
  std::set<const Exercise*> for_older;
  std::set<const Exercise*> for_others;
  for (const Guide& guide : library.guides) {
    const bool is_for_older = context.Reads(guide.language) && AreOlder(guide.audience);
    for (const Exercise* exercise : ExercisesOf(library, guide)) {
      (is_for_older ? for_older : for_others).insert(exercise);
    }
  }
  std::erase_if(for_older, [&](const Exercise* exercise) { return for_others.contains(exercise); });
  return for_older;
}

void Check(const Library& library, RuleContext& context) {
  const std::set<const Exercise*> for_older = ForOlderAdults(library, context);
  for (const Exercise& exercise : library.exercises) {
    if (!IsHeldStretch(exercise)) continue;
    const auto& hold = exercise.dose.hold;
    const auto& seconds = std::get<Seconds>(hold->value);
    const bool is_older = for_older.contains(&exercise);
    const double least = library.Value(is_older ? kOlderLeast : kLeast);
    const double most = library.Value(is_older ? kOlderMost : kMost);
    // A range that meets the advised one is as advised for some.
    if (seconds.max >= least && seconds.min <= most) continue;
    if (seconds.min > most && IsRestedIn(exercise)) continue;
    context.Report(hold->span, fmt::format("the stretch is held for {}; {} to {} seconds are advised{}",
                                           Spell(seconds), least, most, is_older ? " for older adults" : ""));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(dose:
  hold: 2 min # expect: HT008 @ 9-14 "10 to 30 seconds are advised"
)yaml"},
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(dose:
  hold: 5-8 s # expect: HT008 @ 9-14
  sets: 8
)yaml"},
    {Example::kGood, "exercises/hip-stretch.yaml", R"yaml(dose:
  hold: 20-30 s
  sets: 3
)yaml"},
    {Example::kGood, "exercises/hip-stretch.yaml", R"yaml(dose:
  hold: 2 s
  reps: 10
steps:
  - Kneel on your left knee on a mat.
  - Ease your hips forward, and hold for {hold}.
  - Do {reps} repetitions.
  - Repeat the steps on the other side.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT008",
    .name = "stretch-hold-length",
    .severity = Severity::kInfo,
    .since = "0.1",
    .summary = "A static stretch is held for less or more time than guidelines advise.",
    .rationale =
        R"md(Below ten seconds a held stretch does little, and beyond thirty it does hardly more; older adults may
gain more from thirty to sixty. A guide is for older adults when its `audience` says so. A range that meets the
advised one is fine, and so is a longer hold of a yoga pose or of a position that you rest in. Pauses while you
roll over a muscle and repeated contractions of a few seconds are no static stretches. Keep another hold
where your source gives it. `thresholds: {stretch-seconds-least: 10, stretch-seconds-most: 30,
older-stretch-seconds-least: 30, older-stretch-seconds-most: 60}` sets the bounds.)md",
    .source =
        "ACSM (stretching and flexibility update 2021; Garber et al. 2011): a static stretch is held for "
        "10-30 s, by older adults for 30-60 s",
    .thresholds = kThresholds,
    .examples = kExamples,
    .reads = kEnglish,
    .workspace = Check,
};

}  // namespace guidec::rules::stretch_hold_length
