// Evaluates a quiz answer's proof over the guide's facts.
#ifndef GUIDEC_MODEL_PROOF_H_
#define GUIDEC_MODEL_PROOF_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "model/facts.h"
#include "model/library.h"

namespace guidec {

enum class Truth : unsigned char { kHolds, kFails };

// What a proof says of one choice (or of "true" and "false"), and the fact that decides it.
struct Verdict {
  Truth truth = Truth::kFails;
  Label fact;
};

// A proof over something that the guide does not have, or that cannot be compared.
struct ProofError {
  Span span;  // in the proof
  std::string message;
  std::vector<Label> labels = {};
};

struct ProofResult {
  // One for each choice in order; for a true-or-false question "true", then "false".
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

// What the choice, or what the statement is about, must meet: "is not in list `symptoms`".
std::string WordsOf(const Proof& proof);

// The ids that stand beside the verdicts: the choices', or "true" and "false".
std::vector<std::string> VerdictIds(const Question& question);

// The place of the answer beside the verdicts; nothing when it is none of them.
std::optional<std::size_t> AnswerAt(const Question& question);

// Whether the answer is the only one that the proof holds for. The result has no error.
bool IsProven(const Question& question, const ProofResult& result);

}  // namespace guidec

#endif  // GUIDEC_MODEL_PROOF_H_
