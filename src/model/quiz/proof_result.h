// What a proof says of the answers that could be given.
#ifndef GUIDEC_MODEL_QUIZ_PROOF_RESULT_H_
#define GUIDEC_MODEL_QUIZ_PROOF_RESULT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.h"

namespace guidec {

struct Fact;  // model/quiz/facts.h

enum class Truth : std::uint8_t { kHolds, kFails };

// What a proof says of one answer, and the fact that decides it.
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

enum class ProofState : std::uint8_t {
  kNone,    // the question has no proof that could be read
  kUnread,  // what the proof is about was lost, or cannot be read: what it finds missing may be there
  kError,
  kContradicted,  // the proof does not hold for the answer, or holds for another one too
  kProven
};

struct ProofResult {
  ProofState state = ProofState::kNone;
  // One for each choice in order; for a true-or-false question "true", then "false"; for an ordering one
  // each place of the answer; for a matching one each choice with each match; for a number the answer.
  std::vector<Verdict> verdicts;
  std::optional<ProofError> error;  // then `verdicts` is empty
  // Where the guide shows it: the list, protocol, claim, exercise or "routine".
  std::string fact_id;
  std::vector<const Fact*> used;  // of the guide's facts: those by which the verdicts came about
};

}  // namespace guidec

#endif  // GUIDEC_MODEL_QUIZ_PROOF_RESULT_H_
