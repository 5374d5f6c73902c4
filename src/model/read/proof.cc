#include "model/read/readers.h"

#include <utility>
#include <variant>

namespace guidec {
namespace {

template <std::size_t kForm = 0>
std::optional<ProofForm> ReadForm(const Node& node) {
  if constexpr (kForm == std::variant_size_v<ProofForm>) {
    return std::nullopt;
  } else {
    auto form = std::variant_alternative_t<kForm, ProofForm>::Read(node);
    return form ? std::optional<ProofForm>(*std::move(form)) : ReadForm<kForm + 1>(node);
  }
}

}  // namespace

std::optional<Proof> ReadProof(const Node& question) {
  const Pair* pair = question.FindPair("proof");
  if (pair == nullptr || !pair->value.IsMapping()) return std::nullopt;
  const Node* negated = pair->value.Find("not");
  const Node& node = negated == nullptr ? pair->value : *negated;
  if (!node.IsMapping()) return std::nullopt;
  auto form = ReadForm(node);
  if (!form) return std::nullopt;
  const auto optional_id = [&](std::string_view key) {
    const Node* found = Scalar(node, key);
    return found == nullptr ? std::nullopt : std::optional(IdOf(*found));
  };
  return Proof{.span = pair->key.span,
               .form = *std::move(form),
               .negated = negated != nullptr,
               .subject = optional_id("for"),
               .all = optional_id("all"),
               .none = optional_id("none")};
}

}  // namespace guidec
