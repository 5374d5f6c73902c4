#include <algorithm>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "text/tokens.h"

namespace guidec::rules::strength_volume {
namespace {

constexpr Threshold kRepsLeast{"strength-repetitions-least", 8};
constexpr Threshold kRepsMost{"strength-repetitions-most", 15};
constexpr Threshold kSetsLeast{"strength-sets-least", 1};
constexpr Threshold kSetsMost{"strength-sets-most", 4};
constexpr Threshold kThresholds[] = {kRepsLeast, kRepsMost, kSetsLeast, kSetsMost};

// "Power stairs", "as fast as possible": few repetitions, each with all speed.
bool IsForPower(const Exercise& exercise) {
  static constexpr Phrases kNames{"power|explosive|plyometric|plyometrics|speed"};
  static constexpr Phrases kSteps{"as fast|quickly|explosively|powerfully as", "explosively"};
  const auto says = [](const Prose& prose, PhraseView phrases) {
    return FindAnyPhrase(Tokens(PlainText(prose.root)).words, phrases).has_value();
  };
  return says(exercise.name, kNames) || says(exercise.purpose, kNames) ||
         std::ranges::any_of(exercise.steps, [&](const Prose& step) { return says(step, kSteps); });
}

// A range that meets the advised one is as advised for some.
void CheckCount(const Spanned<Count>& count, double least, double most, std::string_view noun,
                RuleContext& context) {
  if (count.value.max >= least && count.value.min <= most) return;
  context.Report(count.span,
                 fmt::format("{} {}; {} to {} are advised to build strength", Spell(count.value),
                             count.value.max == 1 ? noun.substr(0, noun.size() - 1) : noun, least, most));
}

void Check(const Exercise& exercise, RuleContext& context) {
  const Dose& dose = exercise.dose;
  if (exercise.kind.value != "strength") return;
  // The repetitions of a hold are other ones.
  const bool is_counted = dose.reps && !dose.hold;
  const bool is_few = is_counted && dose.reps->value.max < context.Value(kRepsLeast);
  if (is_counted && !(is_few && IsForPower(exercise))) {
    CheckCount(*dose.reps, context.Value(kRepsLeast), context.Value(kRepsMost), "repetitions", context);
  }
  if (dose.sets) {
    CheckCount(*dose.sets, context.Value(kSetsLeast), context.Value(kSetsMost), "sets", context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  reps: 20-25 # expect: HT010 @ 9-14 "8 to 15 are advised"
  sets: 6 # expect: HT010 @ 9-10 "1 to 4 are advised"
  rest: 1 min
steps:
  - Lie on a mat.
  - Do {reps} repetitions.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  reps: 5
steps:
  - Kneel on a mat.
  - Jump up as fast as you can, {reps} times.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  reps: 10-15
  sets: 2-4
  rest: 1 min
steps:
  - Lie on a mat.
  - Do {reps} repetitions.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT010",
    .name = "strength-volume",
    .severity = Severity::kInfo,
    .since = "0.1",
    .summary = "A strength exercise has fewer or more repetitions or sets than guidelines advise.",
    .rationale =
        R"md(Eight to twelve repetitions build strength in most adults, ten to fifteen in older or untrained ones,
in one to four sets. Far more train stamina, and far fewer want a load that a guide should not leave to
its reader. A range that meets the advised one is fine, and so are few repetitions of an exercise for power or
speed. The repetitions of a held position are not judged. Keep another dose where your source gives
it. `thresholds: {strength-repetitions-least: 8, strength-repetitions-most: 15, strength-sets-least: 1,
strength-sets-most: 4}` sets the bounds.)md",
    .source =
        "ACSM resistance guidance (Garber et al. 2011; PMC11294170): 8-12 repetitions, 10-15 for older or "
        "deconditioned adults, 2-4 sets; one set for beginners is guidec's own",
    .thresholds = kThresholds,
    .examples = kExamples,
    .reads = kEnglish,
    .exercise = Check,
};

}  // namespace guidec::rules::strength_volume
