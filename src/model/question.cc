#include "model/question.h"

#include <algorithm>

#include "text/content_words.h"
#include "text/negation.h"

namespace guidec {

const Choice* KeyOf(const Question& question) {
  if (!question.answer) return nullptr;
  const auto key = std::ranges::find(question.choices, question.answer->value,
                                     [](const Choice& choice) { return choice.id.value; });
  return key == question.choices.end() ? nullptr : &*key;
}

std::set<std::string> ContentStemsOf(const Prose& prose) {
  std::set<std::string> stems;
  for (const Passage& passage : PassagesOf(prose)) {
    for (const auto& [stem, piece] : ContentWords(passage.text)) stems.insert(stem);
  }
  return stems;
}

bool IsNegative(const Prose& stem) {
  return std::ranges::any_of(PassagesOf(stem), [](const Passage& passage) {
    return FindNegative(Tokens(passage.text)).has_value();
  });
}

}  // namespace guidec
