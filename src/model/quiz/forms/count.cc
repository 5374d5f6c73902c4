#include <fmt/format.h>

#include "model/quiz/proof_context.h"
#include "model/read/node.h"

namespace guidec {

std::optional<CountProof> CountProof::Read(const Node& node) {
  return node.Find("count") == nullptr ? std::nullopt : std::optional(CountProof{ReadId(node, "count")});
}

std::string CountProof::Words() const {
  return fmt::format("states how many `{}` has", counted.value);
}

OrError<Condition> CountProof::ConditionOf(ProofContext& context) const {
  const bool is_list = context.facts.Find(SubjectKind::kList, counted.value) != nullptr;
  OrError<Whole> whole = is_list ? context.FindList(counted) : context.FindOrder(counted);
  if (!whole) return tl::unexpected(whole.error());
  return [whole = *std::move(whole), form = *this](const Candidate& candidate) -> OrError<Judgement> {
    const std::string has =
        Plural(whole.parts.size(), whole.subject->kind == SubjectKind::kList ? "member" : "step");
    Label fact{whole.subject->id.span, fmt::format("`{}` has {}", form.counted.value, has)};
    const auto stated = StatedNumber(candidate.text);
    if (!stated) return NotComparable(form.counted.span, candidate, has, std::move(fact));
    return Judgement{*stated == static_cast<int>(whole.parts.size()), std::move(fact), whole.parts};
  };
}

}  // namespace guidec
