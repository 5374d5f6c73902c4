#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/dose/stated_dose.h"
#include "model/prose/passage.h"
#include "text/tokens.h"

namespace guidec::rules::no_rest {
namespace {

constexpr Phrases kRests{
    "rest|resting|pause|pausing|recover|break|relax ... ... between|set|sets",
    "between|after ... ... set|sets|round|rounds",
    "rest|pause|recover for|until|a",
};

bool SpeaksOfRest(const std::vector<ProseUse>& uses) {
  return std::ranges::any_of(uses, [](const ProseUse& use) {
    return std::ranges::any_of(PassagesOf(use), [](const Passage& passage) {
      return FindAnyPhrase(passage.tokens().words, kRests).has_value();
    });
  });
}

// A guide may say it once for all its exercises.
std::set<const Exercise*> SaidByGuides(const Library& library) {
  std::set<const Exercise*> said;
  for (const Guide& guide : library.guides) {
    std::vector<ProseUse> uses = ProseOf(library, guide);
    std::erase_if(uses, [](const ProseUse& use) { return use.exercise != nullptr; });
    if (!SpeaksOfRest(uses)) continue;
    const auto exercises = ExercisesOf(library, guide);
    said.insert(exercises.begin(), exercises.end());
  }
  return said;
}

void Check(const Library& library, RuleContext& context) {
  if (!context.Reads(library.workspace.language)) return;
  std::optional<std::set<const Exercise*>> said_by_guides;
  for (const Exercise& exercise : library.exercises) {
    const bool is_due = exercise.kind.value == "strength" || exercise.kind.value == "cardio";
    const auto& sets = exercise.dose.sets;
    if (!is_due || !sets || sets->value.max < 2 || HasDamage(exercise.document->root)) continue;
    if (!LacksDoseField(exercise, DoseField::kRest) || SpeaksOfRest(ProseOf(exercise))) continue;
    if (!said_by_guides) said_by_guides = SaidByGuides(library);
    if (said_by_guides->contains(&exercise)) continue;
    context.Report(sets->span,
                   fmt::format("{} sets, and nothing says how long to rest between them; add `rest` to the "
                               "dose, as in `rest: 1 min`",
                               Spell(sets->value)));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  reps: 10
  sets: 2 # expect: HT012 @ 9-10 "how long to rest"
steps:
  - Lie on a mat.
  - Do {reps} repetitions.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  reps: 10
  sets: 2
  rest: 1 min
steps:
  - Lie on a mat.
  - Do {reps} repetitions.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT012",
    .name = "no-rest",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A strength or cardio exercise has several sets and no rest between them.",
    .rationale =
        R"md(How long a reader rests decides how hard the next set is. Without `rest` the timer goes on at once, and
the routine's computed time is too short. A sentence about the rest in the exercise or its guide will do.
Stretches need none. English texts only.)md",
    .source =
        "ACSM (Garber et al. 2011): resistance exercise names the rest between sets; CERT item 13 (Slade et "
        "al. 2016): the dosage is described in detail",
    .examples = kExamples,
    .reads = kEnglish,
    .workspace = Check,
};

}  // namespace guidec::rules::no_rest
