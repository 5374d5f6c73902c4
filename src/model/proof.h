// Evaluates a quiz answer's proof against the guide's own data.
#ifndef GUIDEC_MODEL_PROOF_H_
#define GUIDEC_MODEL_PROOF_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "model/library.h"

namespace guidec {

enum class Truth : unsigned char { kHolds, kFails };

// What a proof says of one choice (or of "true" and "false"), and the fact that decides it.
struct Verdict {
  Truth truth = Truth::kFails;
  Label fact;
};

// A proof over something that the guide does not have.
struct ProofError {
  Span span;
  std::string message;
};

struct ProofResult {
  // One for each choice in order; for a true-or-false question "true", then "false".
  std::vector<Verdict> verdicts;
  std::optional<ProofError> error;  // then `verdicts` is empty
  // Where the guide shows it: the list, protocol, claim or exercise.
  std::string fact_id;
};

// Whether all that the question's proof is about could be read. Else what the proof finds missing may
// be there.
bool CanEvaluate(const Library& library, const Guide& guide, const Question& question);

ProofResult Evaluate(const Library& library, const Guide& guide, const Question& question,
                     const Proof& proof);

}  // namespace guidec

#endif  // GUIDEC_MODEL_PROOF_H_
