#ifndef GUIDEC_EMIT_JSON_FREE_EXERCISE_DB_H_
#define GUIDEC_EMIT_JSON_FREE_EXERCISE_DB_H_

#include <nlohmann/json.hpp>

#include "base/result.h"
#include "model/content/library.h"

namespace guidec {

// The guide's exercises in the shape of free-exercise-db (https://github.com/yuhonas/free-exercise-db),
// as an array like its dist/exercises.json, for apps that read that; schema/free-exercise-db.schema.json
// is stricter than its own. `images` are the paths that the bundle gives them.
//
// That format has words of its own. Muscles are those that the glossary's `free-exercise-db` gives a
// target; a target without is left out. Level, force, mechanic, equipment and category are what the
// exercise's `free-exercise-db` says. Where it is silent, no equipment is "body only", a thing of the
// same name is that, and the category follows from the kind; all else is null. Fails, naming every
// exercise, where the format takes no null: without a level, or with a kind that it has no category for.
Result<nlohmann::ordered_json> FreeExerciseDb(const Library& library, const Guide& guide);

}  // namespace guidec

#endif  // GUIDEC_EMIT_JSON_FREE_EXERCISE_DB_H_
