// Each keyword has a function that reads it; a subschema is read once, at its address ("#/definitions/id"),
// also where a `$ref` leads to it before its turn.
#include "schema/schema.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::pair<std::string_view, InstanceType>, 7> kTypes = {{{"null", InstanceType::kNull},
                                                                           {"boolean", InstanceType::kBoolean},
                                                                           {"integer", InstanceType::kInteger},
                                                                           {"number", InstanceType::kNumber},
                                                                           {"string", InstanceType::kString},
                                                                           {"array", InstanceType::kArray},
                                                                           {"object", InstanceType::kObject}}};

constexpr std::string_view kDraft = "http://json-schema.org/draft-07/schema#";

// A JSON value as an author would write it on one line: `{hold: 30 s, sets: 2}`.
std::string FlowYaml(const Json& value) {
  std::vector<std::string> parts;
  if (value.is_object()) {
    for (const auto& [key, part] : value.items()) parts.push_back(fmt::format("{}: {}", key, FlowYaml(part)));
    return fmt::format("{{{}}}", fmt::join(parts, ", "));
  }
  if (value.is_array()) {
    for (const Json& part : value) parts.push_back(FlowYaml(part));
    return fmt::format("[{}]", fmt::join(parts, ", "));
  }
  if (!value.is_string()) return value.dump();
  const std::string text = value.get<std::string>();
  return text.find_first_of("{}[],:#\"'") == std::string::npos ? text : value.dump();
}

std::string ShortText(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

// "%25" is "%".
std::optional<std::string> PercentDecoded(std::string_view text) {
  std::string decoded;
  while (!text.empty()) {
    if (text.front() != '%') {
      decoded += text.front();
      text.remove_prefix(1);
      continue;
    }
    unsigned value = 0;
    if (text.size() < 3 ||
        std::from_chars(text.data() + 1, text.data() + 3, value, 16).ptr != text.data() + 3) {
      return std::nullopt;
    }
    decoded += static_cast<char>(value);
    text.remove_prefix(3);
  }
  return decoded;
}

// What stands at a JSON pointer, or null.
const Json* At(const Json& root, const std::string& pointer) {
  try {
    const Json::json_pointer place(pointer);
    return root.contains(place) ? &root.at(place) : nullptr;
  } catch (const Json::exception&) {
    return nullptr;
  }
}

class Reader {
 public:
  Reader(const Json& root, const FindSchema& others) : root_(root), others_(others) {}

  tl::expected<SchemaTree, SchemaFault> Read() {
    tree_.root = ReadAt({}, root_, {});
    if (!fault_) CheckLoops();
    if (fault_) return tl::unexpected(*std::move(fault_));
    return std::move(tree_);
  }

 private:
  struct Context {
    const std::string& document;  // its $id; empty for the root
    const std::string& pointer;
    std::string_view keyword;
  };
  using ReadKeyword = void (Reader::*)(const Json&, const Context&, Schema&);
  struct Keyword {
    std::string_view name;
    ReadKeyword read;
    bool beside_ref = false;  // counts there too
  };

  // Where a subschema is faulty, the whole is not read, and what this returns does not count.
  const Schema* ReadAt(const std::string& document, const Json& json, const std::string& pointer) {
    const auto [entry, is_new] = read_.try_emplace(std::pair(document, pointer), nullptr);
    if (!is_new) return entry->second;
    Schema& schema = tree_.schemas.emplace_back();
    entry->second = &schema;
    if (json.is_boolean()) {
      schema.is_false = !json.get<bool>();
    } else if (json.is_object()) {
      ReadObject(document, json, pointer, schema);
    } else {
      Add({document, pointer, {}}, "is no schema");
    }
    return &schema;
  }

  void ReadObject(const std::string& document, const Json& json, const std::string& pointer, Schema& schema) {
    const auto ref = json.find("$ref");
    for (const auto& [name, value] : json.items()) {
      const Context context{document, pointer, name};
      const auto keyword = std::ranges::find(kKeywords, name, &Keyword::name);
      if (ref != json.end() && (keyword == std::end(kKeywords) || !keyword->beside_ref)) continue;
      if (keyword == std::end(kKeywords)) return Add(context, "is not implemented");
      (this->*keyword->read)(value, context, schema);
    }
  }

  // The first fault is the one that is told.
  void Add(const Context& context, std::string_view message) {
    if (fault_) return;
    fault_ = SchemaFault{fmt::format("{}#{}", context.document, context.pointer),
                         std::string(context.keyword), std::string(message)};
  }

  const Schema* Child(const Json& json, const Context& context) {
    return ReadAt(context.document, json, fmt::format("{}/{}", context.pointer, context.keyword));
  }

  const Schema* Child(const Json& json, const Context& context, std::string_view below) {
    const std::string pointer =
        fmt::format("{}/{}/{}", context.pointer, context.keyword, PointerToken(below));
    return ReadAt(context.document, json, pointer);
  }

  template <auto kMember>
  void ReadChild(const Json& value, const Context& context, Schema& schema) {
    schema.*kMember = Child(value, context);
  }

  template <auto kMember>
  void ReadChildren(const Json& value, const Context& context, Schema& schema) {
    if (!value.is_array()) return Add(context, "is no list");
    for (std::size_t i = 0; i < value.size(); ++i) {
      (schema.*kMember).push_back(Child(value[i], context, fmt::format("{}", i)));
    }
  }

  template <auto kMember>
  void ReadBound(const Json& value, const Context& context, Schema& schema) {
    if (!value.is_number()) return Add(context, "is no number");
    schema.*kMember = NumberBound{value.get<double>(), value.dump()};
  }

  template <auto kMember>
  void ReadText(const Json& value, const Context& context, Schema& schema) {
    if (!value.is_string()) return Add(context, "is no text");
    schema.*kMember = value.get<std::string>();
  }

  void ReadNothing(const Json& /*value*/, const Context& /*context*/, Schema& /*schema*/) {}

  void ReadDraft(const Json& value, const Context& context, Schema& /*schema*/) {
    if (value != kDraft) Add(context, "is not draft 7");
  }

  // Deeper down it would change what a `$ref` means.
  void ReadId(const Json& /*value*/, const Context& context, Schema& /*schema*/) {
    if (!context.pointer.empty()) Add(context, "is implemented at the top alone");
  }

  void ReadRef(const Json& value, const Context& context, Schema& schema) {
    if (!value.is_string()) return Add(context, "is no text");
    const std::string text = value.get<std::string>();
    const std::size_t hash = text.find('#');
    if (hash == std::string::npos) return Add(context, "has no `#`");
    std::string document = hash == 0 ? context.document : text.substr(0, hash);
    const Json* root = document.empty() ? &root_ : others_ ? others_(document) : nullptr;
    const auto pointer = PercentDecoded(std::string_view(text).substr(hash + 1));
    const Json* target = root == nullptr || !pointer ? nullptr : At(*root, *pointer);
    if (target == nullptr) return Add(context, "leads nowhere that is implemented");
    schema.ref = ReadAt(document, *target, *pointer);
  }

  void ReadType(const Json& value, const Context& context, Schema& schema) {
    schema.types.emplace();
    for (const Json& name : value.is_array() ? value : Json::array({value})) {
      const auto type = std::ranges::find(kTypes, name, &decltype(kTypes)::value_type::first);
      if (type == kTypes.end()) return Add(context, "is no type");
      schema.types->Add(type->second);
    }
    if (value.is_string()) schema.type = value.get<std::string>();
  }

  static Constant ConstantOf(const Json& value) { return {CanonicalText(NodeOf(value)), ShortText(value)}; }

  void ReadEnum(const Json& value, const Context& context, Schema& schema) {
    if (!value.is_array()) return Add(context, "is no list");
    schema.allowed.emplace();
    for (const Json& one : value) schema.allowed->push_back(ConstantOf(one));
  }

  void ReadConst(const Json& value, const Context& /*context*/, Schema& schema) {
    schema.constant = ConstantOf(value);
  }

  std::optional<EcmaPattern> PatternOf(const std::string& expression, const Context& context) {
    auto pattern = EcmaPattern::Compile(expression);
    if (pattern) return *std::move(pattern);
    Add(context, pattern.error().message);
    return std::nullopt;
  }

  void ReadPattern(const Json& value, const Context& context, Schema& schema) {
    if (!value.is_string()) return Add(context, "is no text");
    schema.pattern = PatternOf(value.get<std::string>(), context);
  }

  void ReadUniqueItems(const Json& value, const Context& context, Schema& schema) {
    if (!value.is_boolean()) return Add(context, "is neither `true` nor `false`");
    schema.unique_items = value.get<bool>();
  }

  void ReadItems(const Json& value, const Context& context, Schema& schema) {
    if (value.is_array()) return Add(context, "is implemented as one schema alone");
    schema.items = Child(value, context);
  }

  void ReadDefinitions(const Json& value, const Context& context, Schema& /*schema*/) {
    if (!value.is_object()) return Add(context, "is no object");
    for (const auto& [key, part] : value.items()) Child(part, context, key);
  }

  void ReadProperties(const Json& value, const Context& context, Schema& schema) {
    if (!value.is_object()) return Add(context, "is no object");
    for (const auto& [key, part] : value.items()) {
      schema.properties.push_back({key, Child(part, context, key)});
    }
  }

  void ReadPatternProperties(const Json& value, const Context& context, Schema& schema) {
    if (!value.is_object()) return Add(context, "is no object");
    for (const auto& [expression, part] : value.items()) {
      auto pattern = PatternOf(expression, context);
      if (!pattern) return;
      const Schema* child = Child(part, context, expression);
      schema.pattern_properties.push_back({*std::move(pattern), child});
    }
  }

  static bool IsListOfTexts(const Json& value) {
    return value.is_array() && std::ranges::all_of(value, [](const Json& one) { return one.is_string(); });
  }

  void ReadRequired(const Json& value, const Context& context, Schema& schema) {
    if (!IsListOfTexts(value)) return Add(context, "is no list of keys");
    schema.required = value.get<std::vector<std::string>>();
    std::ranges::sort(schema.required);
  }

  void ReadDependencies(const Json& value, const Context& context, Schema& schema) {
    if (!value.is_object()) return Add(context, "is no object");
    for (const auto& [key, needed] : value.items()) {
      if (!IsListOfTexts(needed)) return Add(context, "is implemented with lists of keys alone");
      schema.dependencies.push_back({key, needed.get<std::vector<std::string>>()});
    }
  }

  void ReadExamples(const Json& value, const Context& context, Schema& schema) {
    constexpr std::size_t kLongest = 60;
    if (!value.is_array() || value.empty()) return Add(context, "has no example");
    const Json& first = value.front();
    std::string example = first.is_string() ? first.get<std::string>() : FlowYaml(first);
    schema.example = example.size() <= kLongest ? std::move(example) : std::string();
  }

  // A `$ref` that leads back to itself describes nothing, and would be followed for ever.
  void CheckLoops() {
    for (const auto& [address, schema] : read_) {
      std::size_t steps = 0;
      for (const Schema* at = schema; at->ref != nullptr; at = at->ref) {
        if (++steps > tree_.schemas.size())
          return Add({address.first, address.second, "$ref"}, "leads to itself");
      }
    }
  }

  static const Keyword kKeywords[34];

  const Json& root_;
  const FindSchema& others_;
  SchemaTree tree_;
  std::map<std::pair<std::string, std::string>, const Schema*> read_;  // by document and pointer
  std::optional<SchemaFault> fault_;
};

const Reader::Keyword Reader::kKeywords[] = {
    {"$schema", &Reader::ReadDraft},
    {"$id", &Reader::ReadId},
    {"title", &Reader::ReadNothing},
    {"description", &Reader::ReadNothing},
    {"default", &Reader::ReadNothing},
    {"examples", &Reader::ReadExamples, true},
    {"x-guidec-expect", &Reader::ReadText<&Schema::expect>},
    {"x-guidec-rule", &Reader::ReadText<&Schema::rule>, true},
    {"$ref", &Reader::ReadRef, true},
    {"definitions", &Reader::ReadDefinitions},
    {"type", &Reader::ReadType},
    {"enum", &Reader::ReadEnum},
    {"const", &Reader::ReadConst},
    {"minimum", &Reader::ReadBound<&Schema::minimum>},
    {"maximum", &Reader::ReadBound<&Schema::maximum>},
    {"minLength", &Reader::ReadBound<&Schema::min_length>},
    {"maxLength", &Reader::ReadBound<&Schema::max_length>},
    {"pattern", &Reader::ReadPattern},
    {"items", &Reader::ReadItems},
    {"minItems", &Reader::ReadBound<&Schema::min_items>},
    {"maxItems", &Reader::ReadBound<&Schema::max_items>},
    {"uniqueItems", &Reader::ReadUniqueItems},
    {"properties", &Reader::ReadProperties},
    {"patternProperties", &Reader::ReadPatternProperties},
    {"additionalProperties", &Reader::ReadChild<&Schema::additional>},
    {"minProperties", &Reader::ReadBound<&Schema::min_properties>},
    {"required", &Reader::ReadRequired},
    {"dependencies", &Reader::ReadDependencies},
    {"allOf", &Reader::ReadChildren<&Schema::all_of>},
    {"anyOf", &Reader::ReadChildren<&Schema::any_of>},
    {"not", &Reader::ReadChild<&Schema::negated>},
    {"if", &Reader::ReadChild<&Schema::condition>},
    {"then", &Reader::ReadChild<&Schema::then_branch>},
    {"else", &Reader::ReadChild<&Schema::else_branch>},
};

}  // namespace

const Schema* Schema::Named(std::string_view key) const {
  const auto found = std::ranges::find(properties, key, &Property::key);
  return found == properties.end() ? nullptr : found->schema;
}

tl::expected<SchemaTree, SchemaFault> ReadSchema(const nlohmann::ordered_json& schema,
                                                 const FindSchema& others) {
  return Reader(schema, others).Read();
}

}  // namespace guidec
