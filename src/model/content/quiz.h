// A quiz: its questions, their keys, and what proves them.
#ifndef GUIDEC_MODEL_CONTENT_QUIZ_H_
#define GUIDEC_MODEL_CONTENT_QUIZ_H_

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "model/content/id.h"
#include "model/prose/markdown.h"
#include "syntax/document.h"

namespace guidec {

// Each form of proof is a condition on one id or quantity: a choice's, or what a statement is about.
struct InProof {
  Id list;
  bool negated = false;
};
struct TaggedProof {
  Id tag;
  Id list;
};
struct StepProof {
  Spanned<int> step;
  Id protocol;
};  // counted from 1; -1 is the last
struct NeighbourProof {
  Id step;
  bool after = true;
  Id protocol;
  bool anywhere = false;  // earlier or later, not only right before or right after
};
struct ClaimProof {
  Id claim;
};
struct ValueProof {
  Id exercise;        // or the routine
  std::string field;  // "hold", "hold.start", "kind", …: without `dose.`
  bool within = false;
};
struct FieldProof {
  Id field;
  Id value;
};
struct CountProof {
  Id counted;  // a list, a protocol or the routine
};

// The items are steps of the protocol, or of the routine, in its order.
struct OrderProof {
  Id protocol;
};
// The items are exercises in the order of a quantity.
struct RankProof {
  Id field;
  bool most_first = false;
};

using ProofForm = std::variant<InProof, TaggedProof, StepProof, NeighbourProof, ClaimProof, ValueProof,
                               FieldProof, CountProof, OrderProof, RankProof>;

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

enum class QuestionKind : unsigned char {
  kSingleChoice,
  kMultipleChoice,
  kTrueOrFalse,
  kOrdering,
  kMatching,
  kNumber
};

struct Question {
  const Node* node = nullptr;  // the mapping as written
  Span span{};
  Id id;
  QuestionKind kind = QuestionKind::kSingleChoice;
  Prose stem;
  std::vector<Choice> choices;  // what is chosen, put in order or matched; else none
  std::vector<Choice> matches;  // what the choices of a matching question are matched with
  // One value: the id of the choice, "true" or "false", or a number with its unit as written.
  std::optional<Id> answer;
  std::vector<Id> answers;               // multiple choice: what is right; ordering: the right order
  std::vector<std::pair<Id, Id>> pairs;  // matching: a choice and its match
  Prose why;
  std::optional<Proof> proof;
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
