#include "model/timeline.h"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

namespace guidec {
namespace {

void Append(Timeline& timeline, Cue cue) {
  cue.start = timeline.total.min;
  timeline.total.min += cue.length.min;
  timeline.total.max += cue.length.max;
  timeline.cues.push_back(std::move(cue));
}

// A pause of no length is no cue.
void AppendPause(Timeline& timeline, Cue cue) {
  if (cue.length.max > 0) Append(timeline, std::move(cue));
}

Cue WorkCue(const Exercise& exercise, const Timing& timing) {
  Cue cue;
  cue.exercise = &exercise;
  const Dose& dose = exercise.dose;
  if (dose.reps) {
    const Count reps = dose.reps->value;
    Seconds each = timing.repetition;
    cue.planned = true;
    if (dose.hold) {
      if (const auto* hold = std::get_if<Seconds>(&dose.hold->value)) {
        each = *hold;
        cue.planned = false;
      } else {
        each = timing.open_hold;
      }
    }
    cue.kind = CueKind::kRepetitions;
    cue.length = {reps.min * each.min, reps.max * each.max};
    cue.reps = reps;
    cue.label = fmt::format("{} repetitions", Spell(reps));
    return cue;
  }
  cue.kind = CueKind::kHold;
  if (!dose.hold) {
    cue.length = timing.open_hold;
    cue.planned = true;
    cue.label = "Go";
    return cue;
  }
  if (const auto* hold = std::get_if<Seconds>(&dose.hold->value)) {
    cue.length = *hold;
  } else {
    const auto& open = std::get<OpenHold>(dose.hold->value);
    cue.length = open.start ? open.start->value : timing.open_hold;
    cue.planned = !open.start;
  }
  cue.label = fmt::format("Hold {}", Spell(dose.hold->value));
  return cue;
}

void AppendExercise(Timeline& timeline, const Exercise& exercise, const Timing& timing) {
  AppendPause(timeline, {CueKind::kGetReady,
                         0,
                         timing.get_ready,
                         true,
                         &exercise,
                         {},
                         0,
                         {},
                         fmt::format("Get ready: {}", PlainText(exercise.name.root))});
  static constexpr std::array<std::string_view, 2> kEach = {"left", "right"};
  static constexpr std::array<std::string_view, 1> kTogether = {""};
  const std::span<const std::string_view> sides = exercise.sides.value == Sides::kEach
                                                      ? std::span<const std::string_view>(kEach)
                                                      : std::span<const std::string_view>(kTogether);
  const Count sets = exercise.dose.sets ? exercise.dose.sets->value : Count{1, 1};
  const Cue work = WorkCue(exercise, timing);
  for (int set = 1; set <= sets.max; ++set) {
    // Sets beyond the fewest may be left out: they lengthen only the longest session.
    const auto bounded = [&](Seconds length) { return set <= sets.min ? length : Seconds{0, length.max}; };
    if (set > 1 && exercise.dose.rest) {
      AppendPause(
          timeline,
          {CueKind::kRest, 0, bounded(exercise.dose.rest->value), false, &exercise, {}, set, {}, "Rest"});
    }
    for (const std::string_view& side : sides) {
      if (&side != sides.data()) {
        AppendPause(timeline, {CueKind::kChangeSides,
                               0,
                               bounded(timing.change_sides),
                               true,
                               &exercise,
                               side,
                               set,
                               {},
                               "Change sides"});
      }
      Cue cue = work;
      cue.length = bounded(work.length);
      cue.side = side;
      cue.set = set;
      if (!side.empty()) cue.label += fmt::format(", {} side", side);
      Append(timeline, std::move(cue));
    }
  }
}

}  // namespace

std::string_view CueName(CueKind kind) {
  static constexpr std::array<std::string_view, 6> kNames = {"get-ready",    "hold", "repetitions",
                                                             "change-sides", "rest", "between-exercises"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string AboutMinutes(const Seconds& seconds) {
  const auto minutes = [](int value) { return std::max(1, (value + 30) / 60); };
  const int min = minutes(seconds.min);
  const int max = minutes(seconds.max);
  if (min != max) return fmt::format("about {} to {} minutes", min, max);
  return fmt::format("about {} minute{}", min, min == 1 ? "" : "s");
}

Timeline TimelineOf(const Exercise& exercise, const Timing& timing) {
  Timeline timeline;
  AppendExercise(timeline, exercise, timing);
  return timeline;
}

Timeline TimelineOf(const Library& library, const Routine& routine, const Timing& timing) {
  Timeline timeline;
  for (const Id& id : routine.exercises) {
    const Exercise* exercise = library.FindExercise(id.value);
    if (exercise == nullptr) continue;
    if (!timeline.cues.empty()) {
      AppendPause(timeline, {CueKind::kBetweenExercises,
                             0,
                             timing.between_exercises,
                             true,
                             exercise,
                             {},
                             0,
                             {},
                             fmt::format("Next: {}", PlainText(exercise->name.root))});
    }
    AppendExercise(timeline, *exercise, timing);
  }
  return timeline;
}

}  // namespace guidec
