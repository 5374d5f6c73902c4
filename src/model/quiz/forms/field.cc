#include <fmt/format.h>

#include "model/quiz/kind.h"
#include "model/quiz/proof_context.h"
#include "model/read/node.h"
#include "text/nearest.h"

namespace guidec {
namespace {

// One of the facts, which are of one field, that has the value; or null.
const Fact* WithValue(const std::vector<const Fact*>& fields, const std::string& value) {
  for (const Fact* fact : fields) {
    const bool is_same = fact->type == ValueType::kId ? fact->value == value
                         : fact->type == ValueType::kText
                             ? IsSameText(fact->value, value)
                             : StatesQuantity(value, *fact, Comparison::kEqual).value_or(false);
    if (is_same) return fact;
  }
  return nullptr;
}

// That no exercise has the value shows a slip: else every choice would be wrong alike.
OrError<void> CheckSomeExerciseHas(const FieldProof& form, const Facts& facts, bool is_of_match) {
  std::vector<std::string> known;
  for (const Subject& subject : facts.subjects) {
    if (subject.kind != SubjectKind::kExercise) continue;
    const std::vector<const Fact*> fields = facts.FieldOf(subject, form.field.value);
    if (WithValue(fields, form.value.value) != nullptr) return {};
    const bool is_unlike = is_of_match && !fields.empty() && fields.front()->type == ValueType::kQuantity &&
                           !StatesQuantity(form.value.value, *fields.front(), Comparison::kEqual);
    if (is_unlike) {
      const Fact& fact = *fields.front();
      return Fail(
          form.value.span,
          "a match " + WhyNotComparable(form.value.value, fmt::format("{} ({})", fact.name, fact.value)),
          {LabelOf(fact)});
    }
    for (const Fact* field : fields) known.push_back(field->value);
  }
  if (is_of_match) return {};
  return Fail(form.value.span, fmt::format("no exercise of the guide has `{}` as its {}{}", form.value.value,
                                           form.field.value, DidYouMean(form.value.value, known)));
}

}  // namespace

std::optional<FieldProof> FieldProof::Read(const Node& node) {
  if (node.Find("field") == nullptr) return std::nullopt;
  Id field = ReadId(node, "field");
  field.value = FieldNamed(field.value);
  return FieldProof{std::move(field), ReadId(node, "is")};
}

std::string FieldProof::Words() const {
  return fmt::format("is an exercise whose {} is `{}`", field.value, value.value);
}

OrError<Condition> FieldProof::ConditionOf(ProofContext& context) const {
  const bool is_of_match = context.question.kind->has_matches;
  if (auto checked = CheckSomeExerciseHas(*this, context.facts, is_of_match); !checked) {
    return tl::unexpected(checked.error());
  }
  return [&facts = context.facts, &result = context.result,
          form = *this](const Candidate& candidate) -> OrError<Judgement> {
    const Subject* exercise = facts.Find(SubjectKind::kExercise, candidate.id);
    if (exercise == nullptr) {
      return Judgement{
          false, {candidate.span, fmt::format("the guide has no exercise `{}`", candidate.id)}, {}, false};
    }
    const std::vector<const Fact*> fields = facts.FieldOf(*exercise, form.field.value);
    if (const Fact* fact = WithValue(fields, form.value.value)) {
      result.fact_id = candidate.id;
      return DecidedBy(true, *fact);
    }
    if (!fields.empty()) return DecidedBy(false, *fields.front());
    return Judgement{false,
                     {exercise->id.span, fmt::format("`{}` states no {}", candidate.id, form.field.value)}};
  };
}

std::vector<FieldRead> FieldProof::FieldsRead(const Question& question) const {
  return FieldOfEachChoice(question, field.value);
}

}  // namespace guidec
