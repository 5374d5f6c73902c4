// A node as JSON Schema sees it: a value of JSON, whatever its place and style in the file.
#ifndef GUIDEC_SCHEMA_VALUE_H_
#define GUIDEC_SCHEMA_VALUE_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

#include <nlohmann/json_fwd.hpp>

#include "syntax/document.h"

namespace guidec {

enum class InstanceType : std::uint8_t { kNull, kBoolean, kInteger, kNumber, kString, kArray, kObject };

// A whole number beyond 64 bits is a string: no reader could do anything with it. `1.0` is a number that is
// no integer, other than the draft says: a count is written as one.
InstanceType TypeOfValue(const Node& node);

// Of a node of type kInteger or kNumber.
double NumberOf(const Node& node);

// Two nodes have the same text exactly if they are the same JSON value.
std::string CanonicalText(const Node& node);

// Asked about a mapping's pairs one after the other: all but those that repeat an earlier key.
class NewKeys {
 public:
  explicit NewKeys(const Node& mapping) : pairs_(mapping.pairs) {}
  bool Has(const Pair& next);

 private:
  std::span<const Pair> pairs_;
  std::unordered_set<std::string_view> seen_;  // of a mapping of many pairs
};

// A mapping's pairs as JSON counts them.
std::size_t CountKeys(const Node& mapping);

// The key as a JSON pointer names it: "a/b" is "a~1b".
std::string PointerToken(std::string_view key);

// The value without places.
Node NodeOf(const nlohmann::ordered_json& value);

}  // namespace guidec

#endif  // GUIDEC_SCHEMA_VALUE_H_
