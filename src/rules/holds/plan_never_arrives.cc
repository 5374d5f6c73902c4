#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/dose/plan.h"

namespace guidec::rules::plan_never_arrives {
namespace {

void CheckProgression(const Dose& dose, const Progression& progression, RuleContext& context) {
  const auto amount = [&](int value) { return SpellAmount(progression.of, value); };
  const auto [from, to, by] = std::tuple(*progression.from, *progression.to, progression.by);
  if (to.value <= from.value) {
    Diagnostic& finding =
        context.Report(to.span, fmt::format("the plan {}: it goes from {} to {}; `to` lies above the start",
                                            to.value == from.value ? "stands still" : "shrinks",
                                            amount(from.value), amount(to.value)));
    finding.labels.push_back({from.span, "the start"});
    return;
  }
  const int way = to.value - from.value;
  if (const int over = way % by.value; over != 0) {
    const int below = to.value - over;
    const std::string nearest = below > from.value
                                    ? fmt::format("{} or {}", amount(below), amount(below + by.value))
                                    : amount(below + by.value);
    Diagnostic& finding = context.Report(
        to.span, fmt::format("steps of {} from {} never arrive at {}; end at {}, or change the steps",
                             amount(by.value), amount(from.value), amount(to.value), nearest));
    finding.labels.push_back({by.span, "the step"});
    return;
  }
  const auto plan = PlanOf(dose);
  if (!plan || plan->weeks.back() == to.value) return;
  context.Report(
      to.span,
      fmt::format("after {} weeks the plan is at {}, and never arrives at {}; add more at a step, or "
                  "end lower",
                  plan->weeks.size(), amount(plan->weeks.back()), amount(to.value)));
}

void Check(const Exercise& exercise, RuleContext& context) {
  // Where an open-ended hold ends is no aim: the body may end it before.
  const auto progression = exercise.dose.progression ? ProgressionOf(exercise.dose) : std::nullopt;
  if (progression) CheckProgression(exercise.dose, *progression, context);
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
