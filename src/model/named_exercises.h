#ifndef GUIDEC_MODEL_NAMED_EXERCISES_H_
#define GUIDEC_MODEL_NAMED_EXERCISES_H_

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/library.h"

namespace guidec {

// The full names of a library's exercises, cut into words once. The library must outlive them.
class ExerciseNames {
 public:
  ExerciseNames(const Library& library, std::string_view language);

  // The ids of the exercises that a piece of prose links to or calls by name. Who speaks of the side
  // plank names the plank, too.
  std::set<std::string> NamedIn(const Prose& prose) const;

 private:
  const Library& library_;
  std::string language_;
  std::vector<std::pair<std::vector<std::string>, const Exercise*>> names_;
};

}  // namespace guidec

#endif  // GUIDEC_MODEL_NAMED_EXERCISES_H_
