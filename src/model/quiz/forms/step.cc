#include <charconv>

#include <fmt/format.h>

#include "model/quiz/proof_context.h"
#include "model/read/node.h"

namespace guidec {

std::optional<StepProof> StepProof::Read(const Node& node) {
  const Node* step = Scalar(node, "step");
  if (step == nullptr) return std::nullopt;
  int number = 0;
  if (step->text == "first") number = 1;
  if (step->text == "last") number = -1;
  if (number == 0) std::from_chars(step->text.data(), step->text.data() + step->text.size(), number);
  if (number == 0) return std::nullopt;
  return StepProof{{number, step->span}, ReadId(node, "of")};
}

std::string StepProof::Words() const {
  return step.value < 0 ? fmt::format("is the last step of `{}`", protocol.value)
                        : fmt::format("is step {} of `{}`", step.value, protocol.value);
}

OrError<Condition> StepProof::ConditionOf(ProofContext& context) const {
  OrError<Whole> order = context.FindOrder(protocol);
  if (!order) return tl::unexpected(order.error());
  const auto count = static_cast<int>(order->parts.size());
  const int number = step.value < 0 ? count : step.value;
  if (number < 1 || number > count) {
    return Fail(step.span, fmt::format("{} `{}` has {}, not {}", SubjectName(order->subject->kind),
                                       protocol.value, Plural(order->parts.size(), "step"), step.value));
  }
  return IsStep(*std::move(order), static_cast<std::size_t>(number - 1));
}

}  // namespace guidec
