// An exercise or a session as timed cues, so that a timer needs no logic of its own.
#ifndef GUIDEC_MODEL_TIMELINE_H_
#define GUIDEC_MODEL_TIMELINE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/library.h"

namespace guidec {

enum class CueKind : unsigned char { kGetReady, kHold, kRepetitions, kChangeSides, kRest, kBetweenExercises };

// "get-ready", "hold", …: as in the bundle.
std::string_view CueName(CueKind kind);

struct Cue {
  CueKind kind = CueKind::kGetReady;
  int start = 0;  // seconds from the timeline's beginning, at the shortest
  Seconds length{};
  bool planned = false;  // the length is a planning figure, not a dose
  const Exercise* exercise = nullptr;
  std::string_view side = {};  // "left", "right" or empty
  int set = 0;                 // counted from 1; 0 where sets mean nothing
  std::optional<Count> reps = {};
  std::string label = {};  // what a timer shows
};

// Cues follow one another without a gap at the shortest lengths; `total` bounds the whole.
struct Timeline {
  std::vector<Cue> cues;
  Seconds total{};
};

// "about 8 minutes", "about 7 to 9 minutes": to the nearest minute, at least one.
std::string AboutMinutes(const Seconds& seconds);

Timeline TimelineOf(const Exercise& exercise, const Timing& timing);

// The exercises in order, with the time between them. Unknown ids are left out.
Timeline TimelineOf(const Library& library, const Routine& routine, const Timing& timing);

}  // namespace guidec

#endif  // GUIDEC_MODEL_TIMELINE_H_
