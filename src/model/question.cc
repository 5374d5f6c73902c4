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
  for (const Passage& passage : PassagesOf(stem)) {
    const WordList tokens = Tokens(passage.text);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      if (TurnsRound(tokens, at)) return true;
    }
    if (FindNegativeShortForm(tokens) || FindAskedUntruth(tokens)) return true;
  }
  return false;
}

}  // namespace guidec
