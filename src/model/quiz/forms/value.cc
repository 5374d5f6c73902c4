#include <algorithm>

#include <fmt/format.h>

#include "model/quiz/kind.h"
#include "model/quiz/proof_context.h"
#include "model/read/node.h"

namespace guidec {
namespace {

// The facts of the exercise's or the routine's field, one at least.
OrError<std::vector<const Fact*>> FindField(const ValueProof& form, ProofContext& context) {
  const bool is_routine = context.facts.Find(SubjectKind::kExercise, form.exercise.value) == nullptr &&
                          context.facts.Find(SubjectKind::kRoutine, form.exercise.value) != nullptr;
  const auto subject =
      context.Find(is_routine ? SubjectKind::kRoutine : SubjectKind::kExercise, form.exercise);
  if (!subject) return tl::unexpected(subject.error());
  std::vector<const Fact*> fields = context.facts.FieldOf(**subject, form.field);
  if (!fields.empty()) return fields;
  return Fail(form.exercise.span,
              fmt::format("{} `{}` states no {} that a choice can be compared with",
                          SubjectName((*subject)->kind), form.exercise.value, form.field));
}

OrError<void> CheckValue(const ValueProof& form, const Fact& fact, bool is_number) {
  const bool is_quantity = fact.type == ValueType::kQuantity;
  if (form.within && !is_quantity) {
    return Fail(form.exercise.span, fmt::format("`{}` of `{}` is no quantity that a number can lie within; "
                                                "use `value`",
                                                form.field, form.exercise.value));
  }
  if (!is_number || (!form.within && is_quantity)) return {};
  return Fail(form.exercise.span,
              form.within ? std::string("`within` holds for many numbers; prove the one with `value`")
                          : fmt::format("`{}` of `{}` is no number", form.field, form.exercise.value));
}

}  // namespace

std::string FieldNamed(std::string_view path) {
  constexpr std::string_view kDose = "dose.";
  return std::string(path.starts_with(kDose) ? path.substr(kDose.size()) : path);
}

std::optional<ValueProof> ValueProof::Read(const Node& node) {
  for (const std::string_view key : {"value", "within"}) {
    const Node* value = Scalar(node, key);
    if (value == nullptr) continue;
    const std::size_t dot = value->text.find('.');
    if (dot == std::string::npos) return std::nullopt;
    return ValueProof{{value->text.substr(0, dot), value->SpanOf(0, dot)},
                      FieldNamed(value->text.substr(dot + 1)),
                      key == "within"};
  }
  return std::nullopt;
}

std::string ValueProof::Words() const {
  return fmt::format("{} `{}` of `{}`", within ? "lies within" : "states", field, exercise.value);
}

OrError<Condition> ValueProof::ConditionOf(ProofContext& context) const {
  OrError<std::vector<const Fact*>> fields = FindField(*this, context);
  if (!fields) return tl::unexpected(fields.error());
  if (auto checked = CheckValue(*this, *fields->front(), context.question.kind->is_number); !checked) {
    return tl::unexpected(checked.error());
  }
  return [fields = *std::move(fields), form = *this](const Candidate& candidate) -> OrError<Judgement> {
    const Fact& fact = *fields.front();
    if (fact.type == ValueType::kText) return DecidedBy(IsSameText(candidate.text, fact.value), fact);
    if (fact.type == ValueType::kQuantity) {
      const auto states =
          StatesQuantity(candidate.text, fact, form.within ? Comparison::kWithin : Comparison::kEqual);
      if (states) return DecidedBy(*states, fact);
      return NotComparable(form.exercise.span, candidate, fmt::format("{} ({})", form.field, fact.value),
                           LabelOf(fact));
    }
    const auto same = std::ranges::find(fields, candidate.id, &Fact::value);
    return same == fields.end() ? DecidedBy(false, fact) : DecidedBy(true, **same);
  };
}

std::vector<FieldRead> ValueProof::FieldsRead(const Question& question) const {
  if (!question.kind->has_matches) return {{exercise.value, field}};
  std::vector<FieldRead> read;
  for (const Choice& match : question.matches) read.push_back({match.id.value, field});
  return read;
}

}  // namespace guidec
