// Evaluates a quiz answer's proof over the guide's facts.
#ifndef GUIDEC_MODEL_QUIZ_PROOF_H_
#define GUIDEC_MODEL_QUIZ_PROOF_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "model/content/library.h"
#include "model/quiz/facts.h"

namespace guidec {

enum class Truth : unsigned char { kHolds, kFails };

// What a proof says of one answer that could be given, and the fact that decides it.
struct Verdict {
  // A choice's id, "true" or "false"; "2. ice" (an item and its place), "plank with strength" (an item
  // and its match), "30 seconds".
  std::string id;
  bool is_answer = false;  // whether the key says that it is right
  Truth truth = Truth::kFails;
  Label fact;
  Span key{};  // where the key says so, or what it leaves this out of

  bool IsAgreed() const { return is_answer == (truth == Truth::kHolds); }
};

// A proof over something that the guide does not have, or that cannot be compared.
struct ProofError {
  Span span;  // in the proof
  std::string message;
  std::vector<Label> labels = {};
};

struct ProofResult {
  // One for each choice in order; for a true-or-false question "true", then "false"; for an ordering one
  // each place of the answer; for a matching one each choice with each match; for a number the answer.
  std::vector<Verdict> verdicts;
  std::optional<ProofError> error;  // then `verdicts` is empty
  // Where the guide shows it: the list, protocol, claim, exercise or "routine".
  std::string fact_id;
  std::vector<const Fact*> used;  // by which the verdicts came about
};

// Whether all that the question's proof is about could be read. Else what the proof finds missing may
// be there.
bool CanEvaluate(const Library& library, const Guide& guide, const Question& question);

// `facts` are the guide's, and outlive the result.
ProofResult Evaluate(const Facts& facts, const Question& question, const Proof& proof);

// The lists, protocols, claims and exercises that the proof names.
std::vector<std::string> SubjectsOf(const Proof& proof);

// What the question's proof says: "the choice is not in list `symptoms`".
std::string WordsOf(const Question& question, const Proof& proof);

// Whether the proof holds for what the answer says and for nothing else. The result has no error.
bool IsProven(const Question& question, const ProofResult& result);

}  // namespace guidec

#endif  // GUIDEC_MODEL_QUIZ_PROOF_H_
