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
namespace validate_test {

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
    {R"({"enum": ["a"], "const": "b"})", "c", "const at ; enum at "},
    {R"({"enum": ["a", "b"], "const": "b"})", "a", "const at "},
    {R"({"enum": ["a"], "const": "b"})", "b", "enum at "},
    {R"({"enum": []})", "a", "enum at "},
    {R"({"minimum": 0, "maximum": 9})", "0", ""},
    {R"({"minimum": 0, "maximum": 9})", "9.0", ""},
    {R"({"minimum": 1.5})", "1.5", ""},
    {R"({"minimum": 1.5})", "1.25", "minimum at "},
    {R"({"maximum": 1.5})", "2", "maximum at "},
    {R"({"minimum": 5, "maximum": 3})", "4", "maximum at "},
    {R"({"minimum": 5})", "\"4\"", ""},
    {R"({"minLength": 2, "maxLength": 3})", "ab", ""},
    {R"({"minLength": 2, "maxLength": 3})", "[]", ""},
    {R"({"minLength": 2})", "1", ""},
    {R"({"minLength": 3, "maxLength": 1, "pattern": "x"})", "ab", "maxLength at ; minLength at ; pattern at "},
    {R"({"pattern": "b"})", "3", ""},
    {R"({"minItems": 2, "maxItems": 3})", "[a, b]", ""},
    {R"({"minItems": 2, "maxItems": 3})", "[a, b, c]", ""},
    {R"({"minItems": 2, "maxItems": 3})", "[a, b, c, d]", "maxItems at "},
    {R"({"minItems": 2})", "{}", ""},
    {R"({"minItems": 2})", "ab", ""},
    {R"({"minProperties": 2})", "{a: 1, b: 2}", ""},
    {R"({"minProperties": 2})", "[]", ""},
    {R"({"uniqueItems": true})", "[a, a]", "uniqueItems at  item=1 earlier=0"},
    {R"({"uniqueItems": true})", "[a]", ""},
    {R"({"uniqueItems": false})", "[a, a]", ""},
    {R"({"items": {"items": {"type": "integer"}}})", "[[1, x], y, [z]]", "type at /0/1; type at /2/0"},
    {R"({"items": {"type": "integer"}})", "{a: x}", ""},
    {R"({"dependencies": {"a": ["b", "c"]}})", "{a: 1}",
     "dependencies at  key=b needed_by=a; dependencies at  key=c needed_by=a"},
    {R"({"dependencies": {"a": ["b"], "c": ["d"], "e": ["f"]}})", "{e: 1, c: 1, b: 1}",
     "dependencies at  key=d needed_by=c; dependencies at  key=f needed_by=e"},
    {R"({"dependencies": {"a": ["b"]}})", "{b: 1}", ""},
    {R"({"properties": {"a": {"type": "string"}}, "patternProperties": {"a": {"minimum": 5}},
         "additionalProperties": false})", "{a: 1, ba: 7}", "type at /a; minimum at /a"},
    {R"({"properties": {"a": {"type": "string"}}, "additionalProperties": false})", "{b: 1, a: 1, c: 2}",
     "type at /a; additionalProperties at  key=b"},
    {R"({"additionalProperties": false})", "{b: 1}", "additionalProperties at  key=b"},
    {R"({"additionalProperties": false})", "[b]", ""},
    {R"({"patternProperties": {"^a": false}})", "{b: 1, a: 1}", "false at /a"},
    {R"({"allOf": [{"type": "string"}, {"minimum": 2}, {"maximum": 0}]})", "1",
     "type at ; minimum at ; maximum at "},
    {R"({"anyOf": [{"type": "string"}, {"minimum": 2}]})", "3", ""},
    {R"({"anyOf": [{"type": "string"}, {"minimum": 2}]})", "a", ""},
    {R"({"anyOf": [{"minimum": 2}], "not": {"type": "integer"}, "allOf": [{"maximum": 0}]})", "1",
     "maximum at ; anyOf at ; not at "},
    {R"({"not": {"required": ["a"]}})", "{b: 1}", ""},
    {R"({"not": {}})", "1", "not at "},
    {R"({"if": {"required": ["a"]}, "then": {"required": ["b"]}})", "{c: 1}", ""},
    {R"({"if": {"required": ["a"]}, "else": {"required": ["b"]}})", "{a: 1}", ""},
    {R"({"if": {"type": "string"}, "then": {"minLength": 2}, "else": {"minimum": 2}})", "1", "minimum at "},
    {R"({"if": {"type": "string"}, "then": {"minLength": 2}, "else": {"minimum": 2}})", "a", "minLength at "},
    {R"({"then": {"required": ["b"]}, "else": {"required": ["b"]}})", "{}", ""},
    // What each says, in the order of what an author should hear first.
    {R"({"allOf": [false], "const": 1, "dependencies": {"a": ["b"]}, "if": {}, "then": {"required": ["t"]},
         "minProperties": 9, "properties": {"a": false}, "required": ["r"], "type": "string"})", "{a: 1}",
     "false at ; const at ; dependencies at  key=b needed_by=a; required at  key=t; minProperties at ; "
     "false at /a; required at  key=r; type at "},
    {R"({"enum": [1], "items": {"type": "integer"}, "if": {}, "then": {"maxItems": 1}, "minItems": 9,
         "type": "string", "uniqueItems": true})", "[a, a]",
     "enum at ; type at /0; type at /1; maxItems at ; minItems at ; type at ; uniqueItems at  item=1 earlier=0"},
    {R"({"if": {}, "then": false, "minimum": 9, "type": "string"})", "1", "false at ; minimum at ; type at "},
    {R"({"if": {}, "then": false, "pattern": "b", "type": "null"})", "a", "false at ; pattern at ; type at "},
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

TEST_CASE("every keyword has its name") {
  std::string names;
  for (int i = 0; i <= static_cast<int>(Reason::kNot); ++i) {
    names += std::string(KeywordOf(static_cast<Reason>(i))) + " ";
  }
  CHECK(names ==
        "false type enum const minimum maximum minLength maxLength pattern minItems maxItems uniqueItems "
        "minProperties required dependencies additionalProperties anyOf not ");
}

TEST_CASE("no text longer than a pattern is tried on matches it") {
  for (const auto& [size, matches] : {std::pair<std::size_t, bool>{999, true}, {1000, true}, {1001, false}}) {
    const std::string text(size, 'a');
    CHECK(Violations(R"({"pattern": "^a*$"})", text) == (matches ? "" : "pattern at "));
    CHECK(Violations(R"({"patternProperties": {"^a*$": {"type": "string"}}, "additionalProperties": false})",
                     text + ": b\n") ==
          (matches ? "" : "additionalProperties at  key=" + text));
  }
}

TEST_CASE("a repeated key counts once, however many there are") {
  std::string yaml;
  for (int i = 0; i < 20; ++i) yaml += fmt::format("k{}: 1\n", i);
  CHECK(Violations(R"({"minProperties": 21})", yaml + "k3: 2\n") == "minProperties at ");
  CHECK(Violations(R"({"minProperties": 20})", yaml + "k3: 2\n") == "");
  CHECK(Violations(R"({"additionalProperties": {"type": "integer"}})", yaml + "k3: x\nk20: x\n") ==
        "type at /k20");
}

}  // namespace validate_test
}  // namespace guidec
