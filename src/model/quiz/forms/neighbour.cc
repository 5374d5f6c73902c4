#include <fmt/format.h>

#include "model/quiz/proof_context.h"
#include "model/read/node.h"
#include "text/nearest.h"

namespace guidec {

std::optional<NeighbourProof> NeighbourProof::Read(const Node& node) {
  for (const std::string_view key : {"after", "before", "later-than", "earlier-than"}) {
    if (node.Find(key) == nullptr) continue;
    return NeighbourProof{ReadId(node, key), key == "after" || key == "later-than", ReadId(node, "of"),
                          key.ends_with("than")};
  }
  return std::nullopt;
}

std::string_view NeighbourProof::Key() const {
  if (anywhere) return after ? "later-than" : "earlier-than";
  return after ? "after" : "before";
}

std::string NeighbourProof::Words() const {
  const std::string_view how =
      anywhere ? (after ? "later than" : "earlier than") : (after ? "right after" : "right before");
  return fmt::format("comes {} `{}` in `{}`", how, step.value, protocol.value);
}

OrError<Condition> NeighbourProof::ConditionOf(ProofContext& context) const {
  OrError<Whole> order = context.FindOrder(protocol);
  if (!order) return tl::unexpected(order.error());
  const Fact* known = order->Find(step.value);
  if (known == nullptr) {
    std::vector<std::string> ids;
    for (const Fact* part : order->parts) ids.push_back(part->value);
    return Fail(step.span, fmt::format("{} `{}` has no step `{}`{}", SubjectName(order->subject->kind),
                                       protocol.value, step.value, DidYouMean(step.value, ids)));
  }
  const int wanted = after ? known->step + 1 : known->step - 1;
  if (wanted < 1 || wanted > static_cast<int>(order->parts.size())) {
    return Fail(step.span, fmt::format("`{}` is the {} step of `{}`; nothing comes {} it", step.value,
                                       after ? "last" : "first", protocol.value, after ? "after" : "before"));
  }
  if (!anywhere) return IsStep(*std::move(order), static_cast<std::size_t>(wanted - 1));
  return [order = *std::move(order), known, after = after](const Candidate& candidate) -> OrError<Judgement> {
    const Fact* other = order.Find(candidate.id);
    if (other == nullptr) return NotAmong(order, candidate);
    Judgement judgement = DecidedBy(after ? other->step > known->step : other->step < known->step, *other);
    judgement.used.push_back(known);
    return judgement;
  };
}

}  // namespace guidec
