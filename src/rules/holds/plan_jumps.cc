#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/dose/plan.h"

namespace guidec::rules::plan_jumps {
namespace {

constexpr Threshold kPercent{"progression-percent", 50};
constexpr Threshold kThresholds[] = {kPercent};

void Check(const Exercise& exercise, RuleContext& context) {
  const double most = context.Value(kPercent);
  const auto progression = ProgressionOf(exercise.dose);
  if (!progression) return;
  // One repetition or set is the least that can be added.
  const auto [from, by] = std::pair(*progression->from, progression->by);
  const bool is_least = progression->of != DoseField::kHold && by.value == 1;
  // The first step is the greatest, as a share of what it is added to.
  if (is_least || by.value * 100.0 <= from.value * most) return;
  const auto amount = [&](int value) { return SpellAmount(progression->of, value); };
  Diagnostic& finding = context.Report(
      by.span, fmt::format("the first step adds {} to {}, over {:g} % of it; add less at a step",
                           amount(by.value), amount(from.value), most));
  finding.labels.push_back({from.span, "the start"});
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold: 20 s
  progression:
    to: 1 min
    by: 20 s # expect: HT017 @ 9-13 "adds 20 seconds to 20 seconds, over 50 % of it"
    every: week
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold:
    until: your hips begin to drop
    start: 10 s
    add: 10 s # expect: HT017 @ 10-14 "adds 10 seconds to 10 seconds"
    each: week
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  hold: 20 s
  progression: {to: 1 min, by: 10 s, every: week}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT017",
    .name = "plan-jumps",
    .severity = Severity::kWarning,
    .since = "0.2",
    .summary = "A progression adds more than half at one step.",
    .rationale =
        R"md(A load that grows by leaps is how beginners get hurt or give up. One repetition or one set more is let
pass: less cannot be added. `thresholds: {progression-percent: 50}` sets how much a step may add.)md",
    .source = "ACSM (Garber et al. 2011): progression is gradual; guidec's own threshold",
    .thresholds = kThresholds,
    .examples = kExamples,
    .exercise = Check,
};

}  // namespace guidec::rules::plan_jumps
