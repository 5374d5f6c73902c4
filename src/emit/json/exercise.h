#ifndef GUIDEC_EMIT_JSON_EXERCISE_H_
#define GUIDEC_EMIT_JSON_EXERCISE_H_

#include <nlohmann/json.hpp>

#include "emit/view/view.h"

namespace guidec::bundle {

// An exercise with its dose, timeline and plan.
nlohmann::ordered_json ExerciseJson(const ExerciseView& view, const Wording& words);

nlohmann::ordered_json RoutineJson(const Routine& routine, const RoutineView& view, const Wording& words);

}  // namespace guidec::bundle

#endif  // GUIDEC_EMIT_JSON_EXERCISE_H_
