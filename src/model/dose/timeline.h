// An exercise or a session as timed cues, so that a timer needs no logic of its own.
#ifndef GUIDEC_MODEL_DOSE_TIMELINE_H_
#define GUIDEC_MODEL_DOSE_TIMELINE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/content/library.h"
#include "model/dose/step_reading.h"

namespace guidec {

// least <= planned <= most, all equal where a figure is exact; the plan takes a range's middle,
// rounded down. Wide enough for the most that a dose can say.
struct Bounds {
  std::int64_t least = 0;
  std::int64_t planned = 0;
  std::int64_t most = 0;
  bool operator==(const Bounds&) const = default;
};

// From the least to the most; what no `int` holds is cut to the greatest that one does.
Seconds RangeOf(const Bounds& bounds);

enum class CueKind : unsigned char { kGetReady, kHold, kRepetitions, kChangeSides, kRest, kNextExercise };

// "get-ready", "hold", …: as in the bundle.
std::string_view CueName(CueKind kind);

struct Cue {
  CueKind kind = CueKind::kGetReady;
  const Exercise* exercise = nullptr;  // the one that it belongs to or leads to
  Bounds start = {};                   // seconds from the timeline's beginning
  Bounds length = {};                  // seconds; what may be left out has 0 as its least
  bool is_estimate = false;            // the workspace's planning figures set the length, not the dose
  bool is_open_ended = false;          // the body ends it, and the bounds are only a plan
  int turn = 0;                        // 1 and 2 where sides take turns, else 0
  std::optional<Side> side = {};       // of that turn, where the steps name one
  int set = 0;                         // counted from 1; 0 where sets mean nothing
  std::optional<Bounds> reps = {};
  std::optional<std::size_t> step = {};  // the step that says so, an index into Exercise::steps
  std::shared_ptr<const Dose> dose = {};  // how much of the exercise, as it is then; null where nothing is done
};

// "left", "right", "first" or "second"; empty where sides do not take turns.
std::string_view SideName(const Cue& cue);

// Each cue starts where the one before ends: at the least, as planned and at the most.
struct Timeline {
  std::vector<Cue> cues;
  Bounds total;
};

// An open-ended hold is planned at its start, or else at the planning figure; it may grow up to the
// greater of the two. Side changes without a rest between two sets count like those within a set. A
// repetition takes its tempo, and its hold if there is one; without both, the planning figure. With a
// `week` (from 1), an exercise that grows is as its plan has it then (model/dose/plan.h).
Timeline TimelineOf(const Exercise& exercise, const Timing& timing, std::optional<int> week = {});

// The exercises in order, with the time between them. Unknown ids are left out.
Timeline TimelineOf(const Library& library, const Routine& routine, const Timing& timing,
                    std::optional<int> week = {});

// What a timeline's time goes into, the exercise itself first; only what takes any.
struct TimeShare {
  std::string_view name;  // "exercise", "getting ready"
  Bounds time;
};
std::vector<TimeShare> TimeSharesOf(const Timeline& timeline);

// "7 minutes 53 seconds", "7 minutes 30 seconds to 8 minutes".
std::string SpellExactly(const Seconds& seconds);

// "2 minutes of exercise, 15 seconds of rest".
std::string Breakdown(const Timeline& timeline);

}  // namespace guidec

#endif  // GUIDEC_MODEL_DOSE_TIMELINE_H_
