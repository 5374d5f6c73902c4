#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "model/quiz/proof_context.h"
#include "model/read/node.h"
#include "text/nearest.h"

namespace guidec {
namespace {

std::pair<int, int> BoundsOf(const Fact& fact) {
  return std::visit([](const auto& quantity) { return std::pair(quantity.min, quantity.max); },
                    fact.quantity);
}

OrError<const Fact*> RankedQuantity(const Choice& choice, const Id& field, ProofContext& context) {
  const Subject* exercise = context.facts.Find(SubjectKind::kExercise, choice.id.value);
  if (exercise == nullptr) {
    return Fail(field.span,
                fmt::format("the guide has no exercise `{}`{}", choice.id.value,
                            DidYouMean(choice.id.value, context.facts.IdsOf(SubjectKind::kExercise))),
                {{choice.id.span, "judged here"}});
  }
  const std::vector<const Fact*> facts = context.facts.FieldOf(*exercise, field.value);
  if (facts.empty()) {
    return Fail(field.span, fmt::format("`{}` states no {}", choice.id.value, field.value),
                {{exercise->id.span, "it is here"}});
  }
  context.result.fact_id = choice.id.value;
  return facts.front();
}

}  // namespace

std::optional<RankProof> RankProof::Read(const Node& node) {
  for (const std::string_view key : {"least-first", "most-first"}) {
    if (node.Find(key) == nullptr) continue;
    Id field = ReadId(node, key);
    field.value = FieldNamed(field.value);
    return RankProof{std::move(field), key == "most-first"};
  }
  return std::nullopt;
}

std::string RankProof::Words() const {
  return fmt::format("with the {} {} first", most_first ? "most" : "least", field.value);
}

OrError<std::vector<Ranked>> RankProof::Rank(ProofContext& context) const {
  std::vector<Ranked> ranked;
  for (const Choice& choice : context.question.choices) {
    const OrError<const Fact*> fact = RankedQuantity(choice, field, context);
    if (!fact) return tl::unexpected(fact.error());
    ranked.push_back({choice.id.value, *fact});
  }
  std::ranges::sort(ranked, {}, [](const Ranked& item) { return BoundsOf(*item.fact); });
  // A range within another is neither less nor more.
  const auto is_unsure = [](const Ranked& less, const Ranked& more) {
    return BoundsOf(*less.fact).second > BoundsOf(*more.fact).second ||
           BoundsOf(*less.fact) == BoundsOf(*more.fact);
  };
  const auto unsure = std::ranges::adjacent_find(ranked, is_unsure);
  if (unsure != ranked.end()) {
    const Ranked& next = *std::next(unsure);
    return Fail(field.span,
                fmt::format("`{}` and `{}` have no certain order: their {} is {} and {}", unsure->id, next.id,
                            field.value, unsure->fact->value, next.fact->value),
                {LabelOf(*unsure->fact), LabelOf(*next.fact)});
  }
  if (most_first) std::ranges::reverse(ranked);
  return ranked;
}

std::vector<FieldRead> RankProof::FieldsRead(const Question& question) const {
  return FieldOfEachChoice(question, field.value);
}

}  // namespace guidec
