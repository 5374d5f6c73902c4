#include <fmt/format.h>

#include "model/quiz/proof_context.h"
#include "model/read/node.h"

namespace guidec {

std::optional<InProof> InProof::Read(const Node& node) {
  if (node.Find("not-in") != nullptr) return InProof{ReadId(node, "not-in"), true};
  if (node.Find("in") != nullptr) return InProof{ReadId(node, "in"), false};
  return std::nullopt;
}

std::string InProof::Words() const {
  return fmt::format("is {}in list `{}`", negated ? "not " : "", list.value);
}

OrError<Condition> InProof::ConditionOf(ProofContext& context) const {
  OrError<Whole> whole = context.FindList(list);
  if (!whole) return tl::unexpected(whole.error());
  return [whole = *std::move(whole), form = *this](const Candidate& candidate) -> OrError<Judgement> {
    const Fact* member = whole.Find(candidate.id);
    if (member != nullptr) return DecidedBy(!form.negated, *member);
    Judgement judgement = NotAmong(whole, candidate);
    judgement.holds = form.negated;
    judgement.is_known = true;  // who is no member is known not to be one
    return judgement;
  };
}

}  // namespace guidec
