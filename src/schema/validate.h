#ifndef GUIDEC_SCHEMA_VALIDATE_H_
#define GUIDEC_SCHEMA_VALIDATE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "schema/schema.h"
#include "schema/value.h"
#include "syntax/document.h"

namespace guidec {

// A node and the way to it. The schema is the one that its parent gives it, before any `$ref`.
struct Location {
  const Node& node;
  const Schema& schema;
  const Location* parent = nullptr;  // null at the root
  const Pair* pair = nullptr;     // where the parent is a mapping
  std::size_t index = 0;          // where it is a sequence
  InstanceType type = TypeOfValue(node);
};

// As a JSON pointer: "/sections/0/id"; empty at the root.
std::string PointerTo(const Location& place);

// The keyword that the node does not satisfy.
enum class Reason : std::uint8_t {
  kFalse,  // the schema `false`
  kType,
  kEnum,
  kConst,
  kMinimum,
  kMaximum,
  kMinLength,
  kMaxLength,
  kPattern,
  kMinItems,
  kMaxItems,
  kUniqueItems,
  kMinProperties,
  kRequired,
  kDependencies,
  kAdditionalProperties,
  kAnyOf,
  kNot,
};

// "minLength"
std::string_view KeywordOf(Reason reason);

struct Violation {
  Reason reason;
  const Location& place;
  const Schema& schema;       // the one with that keyword
  std::string_view key = {};  // kRequired, kDependencies: the missing one; kAdditionalProperties: the first
  std::string_view needed_by = {};    // kDependencies: the key that goes together with it
  std::size_t item = 0, earlier = 0;  // kUniqueItems: the same value
};

// What it is given lives only as long as the call.
using ReportViolation = std::function<void(const Violation&)>;

// Whether a part of the text matches; one that is longer than a pattern is tried on does not.
bool Matches(const EcmaPattern& pattern, std::string_view text);

// Whether the value fits; every violation is reported, in the order of the file but for keywords of one
// place. Of `anyOf` and `not` only the whole is. Without `report` it stops at the first.
bool Validate(const Schema& schema, const Node& value, const ReportViolation& report = {});

}  // namespace guidec

#endif  // GUIDEC_SCHEMA_VALIDATE_H_
