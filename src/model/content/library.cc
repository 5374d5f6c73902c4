#include "model/content/library.h"

#include <algorithm>
#include <string_view>

namespace guidec {

const Exercise* Library::FindExercise(std::string_view id) const {
  const auto id_of = [](const Exercise& exercise) { return std::string_view(exercise.id.value); };
  const auto found = std::ranges::lower_bound(exercises, id, {}, id_of);
  return found == exercises.end() || id_of(*found) != id ? nullptr : &*found;
}

const Term* Library::FindTerm(std::string_view id) const {
  const auto found = std::ranges::find(terms, id, [](const Term& t) { return std::string_view(t.id.value); });
  return found == terms.end() ? nullptr : &*found;
}

double Library::Value(const Threshold& threshold) const {
  const auto found = workspace.thresholds.find(threshold.name);
  return found == workspace.thresholds.end() ? threshold.otherwise : found->second.value;
}

std::vector<const Exercise*> ExercisesOf(const Library& library, const Guide& guide) {
  std::vector<const Exercise*> exercises;
  const auto add = [&](const Id& id) {
    const Exercise* exercise = library.FindExercise(id.value);
    if (exercise != nullptr && std::ranges::find(exercises, exercise) == exercises.end()) {
      exercises.push_back(exercise);
    }
  };
  for (const ExercisesBlock* block : BlocksOf<ExercisesBlock>(guide)) std::ranges::for_each(block->ids, add);
  if (guide.routine) std::ranges::for_each(guide.routine->exercises, add);
  return exercises;
}

}  // namespace guidec
