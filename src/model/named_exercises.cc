#include "model/named_exercises.h"

#include <algorithm>

#include "model/passage.h"
#include "text/phrase.h"

namespace guidec {

std::set<std::string> ExercisesNamedIn(const Prose& prose, const Library& library,
                                       std::string_view language) {
  std::set<std::string> named;
  ForEachNode(prose.root, [&](const MarkdownNode& node) {
    if (node.type != MarkdownType::kLink || !node.url.starts_with('#')) return;
    const std::string_view id = std::string_view(node.url).substr(1);
    if (library.FindExercise(id) != nullptr) named.emplace(id);
  });
  for (const Passage& passage : PassagesOf(prose)) {
    const WordList words = LowerWords(passage.text, language);
    for (const Exercise& exercise : library.exercises) {
      const WordList name = LowerWords(PlainText(exercise.name.root), language);
      if (name.size() > 0 && !std::ranges::search(words.words, name.words).empty())
        named.insert(exercise.id.value);
    }
  }
  return named;
}

}  // namespace guidec
