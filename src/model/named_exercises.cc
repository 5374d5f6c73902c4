#include "model/named_exercises.h"

#include <algorithm>

#include "model/passage.h"
#include "text/phrase.h"

namespace guidec {

ExerciseNames::ExerciseNames(const Library& library, std::string_view language)
    : library_(library), language_(language) {
  for (const Exercise& exercise : library.exercises) {
    auto words = LowerWords(PlainText(exercise.name.root), language).words;
    if (!words.empty()) names_.emplace_back(std::move(words), &exercise);
  }
}

std::set<std::string> ExerciseNames::NamedIn(const Prose& prose) const {
  std::set<std::string> named;
  ForEachNode(prose.root, [&](const MarkdownNode& node) {
    if (node.type != MarkdownType::kLink || !node.url.starts_with('#')) return;
    const std::string_view id = std::string_view(node.url).substr(1);
    if (library_.FindExercise(id) != nullptr) named.emplace(id);
  });
  for (const Passage& passage : PassagesOf(prose)) {
    const WordList words = LowerWords(passage.text, language_);
    for (const auto& [name, exercise] : names_) {
      const auto end = words.words.end();
      const auto found = std::search(words.words.begin(), end, name.begin(), name.end());
      if (!name.empty() && found != end) named.insert(exercise->id.value);
    }
  }
  return named;
}

}  // namespace guidec
