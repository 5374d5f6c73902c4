#include "rules/guide_gaps.h"

namespace guidec::rules::no_progression {
namespace {

constexpr Phrases kSteps{
    "progress*|gradual*|increas*|lengthen*",
    "build|builds|building up",
    "add|adding ... ... more|weight|weights|resistance|load|second|seconds|minute|minutes|repetition|"
    "repetitions|rep|reps|set|sets|little",
    "a little|bit longer|more|further|heavier",
    "little by little",
    "as you get|become|grow|gain stronger|fitter|strength|better",
    "when|once|if you can|are|feel ... ... easily|ready|stronger|more",
    "when|once|if it|this|that|the feels|becomes|is|gets too? easy|easier",
    "over time",
    "harder|tougher",
    "each|every|next week",
    "start|starting|begin|beginning with",
    "work|working up",
};

bool TrainsStrengthOrStamina(const Exercise& exercise) {
  return exercise.kind.value == "strength" || exercise.kind.value == "cardio";
}

bool HasProgression(const Exercise& exercise) {
  if (exercise.dose.progression_in_words || exercise.dose.progression) return true;
  const OpenHold* open = OpenHoldOf(exercise.dose);
  return open != nullptr && open->add;
}

void Check(const Library& library, RuleContext& context) {
  const Topic progression{
      .phrases = kSteps,
      .is_due = TrainsStrengthOrStamina,
      .has = HasProgression,
      .of_guide =
          "neither the guide nor its exercises say how to go on when they become easy; add "
          "`progression` to the doses, or say it in the guide",
      .of_exercise =
          "nothing says how this exercise grows with the reader's strength; add `progression`, as "
          "in `Do one more repetition each week.`",
  };
  ReportGaps(library, progression, context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(id: hips # expect: HT013 @ 1-3 "how to go on"
subtitle: Exercises for three days a week
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  hold: 20 s
  progression: {to: 1 min, by: 5 s, every: week}
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  hold:
    until: your hips begin to drop
  progression: Hold a little longer as you get stronger.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT013",
    .name = "no-progression",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "Nothing says how a strength or cardio exercise grows over time.",
    .rationale =
        R"md(A load that stays the same stops building strength, and a reader who is left to guess adds too much or
nothing. `progression` says it in the dose, an open-ended hold by `add` and `each`, or the guide says it
once in its text for all exercises. Stretches are left out: how they are best progressed is not known.
English texts only.)md",
    .source =
        "ACSM (Garber et al. 2011): FITT-VP, where P is the progression; CERT item 7 (Slade et al. 2016): "
        "how exercises are progressed",
    .examples = kExamples,
    .reads = kEnglish,
    .workspace = Check,
};

}  // namespace guidec::rules::no_progression
