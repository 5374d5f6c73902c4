#include "model/prose/named_exercises.h"

#include <utility>

#include "model/prose/passage.h"

namespace guidec {

void NameIndex::Add(std::vector<std::string> words, const Exercise* exercise) {
  if (!words.empty()) names_.push_back({std::move(words), exercise});
}

void NameIndex::Sort() {
  std::ranges::stable_sort(names_, {}, &Name::words);
}

ExerciseNames::ExerciseNames(const Library& library, std::string_view language)
    : library_(library), language_(language) {
  for (const Exercise& exercise : library.exercises) {
    for (const Passage& name : PassagesOf(exercise.name)) names_.Add(name.words(language).words, &exercise);
  }
  names_.Sort();
}

std::set<std::string> ExerciseNames::NamedIn(const Prose& prose) const {
  std::set<std::string> named;
  ForEachNode(prose.root, [&](const MarkdownNode& node) {
    if (node.type != MarkdownType::kLink || !node.url.starts_with('#')) return;
    const std::string_view id = std::string_view(node.url).substr(1);
    if (library_.FindExercise(id) != nullptr) named.emplace(id);
  });
  for (const Passage& passage : PassagesOf(prose)) {
    const std::span<const std::string> words = passage.words(language_).words;
    for (std::size_t at = 0; at < words.size(); ++at) {
      names_.ForEachAt(words.subspan(at),
                       [&](const Exercise* exercise, std::size_t) { named.insert(exercise->id.value); });
    }
  }
  return named;
}

}  // namespace guidec
