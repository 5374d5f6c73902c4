#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "rules/file_id.h"
#include "text/nearest.h"

namespace guidec::rules::unknown_exercise {
namespace {

void Check(const Library& library, RuleContext& context) {
  std::vector<std::string> known;
  std::set<std::string> file_ids;
  for (const Exercise& exercise : library.exercises) {
    known.push_back(exercise.id.value);
    file_ids.insert(FileIdOf(library, exercise));
  }
  const auto check = [&](const Id& id) {
    // An exercise under another id than its file's name is told where it is defined.
    if (library.FindExercise(id.value) != nullptr || file_ids.contains(id.value)) return;
    context.Report(id.span,
                   fmt::format("there is no exercise `{}`{}", id.value, DidYouMean(id.value, known)));
  };
  for (const Guide& guide : library.guides) {
    for (const ExercisesBlock* block : BlocksOf<ExercisesBlock>(guide))
      std::ranges::for_each(block->ids, check);
    if (guide.routine) std::ranges::for_each(guide.routine->exercises, check);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(routine:
  exercises: [hip-strech, plank] # expect: RF001 @ 15-25 "did you mean `hip-stretch`"
  total: 40 s
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(routine:
  exercises: [plank]
  total: 40 s
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF001",
    .name = "unknown-exercise",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A guide names an exercise that does not exist.",
    .rationale =
        R"md(It would be missing from the guide, its handouts and its session, and nobody would know.)md",
    .source = "guidec's source format",
    .examples = kExamples,
    .workspace = Check,
};

}  // namespace guidec::rules::unknown_exercise
