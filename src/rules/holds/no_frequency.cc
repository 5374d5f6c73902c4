#include "rules/guide_gaps.h"

namespace guidec::rules::no_frequency {
namespace {

constexpr Phrases kFrequencies{
    "daily|weekly|nightly",
    "once|twice|time|times a|per|each|every day|week|session|month|morning|evening|hour",
    "day|days a|per|each|every|of|in the|any? week",
    "each|every other|second|third? day|days|morning|evening|night|hour|hours",
    "each|every two|three|four|2|3|4 days|hours",
    "monday|mondays|tuesday|tuesdays|wednesday|wednesdays|thursday|thursdays|friday|fridays|saturday|"
    "saturdays|sunday|sundays",
    "before|after each|every run|ride|walk|workout|training|session",
    "in the morning and",
};

void Check(const Library& library, RuleContext& context) {
  const Topic frequency{
      .phrases = kFrequencies,
      .is_due = [](const Exercise&) { return true; },
      .has = [](const Exercise& exercise) { return static_cast<bool>(exercise.dose.frequency); },
      .of_guide =
          "neither the guide nor its exercises say how often to exercise; add `frequency` to the "
          "doses, or say it in the guide",
      .of_exercise = "nothing says how often to do this exercise; add `frequency`, as in `once a day`",
  };
  ReportGaps(library, frequency, context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(# without: subtitle
id: hips # expect: HT011 @ 1-3 "how often"
main-message: Rest first. Then build up slowly.
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(subtitle: Exercises for every other day
main-message: Rest first. Then build up slowly.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT011",
    .name = "no-frequency",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "Nothing says how often an exercise is to be done.",
    .rationale =
        R"md(A dose without its frequency is half a dose: once a day and once a week do not have the same effect.
`frequency` says it in an exercise's dose, or the guide says it once in its text for all of them. English
texts only.)md",
    .source =
        "ACSM (Garber et al. 2011): FITT-VP, where F is the frequency; CERT item 13 (Slade et al. 2016): "
        "the dosage is described in detail",
    .examples = kExamples,
    .reads = kEnglish,
    .workspace = Check,
};

}  // namespace guidec::rules::no_frequency
