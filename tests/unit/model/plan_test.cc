#include "model/dose/plan.h"

#include <catch2/catch.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lint/example.h"
#include "model/dose/timeline.h"

namespace guidec {
namespace plan_test {

// "hold 15 20 25", with "…" behind a plan that goes on.
std::string ShowPlan(std::string_view dose) {
  Sources sources;
  const Library library = LoadExample("exercises/plank.yaml", fmt::format("dose:\n{}", dose), sources);
  const auto plan = PlanOf(library.FindExercise("plank")->dose);
  if (!plan) return "none";
  return fmt::format("{} {}{}", FieldName(plan->progression.of), fmt::join(plan->weeks, " "),
                     plan->is_open ? " …" : "");
}

TEST_CASE("a progression is told week by week") {
  CHECK(ShowPlan("  hold: 15 s\n  progression: {to: 30 s, by: 5 s, every: week}\n") == "hold 15 20 25 30");
  CHECK(ShowPlan("  hold: 20 s\n  progression: {to: 40 s, by: 10 s, every: 2 weeks}\n") ==
        "hold 20 20 30 30 40");
  CHECK(ShowPlan("  hold: 20 s\n  progression: {to: 40 s, by: 1 s, every: day}\n") == "hold 20 27 34 40");
  CHECK(ShowPlan("  reps: 8-12\n  progression: {to: 12, by: 2, every: week}\n") == "reps 8 10 12");
  CHECK(ShowPlan("  reps: 8\n  sets: 1\n  progression: {of: sets, to: 3, by: 1, every: week}\n") ==
        "sets 1 2 3");
  CHECK(ShowPlan("  reps: 8\n  hold: 5 s\n  progression: {to: 9 s, by: 2 s, every: week}\n") == "hold 5 7 9");
  CHECK(
      ShowPlan("  hold: {until: you tire}\n  progression: {from: 15 s, to: 25 s, by: 5 s, every: week}\n") ==
      "hold 15 20 25");
}

TEST_CASE("a progression by the session needs the sessions of a week") {
  const std::string grows = "  hold: 20 s\n  progression: {to: 40 s, by: 2 s, every: session}\n";
  CHECK(ShowPlan(grows) == "none");
  CHECK(ShowPlan(grows + "  frequency: 2-3 times a week\n") == "hold 20 24 28 32 36 40");
  CHECK(ShowPlan(grows + "  frequency: after each run\n") == "none");
}

TEST_CASE("an open-ended hold grows up to the end that it names, or for eight weeks") {
  CHECK(ShowPlan("  hold: {until: you tire, start: 15 s, add: 5 s, each: week}\n") ==
        "hold 15 20 25 30 35 40 45 50 …");
  CHECK(ShowPlan("  hold: {until: you reach half a minute, start: 15 s, add: 5 s, each: week}\n") ==
        "hold 15 20 25 30");
  CHECK(ShowPlan("  hold: {until: you tire, start: 15 s}\n") == "none");
}

TEST_CASE("a plan counts whole steps, ends with the last amount and lasts a year at the most") {
  CHECK(ShowPlan("  hold: 20 s\n  progression: {to: 24 s, by: 1 s, every: 3 days}\n") == "hold 20 22 24");
  CHECK(ShowPlan("  hold: 20 s\n  frequency: 3 times a week\n"
                 "  progression: {to: 24 s, by: 1 s, every: 2 sessions}\n") == "hold 20 21 23 24");
  CHECK(ShowPlan("  hold: 15 s\n  progression: {to: 22 s, by: 5 s, every: week}\n") == "hold 15 20 22");
  CHECK(ShowPlan("  hold: {until: you tire, start: 15 s, add: 5 s, each: 2 weeks}\n") ==
        "hold 15 15 20 20 25 25 30 30 …");
  Dose dose;
  dose.reps = Spanned<Count>{{10, 12}, {}};
  Progression& grows = dose.progression.emplace();
  grows.of = DoseField::kReps;
  grows.by.value = 1;
  grows.every.value = {1, Unit::kWeek};
  const auto weeks = [&](int to) {
    grows.to = Spanned<int>{to, {}};
    const Plan plan = *PlanOf(dose);
    return fmt::format("{} weeks to {}", plan.weeks.size(), plan.weeks.back());
  };
  CHECK(weeks(60) == "51 weeks to 60");
  CHECK(weeks(61) == "52 weeks to 61");
  CHECK(weeks(62) == "52 weeks to 61");
  grows.by.value = 0;
  CHECK_FALSE(PlanOf(dose));
}

TEST_CASE("steps lead from the first amount to the last") {
  const auto steps = [](int from, int to, int by) {
    Progression progression;
    progression.from = Spanned<int>{from, {}};
    progression.to = Spanned<int>{to, {}};
    progression.by.value = by;
    return StepsOf(progression).value_or(-1);
  };
  CHECK(steps(10, 20, 1) == 10);
  CHECK(steps(10, 20, 3) == 4);
  CHECK(steps(10, 20, 5) == 2);
  CHECK(steps(10, 20, 10) == 1);
  CHECK(steps(10, 20, 11) == 1);
  CHECK(steps(10, 11, 1) == 1);
  CHECK(steps(10, 10, 1) == -1);
  CHECK(steps(10, 9, 1) == -1);
  CHECK(steps(10, 20, 0) == -1);
  Progression open;
  open.from = Spanned<int>{10, {}};
  open.by.value = 1;
  CHECK_FALSE(StepsOf(open));
}

TEST_CASE("a week's dose has the plan's amount in the field that grows") {
  Dose dose;
  dose.hold = Spanned<Hold>{Seconds{20, 30}, {}};
  dose.reps = Spanned<Count>{{8, 12}, {}};
  dose.sets = Spanned<Count>{{2, 3}, {}};
  Progression& grows = dose.progression.emplace();
  grows.to = Spanned<int>{1000, {}};
  grows.by.value = 2;
  grows.every.value = {1, Unit::kWeek};
  const auto amounts = [&](DoseField of, int week) {
    grows.of = of;
    std::string text;
    const Dose then = DoseInWeek(dose, week);
    for (const DoseField field : {DoseField::kHold, DoseField::kReps, DoseField::kSets}) {
      const Count amount = AmountOf(then, field).value_or(Count{});
      text += fmt::format("{}{}-{}", text.empty() ? "" : " ", amount.min, amount.max);
    }
    return text;
  };
  CHECK(amounts(DoseField::kHold, 2) == "22-22 8-12 2-3");
  CHECK(amounts(DoseField::kReps, 3) == "20-30 12-12 2-3");
  CHECK(amounts(DoseField::kSets, 1) == "20-30 8-12 2-2");
  CHECK(amounts(DoseField::kSets, 0) == "20-30 8-12 2-2");
  CHECK(amounts(DoseField::kReps, 52) == "20-30 110-110 2-3");
  CHECK(amounts(DoseField::kReps, 53) == "20-30 110-110 2-3");
  OpenHold open;
  open.start = Spanned<Seconds>{{15, 15}, {}};
  dose.hold = Spanned<Hold>{open, {}};
  CHECK(amounts(DoseField::kHold, 2) == "17-17 8-12 2-3");
  CHECK(OpenHoldOf(DoseInWeek(dose, 2)) != nullptr);
  CHECK(amounts(DoseField::kReps, 2) == "15-15 10-10 2-3");
}

TEST_CASE("what cannot be told has no plan") {
  CHECK(ShowPlan("  hold: 30 s\n  progression: Hold a little longer each week.\n") == "none");
  CHECK(ShowPlan("  hold: 30 s\n  progression: {to: 20 s, by: 5 s, every: week}\n") == "none");
  CHECK(ShowPlan("  hold: 30 s\n  progression: {to: 20, by: 5 s, every: week}\n") == "none");
  CHECK(ShowPlan("  hold: 30 s\n  progression: {of: reps, to: 20, by: 5, every: week}\n") == "none");
  CHECK(ShowPlan("  hold: 30 s\n  progression: {to: 60 s, by: 5 s, every: month}\n") == "none");
}

TEST_CASE("a timeline of a week has that week's dose") {
  constexpr Timing kTiming{{10, 10}, {5, 5}, {15, 15}, {4, 4}, {30, 30}};
  Sources sources;
  const Library library =
      LoadExample("exercises/plank.yaml",
                  "dose:\n  hold: 15-20 s\n  progression: {to: 30 s, by: 5 s, every: week}\n", sources);
  const Exercise& plank = *library.FindExercise("plank");
  const auto work = [&](std::optional<int> week) {
    return TimelineOf(plank, kTiming, week).cues.back().length;
  };
  CHECK(work({}) == Bounds{15, 17, 20});
  CHECK(work(1) == Bounds{15, 15, 15});
  CHECK(work(3) == Bounds{25, 25, 25});
  CHECK(work(4) == Bounds{30, 30, 30});
  CHECK(work(52) == Bounds{30, 30, 30});
  CHECK(AmountOf(*TimelineOf(plank, kTiming, 3).cues.back().dose, DoseField::kHold) == Count{25, 25});
}

}  // namespace plan_test
}  // namespace guidec
