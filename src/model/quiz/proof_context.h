// What a proof is judged by: the guide's facts, and how to find those that it names.
#ifndef GUIDEC_MODEL_QUIZ_PROOF_CONTEXT_H_
#define GUIDEC_MODEL_QUIZ_PROOF_CONTEXT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/content/quiz.h"
#include "model/quiz/facts.h"
#include "model/quiz/forms/form.h"

namespace guidec {

tl::unexpected<ProofError> Fail(Span span, std::string message, std::vector<Label> labels = {});

Label LabelOf(const Fact& fact);
Judgement DecidedBy(bool holds, const Fact& fact);

// A list with its members, a protocol or the routine with its steps: of which there are some.
struct Whole {
  const Subject* subject = nullptr;
  std::vector<const Fact*> parts;

  const Fact* Find(std::string_view id) const;
};

Judgement NotAmong(const Whole& whole, const Candidate& candidate);

struct ProofContext {
  const Facts& facts;
  const Question& question;
  const Proof& proof;  // the question's
  ProofResult& result;

  // What is found is what the result names as its fact.
  OrError<const Subject*> Find(SubjectKind kind, const Id& id);
  OrError<Whole> FindList(const Id& id);
  OrError<Whole> FindOrder(const Id& id);  // the routine is an order, too
  OrError<Whole> WholeOf(OrError<const Subject*> subject, const Id& id);

  void AddVerdict(std::string id, bool is_answer, bool holds, const Label& fact, Span key);
  void AddUsed(const std::vector<const Fact*>& facts_used);

  // The condition of a form that has one.
  OrError<Condition> ConditionOf(const ProofForm& form);
  // What the condition says of the candidate, turned round where the proof says `not`.
  OrError<Judgement> Apply(const Condition& condition, const Candidate& candidate) const;
};

// Whether the candidate is the step at that place of the order, counted from 0.
Condition IsStep(Whole order, std::size_t wanted);

std::string_view KeyOf(const ProofForm& form);

// The field of what the proof is about, and of each choice.
std::vector<FieldRead> FieldOfEachChoice(const Question& question, const std::string& field);

// "1 step", "2 steps"
std::string Plural(std::size_t count, std::string_view noun);

enum class Comparison : std::uint8_t { kEqual, kWithin };

// Whether the text states the fact's quantity; nothing when it states none of that unit.
std::optional<bool> StatesQuantity(std::string_view text, const Fact& fact, Comparison comparison);

// The only number of a text without a unit, in digits or in words: "four steps".
std::optional<int> StatedNumber(std::string_view text);

bool IsSameText(std::string_view a, std::string_view b);

// What the text states instead of something like `wanted`.
std::string WhyNotComparable(std::string_view text, std::string_view wanted);
tl::unexpected<ProofError> NotComparable(Span span, const Candidate& candidate, std::string_view wanted,
                                         Label fact);

}  // namespace guidec

#endif  // GUIDEC_MODEL_QUIZ_PROOF_CONTEXT_H_
