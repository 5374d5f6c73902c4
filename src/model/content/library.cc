#include "model/content/library.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

namespace guidec {
namespace {

std::string Lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool NamesWord(const std::string& text, const std::string& word) {
  const auto is_letter = [&](std::size_t at) {
    return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
  };
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const bool opens = at == 0 || !is_letter(at - 1);
    // A plural is the same term: "glutes", "stretches".
    const std::string_view rest = std::string_view(text).substr(at + word.size());
    const std::size_t plural = rest.starts_with("es") ? 2 : rest.starts_with('s') ? 1 : 0;
    if (opens && (!is_letter(at + word.size()) || !is_letter(at + word.size() + plural))) return true;
  }
  return false;
}

}  // namespace

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

std::vector<const Term*> TermsOf(const Library& library, const Guide& guide) {
  const std::vector<const Exercise*> exercises = ExercisesOf(library, guide);
  std::set<std::string> targets;
  for (const Exercise* exercise : exercises) {
    for (const Id& target : exercise->targets) targets.insert(target.value);
  }
  std::string text;
  for (const ProseUse& use : ProseOf(library, guide)) text += Lower(PlainText(use.prose->root)) + "\n";
  std::vector<const Term*> terms;
  for (const Term& term : library.terms) {
    if (!term.term) continue;
    if (targets.contains(term.id.value) || NamesWord(text, Lower(PlainText(term.term.root)))) {
      terms.push_back(&term);
    }
  }
  std::ranges::stable_sort(terms, {}, [](const Term* term) { return Lower(PlainText(term->term.root)); });
  return terms;
}

}  // namespace guidec
