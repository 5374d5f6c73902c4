#ifndef GUIDEC_MODEL_NAMED_EXERCISES_H_
#define GUIDEC_MODEL_NAMED_EXERCISES_H_

#include <set>
#include <string>
#include <string_view>

#include "model/library.h"

namespace guidec {

// The ids of the exercises that a piece of prose links to or calls by their full names. A side plank
// names the plank, too.
std::set<std::string> ExercisesNamedIn(const Prose& prose, const Library& library,
                                       std::string_view language);

}  // namespace guidec

#endif  // GUIDEC_MODEL_NAMED_EXERCISES_H_
