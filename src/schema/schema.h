// A JSON Schema of draft 7, read once into what validate.h applies. Only the keywords that schema/*.json use
// are implemented (schema.cc lists them); a schema with another one, or with another form of one, is not
// read.
#ifndef GUIDEC_SCHEMA_SCHEMA_H_
#define GUIDEC_SCHEMA_SCHEMA_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include "schema/value.h"
#include "text/ecma_pattern.h"

namespace guidec {

// Longer texts match no pattern: what a stranger wrote may not make one run for long.
inline constexpr std::size_t kMaxPatternText = 1000;

class TypeSet {
 public:
  void Add(InstanceType type) { bits_ |= BitOf(type); }
  // An integer is a number too.
  bool Has(InstanceType type) const {
    return (bits_ & BitOf(type)) != 0 || (type == InstanceType::kInteger && Has(InstanceType::kNumber));
  }

 private:
  static std::uint8_t BitOf(InstanceType type) {
    return static_cast<std::uint8_t>(1U << static_cast<int>(type));
  }

  std::uint8_t bits_ = 0;
};

struct Constant {
  std::string canonical;  // CanonicalText
  std::string text;       // as an author would write it
};

struct NumberBound {
  double value = 0;
  std::string text;  // as the schema writes it
};

struct Schema;

struct Property {
  std::string key;
  const Schema* schema = nullptr;
};

struct PatternProperty {
  EcmaPattern pattern;
  const Schema* schema = nullptr;
};

struct Dependency {
  std::string key;
  std::vector<std::string> needed;
};

// A keyword that a schema does not have is empty or null.
struct Schema {
  // Then, as the draft says, no other keyword counts. `rule` and `example` are about this place alone.
  const Schema* ref = nullptr;
  bool is_false = false;  // nothing fits

  std::optional<TypeSet> types;
  std::string type;  // its name, where it is one
  std::optional<std::vector<Constant>> allowed;
  std::optional<Constant> constant;
  std::optional<NumberBound> minimum, maximum, min_length, max_length, min_items, max_items, min_properties;
  std::optional<EcmaPattern> pattern;
  bool unique_items = false;
  const Schema* items = nullptr;

  std::vector<Property> properties;  // as the schema lists them
  std::vector<PatternProperty> pattern_properties;
  const Schema* additional = nullptr;
  std::vector<std::string> required;  // sorted
  std::vector<Dependency> dependencies;

  std::vector<const Schema*> all_of, any_of;
  const Schema* negated = nullptr;
  const Schema* condition = nullptr;
  const Schema* then_branch = nullptr;
  const Schema* else_branch = nullptr;

  // Annotations.
  std::string expect;                  // x-guidec-expect
  std::string rule;                    // x-guidec-rule
  std::optional<std::string> example;  // the first of `examples` on one line; empty where it is long

  // Null if `properties` does not list the key.
  const Schema* Named(std::string_view key) const;
};

struct SchemaTree {
  std::deque<Schema> schemas;  // where they stay: the others point at them
  const Schema* root = nullptr;
};

// Why a schema cannot be read.
struct SchemaFault {
  std::string address;  // "#/properties/id"
  std::string keyword;
  std::string message;
};

// The schema with that `$id`, or null. What it returns lives until the schema is read.
using FindSchema = std::function<const nlohmann::ordered_json*(std::string_view id)>;

tl::expected<SchemaTree, SchemaFault> ReadSchema(const nlohmann::ordered_json& schema,
                                                 const FindSchema& others = {});

}  // namespace guidec

#endif  // GUIDEC_SCHEMA_SCHEMA_H_
