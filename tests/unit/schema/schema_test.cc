// How a schema is read, and what is said of one that is not.
#include "schema/schema.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "schema/validate.h"

namespace guidec {
namespace schema_test {

using Json = nlohmann::ordered_json;

// Of a schema that is to be read.
SchemaTree Read(const std::string& text, const FindSchema& others = {}) {
  auto read = ReadSchema(Json::parse(text), others);
  if (!read) FAIL(read.error().address + " " + read.error().keyword + " " + read.error().message);
  return *std::move(read);
}

bool Fits(const SchemaTree& tree, const std::string& json) {
  return Validate(*tree.root, NodeOf(Json::parse(json)));
}

TEST_CASE("what of a schema is not implemented is said, and the schema is not read") {
  struct Unread {
    const char* schema;
    const char* fault;
  };
  const Unread cases[] = {
      {R"({"oneOf": []})", "# oneOf is not implemented"},
      {R"({"": 1})", "#  is not implemented"},
      {R"({"properties": {"a/b": {"format": "date"}}})", "#/properties/a~1b format is not implemented"},
      {R"({"items": [{}]})", "# items is implemented as one schema alone"},
      {R"({"dependencies": {"a": {}}})", "# dependencies is implemented with lists of keys alone"},
      {R"({"dependencies": {"a": ["b"], "c": ["d", 1]}})", "# dependencies is implemented with lists of keys alone"},
      {R"({"dependencies": []})", "# dependencies is no object"},
      {R"({"type": "text"})", "# type is no type"},
      {R"({"type": 3})", "# type is no type"},
      {R"({"type": ["string", "text"]})", "# type is no type"},
      {R"({"pattern": 3})", "# pattern is no text"},
      {R"({"allOf": {}})", "# allOf is no list"},
      {R"({"anyOf": {}})", "# anyOf is no list"},
      {R"({"enum": "a"})", "# enum is no list"},
      {R"({"minimum": "1"})", "# minimum is no number"},
      {R"({"maxItems": true})", "# maxItems is no number"},
      {R"({"required": [1]})", "# required is no list of keys"},
      {R"({"required": "a"})", "# required is no list of keys"},
      {R"({"required": ["a", 1]})", "# required is no list of keys"},
      {R"({"properties": []})", "# properties is no object"},
      {R"({"patternProperties": []})", "# patternProperties is no object"},
      {R"({"definitions": []})", "# definitions is no object"},
      {R"({"uniqueItems": 1})", "# uniqueItems is neither `true` nor `false`"},
      {R"({"examples": []})", "# examples has no example"},
      {R"({"examples": "a"})", "# examples has no example"},
      {R"({"x-guidec-expect": 1})", "# x-guidec-expect is no text"},
      {R"({"x-guidec-rule": []})", "# x-guidec-rule is no text"},
      {R"({"$ref": 1})", "# $ref is no text"},
      {R"({"$ref": "a"})", "# $ref has no `#`"},
      {R"({"$ref": "#/definitions/a"})", "# $ref leads nowhere that is implemented"},
      {R"({"$ref": "#a"})", "# $ref leads nowhere that is implemented"},
      {R"({"$ref": "#/~2"})", "# $ref leads nowhere that is implemented"},
      {R"({"$ref": "other.json#/a"})", "# $ref leads nowhere that is implemented"},
      {R"({"$ref": "#/definitions/a%2", "definitions": {"a%2": {}, "a": {}}})",
       "# $ref leads nowhere that is implemented"},
      {R"({"$ref": "#/definitions/a%", "definitions": {"a%": {}, "a": {}}})",
       "# $ref leads nowhere that is implemented"},
      {R"({"$ref": "#/definitions/a%2x", "definitions": {"a%2x": {}}})", "# $ref leads nowhere that is implemented"},
      {R"({"definitions": {"a": {"$ref": "#/definitions/b"}, "b": {"$ref": "#/definitions/a"}}, "$ref": "#"})",
       "# $ref leads to itself"},
      {R"({"properties": {"a": {"$ref": "#/definitions/a"}}, "definitions": {"a": {"$ref": "#/definitions/a"}}})",
       "#/definitions/a $ref leads to itself"},
      {R"({"items": {"$id": "a"}})", "#/items $id is implemented at the top alone"},
      {R"({"$schema": "http://json-schema.org/draft-04/schema#"})", "# $schema is not draft 7"},
      {R"({"items": 3})", "#/items  is no schema"},
      {R"("a")", "#  is no schema"},
      {R"({"allOf": [{}, {"not": 1}]})", "#/allOf/1/not  is no schema"},
      {R"({"if": {"minimum": ""}, "then": {"maximum": ""}})", "#/if minimum is no number"},
      {R"({"then": {"maximum": ""}})", "#/then maximum is no number"},
      {R"({"else": {"maximum": ""}})", "#/else maximum is no number"},
      {R"({"additionalProperties": {"maximum": ""}})", "#/additionalProperties maximum is no number"},
      {R"({"patternProperties": {"^a/b": {"maximum": ""}}})", "#/patternProperties/^a~1b maximum is no number"},
      {R"({"anyOf": [{}, {"maximum": ""}]})", "#/anyOf/1 maximum is no number"},
      {R"({"properties": {"a": {"maximum": ""}, "b": {"minimum": ""}}})", "#/properties/a maximum is no number"},
  };
  for (const Unread& c : cases) {
    INFO(c.schema);
    const auto read = ReadSchema(Json::parse(c.schema));
    REQUIRE_FALSE(read);
    CHECK(fmt::format("{} {} {}", read.error().address, read.error().keyword, read.error().message) == c.fault);
  }
  for (const auto& [schema, keyword] :
       {std::pair{R"({"pattern": "("})", "pattern"}, {R"({"pattern": "\\a"})", "pattern"},
        {R"({"pattern": "a++"})", "pattern"}, {R"({"patternProperties": {"[": {}}})", "patternProperties"}}) {
    INFO(schema);
    const auto read = ReadSchema(Json::parse(schema));
    REQUIRE_FALSE(read);
    CHECK(read.error().address == "#");
    CHECK(read.error().keyword == keyword);
    CHECK_FALSE(read.error().message.empty());
  }
}

TEST_CASE("every keyword that is implemented is read") {
  const Json all = Json::parse(R"({
      "$schema": "http://json-schema.org/draft-07/schema#", "$id": "i", "title": "t", "description": "d",
      "default": 1, "examples": [1], "x-guidec-expect": "e", "x-guidec-rule": "r", "$ref": "#/definitions/a",
      "definitions": {"a": {}}, "type": "string", "enum": [1], "const": 1, "minimum": 1, "maximum": 2,
      "minLength": 3, "maxLength": 4, "pattern": "p", "items": {}, "minItems": 5, "maxItems": 6,
      "uniqueItems": true, "properties": {"a": {}}, "patternProperties": {"p": {}}, "additionalProperties": {},
      "minProperties": 7, "required": ["z", "a"], "dependencies": {"a": ["b", "c"]}, "allOf": [{}, {}],
      "anyOf": [{}, {}, {}], "not": {}, "if": {}, "then": {}, "else": {}})");
  CHECK(all.size() == 34);
  for (const auto& [keyword, value] : all.items()) {
    INFO(keyword);
    CHECK(ReadSchema(Json{{"definitions", {{"a", Json::object()}}}, {keyword, value}}));
  }
  Json rest = all;
  rest.erase("$ref");
  const SchemaTree tree = Read(rest.dump());
  const Schema& schema = *tree.root;
  CHECK(schema.ref == nullptr);
  CHECK_FALSE(schema.is_false);
  CHECK(schema.example == "1");
  CHECK(schema.expect == "e");
  CHECK(schema.rule == "r");
  CHECK(schema.type == "string");
  CHECK(schema.allowed->at(0).text == "1");
  CHECK(schema.constant->text == "1");
  double sought = 0;
  for (const auto& bound : {schema.minimum, schema.maximum, schema.min_length, schema.max_length, schema.min_items,
                            schema.max_items, schema.min_properties}) {
    REQUIRE(bound);
    CHECK(bound->value == ++sought);
    CHECK(bound->text == fmt::format("{}", sought));
  }
  CHECK(schema.pattern->MatchesPart("xpx"));
  CHECK(schema.unique_items);
  CHECK(schema.Named("a") == schema.properties.at(0).schema);
  CHECK(schema.Named("b") == nullptr);
  CHECK(schema.pattern_properties.size() == 1);
  CHECK(schema.required == std::vector<std::string>{"a", "z"});
  CHECK(schema.dependencies.at(0).key == "a");
  CHECK(schema.dependencies.at(0).needed == std::vector<std::string>{"b", "c"});
  CHECK(schema.all_of.size() == 2);
  CHECK(schema.any_of.size() == 3);
  for (const Schema* part : {schema.items, schema.additional, schema.negated, schema.condition, schema.then_branch,
                             schema.else_branch}) {
    CHECK(part != nullptr);
  }
  // The root, and what stands in it.
  CHECK(tree.schemas.size() == 15);
}

TEST_CASE("each type takes its own values, and numbers whole ones too") {
  const char* const values[] = {"null", "true", "1", "1.5", "\"a\"", "[]", "{}"};
  for (const auto& [type, taken] :
       {std::pair{R"("null")", "x------"}, {R"("boolean")", "-x-----"}, {R"("integer")", "--x----"},
        {R"("number")", "--xx---"}, {R"("string")", "----x--"}, {R"("array")", "-----x-"}, {R"("object")", "------x"},
        {R"(["string", "integer", "null"])", "x-x-x--"}, {R"(["number", "object"])", "--xx--x"}, {"[]", "-------"}}) {
    INFO(type);
    const SchemaTree tree = Read(fmt::format(R"({{"type": {}}})", type));
    std::string fitting;
    for (const char* value : values) fitting += Fits(tree, value) ? 'x' : '-';
    CHECK(fitting == taken);
    CHECK(tree.root->type == (type[0] == '"' ? Json::parse(type).get<std::string>() : ""));
  }
  CHECK(Fits(Read("true"), "1"));
  CHECK_FALSE(Fits(Read("false"), "1"));
  CHECK(Fits(Read(R"({"uniqueItems": false})"), "[1, 1]"));
  CHECK_FALSE(Read(R"({"type": ["string"]})").root->types->Has(InstanceType::kNull));
}

TEST_CASE("an example is written on one line as an author would, unless it is long") {
  const auto example = [](const std::string& json) {
    return *Read(R"({"examples": [)" + json + ", 1]}").root->example;
  };
  CHECK(example(R"("a: b, {c}")") == "a: b, {c}");
  CHECK(example("12.5") == "12.5");
  CHECK(example("null") == "null");
  CHECK(example("[]") == "[]");
  CHECK(example("{}") == "{}");
  CHECK(example(R"(["a", 1, true, "b c", ["d"]])") == "[a, 1, true, b c, [d]]");
  CHECK(example(R"({"hold": "30 s", "sets": 2, "of": {"a": ["b"]}})") == "{hold: 30 s, sets: 2, of: {a: [b]}}");
  for (const char c : std::string_view("{}[],:#'")) {
    CHECK(example(fmt::format(R"(["a{}b"])", c)) == fmt::format(R"(["a{}b"])", c));
  }
  CHECK(example(R"(["a\"b"])") == R"(["a\"b"])");
  const std::string sixty(60, 'x');
  CHECK(example('"' + sixty + '"') == sixty);
  CHECK(example('"' + sixty + "x\"") == "");
  CHECK(example("[\"" + sixty.substr(2) + "\"]") == "[" + sixty.substr(2) + "]");
  CHECK(example("[\"" + sixty.substr(1) + "\"]") == "");
}

TEST_CASE("beside a `$ref` only what is said about the place counts") {
  const SchemaTree tree = Read(R"({"$ref": "#/definitions/a", "maxLength": 0, "format": 1, "x-guidec-expect": "e",
                                   "x-guidec-rule": "r", "examples": ["x"], "minimum": "1",
                                   "definitions": {"a": {"type": "string"}}})");
  CHECK(tree.root->ref->type == "string");
  CHECK_FALSE(tree.root->max_length);
  CHECK(tree.root->expect.empty());
  CHECK(tree.root->rule == "r");
  CHECK(tree.root->example == "x");
  CHECK(Fits(tree, "\"long\""));
  CHECK_FALSE(Fits(tree, "1"));
}

TEST_CASE("a `$ref` leads by keys that are escaped, through lists, and by as many steps as there are") {
  const char* const definitions =
      R"("definitions": {"a%": {"type": "string"}, "b/c": {"type": "string"}, "d~": {"type": "string"},
         "e": {"allOf": [{}, {"type": "string"}]}, "AZ": {"type": "string"},
         "f": {"$ref": "#/definitions/g"}, "g": {"$ref": "#/definitions/h"}, "h": {"type": "string"}})";
  for (const char* ref : {"#/definitions/a%25", "#/definitions/b~1c", "#/definitions/d~0", "#/definitions/e/allOf/1",
                          "#/definitions/%41%5a", "#/definitions/f", "#%2Fdefinitions%2Fh"}) {
    INFO(ref);
    const SchemaTree tree = Read(fmt::format(R"({{"items": {{"$ref": "{}"}}, {}}})", ref, definitions));
    CHECK(Fits(tree, "[\"a\"]"));
    CHECK_FALSE(Fits(tree, "[1]"));
  }
}

TEST_CASE("a `$ref` leads into other schemas, and from there within them") {
  const std::map<std::string, Json, std::less<>> others = {
      {"one", Json::parse(R"({"type": "array", "items": {"$ref": "#/definitions/a"},
                              "definitions": {"a": {"$ref": "two#/definitions/a"}}})")},
      {"two", Json::parse(R"({"definitions": {"a": {"type": "string"}}})")},
      {"bad", Json::parse(R"({"definitions": {"a": {"type": "text"}}})")}};
  const FindSchema find = [&](std::string_view id) {
    const auto found = others.find(id);
    return found == others.end() ? nullptr : &found->second;
  };
  const SchemaTree tree = Read(R"({"anyOf": [{"$ref": "one#"}, {"$ref": "#/definitions/a"}],
                                   "definitions": {"a": {"type": "integer"}}})",
                               find);
  for (const char* json : {"[\"a\"]", "1", "[]"}) CHECK(Fits(tree, json));
  for (const char* json : {"[1]", "\"a\""}) CHECK_FALSE(Fits(tree, json));
  const auto bad = ReadSchema(Json::parse(R"({"$ref": "bad#/definitions/a"})"), find);
  REQUIRE_FALSE(bad);
  CHECK(bad.error().address == "bad#/definitions/a");
  const auto missing = ReadSchema(Json::parse(R"({"$ref": "three#"})"), find);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().message == "leads nowhere that is implemented");
}

}  // namespace schema_test
}  // namespace guidec
