// What several kinds of questions do alike with choices.
#ifndef GUIDEC_MODEL_QUIZ_ANSWER_H_
#define GUIDEC_MODEL_QUIZ_ANSWER_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/rule_ids.h"
#include "model/quiz/kind.h"
#include "model/quiz/proof_context.h"

namespace guidec {

inline constexpr RuleId kWrongAnswer = rule_ids::kAnswerNotAChoice;  // the rule that reports faults

// "answer `nee`"; a sentence that slipped into the answer is not repeated.
std::string NameOfAnswer(const Node& answer);
Fix ReplaceAnswer(const Node& answer, const std::string& by, Safety safety);

// Whether the node names one of what the question offers under `key`, "choices" or the key of its matches;
// if not, that is a fault.
void CheckNamesChoice(const Question& question, std::string_view key, const Node& answer,
                      std::vector<Fault>& faults);

// Reads a list of choices; `wanted` says what is wanted instead of something else.
void ReadChosen(const Pair& answer, std::string_view wanted, Question& question, std::vector<Fault>& faults);

// Whether the ids are some of the choices, each once.
bool AreDistinctChoices(const std::vector<Id>& ids, const std::vector<Choice>& choices);

// The letters of the choices with these ids.
std::vector<std::string> LettersOf(const std::vector<Id>& ids, const std::vector<Choice>& choices);
// The choice of that letter.
std::optional<Id> ChoiceOfLetter(std::string_view letter, const std::vector<Choice>& choices);

// Gives the question the choices of these letters as its answer, in their order.
void ReadBackChosen(const std::vector<std::string>& key, Question& question);

// A line for each choice of the answer.
std::vector<AnswerLine> LinesOfChosen(const Question& question);

// The choices as a proof judges them, and a verdict for each.
std::vector<Candidate> CandidatesOf(const Question& question);
void AddVerdictsOfChoices(const std::vector<Candidate>& candidates, const std::vector<Judgement>& judgements,
                          ProofContext& context);

// "the choice is in list `symptoms`"; a statement has a subject or is a claim.
std::string WordsOfCondition(const Proof& proof, const std::string& form);

}  // namespace guidec

#endif  // GUIDEC_MODEL_QUIZ_ANSWER_H_
