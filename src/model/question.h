// What the rules on quizzes ask of one question.
#ifndef GUIDEC_MODEL_QUESTION_H_
#define GUIDEC_MODEL_QUESTION_H_

#include <set>
#include <string>
#include <vector>

#include "model/library.h"
#include "model/passage.h"
#include "text/tokens.h"

namespace guidec {

// The choice that the answer names, or null: a true-or-false question has none.
const Choice* KeyOf(const Question& question);

// A word that sets one choice apart from the others.
struct ChoiceWord {
  const Choice* choice = nullptr;
  Span span{};
  std::string word;  // in lower case
};

// The first word of each choice for which `is_such(tokens, at)` holds. Nothing where every choice has
// one: what all of them say sets none apart.
template <class IsSuch>
std::vector<ChoiceWord> WordsOfSomeChoices(const Question& question, const IsSuch& is_such) {
  std::vector<ChoiceWord> found;
  for (const Choice& choice : question.choices) {
    for (const Passage& passage : PassagesOf(choice.text)) {
      const WordList tokens = Tokens(passage.text);
      std::size_t at = 0;
      while (at < tokens.size() && !is_such(tokens, at)) ++at;
      if (at == tokens.size()) continue;
      found.push_back({&choice, passage.SpanOf(tokens.pieces[at]), tokens.words[at]});
      break;
    }
  }
  if (found.size() >= question.choices.size()) found.clear();
  return found;
}

// The stems of the content words (text/content_words.h) of an English text.
std::set<std::string> ContentStemsOf(const Prose& prose);

// Whether the stem, a statement or a question in English, asks for what does not hold: "not", "except",
// "which is false".
bool IsNegative(const Prose& stem);

}  // namespace guidec

#endif  // GUIDEC_MODEL_QUESTION_H_
