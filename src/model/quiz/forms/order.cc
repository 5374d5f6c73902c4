#include <algorithm>

#include <fmt/format.h>

#include "model/quiz/proof_context.h"
#include "model/read/node.h"

namespace guidec {

std::optional<OrderProof> OrderProof::Read(const Node& node) {
  if (node.Find("in-order-of") == nullptr) return std::nullopt;
  return OrderProof{ReadId(node, "in-order-of")};
}

std::string OrderProof::Words() const {
  return fmt::format("in the order of `{}`", protocol.value);
}

OrError<std::vector<Ranked>> OrderProof::Rank(ProofContext& context) const {
  const OrError<Whole> order = context.FindOrder(protocol);
  if (!order) return tl::unexpected(order.error());
  std::vector<Ranked> ranked;
  for (const Choice& choice : context.question.choices) {
    const Fact* step = order->Find(choice.id.value);
    if (step == nullptr) {
      return Fail(protocol.span, NotAmong(*order, {choice.id.value, {}}).fact.message,
                  {{choice.id.span, "judged here"}, {order->subject->id.span, "it is here"}});
    }
    const auto again = std::ranges::find_if(
        order->parts, [&](const Fact* part) { return part != step && part->value == step->value; });
    if (again != order->parts.end()) {
      return Fail(protocol.span,
                  fmt::format("`{}` is step {} and step {} of `{}`, so that it has no certain place",
                              choice.id.value, step->step, (*again)->step, protocol.value),
                  {LabelOf(*step), LabelOf(**again)});
    }
    ranked.push_back({choice.id.value, step});
  }
  std::ranges::sort(ranked, {}, [](const Ranked& item) { return item.fact->step; });
  return ranked;
}

}  // namespace guidec
