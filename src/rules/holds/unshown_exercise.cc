#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "lint/rule_context.h"

namespace guidec::rules::unshown_exercise {
namespace {

void Check(const Guide& guide, RuleContext& context) {
  const std::vector<const ExercisesBlock*> blocks = BlocksOf<ExercisesBlock>(guide);
  if (!guide.routine || blocks.empty()) return;
  std::set<std::string_view> shown;
  for (const ExercisesBlock* block : blocks) {
    for (const Id& id : block->ids) {
      if (context.library().FindExercise(id.value) == nullptr) return;
      shown.insert(id.value);
    }
  }
  for (const Id& id : guide.routine->exercises) {
    const bool is_known = context.library().FindExercise(id.value) != nullptr;
    if (!is_known || !shown.insert(id.value).second) continue;
    Diagnostic& finding = context.Report(
        id.span,
        fmt::format("`{}` is in the routine, and no section shows how to do it; add it to an `exercises` "
                    "block, or leave it out here",
                    id.value));
    if (!blocks.back()->ids.empty())
      finding.labels.push_back({blocks.back()->ids.back().span, "the exercises shown"});
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(sections:
  - id: signs
    title: What it feels like
    body:
      - list: symptoms
        title: Where it hurts
        items: {groin: In your groin, hip: Around your hip}
        cites: [leaflet]
      - claim: form-helps
        text: Good running form helps.
        cites: [leaflet]
  - id: exercises
    title: Exercises
    body:
      - exercises: [plank]
routine:
  total: 3 min
  exercises:
    - hip-stretch # expect: HT026 @ 7-18 "no section shows how to do it"
    - plank
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(routine:
  exercises: [hip-stretch, plank]
  total: 3 min
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT026",
    .name = "unshown-exercise",
    .severity = Severity::kWarning,
    .since = "0.2",
    .summary = "The routine has an exercise that no section of the guide shows.",
    .rationale =
        R"md(The routine names exercises; how they are done stands in the sections. When one is taken out of its section
and left in the routine, the reader is told to do what nobody has explained. A guide without any `exercises` block
is left alone.)md",
    .source = "CERT item 8 (Slade et al. 2016): each exercise is described so that it can be replicated",
    .examples = kExamples,
    .skips_damaged = true,
    .guide = Check,
};

}  // namespace guidec::rules::unshown_exercise
