#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/dose/plan.h"

namespace guidec::rules::plan_never_arrives {
namespace {

void CheckGrowth(const Dose& dose, const Growth& growth, RuleContext& context) {
  const auto amount = [&](int value) { return SpellAmount(growth.of, value); };
  if (*growth.to <= growth.from) {
    Diagnostic& finding = context.Report(
        growth.to_span, fmt::format("the plan {}: it goes from {} to {}; `to` lies above the start",
                                    *growth.to == growth.from ? "stands still" : "shrinks",
                                    amount(growth.from), amount(*growth.to)));
    finding.labels.push_back({growth.from_span, "the start"});
    return;
  }
  const int way = *growth.to - growth.from;
  if (const int over = way % growth.by; over != 0) {
    const int below = *growth.to - over;
    const std::string nearest = below > growth.from
                                    ? fmt::format("{} or {}", amount(below), amount(below + growth.by))
                                    : amount(below + growth.by);
    Diagnostic& finding = context.Report(
        growth.to_span, fmt::format("steps of {} from {} never arrive at {}; end at {}, or change the steps",
                                    amount(growth.by), amount(growth.from), amount(*growth.to), nearest));
    finding.labels.push_back({growth.by_span, "the step"});
    return;
  }
  const auto plan = PlanOf(dose);
  if (!plan || plan->weeks.back() == *growth.to) return;
  context.Report(
      growth.to_span,
      fmt::format("after {} weeks the plan is at {}, and never arrives at {}; add more at a step, or "
                  "end lower",
                  plan->weeks.size(), amount(plan->weeks.back()), amount(*growth.to)));
}

void Check(const Exercise& exercise, RuleContext& context) {
  // Where an open-ended hold ends is no aim: the body may end it before.
  const auto growth = exercise.dose.growth ? GrowthOf(exercise.dose) : std::nullopt;
  if (growth) CheckGrowth(exercise.dose, *growth, context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold: 60 s
  progression: {to: 15 s, by: 5 s, every: week} # expect: HT016 @ 21-25 "the plan shrinks"
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold: 20 s
  progression:
    to: 55 s # expect: HT016 @ 9-13 "steps of 10 seconds from 20 seconds never arrive at 55 seconds"
    by: 10 s
    every: week
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold: 15 s
  progression:
    to: 5 min # expect: HT016 @ 9-14 "after 52 weeks the plan is at 1 minute 6 seconds"
    by: 1 s
    every: week
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  hold: 15 s
  progression: {to: 1 min, by: 5 s, every: week}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT016",
    .name = "plan-never-arrives",
    .severity = Severity::kError,
    .since = "0.2",
    .summary = "A progression shrinks, stands still, or never arrives at its end.",
    .rationale =
        R"md(The plan is printed week by week, and its last week says `to`. Steps that pass it by, or that take more
than a year, leave the reader without the end that was promised.)md",
    .source =
        "CERT item 7 (Slade et al. 2016): the rule and the schedule of the progression are described; the "
        "year "
        "is guidec's own threshold",
    .examples = kExamples,
    .exercise = Check,
};

}  // namespace guidec::rules::plan_never_arrives
