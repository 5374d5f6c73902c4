#include "model/read/readers.h"

#include <charconv>
#include <string>
#include <utility>

namespace guidec {
namespace {

// The last words of a field's path: a field of the dose needs no `dose.` to be known.
std::string FieldOf(std::string_view path) {
  constexpr std::string_view kDose = "dose.";
  return std::string(path.starts_with(kDose) ? path.substr(kDose.size()) : path);
}

std::optional<ProofForm> ReadProofForm(const Node& node) {
  if (node.Find("tagged") != nullptr) return TaggedProof{ReadId(node, "tagged"), ReadId(node, "in")};
  if (node.Find("not-in") != nullptr) return InProof{ReadId(node, "not-in"), true};
  if (const Node* step = Scalar(node, "step")) {
    int number = 0;
    if (step->text == "first") number = 1;
    if (step->text == "last") number = -1;
    if (number == 0) std::from_chars(step->text.data(), step->text.data() + step->text.size(), number);
    if (number == 0) return std::nullopt;
    return StepProof{{number, step->span}, ReadId(node, "of")};
  }
  for (const std::string_view key : {"after", "before", "later-than", "earlier-than"}) {
    if (node.Find(key) == nullptr) continue;
    return NeighbourProof{ReadId(node, key), key == "after" || key == "later-than", ReadId(node, "of"),
                          key.ends_with("than")};
  }
  if (node.Find("claim") != nullptr) return ClaimProof{ReadId(node, "claim")};
  for (const std::string_view key : {"value", "within"}) {
    const Node* value = Scalar(node, key);
    if (value == nullptr) continue;
    const std::size_t dot = value->text.find('.');
    if (dot == std::string::npos) return std::nullopt;
    return ValueProof{{value->text.substr(0, dot), value->SpanOf(0, dot)},
                      FieldOf(value->text.substr(dot + 1)),
                      key == "within"};
  }
  if (node.Find("field") != nullptr) {
    Id field = ReadId(node, "field");
    field.value = FieldOf(field.value);
    return FieldProof{std::move(field), ReadId(node, "is")};
  }
  if (node.Find("count") != nullptr) return CountProof{ReadId(node, "count")};
  if (node.Find("in-order-of") != nullptr) return OrderProof{ReadId(node, "in-order-of")};
  for (const std::string_view key : {"least-first", "most-first"}) {
    if (node.Find(key) == nullptr) continue;
    Id field = ReadId(node, key);
    field.value = FieldOf(field.value);
    return RankProof{std::move(field), key == "most-first"};
  }
  if (node.Find("in") != nullptr) return InProof{ReadId(node, "in"), false};
  return std::nullopt;
}

}  // namespace

std::optional<Proof> ReadProof(const Node& question) {
  const Pair* pair = question.FindPair("proof");
  if (pair == nullptr || !pair->value.IsMapping()) return std::nullopt;
  const Node* negated = pair->value.Find("not");
  const Node& node = negated == nullptr ? pair->value : *negated;
  if (!node.IsMapping()) return std::nullopt;
  auto form = ReadProofForm(node);
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
