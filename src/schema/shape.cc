// valijson says which place fails which keyword; this file says it again for an author. For that
// the schema is walked along the place's path, through $ref and if/then/else, to the subschemas that
// apply there: their keys, allowed values and the phrase in `x-guidec-expect` make the message.
//
// Of the entries that patternProperties describe (choices, items, terms), valijson stops at the first
// that is wrong. It is then replaced by the schema's own example, and the document validated again.
#include "schema/shape.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <locale>
#include <map>
#include <mutex>
#include <regex>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "schema/embedded.h"
#include "text/nearest.h"

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

// Longer than any maxLength in the schemas: std::regex recurses over its input.
constexpr std::size_t kMaxCheckedText = 1000;

// valijson compiles the pattern of patternProperties for every object that it meets, that of propertyNames
// once. Where one pattern is all that an object's keys may be, the two say the same. valijson 1.0 mistakes
// propertyNames for the object itself, unless a $ref leads to them: `names` are what is referred to.
nlohmann::json WithPropertyNames(nlohmann::json schema, nlohmann::json& names) {
  for (auto& part : schema) {
    if (part.is_structured()) part = WithPropertyNames(std::move(part), names);
  }
  if (!schema.is_object()) return schema;
  const auto patterns = schema.find("patternProperties");
  const bool is_closed = schema.contains("additionalProperties") && schema["additionalProperties"] == false;
  const bool has_one = patterns != schema.end() && patterns->size() == 1;
  if (!has_one || !is_closed || schema.contains("properties")) return schema;
  const std::string name = fmt::format("names-{}", names.size());
  names[name] = {{"pattern", patterns->begin().key()}};
  schema["propertyNames"] = {{"$ref", "#/definitions/" + name}};
  schema["additionalProperties"] = patterns->begin().value();
  schema.erase("patternProperties");
  return schema;
}

nlohmann::json QuickVersionOf(nlohmann::json schema) {
  nlohmann::json names = nlohmann::json::object();
  schema = WithPropertyNames(std::move(schema), names);
  schema["definitions"].update(names);
  return schema;
}

void Populate(const nlohmann::json& from, valijson::Schema& to) {
  valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(from), to);
}

struct LoadedSchema {
  Json json;
  valijson::Schema schema;

  explicit LoadedSchema(std::string_view text) : json(Json::parse(text)) {
    Populate(nlohmann::json::parse(text), schema);
  }
};

// Fails what the schema fails, and cannot say why.
struct QuickSchema {
  valijson::Schema schema;

  explicit QuickSchema(std::string_view text) {
    Populate(QuickVersionOf(nlohmann::json::parse(text)), schema);
  }
};

// Each schema is loaded once, when a document first needs it.
template <class Schema>
const Schema& Load(std::string_view name) {
  static std::mutex mutex;
  static std::map<std::string_view, Schema> loaded;
  const std::lock_guard lock(mutex);
  return loaded.try_emplace(name, SchemaText(name)).first->second;
}

// A pattern asks the locale about characters. libstdc++'s keeps each answer without a lock; when all are kept, it
// only reads.
bool AskForAllCharacters() {
  const auto& characters = std::use_facet<std::ctype<char>>(std::locale());
  for (int c = 0; c <= std::numeric_limits<unsigned char>::max(); ++c) {
    characters.narrow(characters.widen(static_cast<char>(c)), '\0');
  }
  return true;
}

// `results` may be null.
bool Validate(const valijson::Schema& schema, const nlohmann::json& value,
              valijson::ValidationResults* results) {
  [[maybe_unused]] static const bool is_asked = AskForAllCharacters();
  // Keeps the patterns that it has compiled.
  static thread_local valijson::Validator validator(valijson::Validator::kStrongTypes);
  return validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(value), results);
}

nlohmann::json ScalarToJson(const Node& node) {
  const std::string text = node.text.substr(0, kMaxCheckedText);
  const char* end = text.data() + text.size();
  switch (TypeOf(node)) {
    case PlainType::kString:
      break;
    case PlainType::kBoolean:
      return text[0] == 't' || text[0] == 'T';
    case PlainType::kInteger: {
      std::int64_t value = 0;
      const char* begin = text.data() + (text[0] == '+' ? 1 : 0);
      if (std::from_chars(begin, end, value).ec == std::errc()) return value;
      break;
    }
    case PlainType::kFloat: {
      double value = 0;
      const char* begin = text.data() + (text[0] == '+' ? 1 : 0);
      if (std::from_chars(begin, end, value).ec == std::errc()) return value;
      break;
    }
  }
  return text;
}

nlohmann::json ToJson(const Node& node) {
  switch (node.kind) {
    case NodeKind::kNull:
      return nullptr;
    case NodeKind::kScalar:
      return ScalarToJson(node);
    case NodeKind::kSequence: {
      auto array = nlohmann::json::array();
      for (const Node& item : node.items) array.push_back(ToJson(item));
      return array;
    }
    case NodeKind::kMapping: {
      auto object = nlohmann::json::object();
      for (const Pair& pair : node.pairs) object.emplace(pair.key.text, ToJson(pair.value));
      return object;
    }
  }
  return nullptr;
}

bool HasType(const Node& node, std::string_view type) {
  if (type == "object") return node.IsMapping();
  if (type == "array") return node.IsSequence();
  if (type == "null") return node.kind == NodeKind::kNull;
  if (!node.IsScalar()) return false;
  const PlainType plain = TypeOf(node);
  if (type == "string") return plain == PlainType::kString;
  if (type == "boolean") return plain == PlainType::kBoolean;
  if (type == "integer") return plain == PlainType::kInteger;
  return type == "number" && (plain == PlainType::kInteger || plain == PlainType::kFloat);
}

// The subschemas that apply to one node, the most specific first.
class Applicable {
 public:
  Applicable(const Json& root, const Json& schema, const Node& node) : root_(root) {
    Add(schema, node);
    std::ranges::reverse(schemas_);
  }

  const Json* Keyword(const char* name) const {
    for (const Json* schema : schemas_) {
      if (const auto found = schema->find(name); found != schema->end()) return &*found;
    }
    return nullptr;
  }

  std::string Text(const char* name) const {
    const Json* value = Keyword(name);
    return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
  }

  const Json* ForKey(const std::string& key) const {
    const Json* named = ForNamedKey(key);
    return named != nullptr ? named : ForPatternKey(key);
  }

  const Json* ForNamedKey(const std::string& key) const {
    for (const Json* schema : schemas_) {
      if (const auto properties = schema->find("properties"); properties != schema->end()) {
        if (const auto found = properties->find(key); found != properties->end()) return &*found;
      }
    }
    return nullptr;
  }

  const Json* ForPatternKey(const std::string& key) const {
    for (const Json* schema : schemas_) {
      const auto patterns = schema->find("patternProperties");
      if (patterns == schema->end() || key.size() > kMaxCheckedText) continue;
      for (const auto& [pattern, subschema] : patterns->items()) {
        if (std::regex_search(key, std::regex(pattern))) return &subschema;
      }
    }
    return nullptr;
  }

  std::vector<std::string> KnownKeys() const {
    std::vector<std::string> keys;
    for (const Json* schema : schemas_) AddKeys(*schema, keys);
    return keys;
  }

  // Those of every branch, as if the author had meant another kind of block.
  std::vector<std::string> KeysOfAllBranches() const {
    std::vector<std::string> keys;
    AddBranches(*schemas_.back(), keys);
    return keys;
  }

 private:
  // The schemas' conditions are of two forms: {required: [key]} and {type: name}.
  static bool Holds(const Json& condition, const Node& node) {
    if (const auto required = condition.find("required"); required != condition.end()) {
      return std::ranges::all_of(*required, [&](const Json& key) {
        return !node.IsMapping() || node.Find(key.get<std::string>()) != nullptr;
      });
    }
    return HasType(node, condition.at("type").get<std::string>());
  }

  static void AddKeys(const Json& schema, std::vector<std::string>& keys) {
    if (const auto properties = schema.find("properties"); properties != schema.end()) {
      for (const auto& [key, subschema] : properties->items()) keys.push_back(key);
    }
  }

  void AddBranches(const Json& schema, std::vector<std::string>& keys) const {
    if (const auto ref = schema.find("$ref"); ref != schema.end()) {
      AddBranches(root_.at(Json::json_pointer(ref->get<std::string>().substr(1))), keys);
      return;
    }
    AddKeys(schema, keys);
    for (const char* branch : {"then", "else"}) {
      if (const auto found = schema.find(branch); found != schema.end()) AddBranches(*found, keys);
    }
  }

  void Add(const Json& schema, const Node& node) {
    if (const auto ref = schema.find("$ref"); ref != schema.end()) {
      const std::string pointer = ref->get<std::string>().substr(1);
      Add(root_.at(Json::json_pointer(pointer)), node);
      return;
    }
    schemas_.push_back(&schema);
    if (const auto condition = schema.find("if"); condition != schema.end()) {
      const auto branch = schema.find(Holds(*condition, node) ? "then" : "else");
      if (branch != schema.end()) Add(*branch, node);
    }
  }

  const Json& root_;
  std::vector<const Json*> schemas_;
};

struct Place {
  const Node* node = nullptr;
  const Pair* pair = nullptr;  // when the node is a mapping's value
  const Json* schema = nullptr;
  std::string rule = {};  // x-guidec-rule of the node or of what holds it
  // The innermost entry of a map with patternProperties: the length of its path, and its schema.
  std::size_t entry_depth = 0;
  const Json* entry_schema = nullptr;
};

std::optional<Place> Locate(const Json& root, const Document& document,
                            const std::vector<std::string>& path) {
  Place place{&document.root, nullptr, &root};
  for (std::size_t i = 1; i < path.size(); ++i) {
    const std::string step = path[i].substr(1, path[i].size() - 2);
    const Applicable schemas(root, *place.schema, *place.node);
    if (place.node->IsSequence()) {
      const std::size_t index = std::stoul(step);
      const Json* items = schemas.Keyword("items");
      if (index >= place.node->items.size() || items == nullptr) return std::nullopt;
      place.node = &place.node->items[index];
      place.pair = nullptr;
      place.schema = items;
    } else {
      place.pair = place.node->FindPair(step);
      place.schema = schemas.ForKey(step);
      if (place.pair == nullptr || place.schema == nullptr) return std::nullopt;
      if (schemas.ForNamedKey(step) == nullptr) {
        place.entry_depth = i + 1;
        place.entry_schema = place.schema;
      }
      place.node = &place.pair->value;
    }
    if (place.rule.empty()) {
      // Beside a `$ref` it speaks of this place alone.
      const auto own = place.schema->find("x-guidec-rule");
      place.rule = own != place.schema->end()
                       ? own->get<std::string>()
                       : Applicable(root, *place.schema, *place.node).Text("x-guidec-rule");
    }
  }
  return place;
}

std::string Found(const Node& node) {
  switch (node.kind) {
    case NodeKind::kNull:
      return "nothing";
    case NodeKind::kSequence:
      return "a list";
    case NodeKind::kMapping:
      return "a mapping";
    case NodeKind::kScalar:
      break;
  }
  switch (TypeOf(node)) {
    case PlainType::kBoolean:
      return fmt::format("the truth value `{}`", node.text);
    case PlainType::kInteger:
    case PlainType::kFloat:
      return fmt::format("the number `{}`", node.text);
    case PlainType::kString:
      break;
  }
  const bool is_short = node.text.size() <= 40 && node.text.find('\n') == std::string::npos;
  return is_short ? fmt::format("`{}`", node.text) : std::string("a text");
}

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

// Of what a schema gives as examples the first that is short enough to show, or nothing.
std::string ShortExample(const Json* examples) {
  constexpr std::size_t kLongest = 60;
  if (examples == nullptr) return {};
  const std::string example =
      examples->front().is_string() ? examples->front().get<std::string>() : FlowYaml(examples->front());
  return example.size() <= kLongest ? example : std::string();
}

std::string Wanted(const Applicable& schemas) {
  if (const std::string phrase = schemas.Text("x-guidec-expect"); !phrase.empty()) return phrase;
  const std::string type = schemas.Text("type");
  const std::string example = ShortExample(schemas.Keyword("examples"));
  const std::string such_as = example.empty() ? std::string() : fmt::format(", such as `{}`", example);
  if (type == "object") return "a mapping (`key: value` lines)" + such_as;
  if (type == "array") return "a list (lines that start with `- `)" + such_as;
  if (type == "string") return "a text";
  if (type == "boolean") return "`true` or `false`";
  return type.empty() ? "another value" : fmt::format("a value of type {}", type);
}

std::string Article(const Place& place) {
  return place.pair == nullptr ? std::string("this") : fmt::format("`{}`", place.pair->key.text);
}

// An error points at a scalar itself, and at the key (or first line) of what spans many lines.
Span Pointed(const Place& place) {
  const Node& node = *place.node;
  if (node.IsScalar() && node.style != ScalarStyle::kLiteral && node.style != ScalarStyle::kFolded) {
    return node.span;
  }
  if (place.pair != nullptr) return place.pair->key.span;
  if (node.IsMapping() && !node.pairs.empty()) return node.pairs.front().key.span;
  if (node.IsSequence() && !node.items.empty()) {
    return Span{node.span.source, node.span.begin, node.items.front().span.end};
  }
  return node.span;
}

std::string ShortText(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string Listed(const std::vector<std::string>& keys) {
  return fmt::format("`{}`", fmt::join(keys, "`, `"));
}

// `mapping` holds the pair; its first key says what a block is.
Fault UnknownKey(const Pair& pair, const Node& mapping, const Applicable& schemas,
                 const std::vector<std::string>& other) {
  const std::vector<std::string> known = schemas.KnownKeys();
  const std::string& key = pair.key.text;
  if (std::ranges::find(other, key) != other.end()) {
    return Fault{"unknown-key", pair.key.span,
                 fmt::format("key `{}` does not belong beside `{}`; known here: {}", key,
                             mapping.pairs.front().key.text, Listed(known))};
  }
  auto nearest = Nearest(key, known);
  if (!nearest) nearest = Nearest(key, other);
  Fault fault{"unknown-key", pair.key.span, {}};
  if (nearest) {
    fault.message = fmt::format("unknown key `{}`; did you mean `{}`?", key, *nearest);
    if (EditDistance(key, *nearest) == 1 && mapping.Find(*nearest) == nullptr) {
      fault.fix = Fix{
          fmt::format("rename `{}` to `{}`", key, *nearest), {{pair.key.span, *nearest}}, Safety::kUnsafe};
    }
  } else if (const std::string wanted = schemas.Text("x-guidec-expect"); !wanted.empty()) {
    fault.message = fmt::format("key `{}` does not belong here; expected {}", key, wanted);
  } else {
    fault.message = fmt::format("unknown key `{}`; known here: {}", key, Listed(known));
  }
  return fault;
}

Fault MissingKey(const Place& place, const std::string& key, const Applicable& schemas) {
  std::string message = fmt::format("key `{}` is missing", key);
  const std::string block = schemas.Text("x-guidec-expect");
  if (const Json* subschema = schemas.ForKey(key); !block.empty() && place.node->IsMapping()) {
    message = fmt::format("expected {}", block);
  } else if (subschema != nullptr) {
    const auto examples = subschema->find("examples");
    const std::string example = ShortExample(examples == subschema->end() ? nullptr : &*examples);
    if (!example.empty()) message += fmt::format("; add it, for example `{}: {}`", key, example);
  }
  return Fault{"missing-key", Pointed(place), std::move(message)};
}

bool StartsWith(const std::string& text, std::string_view prefix) {
  return text.starts_with(prefix);
}

std::optional<Fault> Explain(const Place& place, const Applicable& schemas, const std::string& description) {
  const Node& node = *place.node;
  const auto wanted = [&](std::string_view rule) {
    std::string message = fmt::format("{} is {}, expected {}", Article(place), Found(node), Wanted(schemas));
    const bool placeholder =
        node.IsMapping() && node.pairs.size() == 1 && node.pairs.front().value.kind == NodeKind::kNull;
    if (placeholder) message += "; put a text that starts with `{` in quotes";
    const bool any_text = schemas.Text("type") == "string" && schemas.Keyword("pattern") == nullptr &&
                          schemas.Keyword("enum") == nullptr;
    if (any_text && node.IsScalar() && TypeOf(node) != PlainType::kString)
      message += fmt::format("; write `\"{}\"` if you mean a text", node.text);
    std::optional<std::string> nearest;
    if (const Json* allowed = schemas.Keyword("enum"); allowed != nullptr && node.IsScalar()) {
      std::vector<std::string> values;
      for (const Json& value : *allowed) values.push_back(ShortText(value));
      message += DidYouMean(node.text, values);
      nearest = Nearest(node.text, values);
    }
    Fault fault{rule, Pointed(place), std::move(message)};
    if (nearest && EditDistance(node.text, *nearest) == 1 && fault.span == node.span) {
      fault.fix = Fix{fmt::format("write `{}`", *nearest), {{node.span, *nearest}}, Safety::kUnsafe};
    }
    return fault;
  };
  if (StartsWith(description, "Value type not permitted")) return wanted("wrong-type");
  if (StartsWith(description, "Failed to match against any enum") ||
      StartsWith(description, "Failed to match expected value") ||
      StartsWith(description, "Failed to match regex")) {
    return wanted("wrong-value");
  }
  if (StartsWith(description, "Expected number")) {
    Fault fault = wanted("wrong-value");
    for (const auto& [keyword, words] : {std::pair("minimum", "at least"), std::pair("maximum", "at most")}) {
      const Json* bound = schemas.Keyword(keyword);
      if (bound == nullptr || Wanted(schemas).find(bound->dump()) != std::string::npos) continue;
      fault.message += fmt::format(", {} {}", words, bound->dump());
    }
    return fault;
  }
  if (StartsWith(description, "String should be no more")) {
    const std::string pattern = schemas.Text("pattern");
    const bool fits =
        node.text.size() <= kMaxCheckedText && std::regex_search(node.text, std::regex(pattern));
    if (!pattern.empty() && !fits) return wanted("wrong-value");
    return Fault{"wrong-value", Pointed(place),
                 fmt::format("{} is too long: at most {} characters", Article(place),
                             schemas.Keyword("maxLength")->dump())};
  }
  if (StartsWith(description, "String should be no fewer") ||
      StartsWith(description, "Array should contain no fewer") ||
      StartsWith(description, "Object should have no fewer")) {
    if (const Json* least = schemas.Keyword("minProperties"); !node.pairs.empty() && least != nullptr) {
      return Fault{"wrong-value", Pointed(place),
                   fmt::format("{} has too few entries: at least {}", Article(place), least->dump())};
    }
    return Fault{"wrong-value", Pointed(place),
                 fmt::format("{} is empty; fill it or leave it out", Article(place))};
  }
  if (StartsWith(description, "Elements at indexes")) {
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (node.items[i].text == node.items[j].text) {
          return Fault{"wrong-value",
                       node.items[i].span,
                       fmt::format("`{}` is listed twice; keep one", node.items[i].text),
                       {{node.items[j].span, "first listed here"}}};
        }
      }
    }
    return Fault{"wrong-value", Pointed(place), fmt::format("{} lists a value twice", Article(place))};
  }
  if (StartsWith(description, "Missing dependency '")) {
    const std::string key = description.substr(20, description.find('\'', 20) - 20);
    std::string dependent;
    for (const auto& [present, needed] : schemas.Keyword("dependencies")->items()) {
      const bool needs = std::ranges::find(needed, Json(key)) != needed.end();
      if (needs && node.Find(present) != nullptr) dependent = present;
    }
    return Fault{"missing-key", Pointed(place),
                 fmt::format("key `{}` is missing: `{}` goes together with it", key, dependent)};
  }
  return std::nullopt;
}

// Says again about a whole what was said about its part.
bool IsEcho(const std::string& description) {
  return StartsWith(description, "Failed to validate");
}

// Turns valijson's errors about one document into faults.
class Translator {
 public:
  Translator(const Json& schema, const Document& document) : schema_(schema), document_(document) {}

  // The entry that the error lies in, with an example to put in its place, the first time that one is seen.
  std::optional<std::pair<nlohmann::json::json_pointer, nlohmann::json>> Take(
      const valijson::ValidationResults::Error& error) {
    const auto place = Locate(schema_, document_, error.context);
    if (!place) return std::nullopt;
    if (place->rule.empty()) Translate(*place, error);
    if (place->entry_depth == 0) return std::nullopt;
    nlohmann::json::json_pointer pointer;
    for (std::size_t i = 1; i < place->entry_depth; ++i) {
      pointer /= error.context[i].substr(1, error.context[i].size() - 2);
    }
    const Json* examples = Applicable(schema_, *place->entry_schema, *place->node).Keyword("examples");
    if (examples == nullptr || !replaced_.insert(pointer.to_string()).second) return std::nullopt;
    return std::pair(std::move(pointer), nlohmann::json(examples->front()));
  }

  std::vector<Fault> Finish() && {
    std::ranges::stable_sort(faults_, {}, &Fault::span);
    return std::move(faults_);
  }

 private:
  // A place has one fault, but may lack several keys.
  void Add(Fault fault) {
    const std::string key = fault.rule == "missing-key" ? fault.message : std::string();
    if (seen_.emplace(fault.span, key).second) faults_.push_back(std::move(fault));
  }

  void Translate(const Place& place, const valijson::ValidationResults::Error& error) {
    const Applicable schemas(schema_, *place.schema, *place.node);
    const auto is_unknown = [&](const Pair& pair) { return schemas.ForKey(pair.key.text) == nullptr; };
    if (StartsWith(error.description, "Object contains a property that could not")) {
      if (!std::ranges::any_of(place.node->pairs, is_unknown)) return;
      TranslateUnknown(place, schemas);
    } else if (place.node->damaged) {
      return;
    } else if (StartsWith(error.description, "Missing required property '")) {
      const std::string key = error.description.substr(27, error.description.rfind('\'') - 27);
      // A block that names none of its kinds has an unknown key, which says more; so does a mistyped one.
      const bool kindless =
          !schemas.Text("x-guidec-expect").empty() && std::ranges::any_of(place.node->pairs, is_unknown);
      const std::vector<std::string> known = schemas.KnownKeys();
      const auto means_it = [&](const Pair& pair) {
        return is_unknown(pair) && Nearest(pair.key.text, known) == key;
      };
      if (!kindless && std::ranges::none_of(place.node->pairs, means_it))
        Add(MissingKey(place, key, schemas));
    } else if (auto fault = Explain(place, schemas, error.description)) {
      Add(*std::move(fault));
    } else {
      Add({"wrong-value", Pointed(place),
           fmt::format("{} is {}, expected {}", Article(place), Found(*place.node), Wanted(schemas))});
    }
  }

  void TranslateUnknown(const Place& place, const Applicable& schemas) {
    const std::vector<std::string> other = schemas.KeysOfAllBranches();
    const auto is_unknown = [&](const Pair& pair) { return schemas.ForKey(pair.key.text) == nullptr; };
    const auto is_of_other = [&](const Pair& pair) {
      return std::ranges::find(other, pair.key.text) != other.end();
    };
    // `calout: tip` beside `title` and `text` is one mistake, not two.
    const bool mistyped_kind = std::ranges::any_of(
        place.node->pairs, [&](const Pair& pair) { return is_unknown(pair) && !is_of_other(pair); });
    for (const Pair& pair : place.node->pairs) {
      if (!is_unknown(pair) || (mistyped_kind && is_of_other(pair))) continue;
      Add(UnknownKey(pair, *place.node, schemas, other));
    }
  }

  const Json& schema_;
  const Document& document_;
  std::vector<Fault> faults_;
  std::set<std::pair<Span, std::string>> seen_;
  std::set<std::string> replaced_;
};

}  // namespace

std::string_view KindName(Kind kind) {
  static constexpr std::array<std::string_view, 6> kNames = {"workspace", "guide",      "exercise",
                                                             "quiz",      "references", "glossary"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view SchemaText(std::string_view name) {
  for (const EmbeddedSchema& schema : kEmbeddedSchemas) {
    if (schema.name == name) return schema.text;
  }
  return {};
}

std::optional<Kind> KindOf(const Source& source) {
  const std::string_view path = source.path();
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::string_view folder =
      slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
  if (name == "guidec.yaml") return Kind::kWorkspace;
  if (name == "glossary.yaml") return Kind::kGlossary;
  if (name == "guide.yaml") return Kind::kGuide;
  if (name == "quiz.yaml") return Kind::kQuiz;
  if (name == "references.yaml") return Kind::kReferences;
  if (folder.ends_with("/exercises") || folder == "exercises") return Kind::kExercise;
  const std::string_view first = source.Line(1);
  for (const Kind kind : kAllKinds) {
    if (first.find(fmt::format("{}.schema.json", KindName(kind))) != std::string_view::npos) return kind;
  }
  return std::nullopt;
}

std::optional<std::string> FirstViolation(std::string_view json, std::string_view name) {
  const nlohmann::json value = nlohmann::json::parse(json);
  valijson::ValidationResults results;
  if (Validate(Load<LoadedSchema>(name).schema, value, &results)) return std::nullopt;
  valijson::ValidationResults::Error error;
  results.popError(error);
  return fmt::format("{}: {}", fmt::join(error.context, ""), error.description);
}

std::vector<Fault> CheckShape(const Document& document, Kind kind) {
  static constexpr int kMaxRounds = 100;
  nlohmann::json value = ToJson(document.root);
  if (Validate(Load<QuickSchema>(KindName(kind)).schema, value, nullptr)) return {};
  const LoadedSchema& loaded = Load<LoadedSchema>(KindName(kind));
  Translator translator(loaded.json, document);
  for (int round = 0; round < kMaxRounds; ++round) {
    valijson::ValidationResults results;
    Validate(loaded.schema, value, &results);
    std::vector<std::pair<nlohmann::json::json_pointer, nlohmann::json>> entries;
    for (valijson::ValidationResults::Error error; results.popError(error);) {
      if (IsEcho(error.description)) continue;
      if (auto entry = translator.Take(error)) entries.push_back(*std::move(entry));
    }
    for (auto& [pointer, example] : entries) value[pointer] = std::move(example);
    if (entries.empty()) break;
  }
  return std::move(translator).Finish();
}

}  // namespace guidec
