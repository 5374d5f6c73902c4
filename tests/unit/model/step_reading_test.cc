#include "model/dose/step_reading.h"

#include <catch2/catch.hpp>

#include <fmt/format.h>

#include "lint/example.h"
#include "text/tokens.h"

namespace guidec {
namespace step_reading_test {

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

TEST_CASE("each way to say that sides change is understood") {
  for (const std::string_view step :
       {"Do the second side.", "Do each leg.", "Alternate as you go.", "Repeat with the left arm.",
        "Now the left arm.", "Lift your left and right arm.", "Lift your right then left arm.", "Work both legs.",
        "Immediately go on with the other foot.", "Lift them in turn.", "Lift them one at a time.",
        "Lift them one after the other.", "Set one block on each side of your foot, then switch."}) {
    INFO(step);
    CHECK(MayChangeSides(Tokens(step)));
  }
  for (const std::string_view step :
       {"", "Rest both hands on the mat.", "Set one block on each side of your foot.", "Bend your left knee."}) {
    INFO(step);
    CHECK_FALSE(MayChangeSides(Tokens(step)));
  }
}

TEST_CASE("which step holds, changes and comes first") {
  const Case cases[] = {
      {"  - Stay there for a while.\n  - Hold for {hold}.\n", "hold 2"},
      {"  - Kneel.\n  - Stay there for a while.\n  - Hold still.\n", "hold 2"},
      {"  - Kneel.\n  - Hold this.\n", "hold 2"},
      {"  - Kneel.\n", ""},
      // Without a step that holds, sides change anywhere.
      {"  - Lift your left leg.\n  - Switch legs.\n", "change 2, left"},
      {"  - Lift one leg, then switch.\n  - Lift your left leg.\n", "change 1"},
      // One step says it all.
      {"  - Bend your right knee, hold for {hold}, then switch legs.\n", "hold 1, change 1, right"},
      {"  - Hold your right leg out for {hold}.\n  - Hold your left leg out as long.\n", "hold 1, change 2, right"},
      {"  - Hold your right leg up for {hold}.\n  - Hold your left leg up.\n", "hold 1, change 2, right"},
      {"  - Stand on your right leg.\n  - Hold for {hold}.\n  - Set your right foot down.\n"
       "  - Stand on your left leg.\n",
       "hold 2, change 4, right"},
      {"  - Stand on one leg.\n  - Hold for {hold}.\n  - Stand on your left leg.\n", "hold 2, left"},
      {"  - Look left.\n  - Hold for {hold}.\n  - Change sides.\n", "hold 2, change 3, left"},
      {"  - Lean to the left over your head and bend your right knee.\n  - Hold for {hold}.\n  - Change sides.\n",
       "hold 2, change 3, right"},
      {"  - Lean to the left\n  - Hold for {hold}.\n  - Change sides.\n", "hold 2, change 3, left"},
  };
  for (const auto& [steps, roles] : cases) {
    INFO(steps);
    CHECK(ShowRoles("sides: each\ndose: {hold: 30 s}\n", steps) == roles);
  }
}

TEST_CASE("where there are repetitions, sides change after them") {
  constexpr std::string_view kSteps =
      "  - Lift your left leg and hold for {hold}.\n  - Switch hands.\n  - Do {reps} repetitions.\n"
      "  - Change sides.\n  - Rest before the next round.\n";
  CHECK(ShowRoles("sides: each\ndose: {hold: 5 s, reps: 10}\n", kSteps) ==
        "hold 1, reps 3, rest 5, change 4, left");
  CHECK(ShowRoles("sides: each\ndose: {hold: 5 s}\n", kSteps) == "hold 1, reps 3, rest 5, change 2, left");
  CHECK(ShowRoles("sides: each\ndose: {reps: 10}\n", "  - Hold still.\n  - Switch hands.\n  - Kneel.\n") ==
        "hold 1, change 2");
}

TEST_CASE("where both sides work together no step changes sides and none comes first") {
  CHECK(ShowRoles("sides: together\ndose: {hold: 30 s}\n",
                  "  - Rest your left hand on each knee in turn.\n  - Hold for {hold}.\n") == "hold 2");
}

}  // namespace step_reading_test
}  // namespace guidec
