// What the rules on quizzes ask of one question.
#ifndef GUIDEC_MODEL_QUIZ_QUESTION_H_
#define GUIDEC_MODEL_QUIZ_QUESTION_H_

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/content/quiz.h"
#include "model/prose/passage.h"
#include "text/tokens.h"

namespace guidec {

// The choice of that id, or null.
const Choice* FindChoice(const std::vector<Choice>& choices, std::string_view id);

// Whether some of its choices are right and others wrong: not those that are put in order or matched.
bool OffersWrongChoices(const Question& question);

// Whether the answer of a question with right and wrong choices names the choice.
bool IsRight(const Question& question, const Choice& choice);

// The only choice that the answer names, or null: questions of other kinds have none.
const Choice* KeyOf(const Question& question);

// What one thing is chosen of, or has its place or its match among: the choices, and what they are
// matched with.
std::vector<std::span<const Choice>> ChoiceGroupsOf(const Question& question);

// The answer as its author wrote it, or null without one.
const Pair* WrittenAnswer(const Question& question);

bool HasAnswer(const Question& question);

// Whether the answer is one that such a question can have: it names what the question offers, each once,
// and leaves no item without its place or its match.
bool HasFittingAnswer(const Question& question);

// "knee", "rest, ice", "plank with strength, hip-stretch with stretch"; "none" without one.
std::string AnswerText(const Question& question);

// The answer, or the key `answer` where it is of several parts.
Span AnswerSpan(const Question& question);

// "A" for 0, "Z" for 25, "AA" for 26.
std::string ChoiceLetter(std::size_t index);

// Whether the choice, in English, only speaks of the others: "all of the above".
bool RefersToOthers(const Choice& choice);

// How a learner's answer is counted (QuestionKind::scoring).
struct Scoring {
  std::string_view method;
  std::size_t parts = 1;
};
Scoring ScoringOf(const Question& question);

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
  if (!OffersWrongChoices(question)) return found;
  for (const Choice& choice : question.choices) {
    for (const Passage& passage : PassagesOf(choice.text)) {
      const WordList& tokens = passage.tokens();
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

// The paragraphs of a stem that ask: where the last one does, those before it tell a story.
std::span<const Passage> Asking(const PassageList& passages);

// Whether the stem, a statement or a question in English, asks for what does not hold: "not", "except",
// "which is false".
bool IsNegative(const Prose& stem);

}  // namespace guidec

#endif  // GUIDEC_MODEL_QUIZ_QUESTION_H_
