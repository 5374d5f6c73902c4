// The forms of proof, one file each. A form is a condition on one id or quantity: a choice's, or what a
// statement is about; or it tells the right order of the choices. Each says of itself
//   Read        what stands in the YAML, if it is of this form
//   Key         the key that sets it apart
//   Words       what it says, behind "the choice": "is in list `symptoms`"
//   Subjects    the lists, protocols, claims and exercises that it names
// and either
//   ConditionOf the condition on one candidate, with all that it needs looked up before, so that a fact that
//               the guide lacks is found for no matter which candidates; or
//   Rank        the choices in the right order.
// A form that may say `each` in a matching question has Each, the place where it stands; one that compares
// fields of exercises has FieldsRead, those that a question makes it read.
#ifndef GUIDEC_MODEL_QUIZ_FORMS_FORM_H_
#define GUIDEC_MODEL_QUIZ_FORMS_FORM_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <tl/expected.hpp>

#include "model/content/id.h"
#include "model/quiz/proof_result.h"
#include "syntax/document.h"

namespace guidec {

struct Question;      // model/content/quiz.h
struct ProofContext;  // model/quiz/proof_context.h

template <class T>
using OrError = tl::expected<T, ProofError>;

// An answer that could be given.
struct Candidate {
  std::string id;
  std::string text;
  Span span{};
  std::string name = {};  // what messages call it: "choice `ice`", "the answer"
};

struct Judgement {
  bool holds = false;
  Label fact;
  std::vector<const Fact*> used = {};
  bool is_known = true;  // the guide says something of the candidate, so that it can also be denied
};

using Condition = std::function<OrError<Judgement>(const Candidate&)>;

// A choice, and the fact that says where it stands among the others.
struct Ranked {
  std::string id;
  const Fact* fact = nullptr;
};

using IdList = std::vector<std::string>;

struct FieldRead {
  std::string exercise;
  std::string field;  // without `dose.`
};

struct InProof {
  Id list;
  bool negated = false;

  static std::optional<InProof> Read(const Node& node);
  std::string_view Key() const { return negated ? "not-in" : "in"; }
  std::string Words() const;
  IdList Subjects() const { return {list.value}; }
  OrError<Condition> ConditionOf(ProofContext& context) const;
  Id& Each() { return list; }
};

struct TaggedProof {
  Id tag;
  Id list;

  static std::optional<TaggedProof> Read(const Node& node);
  static std::string_view Key() { return "tagged"; }
  std::string Words() const;
  IdList Subjects() const { return {list.value}; }
  OrError<Condition> ConditionOf(ProofContext& context) const;
  Id& Each() { return tag; }
};

struct StepProof {
  Spanned<int> step;  // counted from 1; -1 is the last
  Id protocol;

  static std::optional<StepProof> Read(const Node& node);
  static std::string_view Key() { return "step"; }
  std::string Words() const;
  IdList Subjects() const { return {protocol.value}; }
  OrError<Condition> ConditionOf(ProofContext& context) const;
};

struct NeighbourProof {
  Id step;
  bool after = true;
  Id protocol;
  bool anywhere = false;  // earlier or later, not only right before or right after

  static std::optional<NeighbourProof> Read(const Node& node);
  std::string_view Key() const;
  std::string Words() const;
  IdList Subjects() const { return {protocol.value}; }
  OrError<Condition> ConditionOf(ProofContext& context) const;
  Id& Each() { return step; }
};

struct ClaimProof {
  Id claim;

  static std::optional<ClaimProof> Read(const Node& node);
  static std::string_view Key() { return "claim"; }
  std::string Words() const;
  IdList Subjects() const { return {claim.value}; }
  OrError<Condition> ConditionOf(ProofContext& context) const;  // only of the statement itself
};

struct ValueProof {
  Id exercise;        // or the routine
  std::string field;  // "hold", "hold.start", "kind", …: without `dose.`
  bool within = false;

  static std::optional<ValueProof> Read(const Node& node);
  std::string_view Key() const { return within ? "within" : "value"; }
  std::string Words() const;
  IdList Subjects() const { return {exercise.value}; }
  OrError<Condition> ConditionOf(ProofContext& context) const;
  Id& Each() { return exercise; }
  std::vector<FieldRead> FieldsRead(const Question& question) const;
};

struct FieldProof {
  Id field;
  Id value;

  static std::optional<FieldProof> Read(const Node& node);
  static std::string_view Key() { return "field"; }
  std::string Words() const;
  static IdList Subjects() { return {}; }
  OrError<Condition> ConditionOf(ProofContext& context) const;
  Id& Each() { return value; }
  std::vector<FieldRead> FieldsRead(const Question& question) const;
};

struct CountProof {
  Id counted;  // a list, a protocol or the routine

  static std::optional<CountProof> Read(const Node& node);
  static std::string_view Key() { return "count"; }
  std::string Words() const;
  IdList Subjects() const { return {counted.value}; }
  OrError<Condition> ConditionOf(ProofContext& context) const;
};

// The items are steps of the protocol, or of the routine, in its order.
struct OrderProof {
  Id protocol;

  static std::optional<OrderProof> Read(const Node& node);
  static std::string_view Key() { return "in-order-of"; }
  std::string Words() const;
  IdList Subjects() const { return {protocol.value}; }
  OrError<std::vector<Ranked>> Rank(ProofContext& context) const;
};

// The items are exercises in the order of a quantity.
struct RankProof {
  Id field;
  bool most_first = false;

  static std::optional<RankProof> Read(const Node& node);
  std::string_view Key() const { return most_first ? "most-first" : "least-first"; }
  std::string Words() const;
  static IdList Subjects() { return {}; }
  OrError<std::vector<Ranked>> Rank(ProofContext& context) const;
  std::vector<FieldRead> FieldsRead(const Question& question) const;
};

// In the order in which they are looked for: `in` stands in other forms, too.
using ProofForm = std::variant<TaggedProof, StepProof, NeighbourProof, ClaimProof, ValueProof, FieldProof,
                               CountProof, OrderProof, RankProof, InProof>;

// Whether the form tells the order of the choices; the others are conditions.
bool RanksChoices(const ProofForm& form);

// "dose.hold" as "hold": a field of the dose needs no `dose.` to be known.
std::string FieldNamed(std::string_view path);

}  // namespace guidec

#endif  // GUIDEC_MODEL_QUIZ_FORMS_FORM_H_
