#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "diag/rule_ids.h"
#include "lint/rule_context.h"
#include "model/dose/timeline.h"

namespace guidec::rules::routine_time {
namespace {

constexpr Threshold kPercent{"routine-percent", 10};
constexpr Threshold kThresholds[] = {kPercent};

// What guidec plans for pauses and repetitions by itself may not be what the author plans.
constexpr double kShareWithoutTiming = 0.5;

// Whether every figure that the timeline counts was understood.
bool IsCountable(const Library& library, const Routine& routine) {
  std::vector<SourceId> counted = {library.workspace.document->source};
  for (const Id& id : routine.exercises) {
    const Exercise* exercise = library.FindExercise(id.value);
    if (exercise == nullptr || HasDamage(exercise->document->root)) return false;
    if (exercise->sides.span.size() == 0 || exercise->dose.span.size() == 0) return false;
    counted.push_back(exercise->document->source);
  }
  const Node* timing = library.workspace.document->root.Find("timing");
  static constexpr std::array kKeys = {"get-ready", "change-sides", "between-exercises", "repetition",
                                       "open-hold"};
  const auto is_given = [&](std::string_view key) { return timing->Find(key) != nullptr; };
  if (timing != nullptr && (!std::ranges::all_of(kKeys, is_given) || HasDamage(*timing))) return false;
  return std::ranges::none_of(library.faults, [&](const Fault& fault) {
    return (fault.rule == rule_ids::kDurationWithoutUnit || fault.rule == rule_ids::kBadCount) &&
           std::ranges::find(counted, fault.span.source) != counted.end();
  });
}

void Check(const Guide& guide, RuleContext& context) {
  const Library& library = context.library();
  const Workspace& workspace = library.workspace;
  if (workspace.document == nullptr || !guide.routine) return;
  const Routine& routine = *guide.routine;
  if (!routine.total || routine.exercises.empty() || !IsCountable(library, routine)) return;
  const Timeline timeline = TimelineOf(library, routine, workspace.timing.value_or(Timing{}));
  const double share = workspace.timing ? context.Value(kPercent) / 100 : kShareWithoutTiming;
  const Seconds stated = routine.total->value;
  const Seconds computed = RangeOf(timeline.total);
  const bool is_short = stated.max < computed.min * (1 - share);
  const bool is_long = stated.min > computed.max * (1 + share);
  if (!is_short && !is_long) return;
  Diagnostic& finding = context.Report(
      routine.total->span, fmt::format("the routine takes {}, not {}: {}; correct the total",
                                       SpellExactly(computed), SpellExactly(stated), Breakdown(timeline)));
  if (const Pair* timing = workspace.document->root.FindPair("timing")) {
    finding.labels.push_back(
        {timing->key.span, "the planning figures for pauses, repetitions and open-ended holds"});
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(routine:
  exercises: [hip-stretch, plank]
  total: 5 min # expect: HT006 @ 10-15 "takes 3 minutes 20 seconds, not 5 minutes: 2 minutes 30 seconds of exercise"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(routine:
  exercises: [hip-stretch, plank]
  total: 3 min
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT006",
    .name = "routine-time",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "The time that a routine states is not the time that its exercises take.",
    .rationale =
        R"md(A reader plans the stated time. The doses give the computed one, with the workspace's `timing` for what
has no length of its own. `thresholds: {routine-percent: 10}` sets how far the two may lie apart. Without
`timing` guidec plans with figures of its own, and only tells where the two lie more than half apart.)md",
    .source =
        "CERT item 13 (Slade et al. 2016): the dosage, session duration included, is described; the "
        "tolerance is guidec's own",
    .thresholds = kThresholds,
    .examples = kExamples,
    .skips_damaged = true,
    .guide = Check,
};

}  // namespace guidec::rules::routine_time
