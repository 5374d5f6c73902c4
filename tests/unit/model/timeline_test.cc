#include "model/dose/timeline.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <tuple>

#include <fmt/format.h>

#include "lint/example.h"

namespace guidec {
namespace timeline_test {

constexpr Timing kTiming{.get_ready = {10, 10},
                         .change_sides = {5, 5},
                         .between_exercises = {15, 15},
                         .repetition = {4, 4},
                         .open_hold = {30, 30}};

// "30", or "20-30-40" for the least, the planned and the most.
std::string Show(const Bounds& bounds) {
  if (bounds.least == bounds.most) return std::to_string(bounds.least);
  return fmt::format("{}-{}-{}", bounds.least, bounds.planned, bounds.most);
}

std::string Show(const Timeline& timeline) {
  std::string text;
  for (const Cue& cue : timeline.cues) {
    text += fmt::format("{} {}", Show(cue.start), CueName(cue.kind));
    if (cue.turn > 0) text += fmt::format(" {}", SideName(cue));
    if (cue.step) text += fmt::format(" step{}", *cue.step + 1);
    if (cue.reps) text += fmt::format(" x{}", Show(*cue.reps));
    text += fmt::format(" {}{}{}\n", Show(cue.length), cue.is_estimate ? " estimate" : "",
                        cue.is_open_ended ? " open" : "");
  }
  return text + Show(timeline.total);
}

// The clean example's steps are "Rest on your forearms on a mat.", "Lift your hips.", "Hold {hold}."
Timeline TimelineOfPlank(std::string_view yaml, const Timing& timing = kTiming) {
  Sources sources;
  Library library = LoadExample("exercises/plank.yaml", yaml, sources);
  Timeline timeline = TimelineOf(*library.FindExercise("plank"), timing);
  // The exercise goes with the library.
  for (Cue& cue : timeline.cues) cue.exercise = nullptr;
  return timeline;
}

std::string ShowExercise(std::string_view yaml) {
  return Show(TimelineOfPlank(yaml));
}

TEST_CASE("a hold on each side") {
  CHECK(ShowExercise("sides: each\ndose:\n  hold: 30 s\n") ==
        "0 get-ready 10 estimate\n10 hold first step3 30\n40 change-sides second 5 estimate\n"
        "45 hold second step3 30\n75");
}

TEST_CASE("sets with rest between, the optional ones only at the most") {
  CHECK(ShowExercise("dose:\n  hold: 20-40 s\n  sets: 1-2\n  rest: 15 s\n") ==
        "0 get-ready 10 estimate\n10 hold step3 20-30-40\n30-40-50 rest 0-0-15\n30-40-65 hold step3 0-0-40\n"
        "30-40-105");
  CHECK(ShowExercise("dose:\n  hold: 20 s\n  sets: 1-3\n") ==
        "0 get-ready 10 estimate\n10 hold step3 20\n30 hold step3 0-20-20\n30-50-50 hold step3 0-0-20\n"
        "30-50-70");
}

TEST_CASE("repetitions take the planning figure, and a held repetition its hold") {
  CHECK(ShowExercise("dose:\n  reps: 10-15\n") ==
        "0 get-ready 10 estimate\n10 repetitions x10-12-15 40-48-60 estimate\n50-58-70");
  CHECK(ShowExercise("dose:\n  reps: 10\n  hold: 5 s\n") ==
        "0 get-ready 10 estimate\n10 repetitions x10 50\n60");
  CHECK(ShowExercise("dose:\n  reps: 2\n  hold: {until: you tire}\n") ==
        "0 get-ready 10 estimate\n10 repetitions x2 60 estimate open\n70");
}

TEST_CASE("an open-ended hold starts at its start and grows up to the planning figure") {
  CHECK(ShowExercise("dose:\n  hold: {until: you tire}\n") ==
        "0 get-ready 10 estimate\n10 hold step3 30 estimate open\n40");
  CHECK(ShowExercise("dose:\n  hold: {until: you tire, start: 15 s, add: 5 s, each: week}\n") ==
        "0 get-ready 10 estimate\n10 hold step3 15-15-30 open\n25-25-40");
  CHECK(ShowExercise("dose:\n  hold: {until: you tire, start: 40 s, add: 5 s, each: week}\n") ==
        "0 get-ready 10 estimate\n10 hold step3 40 open\n50");
}

TEST_CASE("sides change between sets too, within the rest where there is one") {
  CHECK(ShowExercise("sides: each\ndose:\n  hold: 30 s\n  sets: 2\n") ==
        "0 get-ready 10 estimate\n10 hold first step3 30\n40 change-sides second 5 estimate\n"
        "45 hold second step3 30\n75 change-sides first 5 estimate\n80 hold first step3 30\n"
        "110 change-sides second 5 estimate\n115 hold second step3 30\n145");
  CHECK(ShowExercise("sides: each\ndose:\n  hold: 30 s\n  sets: 2\n  rest: 20 s\n") ==
        "0 get-ready 10 estimate\n10 hold first step3 30\n40 change-sides second 5 estimate\n"
        "45 hold second step3 30\n75 rest 20\n95 hold first step3 30\n"
        "125 change-sides second 5 estimate\n130 hold second step3 30\n160");
}

TEST_CASE("a session follows its exercises") {
  Sources sources;
  const Library library = LoadExample(
      "guides/hips/guide.yaml", "routine:\n  exercises: [hip-stretch, plank]\n  total: 2 min\n", sources);
  const Timeline timeline = TimelineOf(library, *library.guides.front().routine, kTiming);
  CHECK(timeline.total == Bounds{145 + 15 + 40, 145 + 15 + 40, 145 + 15 + 40});
  const auto next =
      std::ranges::find_if(timeline.cues, [](const Cue& cue) { return cue.kind == CueKind::kNextExercise; });
  REQUIRE(next != timeline.cues.end());
  CHECK(next->exercise->id.value == "plank");
  CHECK(next->start.least == 145);
  CHECK(Breakdown(timeline) ==
        "2 minutes 30 seconds of exercise, 20 seconds of getting ready, 15 seconds of changing sides, "
        "15 seconds of pauses between exercises");
}

TEST_CASE("a session's cues say whose they are, and of which set and side") {
  Sources sources;
  const Library library = LoadExample(
      "guides/hips/guide.yaml", "routine:\n  exercises: [hip-stretch, nothing, plank]\n  total: 2 min\n", sources);
  const Timeline timeline = TimelineOf(library, *library.guides.front().routine, kTiming);
  std::string text;
  for (const Cue& cue : timeline.cues) {
    text += fmt::format("{} set {}{}\n", cue.exercise->id.value, cue.set, cue.dose ? " with its dose" : "");
  }
  CHECK(text ==
        "hip-stretch set 0\nhip-stretch set 1 with its dose\nhip-stretch set 1\n"
        "hip-stretch set 1 with its dose\nhip-stretch set 2\nhip-stretch set 2 with its dose\n"
        "hip-stretch set 2\nhip-stretch set 2 with its dose\nplank set 0\nplank set 0\n"
        "plank set 1 with its dose\n");
  CHECK(Show(timeline) ==
        "0 get-ready 10 estimate\n10 hold left step3 30\n40 change-sides right step4 5 estimate\n"
        "45 hold right step3 30\n75 change-sides left step4 5 estimate\n80 hold left step3 30\n"
        "110 change-sides right step4 5 estimate\n115 hold right step3 30\n145 between-exercises 15 estimate\n"
        "160 get-ready 10 estimate\n170 hold step3 30 estimate open\n200");
}

TEST_CASE("time is shared out between work, rest and pauses") {
  const NamedText pieces[] = {
      {"guides/hips/guide.yaml", "routine:\n  exercises: [hip-stretch, plank]\n  total: 2 min\n"},
      {"exercises/plank.yaml",
       "dose:\n  reps: 10\n  sets: 2\n  rest: 20-30 s\n  tempo: 2-1-1\n"
       "  progression: {to: 20, by: 2, every: week}\nsteps: [\"Do {reps} repetitions.\", \"Rest for {rest}.\"]\n"}};
  Sources sources;
  const Library library = LoadExample(pieces, sources);
  const Routine& routine = *library.guides.front().routine;
  constexpr std::string_view kPauses =
      "20 seconds of getting ready, 15 seconds of changing sides, 15 seconds of pauses between exercises";
  CHECK(Breakdown(TimelineOf(library, routine, kTiming)) ==
        fmt::format("3 minutes 20 seconds of exercise, {}", kPauses));
  CHECK(Breakdown(TimelineOf(library, routine, kTiming, 2)) ==
        fmt::format("3 minutes 36 seconds of exercise, {}", kPauses));
  CHECK(ShowExercise("dose:\n  reps: 10\n  sets: 2\n  rest: 20 s\n  tempo: 2-1-1\n"
                     "steps: [\"Do {reps} repetitions.\", \"Rest for {rest}.\"]\n") ==
        "0 get-ready 10 estimate\n10 repetitions step1 x10 40\n50 rest step2 20\n"
        "70 repetitions step1 x10 40\n110");
  CHECK(ShowExercise("dose:\n  reps: 10\n  hold: 2-4 s\n  tempo: 2-1-1\n") ==
        "0 get-ready 10 estimate\n10 repetitions x10 60-70-80\n70-80-90");
  CHECK(ShowExercise("dose:\n  sets: 1\n") == "0 get-ready 10 estimate\n10 hold step3 30 estimate\n40");
}

// What a random dose is made of; 0 stands for "not given".
struct RandomDose {
  Seconds hold;
  bool is_open = false;
  int start = 0;
  Count reps;
  Count sets;
  int rest = 0;
  bool has_sides = false;
};

RandomDose MakeDose(std::mt19937& random) {
  const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
  const auto range = [&](int bound) {
    const int least = 1 + below(bound);
    return std::pair(least, below(2) == 0 ? least : least + 1 + below(bound));
  };
  RandomDose dose;
  const int form = below(4);
  if (form != 1) std::tie(dose.hold.min, dose.hold.max) = range(90);
  dose.is_open = form != 1 && below(3) == 0;
  if (dose.is_open && below(2) == 0) dose.start = dose.hold.min;
  if (form == 1 || form == 2) std::tie(dose.reps.min, dose.reps.max) = range(20);
  if (below(2) == 0) std::tie(dose.sets.min, dose.sets.max) = range(4);
  if (below(2) == 0) dose.rest = 1 + below(120);
  dose.has_sides = below(2) == 0;
  return dose;
}

Timing MakeTiming(std::mt19937& random) {
  const auto range = [&] {
    const int least = static_cast<int>(random() % 30);
    return Seconds{least, random() % 2 == 0 ? least : least + static_cast<int>(random() % 30)};
  };
  return {range(), range(), range(), range(), range()};
}

std::string YamlOf(const RandomDose& dose) {
  const auto range = [](const auto& value) {
    return value.min == value.max ? std::to_string(value.min) : fmt::format("{}-{}", value.min, value.max);
  };
  std::string yaml = fmt::format("sides: {}\ndose:\n", dose.has_sides ? "each" : "together");
  if (dose.is_open) {
    yaml += "  hold:\n    until: you tire\n";
    if (dose.start > 0) yaml += fmt::format("    start: {} s\n", dose.start);
  } else if (dose.hold.max > 0) {
    yaml += fmt::format("  hold: {} s\n", range(dose.hold));
  }
  if (dose.reps.max > 0) yaml += fmt::format("  reps: {}\n", range(dose.reps));
  if (dose.sets.max > 0) yaml += fmt::format("  sets: {}\n", range(dose.sets));
  if (dose.rest > 0) yaml += fmt::format("  rest: {} s\n", dose.rest);
  return yaml;
}

// What the work of the dose takes at its least or at its most, reckoned without any cue.
std::int64_t WorkOf(const RandomDose& dose, const Timing& timing, bool at_most) {
  const auto end = [&](const auto& range) { return at_most ? range.max : range.min; };
  std::int64_t stretch = end(dose.hold);
  if (dose.is_open && dose.start == 0) stretch = end(timing.open_hold);
  if (dose.is_open && dose.start > 0) {
    stretch = at_most ? std::max(dose.start, timing.open_hold.max) : dose.start;
  }
  if (dose.reps.max > 0) stretch = end(dose.reps) * (dose.hold.max > 0 ? stretch : end(timing.repetition));
  return stretch * (dose.sets.max > 0 ? end(dose.sets) : 1) * (dose.has_sides ? 2 : 1);
}

bool IsWork(const Cue& cue) {
  return cue.kind == CueKind::kHold || cue.kind == CueKind::kRepetitions;
}

bool IsOrdered(const Bounds& bounds) {
  return 0 <= bounds.least && bounds.least <= bounds.planned && bounds.planned <= bounds.most;
}

void CheckGapless(const Timeline& timeline) {
  Bounds at;
  for (const Cue& cue : timeline.cues) {
    CHECK(cue.start == at);
    CHECK(IsOrdered(cue.start));
    CHECK(IsOrdered(cue.length));
    if (cue.reps) CHECK(IsOrdered(*cue.reps));
    at = {at.least + cue.length.least, at.planned + cue.length.planned, at.most + cue.length.most};
  }
  CHECK(at == timeline.total);
}

void CheckPairs(const Timeline& timeline, const RandomDose& dose) {
  std::vector<const Cue*> work;
  for (const Cue& cue : timeline.cues) {
    if (IsWork(cue)) work.push_back(&cue);
  }
  const auto sets = static_cast<std::size_t>(std::max(dose.sets.max, 1));
  REQUIRE(work.size() == sets * (dose.has_sides ? 2 : 1));
  for (std::size_t i = 0; i < work.size(); ++i) {
    const int turn = dose.has_sides ? static_cast<int>(i % 2) + 1 : 0;
    CHECK(work[i]->turn == turn);
    if (turn == 2) CHECK(work[i]->length == work[i - 1]->length);
    if (turn == 2) CHECK(work[i]->set == work[i - 1]->set);
  }
}

TEST_CASE("random doses: no gaps, ordered bounds, sides in pairs, sums that are the dose's") {
  std::mt19937 random(20261122);
  for (int round = 0; round < 150; ++round) {
    const RandomDose dose = MakeDose(random);
    const Timing timing = MakeTiming(random);
    const std::string yaml = YamlOf(dose);
    INFO(yaml);
    const Timeline timeline = TimelineOfPlank(yaml, timing);
    CheckGapless(timeline);
    CheckPairs(timeline, dose);
    Bounds work;
    Bounds rest;
    for (const Cue& cue : timeline.cues) {
      Bounds& sum = IsWork(cue) ? work : rest;
      if (!IsWork(cue) && cue.kind != CueKind::kRest) continue;
      sum = {sum.least + cue.length.least, sum.planned + cue.length.planned, sum.most + cue.length.most};
    }
    CHECK(work.least == WorkOf(dose, timing, false));
    CHECK(work.most == WorkOf(dose, timing, true));
    CHECK(rest.least == std::int64_t{dose.rest} * std::max(dose.sets.min - 1, 0));
    CHECK(rest.most == std::int64_t{dose.rest} * std::max(dose.sets.max - 1, 0));
  }
}

TEST_CASE("the most that a dose can say is counted in full, and cut only for an int") {
  const Timeline timeline =
      TimelineOfPlank("sides: each\ndose:\n  hold: 9999 min\n  reps: 999\n  sets: 999\n");
  CHECK(timeline.total.most == 10 + std::int64_t{2} * 999 * 999 * 9999 * 60 + (2 * 999 - 1) * 5);
  CHECK(RangeOf(timeline.total).max == 2147483647);
}

TEST_CASE("a time that is one is said once, and a range by both of its ends") {
  CHECK(SpellExactly({10, 10}) == "10 seconds");
  CHECK(SpellExactly({10, 90}) == "10 seconds to 1 minute 30 seconds");
}

}  // namespace timeline_test
}  // namespace guidec
