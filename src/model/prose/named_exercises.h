#ifndef GUIDEC_MODEL_PROSE_NAMED_EXERCISES_H_
#define GUIDEC_MODEL_PROSE_NAMED_EXERCISES_H_

#include <algorithm>
#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/content/library.h"

namespace guidec {

// Names cut into words, so that those at the head of a text are found without trying them all.
class NameIndex {
 public:
  using Words = std::span<const std::string>;

  void Add(std::vector<std::string> words, const Exercise* exercise);
  void Sort();  // after the last Add

  // Calls `visit(exercise, count)` for every name that is the first `count` of the words, shorter names
  // first, equal ones in the order in which they were added.
  template <class Visit>
  void ForEachAt(Words words, const Visit& visit) const {
    auto begin = names_.begin();
    auto end = names_.end();
    for (std::size_t count = 0; count < words.size() && begin != end; ++count) {
      const auto word_of = [&](const Name& name) -> const std::string& { return name.words[count]; };
      begin = std::ranges::lower_bound(begin, end, words[count], {}, word_of);
      end = std::ranges::upper_bound(begin, end, words[count], {}, word_of);
      for (; begin != end && begin->words.size() == count + 1; ++begin) visit(begin->exercise, count + 1);
    }
  }

 private:
  struct Name {
    std::vector<std::string> words;
    const Exercise* exercise;
  };
  std::vector<Name> names_;
};

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
  NameIndex names_;
};

}  // namespace guidec

#endif  // GUIDEC_MODEL_PROSE_NAMED_EXERCISES_H_
