#include "model/read/node.h"

#include <utility>
#include <variant>

#include <fmt/format.h>

#include "diag/rule_ids.h"

namespace guidec {
namespace {

// `what` says what is wanted, with an example; `rule` reports what cannot be read.
template <class Quantity>
std::optional<Spanned<Quantity>> ReadQuantity(
    ReadContext& in, const Node& node, std::string_view key, RuleId rule, std::string_view what,
    std::variant<Quantity, QuantityError> (*parse)(std::string_view)) {
  const Pair* pair = node.FindPair(key);
  if (pair == nullptr || pair->value.damaged) return std::nullopt;
  const Node& value = pair->value;
  if (!value.IsScalar()) {
    in.faults.push_back({rule, pair->key.span, fmt::format("`{}` wants {}", key, what)});
    return std::nullopt;
  }
  std::variant<Quantity, QuantityError> parsed = parse(value.text);
  if (auto* quantity = std::get_if<Quantity>(&parsed)) return Spanned<Quantity>{*quantity, value.span};
  auto& error = std::get<QuantityError>(parsed);
  Fault fault{rule, value.SpanOf(error.begin, error.end), std::move(error.message)};
  if (error.replacement) {
    fault.fix = Fix{fmt::format("write `{}`", *error.replacement), {{value.span, *error.replacement}}};
  }
  in.faults.push_back(std::move(fault));
  return std::nullopt;
}

}  // namespace

const Node* Scalar(const Node& node, std::string_view key) {
  const Node* found = node.Find(key);
  return found != nullptr && found->IsScalar() ? found : nullptr;
}

Prose ReadMarkdown(ReadContext& in, const Node& scalar) {
  return ParseProse(scalar, in.limits.prose_depth, in.faults);
}

Prose ReadMarkdown(ReadContext& in, const Node& node, std::string_view key) {
  const Node* found = Scalar(node, key);
  return found == nullptr ? Prose{} : ReadMarkdown(in, *found);
}

Prose ReadLine(const Node& node, std::string_view key) {
  const Node* found = Scalar(node, key);
  return found == nullptr ? Prose{} : PlainProseWithPlaceholders(*found);
}

Id ReadId(const Node& node, std::string_view key) {
  const Node* found = Scalar(node, key);
  return found == nullptr ? Id{{}, Span{node.span.source, node.span.begin, node.span.begin}}
                          : Id{found->text, found->span};
}

Id IdOf(const Node& scalar) {
  return {scalar.text, scalar.span};
}

std::vector<Id> ReadIds(const Node& node, std::string_view key) {
  std::vector<Id> ids;
  const Node* found = node.Find(key);
  if (found == nullptr) return ids;
  for (const Node& item : found->items) {
    if (item.IsScalar()) ids.push_back(IdOf(item));
  }
  // One id without its brackets is of the wrong type, and no missing one.
  if (found->IsScalar() && found->text.find_first_of(" ,") == std::string::npos && !found->text.empty()) {
    ids.push_back(IdOf(*found));
  }
  return ids;
}

std::vector<Prose> ReadMarkdowns(ReadContext& in, const Node& node, std::string_view key) {
  std::vector<Prose> proses;
  const Node* found = node.Find(key);
  if (found == nullptr) return proses;
  if (found->IsScalar()) proses.push_back(ReadMarkdown(in, *found));
  for (const Node& item : found->items) {
    if (item.IsScalar()) proses.push_back(ReadMarkdown(in, item));
  }
  return proses;
}

std::vector<Prose> ReadLines(const Node& node, std::string_view key) {
  std::vector<Prose> lines;
  if (const Node* found = node.Find(key)) {
    for (const Node& item : found->items) {
      if (item.IsScalar()) lines.push_back(PlainProse(item));
    }
  }
  return lines;
}

std::optional<Spanned<Seconds>> ReadSeconds(ReadContext& in, const Node& node, std::string_view key) {
  return ReadQuantity(in, node, key, rule_ids::kDurationWithoutUnit, "a duration, such as `30 s`",
                      ParseSeconds);
}

std::optional<Spanned<Seconds>> ReadOneDuration(ReadContext& in, const Node& node, std::string_view key) {
  auto seconds = ReadSeconds(in, node, key);
  if (!seconds || seconds->value.min == seconds->value.max) return seconds;
  in.faults.push_back({rule_ids::kDurationWithoutUnit, seconds->span,
                       fmt::format("`{}` is one duration, such as `30 s`; only a hold may be a range", key)});
  return std::nullopt;
}

std::optional<Spanned<Count>> ReadCount(ReadContext& in, const Node& node, std::string_view key) {
  return ReadQuantity(in, node, key, rule_ids::kBadCount, "a count, such as `12` or `10-15`", ParseCount);
}

std::optional<Spanned<Tempo>> ReadTempo(ReadContext& in, const Node& node, std::string_view key) {
  return ReadQuantity(in, node, key, rule_ids::kBadTempo, "a tempo, such as `3-1-3`", ParseTempo);
}

}  // namespace guidec
