// Which keyword of a schema fails at which place, without a word of English.
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "schema/schema.h"
#include "schema/validate.h"
#include "syntax/document.h"

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

SchemaTree SchemaOf(const std::string& text) {
  auto read = ReadSchema(Json::parse(text));
  REQUIRE(read);
  return *std::move(read);
}

// "minLength at /name", and what the reason names.
std::string Told(const Violation& violation) {
  std::string text = fmt::format("{} at {}", KeywordOf(violation.reason), PointerTo(violation.place));
  if (!violation.key.empty()) text += fmt::format(" key={}", violation.key);
  if (!violation.needed_by.empty()) text += fmt::format(" needed_by={}", violation.needed_by);
  if (violation.reason == Reason::kUniqueItems) {
    text += fmt::format(" item={} earlier={}", violation.item, violation.earlier);
  }
  return text;
}

std::string Violations(const std::string& schema, const std::string& yaml) {
  const SchemaTree tree = SchemaOf(schema);
  const Document document = Parse(Source(SourceId{}, "a.yaml", yaml));
  std::vector<std::string> violations;
  const bool fits = Validate(*tree.root, document.root,
                             [&](const Violation& violation) { violations.push_back(Told(violation)); });
  CHECK(fits == violations.empty());
  CHECK(Validate(*tree.root, document.root) == fits);
  return fmt::format("{}", fmt::join(violations, "; "));
}

struct Case {
  const char* schema;
  const char* yaml;
  const char* violations;
};

const Case kCases[] = {
    {R"({"type": "string"})", "3", "type at "},
    {R"({"type": "string"})", "\"3\"", ""},
    {R"({"type": ["integer", "null"]})", "x", "type at "},
    {R"({"type": ["integer", "null"]})", "~", ""},
    {R"({"type": "number"})", "3", ""},
    {R"({"type": "integer"})", "3.5", "type at "},
    {R"({"type": "integer"})", "99999999999999999999", "type at "},
    {R"({"enum": ["a", 1, {"b": [2]}]})", "1.0", ""},
    {R"({"enum": ["a", 1, {"b": [2]}]})", "{b: [2]}", ""},
    {R"({"enum": ["a", 1, {"b": [2]}]})", "{b: [3]}", "enum at "},
    {R"({"enum": ["1"]})", "1", "enum at "},
    {R"({"const": {"a": 1, "b": 2}})", "{b: 2, a: 1}", ""},
    {R"({"const": false})", "0", "const at "},
    {R"({"enum": ["off"], "type": "string"})", "false", "enum at ; type at "},
    {R"({"minimum": 0, "maximum": 9})", "-1", "minimum at "},
    {R"({"minimum": 0, "maximum": 9})", "9.5", "maximum at "},
    {R"({"minimum": 0, "maximum": 9})", "x", ""},
    {R"({"minLength": 2, "maxLength": 3})", "\xC3\xBC", "minLength at "},
    {R"({"minLength": 2, "maxLength": 3})", "\xC3\xBC\xC3\xBC\xC3\xBC", ""},
    {R"({"minLength": 2, "maxLength": 3})", "abcd", "maxLength at "},
    {R"({"maxLength": 2, "pattern": "^b"})", "abc", "maxLength at ; pattern at "},
    {R"({"pattern": "b$"})", "ab", ""},
    {R"({"pattern": "b$"})", "\"ab\\n\"", "pattern at "},
    {R"({"minItems": 2})", "[a]", "minItems at "},
    {R"({"maxItems": 1})", "[a, b]", "maxItems at "},
    {R"({"uniqueItems": true})", "[a, b, {c: d}, b, a]", "uniqueItems at  item=3 earlier=1"},
    {R"({"uniqueItems": true})", "[{a: 1, b: 2}, {b: 2, a: 1.0}]", "uniqueItems at  item=1 earlier=0"},
    {R"({"uniqueItems": true})", "[1, \"1\", true, \"true\", [1], [[1]]]", ""},
    {R"({"minProperties": 2})", "{a: 1, a: 2}", "minProperties at "},
    {R"({"items": {"type": "integer"}})", "[1, x, [y]]", "type at /1; type at /2"},
    {R"({"required": ["b", "a"]})", "{c: 1}", "required at  key=a; required at  key=b"},
    {R"({"required": ["a"]})", "[c]", ""},
    {R"({"dependencies": {"a": ["b", "c"]}})", "{a: 1, c: 2}", "dependencies at  key=b needed_by=a"},
    {R"({"properties": {"a~/b": {"type": "string"}}})", "{a~/b: 1, c: 2}", "type at /a~0~1b"},
    {R"({"properties": {"a": {}}, "additionalProperties": false})", "{a: 1, b: 2, c: 3}",
     "additionalProperties at  key=b"},
    {R"({"properties": {"a": {}}, "additionalProperties": {"type": "string"}})", "{a: 1, b: 2, c: d}",
     "type at /b"},
    {R"({"patternProperties": {"^a": {"type": "string"}, "b$": {"minimum": 5}}})", "{ab: 1, b: 7}",
     "type at /ab; minimum at /ab"},
    {R"({"properties": {"a": {"type": "string"}}})", "{a: x, a: 1}", ""},
    {R"({"properties": {"a": false}})", "{a: x}", "false at /a"},
    {R"({"allOf": [{"type": "string"}, {"minLength": 2}, {"maxLength": 5}]})", "a", "minLength at "},
    {R"({"anyOf": [{"type": "string"}, {"minimum": 2}]})", "1", "anyOf at "},
    {R"({"not": {"required": ["a"]}})", "{a: 1}", "not at "},
    {R"({"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}})", "{a: 1}",
     "required at  key=b"},
    {R"({"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}})", "{b: 1}",
     "required at  key=c"},
    {R"({"$ref": "#/definitions/a", "definitions": {"a": {"minLength": 3}}, "maxLength": 0})", "ab",
     "minLength at "},
    {R"({"properties": {"a": {"$ref": "#"}}, "additionalProperties": false})", "{a: {a: {b: 1}}}",
     "additionalProperties at /a/a key=b"},
    {R"({"items": {"properties": {"x": {"enum": [1]}}}})", "[{x: 1}, {x: 2}, {}]", "enum at /1/x"},
};

TEST_CASE("a violation says its keyword, its place and what it names") {
  for (const Case& c : kCases) {
    INFO(c.schema << "\n" << c.yaml);
    CHECK(Violations(c.schema, c.yaml) == c.violations);
  }
}

TEST_CASE("a violation leads to the node, the pair and the schema that it is about") {
  const SchemaTree tree = SchemaOf(R"({"properties": {"a": {"items": {"$ref": "#/definitions/b"}}},
                                       "definitions": {"b": {"maxLength": 2, "x-guidec-rule": "r"}}})");
  const Source source(SourceId{}, "a.yaml", "a:\n  - no\n  - long\n");
  const Document document = Parse(source);
  int count = 0;
  Validate(*tree.root, document.root, [&](const Violation& violation) {
    ++count;
    CHECK(source.Slice(violation.place.node.span) == "long");
    CHECK(violation.place.index == 1);
    CHECK(violation.place.pair == nullptr);
    CHECK(violation.place.schema.ref == &violation.schema);
    CHECK(violation.schema.rule == "r");
    REQUIRE(violation.place.parent != nullptr);
    REQUIRE(violation.place.parent->pair != nullptr);
    CHECK(source.Slice(violation.place.parent->pair->key.span) == "a");
  });
  CHECK(count == 1);
}

TEST_CASE("what of a schema is not implemented is said, and the schema is not read") {
  struct Unread {
    const char* schema;
    const char* address;
    const char* keyword;
  };
  const Unread cases[] = {
      {R"({"oneOf": []})", "#", "oneOf"},
      {R"({"properties": {"a/b": {"format": "date"}}})", "#/properties/a~1b", "format"},
      {R"({"items": [{}]})", "#", "items"},
      {R"({"dependencies": {"a": {}}})", "#", "dependencies"},
      {R"({"type": "text"})", "#", "type"},
      {R"({"type": 3})", "#", "type"},
      {R"({"pattern": "("})", "#", "pattern"},
      {R"({"pattern": "\\a"})", "#", "pattern"},
      {R"({"pattern": "a++"})", "#", "pattern"},
      {R"({"patternProperties": {"[": {}}})", "#", "patternProperties"},
      {R"({"allOf": {}})", "#", "allOf"},
      {R"({"minimum": "1"})", "#", "minimum"},
      {R"({"required": [1]})", "#", "required"},
      {R"({"$ref": "#/definitions/a"})", "#", "$ref"},
      {R"({"$ref": "#a"})", "#", "$ref"},
      {R"({"$ref": "other.json#/a"})", "#", "$ref"},
      {R"({"definitions": {"a": {"$ref": "#/definitions/b"}, "b": {"$ref": "#/definitions/a"}}})",
       "#/definitions/a", "$ref"},
      {R"({"items": {"$id": "a"}})", "#/items", "$id"},
      {R"({"$schema": "http://json-schema.org/draft-04/schema#"})", "#", "$schema"},
      {R"({"items": 3})", "#/items", ""},
  };
  for (const Unread& c : cases) {
    INFO(c.schema);
    const auto read = ReadSchema(Json::parse(c.schema));
    REQUIRE_FALSE(read);
    CHECK(read.error().address == c.address);
    CHECK(read.error().keyword == c.keyword);
    CHECK_FALSE(read.error().message.empty());
  }
}

}  // namespace
}  // namespace guidec
