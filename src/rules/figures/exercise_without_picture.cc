#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"

namespace guidec::rules::exercise_without_picture {
namespace {

void Check(const Library& library, RuleContext& context) {
  const auto has_picture = [](const Exercise* exercise) { return !exercise->pictures.empty(); };
  std::set<const Exercise*> told;
  for (const Guide& guide : library.guides) {
    const auto exercises = ExercisesOf(library, guide);
    if (std::ranges::none_of(exercises, has_picture)) continue;
    for (const Exercise* exercise : exercises) {
      if (has_picture(exercise) || HasDamage(exercise->document->root)) continue;
      if (!told.insert(exercise).second) continue;
      context.Report(
          exercise->id.span,
          fmt::format("exercise `{}` has no picture, and others of its guide have; add `figures` with its "
                      "start and its hold",
                      exercise->id.value));
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(# without: figures
id: plank # expect: FG007 @ 5-10 "has no picture"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(# without: figures
pictures:
  - file: plank.png
    alt: A woman rests on her forearms with her body in a straight line.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "FG007",
    .name = "exercise-without-picture",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "An exercise has no picture while others of its guide have one.",
    .rationale =
        R"md(Who has learned to look at the picture misses it here, on the sheet or in the booklet. A guide that has no
pictures at all is left alone.)md",
    .source = "PEMAT-P (AHRQ 2013), items on visual aids; guidec counts pictures, not what they are worth",
    .examples = kExamples,
    .workspace = Check,
};

}  // namespace guidec::rules::exercise_without_picture
