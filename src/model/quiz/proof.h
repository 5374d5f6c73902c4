// Judges a quiz's answers by the guide's facts.
#ifndef GUIDEC_MODEL_QUIZ_PROOF_H_
#define GUIDEC_MODEL_QUIZ_PROOF_H_

#include <string>
#include <vector>

#include "model/content/library.h"
#include "model/quiz/facts.h"
#include "model/quiz/proof_result.h"

namespace guidec {

// Fills the facts of each guide, and what they say of each question's proof. The library is whole.
void ProveAnswers(Library& library);

// What the proof of the question, which has one, says of its answer; `facts` are the guide's, and outlive
// the result. All that the proof is about could be read.
ProofResult Evaluate(const Facts& facts, const Question& question);

// The lists, protocols, claims and exercises that the proof names.
std::vector<std::string> SubjectsOf(const Proof& proof);

// What the question's proof says: "the choice is not in list `symptoms`".
std::string WordsOf(const Question& question, const Proof& proof);

inline bool IsProven(const Question& question) {
  return question.proven.state == ProofState::kProven;
}

}  // namespace guidec

#endif  // GUIDEC_MODEL_QUIZ_PROOF_H_
