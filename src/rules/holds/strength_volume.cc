#include <algorithm>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "rules/says.h"
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
  return Says(exercise.name, kNames) || Says(exercise.purpose, kNames) || AnyStepSays(exercise, kSteps);
}

// "Hold for 5 seconds, {reps} times": the repetitions of a hold are other ones.
bool IsHeldInSteps(const Exercise& exercise) {
  static constexpr Phrases kHeld{"hold|holding|pause|squeeze|stay|keep ... ... ... second|seconds|sec|secs|s"};
  return AnyStepSays(exercise, kHeld);
}

// Whether a load makes the repetitions hard. Those against one's own weight are as many as one can do.
bool IsLoaded(const Exercise& exercise) {
  static constexpr Phrases kLoads{
      "dumbbell|dumbbells|barbell|barbells|kettlebell|kettlebells|bar|weight|weights|"
      "weighted|machine|cable|plate|plates|sled|smith|medicine|loaded"};
  return Says(exercise.name, kLoads) || std::ranges::any_of(exercise.equipment, [](const Id& item) {
           return FindAnyPhrase(Tokens(item.value).words, kLoads).has_value();
         });
}

// A range that meets the advised one is as advised for some.
void CheckCount(const Spanned<Count>& count, double least, double most, std::string_view noun,
                RuleContext& context) {
  if (count.value.max >= least && count.value.min <= most) return;
  context.Report(count.span,
                 fmt::format("{} {}; {} to {} are advised to build strength", Spell(count.value),
                             count.value.max == 1 ? noun.substr(0, noun.size() - 1) : noun, least, most));
}

// Of one's own weight: from half of the fewest to two thirds more than the most.
bool IsNear(const Count& reps, const RuleContext& context) {
  return 2 * reps.max >= context.Value(kRepsLeast) && 3 * reps.max <= 5 * context.Value(kRepsMost);
}

void Check(const Exercise& exercise, RuleContext& context) {
  const Dose& dose = exercise.dose;
  if (exercise.kind.value != "strength") return;
  const bool is_counted = dose.reps && !dose.hold && !IsHeldInSteps(exercise);
  const bool is_few = is_counted && dose.reps->value.max < context.Value(kRepsLeast);
  if (is_counted && !(is_few && IsForPower(exercise)) &&
      !(IsNear(dose.reps->value, context) && !IsLoaded(exercise))) {
    CheckCount(*dose.reps, context.Value(kRepsLeast), context.Value(kRepsMost), "repetitions", context);
  }
  if (dose.sets) {
    CheckCount(*dose.sets, context.Value(kSetsLeast), context.Value(kSetsMost), "sets", context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  reps: 20-30 # expect: HT010 @ 9-14 "8 to 15 are advised"
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
speed. Without a load, half the fewest and two thirds more than the most are fine. The repetitions of a held
position are not judged. Keep another dose where your source gives it. `thresholds: {strength-repetitions-least: 8,
strength-repetitions-most: 15, strength-sets-least: 1, strength-sets-most: 4}` sets the bounds.)md",
    .source =
        "ACSM resistance guidance (Garber et al. 2011; PMC11294170): 8-12 repetitions, 10-15 for older or "
        "deconditioned adults, 2-4 sets; one set for beginners is guidec's own",
    .thresholds = kThresholds,
    .examples = kExamples,
    .reads = kEnglish,
    .exercise = Check,
};

}  // namespace guidec::rules::strength_volume
