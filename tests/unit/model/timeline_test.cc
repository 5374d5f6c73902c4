#include "model/timeline.h"

#include <catch2/catch.hpp>

#include "lint/example.h"

namespace guidec {
namespace {

constexpr Timing kTiming{.get_ready = {10, 10},
                         .change_sides = {5, 5},
                         .between_exercises = {15, 15},
                         .repetition = {4, 4},
                         .open_hold = {30, 30}};

std::string Show(const Timeline& timeline) {
  std::string text;
  for (const Cue& cue : timeline.cues) {
    text += std::to_string(cue.start) + " " + std::string(CueName(cue.kind));
    if (!cue.side.empty()) text += " " + std::string(cue.side);
    text += " " + std::to_string(cue.length.min);
    if (cue.length.max != cue.length.min) text += "-" + std::to_string(cue.length.max);
    text += cue.planned ? " planned\n" : "\n";
  }
  return text + std::to_string(timeline.total.min) + "-" + std::to_string(timeline.total.max);
}

std::string ShowExercise(std::string_view yaml) {
  Sources sources;
  const Library library = LoadExample("exercises/plank.yaml", yaml, sources);
  return Show(TimelineOf(*library.FindExercise("plank"), kTiming));
}

TEST_CASE("a hold on each side") {
  CHECK(ShowExercise("sides: each\ndose:\n  hold: 30 s\n") ==
        "0 get-ready 10 planned\n10 hold left 30\n40 change-sides right 5 planned\n"
        "45 hold right 30\n75-75");
}

TEST_CASE("sets with rest between, the optional ones only at the longest") {
  CHECK(ShowExercise("dose:\n  hold: 20-40 s\n  sets: 1-2\n  rest: 15 s\n") ==
        "0 get-ready 10 planned\n10 hold 20-40\n30 rest 0-15\n30 hold 0-40\n30-105");
}

TEST_CASE("repetitions take the planning figure, and a held repetition its hold") {
  CHECK(ShowExercise("dose:\n  reps: 10-15\n") ==
        "0 get-ready 10 planned\n10 repetitions 40-60 planned\n50-70");
  CHECK(ShowExercise("dose:\n  reps: 10\n  hold: 5 s\n") ==
        "0 get-ready 10 planned\n10 repetitions 50\n60-60");
}

TEST_CASE("an open-ended hold takes its start, else the planning figure") {
  CHECK(ShowExercise("dose:\n  hold: {until: you tire}\n") ==
        "0 get-ready 10 planned\n10 hold 30 planned\n40-40");
  CHECK(ShowExercise("dose:\n  hold: {until: you tire, start: 15 s, add: 5 s, each: week}\n") ==
        "0 get-ready 10 planned\n10 hold 15\n25-25");
}

TEST_CASE("a session follows its exercises, without gaps") {
  Sources sources;
  const Library library = LoadExample(
      "guides/hips/guide.yaml", "routine:\n  exercises: [hip-stretch, plank]\n  total: 2 min\n", sources);
  const Timeline timeline = TimelineOf(library, *library.guides.front().routine, kTiming);
  int at = 0;
  for (const Cue& cue : timeline.cues) {
    CHECK(cue.start == at);
    at += cue.length.min;
  }
  CHECK(at == timeline.total.min);
  CHECK(timeline.total.min == 140 + 15 + 40);
}

TEST_CASE("minutes are told to the nearest") {
  CHECK(AboutMinutes({465, 485}) == "about 8 minutes");
  CHECK(AboutMinutes({60, 60}) == "about 1 minute");
  CHECK(AboutMinutes({5, 5}) == "about 1 minute");
  CHECK(AboutMinutes({300, 450}) == "about 5 to 8 minutes");
}

}  // namespace
}  // namespace guidec
