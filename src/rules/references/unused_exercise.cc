#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "rules/file_id.h"

namespace guidec::rules::unused_exercise {
namespace {

void Check(const Library& library, RuleContext& context) {
  std::set<const Exercise*> used;
  std::set<std::string> named;
  for (const Guide& guide : library.guides) {
    // What a damaged guide shows is not known.
    if (HasDamage(guide.document->root)) return;
    for (const Exercise* exercise : ExercisesOf(library, guide)) used.insert(exercise);
    for (const ExercisesBlock* block : BlocksOf<ExercisesBlock>(guide)) {
      for (const Id& id : block->ids) named.insert(id.value);
    }
  }
  if (library.guides.empty()) return;
  for (const Exercise& exercise : library.exercises) {
    // Of two with the same id, guides show the first, and that is another rule's finding.
    const bool is_second = library.FindExercise(exercise.id.value) != &exercise;
    // A guide names it by its file: only its id is wrong.
    const bool is_meant = named.contains(FileIdOf(library, exercise));
    if (used.contains(&exercise) || is_meant || is_second || exercise.id.span.size() == 0) continue;
    context.Report(
        exercise.id.span,
        fmt::format("no guide shows exercise `{}`; add it to one or remove the file", exercise.id.value));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/bird-dog.yaml",
     R"yaml(# yaml-language-server: $schema=../../schema/exercise.schema.json
id: bird-dog # expect: RF006 @ 5-13 "no guide shows"
name: Bird dog
kind: strength
purpose: Builds strength around your trunk.
equipment: [mat]
sides: together
dose: {reps: 10}
steps:
  - Kneel on a mat.
  - Do {reps} repetitions.
stop-if: You feel sharp pain.
cites: [leaflet]
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(id: plank
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF006",
    .name = "unused-exercise",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "No guide shows the exercise.",
    .rationale = R"md(It is checked and never printed: forgotten in a guide, or left over.)md",
    .source = "guidec's own check",
    .examples = kExamples,
    .workspace = Check,
};

}  // namespace guidec::rules::unused_exercise
