#include "model/dose/step_reading.h"

#include <catch2/catch.hpp>

#include <fmt/format.h>

#include "lint/example.h"

namespace guidec {
namespace {

struct Case {
  std::string_view steps;
  std::string_view roles;  // steps from 1: "hold 3, change 4, left"
};

std::string Show(const StepRoles& roles) {
  std::string text;
  const auto add = [&](std::string_view name, const std::optional<std::size_t>& step) {
    if (step) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name, *step + 1);
  };
  add("hold", roles.hold);
  add("reps", roles.repetitions);
  add("rest", roles.rest);
  add("change", roles.change_of_sides);
  if (roles.first_side) text += *roles.first_side == Side::kLeft ? ", left" : ", right";
  return text;
}

std::string ShowRoles(std::string_view head, std::string_view steps) {
  Sources sources;
  const std::string yaml = fmt::format("{}steps:\n{}", head, steps);
  const Library library = LoadExample("exercises/plank.yaml", yaml, sources);
  return Show(RolesOfSteps(*library.FindExercise("plank")));
}

TEST_CASE("what the steps of a hold on each side say") {
  const Case cases[] = {
      {"  - Kneel on your left knee.\n  - Hold for {hold}.\n  - Repeat the steps on the other side.\n",
       "hold 2, change 3, left"},
      {"  - Bend your right knee.\n  - Hold for {hold}, then switch legs.\n", "hold 2, change 2, right"},
      // Nobody says which side: nothing is made up.
      {"  - Kneel on one knee.\n  - Hold for {hold}.\n  - Change sides.\n", "hold 2, change 3"},
      // The change comes after the hold; what comes before only sounds like one.
      {"  - Put one hand on each knee.\n  - Lift your right foot.\n  - Hold for {hold}.\n"
       "  - Do the other side.\n",
       "hold 3, change 4, right"},
      // Sides that are spelled out.
      {"  - Stand on your right leg.\n  - Hold for {hold}.\n  - Now stand on your left leg.\n",
       "hold 2, change 3, right"},
      // What the change names is the other side.
      {"  - Lift one leg.\n  - Hold for {hold}.\n  - Repeat with your right leg.\n", "hold 2, change 3"},
      // No sides of the body.
      {"  - Bend your knee to a right angle.\n  - Reach right behind you, with your left hand.\n"
       "  - Hold for {hold}.\n  - Switch sides.\n",
       "hold 3, change 4, left"},
      {"  - Turn your head to the right.\n  - Hold for {hold}.\n  - Repeat on the other side.\n",
       "hold 2, change 3, right"},
      {"  - Step your **left** foot forward.\n  - Stay for {hold}.\n  - Swap sides.\n",
       "hold 2, change 3, left"},
  };
  for (const auto& [steps, roles] : cases) {
    INFO(steps);
    CHECK(ShowRoles("sides: each\ndose: {hold: 30 s}\n", steps) == roles);
  }
}

TEST_CASE("repetitions and rests are found by their placeholders, or else by their words") {
  CHECK(ShowRoles("dose: {reps: 10, sets: 2, rest: 30 s}\n",
                  "  - Rest your hands on the mat.\n  - Do {reps} repetitions.\n  - Wait for {rest}.\n") ==
        "reps 2, rest 3");
  CHECK(ShowRoles("dose: {reps: 10, sets: 2, rest: 30 s}\n",
                  "  - Rest your hands on the mat.\n  - Lift your hips ten times.\n"
                  "  - Rest for half a minute between sets.\n") == "reps 2, rest 3");
}

TEST_CASE("where both sides work together no step changes sides and none comes first") {
  CHECK(ShowRoles("sides: together\ndose: {hold: 30 s}\n",
                  "  - Rest your left hand on each knee in turn.\n  - Hold for {hold}.\n") == "hold 2");
}

}  // namespace
}  // namespace guidec
