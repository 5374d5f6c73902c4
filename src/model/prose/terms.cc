#include "model/prose/terms.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/parallel.h"
#include "model/prose/reading_order.h"

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

}  // namespace

void FindTerms(Library& library) {
  ParallelFor(library.guides.size(), [&](std::size_t i) {
    Guide& guide = library.guides[i];
    guide.terms = TermsOf(library, guide);
  });
}

}  // namespace guidec
