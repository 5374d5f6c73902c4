#include "model/dose/plan.h"

#include <catch2/catch.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lint/example.h"
#include "model/dose/timeline.h"

namespace guidec {
namespace {

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

}  // namespace
}  // namespace guidec
