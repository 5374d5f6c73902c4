#include "schema/value.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guidec {
namespace {

std::string_view WithoutPlus(const std::string& number) {
  return std::string_view(number).substr(number.starts_with('+') ? 1 : 0);
}

template <class T>
std::optional<T> Read(const std::string& number) {
  const std::string_view digits = WithoutPlus(number);
  T value{};
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return result.ec == std::errc() ? std::optional(value) : std::nullopt;
}

std::string CanonicalNumber(const Node& node) {
  constexpr double kWholeUpTo = 9007199254740992;  // 2^53: beyond, a double skips whole numbers
  if (TypeOf(node) == PlainType::kInteger) return fmt::format("{}", *Read<std::int64_t>(node.text));
  const double value = NumberOf(node);
  const bool is_whole = std::trunc(value) == value && std::abs(value) <= kWholeUpTo;
  return is_whole ? fmt::format("{}", static_cast<std::int64_t>(value)) : fmt::format("{}", value);
}

}  // namespace

InstanceType TypeOfValue(const Node& node) {
  switch (node.kind) {
    case NodeKind::kNull:
      return InstanceType::kNull;
    case NodeKind::kSequence:
      return InstanceType::kArray;
    case NodeKind::kMapping:
      return InstanceType::kObject;
    case NodeKind::kScalar:
      break;
  }
  switch (TypeOf(node)) {
    case PlainType::kBoolean:
      return InstanceType::kBoolean;
    case PlainType::kInteger:
      return Read<std::int64_t>(node.text) ? InstanceType::kInteger : InstanceType::kString;
    case PlainType::kFloat:
      return InstanceType::kNumber;
    case PlainType::kString:
      break;
  }
  return InstanceType::kString;
}

double NumberOf(const Node& node) {
  return Read<double>(node.text).value_or(0);
}

std::string CanonicalText(const Node& node) {
  switch (TypeOfValue(node)) {
    case InstanceType::kNull:
      return "null";
    case InstanceType::kBoolean:
      return node.text.front() == 't' || node.text.front() == 'T' ? "true" : "false";
    case InstanceType::kInteger:
    case InstanceType::kNumber:
      return CanonicalNumber(node);
    case InstanceType::kString:
      return fmt::format("\"{}:{}", node.text.size(), node.text);
    case InstanceType::kArray: {
      std::string text = "[";
      for (const Node& item : node.items) text += CanonicalText(item) + ",";
      return text + "]";
    }
    case InstanceType::kObject:
      break;
  }
  std::map<std::string_view, std::string> values;
  for (const Pair& pair : node.pairs) values.try_emplace(pair.key.text, CanonicalText(pair.value));
  std::string text = "{";
  for (const auto& [key, value] : values) text += fmt::format("\"{}:{}={},", key.size(), key, value);
  return text + "}";
}

bool NewKeys::Has(const Pair& next) {
  constexpr std::size_t kFew = 16;
  if (pairs_.size() > kFew) return seen_.insert(next.key.text).second;
  const auto earlier = pairs_.first(static_cast<std::size_t>(&next - pairs_.data()));
  return std::ranges::none_of(earlier, [&](const Pair& pair) { return pair.key.text == next.key.text; });
}

std::size_t CountKeys(const Node& mapping) {
  NewKeys keys(mapping);
  return static_cast<std::size_t>(
      std::ranges::count_if(mapping.pairs, [&](const Pair& pair) { return keys.Has(pair); }));
}

Node NodeOf(const nlohmann::ordered_json& value) {
  Node node;
  if (value.is_null()) return node;
  if (value.is_array()) {
    node.kind = NodeKind::kSequence;
    for (const auto& item : value) node.items.push_back(NodeOf(item));
    return node;
  }
  if (value.is_object()) {
    node.kind = NodeKind::kMapping;
    for (const auto& [key, part] : value.items()) node.pairs.push_back({NodeOf(key), NodeOf(part)});
    return node;
  }
  node.kind = NodeKind::kScalar;
  node.style = value.is_string() ? ScalarStyle::kDoubleQuoted : ScalarStyle::kPlain;
  node.text = value.is_string() ? value.get<std::string>() : value.dump();
  return node;
}

std::string PointerToken(std::string_view key) {
  std::string token;
  for (const char c : key) {
    if (c == '~') {
      token += "~0";
    } else if (c == '/') {
      token += "~1";
    } else {
      token += c;
    }
  }
  return token;
}

}  // namespace guidec
