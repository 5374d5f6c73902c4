// A quiz: its questions, their keys, and what proves them.
#ifndef GUIDEC_MODEL_CONTENT_QUIZ_H_
#define GUIDEC_MODEL_CONTENT_QUIZ_H_

#include <optional>
#include <utility>
#include <vector>

#include "model/content/id.h"
#include "model/dose/amount.h"
#include "model/prose/markdown.h"
#include "model/quiz/forms/form.h"
#include "model/quiz/proof_result.h"
#include "syntax/document.h"

namespace guidec {

struct QuestionKind;  // model/quiz/kind.h

struct Proof {
  Span span{};
  ProofForm form;
  bool negated = false;       // the answer alone does not meet the form
  std::optional<Id> subject;  // what a true-or-false statement is about
  std::optional<Id> all;      // the choice that stands for all others
  std::optional<Id> none;     // the choice that stands for none of the others
};

struct Choice {
  Id id;
  Prose text;
};

struct Question {
  const Node* node = nullptr;  // the mapping as written
  Span span{};
  Id id;
  const QuestionKind* kind = nullptr;  // never null once it is read
  Prose stem;
  std::vector<Choice> choices;  // what is chosen, put in order or matched; else none
  std::vector<Choice> matches;  // what the choices of a matching question are matched with
  // One value: the id of the choice, "true" or "false", or a number with its unit as written.
  std::optional<Id> answer;
  std::optional<bool> truth;             // of a true-or-false question, what `answer` means
  std::optional<Amount> amount;          // of a number, what `answer` means
  std::vector<Id> answers;               // multiple choice: what is right; ordering: the right order
  std::vector<std::pair<Id, Id>> pairs;  // matching: a choice and its match
  Prose why;
  std::optional<Proof> proof;
  ProofResult proven;  // what the proof says, by the facts of the guide
};

struct Quiz {
  const Document* document = nullptr;
  Id id;
  Prose title;
  Prose text;
  std::vector<Question> questions;
};

}  // namespace guidec

#endif  // GUIDEC_MODEL_CONTENT_QUIZ_H_
