// In which words an author is told what does not fit, for schemas made to have one reason each.
#include "schema/reasons.h"

#include <string>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "schema/schema.h"
#include "schema/validate.h"
#include "syntax/document.h"

namespace guidec {
namespace reasons_test {

struct Checked {
  Checked(const std::string& schema, const std::string& yaml)
      : source(SourceId{}, "a.yaml", yaml), document(Parse(source)) {
    auto read = ReadSchema(nlohmann::ordered_json::parse(schema));
    if (!read) FAIL(read.error().address + " " + read.error().keyword + " " + read.error().message);
    tree = *std::move(read);
  }

  // A line for each fault: what it points at, its rule and words, its labels, and its fix.
  std::string Told() const {
    Reasons reasons;
    Validate(*tree.root, document.root, [&](const Violation& violation) { reasons.Add(violation); });
    std::string told;
    for (const Fault& fault : std::move(reasons).Finish()) {
      told += fmt::format("[{}] {}: {}\n", source.Slice(fault.span), fault.rule.name, fault.message);
      for (const Label& label : fault.labels) {
        told += fmt::format("  {}-{} {}\n", label.span.begin, label.span.end, label.message);
      }
      if (!fault.fix) continue;
      told += fmt::format("  {}{}:", fault.fix->title, fault.fix->safety == Safety::kSafe ? " (safe)" : "");
      for (const Edit& edit : fault.fix->edits) {
        told += fmt::format(" {} by {}", source.Slice(edit.span), edit.replacement);
      }
      told += "\n";
    }
    return told;
  }

  // For the maker of the file.
  std::string Described() const {
    std::string described;
    Validate(*tree.root, document.root, [&](const Violation& violation) { described += Describe(violation) + "\n"; });
    return described;
  }

  Source source;
  Document document;
  SchemaTree tree;
};

struct Case {
  const char* name;
  std::string schema;
  std::string yaml;
  std::string told;
};

const std::string kForty(40, 'x');
const std::string kKeys = R"("properties": {"hold": {}, "sets": {}, "sides": {}}, "additionalProperties": false)";
// A block is of the kind that its key says.
const std::string kBlock =
    R"({"if": {"required": ["list"]},
        "then": {"properties": {"list": {}, "items": {}}, "additionalProperties": false},
        "else": {"if": {"required": ["claim"]},
                 "then": {"properties": {"claim": {}, "tags": {}}, "additionalProperties": false},
                 "else": {"$ref": "#/definitions/text"}},
        "definitions": {"text": {"properties": {"text": {}}, "required": ["text"], "additionalProperties": false,
                                 "x-guidec-expect": "a block"}}})";

const Case kTypes[] = {
    {"a text", R"({"type": "string"})", "3",
     "[3] wrong-type: this is the number `3`, expected a text; write `\"3\"` if you mean a text\n"},
    {"a fraction for a text", R"({"type": "string"})", "-3.5",
     "[-3.5] wrong-type: this is the number `-3.5`, expected a text; write `\"-3.5\"` if you mean a text\n"},
    {"a text of a form", R"({"type": "string", "pattern": "."})", "3",
     "[3] wrong-type: this is the number `3`, expected a text\n"},
    {"a text of a few", R"({"type": "string", "enum": ["off"]})", "false",
     "[false] wrong-value: this is the truth value `false`, expected a text\n"},
    {"a text or nothing", R"({"type": ["string", "null"]})", "3",
     "[3] wrong-type: this is the number `3`, expected another value\n"},
    {"a mapping", R"({"type": "object"})", "a",
     "[a] wrong-type: this is `a`, expected a mapping (`key: value` lines)\n"},
    {"a mapping with an example", R"({"type": "object", "examples": [{"a": "b"}]})", "a",
     "[a] wrong-type: this is `a`, expected a mapping (`key: value` lines), such as `{a: b}`\n"},
    {"a list", R"({"type": "array"})", "{a: b}",
     "[a] wrong-type: this is a mapping, expected a list (lines that start with `- `)\n"},
    {"a list with an example", R"({"type": "array", "examples": [["a"]]})", "~",
     "[~] wrong-type: this is nothing, expected a list (lines that start with `- `), such as `[a]`\n"},
    {"a list with a long example", R"({"type": "array", "examples": [")" + kForty + kForty + R"("]})", "a",
     "[a] wrong-type: this is `a`, expected a list (lines that start with `- `)\n"},
    {"a truth value", R"({"type": "boolean"})", "[a, b]",
     "[[a] wrong-type: this is a list, expected `true` or `false`\n"},
    {"a whole number", R"({"type": "integer"})", "a",
     "[a] wrong-type: this is `a`, expected a value of type integer\n"},
    {"what is wanted in words", R"({"type": "integer", "x-guidec-expect": "a count"})", "a",
     "[a] wrong-type: this is `a`, expected a count\n"},
    {"forty letters", R"({"type": "null"})", kForty,
     "[" + kForty + "] wrong-type: this is `" + kForty + "`, expected a value of type null\n"},
    {"more than forty", R"({"type": "null"})", kForty + "x",
     "[" + kForty + "x] wrong-type: this is a text, expected a value of type null\n"},
    {"two lines", R"({"type": "null"})", "\"a\\nb\"",
     "[\"a\\nb\"] wrong-type: this is a text, expected a value of type null\n"},
    {"nothing fits", R"({"properties": {"a": false}})", "a: 1",
     "[1] wrong-value: `a` is the number `1`, expected another value\n"},
    {"a placeholder", R"({"type": "string"})", "{hold}",
     "[hold] wrong-type: this is a mapping, expected a text; put a text that starts with `{` in quotes\n"},
    {"no placeholder, with two keys", R"({"type": "string"})", "{hold, sets}",
     "[hold] wrong-type: this is a mapping, expected a text\n"},
    {"no placeholder, with a value", R"({"type": "string"})", "{hold: a}",
     "[hold] wrong-type: this is a mapping, expected a text\n"},
    {"the value's key, for a block text", R"({"properties": {"a": {"type": "null"}}})", "a: |\n  b\n",
     "[a] wrong-type: `a` is a text, expected a value of type null\n"},
    {"the value's key, for a folded text", R"({"properties": {"a": {"type": "null"}}})", "a: >-\n  b\n",
     "[a] wrong-type: `a` is `b`, expected a value of type null\n"},
    {"an item that is a block text", R"({"items": {"type": "null"}})", "- |\n  b\n- c\n",
     "[|\n  b] wrong-type: this is a text, expected a value of type null\n"
     "[c] wrong-type: this is `c`, expected a value of type null\n"},
    {"an item's first key", R"({"items": {"type": "string"}})", "- a: 1\n  b: 2\n- - c\n  - d\n- []\n",
     "[a] wrong-type: this is a mapping, expected a text\n"
     "[- c] wrong-type: this is a list, expected a text\n"
     "[[]] wrong-type: this is a list, expected a text\n"},
};

const Case kValues[] = {
    {"one slip from an allowed one", R"({"enum": ["each", "both"]})", "eech",
     "[eech] wrong-value: this is `eech`, expected another value; did you mean `each`?\n"
     "  write `each`: eech by each\n"},
    {"two slips from it", R"({"enum": ["together"]})", "tohgetehr",
     "[tohgetehr] wrong-value: this is `tohgetehr`, expected another value; did you mean `together`?\n"},
    {"one slip in a block text", R"({"properties": {"a": {"enum": ["each"]}}})", "a: >-\n  eech\n",
     "[a] wrong-value: `a` is `eech`, expected another value; did you mean `each`?\n"},
    {"one slip in quotes", R"({"enum": ["each"]})", "\"eech\"",
     "[\"eech\"] wrong-value: this is `eech`, expected another value; did you mean `each`?\n"
     "  write `each`: \"eech\" by each\n"},
    {"no scalar", R"({"enum": ["each"]})", "[eech]", "[[eech] wrong-value: this is a list, expected another value\n"},
    {"a number of a few", R"({"enum": [15, 30]})", "16",
     "[16] wrong-value: this is the number `16`, expected another value; did you mean `15`?\n  write `15`: 16 by 15\n"},
    {"below", R"({"minimum": 2, "maximum": 7})", "1",
     "[1] wrong-value: this is the number `1`, expected another value, at least 2, at most 7\n"},
    {"above", R"({"minimum": 2.5})", "1",
     "[1] wrong-value: this is the number `1`, expected another value, at least 2.5\n"},
    {"bounds that are said already", R"({"minimum": 2, "maximum": 7, "x-guidec-expect": "from 2 to many"})", "8",
     "[8] wrong-value: this is the number `8`, expected from 2 to many, at most 7\n"},
    {"too long", R"({"maxLength": 2})", "abc", "[abc] wrong-value: this is too long: at most 2 characters\n"},
    {"too long, with its form", R"({"maxLength": 2, "pattern": "^a"})", "abc",
     "[abc] wrong-value: this is too long: at most 2 characters\n"},
    {"too long, without its form", R"({"maxLength": 2, "pattern": "^b"})", "abc",
     "[abc] wrong-value: this is `abc`, expected another value\n"},
    {"too long in a mapping", R"({"properties": {"a": {"maxLength": 2}}})", "a: abc",
     "[abc] wrong-value: `a` is too long: at most 2 characters\n"},
    {"too short", R"({"minLength": 2})", "a", "[a] wrong-value: this is too short: at least 2 characters\n"},
    {"an empty text", R"({"minLength": 2})", "''", "['']" " wrong-value: this is empty; fill it or leave it out\n"},
    {"too few items", R"({"properties": {"a": {"minItems": 2}}})", "a: [b]",
     "[a] wrong-value: `a` has too few entries: at least 2\n"},
    {"no items", R"({"properties": {"a": {"minItems": 2}}})", "a: []",
     "[a] wrong-value: `a` is empty; fill it or leave it out\n"},
    {"too many items", R"({"properties": {"a": {"maxItems": 1}}})", "a: [b, c]",
     "[a] wrong-value: `a` has 2 entries: at most 1\n"},
    {"too few keys", R"({"minProperties": 3})", "{a: 1, b: 2}",
     "[a] wrong-value: this has too few entries: at least 3\n"},
    {"no keys", R"({"minProperties": 3})", "{}", "[{}] wrong-value: this is empty; fill it or leave it out\n"},
    {"a text twice", R"({"uniqueItems": true})", "[b, a, c, a]",
     "[a] wrong-value: `a` is listed twice; keep one\n  4-5 first listed here\n"},
    {"a list twice", R"({"uniqueItems": true})", "[[a], [a]]",
     "[[a]] wrong-value: a list is listed twice; keep one\n  1-4 first listed here\n"},
    {"a mapping twice", R"({"uniqueItems": true})", "[{a: 1}, {a: 1}]",
     "[{a: 1}] wrong-value: a mapping is listed twice; keep one\n  1-7 first listed here\n"},
    {"another constant", R"({"const": 1})", "2", "[2] wrong-value: this is the number `2`, expected another value\n"},
    {"another form", R"({"pattern": "b", "x-guidec-expect": "b"})", "a", "[a] wrong-value: this is `a`, expected b\n"},
    {"none of several", R"({"anyOf": [false]})", "a", "[a] wrong-value: this is `a`, expected another value\n"},
    {"what it may not be", R"({"not": {}})", "a", "[a] wrong-value: this is `a`, expected another value\n"},
    {"two reasons in one place", R"({"type": "boolean", "minimum": 7})", "5",
     "[5] wrong-value: this is the number `5`, expected `true` or `false`, at least 7\n"},
};

const Case kKeyCases[] = {
    {"a slip", "{" + kKeys + "}", "holds: 1\n",
     "[holds] unknown-key: unknown key `holds`; did you mean `hold`?\n  rename `holds` to `hold`: holds by hold\n"},
    {"a slip beside the key itself", "{" + kKeys + "}", "holds: 1\nhold: 2\n",
     "[holds] unknown-key: unknown key `holds`; did you mean `hold`?\n"},
    {"two slips", "{" + kKeys + "}", "sidees2: 1\n",
     "[sidees2] unknown-key: unknown key `sidees2`; did you mean `sides`?\n"},
    {"far from all", "{" + kKeys + "}", "weight: 1\n",
     "[weight] unknown-key: unknown key `weight`; known here: `hold`, `sets`, `sides`\n"},
    {"far from all, with words", "{" + kKeys + R"(, "x-guidec-expect": "members"})", "weight: 1\n",
     "[weight] unknown-key: key `weight` does not belong here; expected members\n"},
    {"a key of a form", R"({"patternProperties": {"^a": {}}, "additionalProperties": false})", "ab: 1\nba: 2\n",
     "[ba] unknown-key: unknown key `ba`; known here: ``\n"},
    {"in the order of the file", "{" + kKeys + R"(, "required": ["hold"]})", "z: 1\nset: 2\n",
     "[z] unknown-key: unknown key `z`; known here: `hold`, `sets`, `sides`\n"
     "[z] missing-key: key `hold` is missing\n"
     "[set] unknown-key: unknown key `set`; did you mean `sets`?\n  rename `set` to `sets`: set by sets\n"},
    {"missing keys", R"({"properties": {"a": {"examples": ["x y"]}, "b": {}, "c": {"examples": [""]}},
                         "required": ["d", "c", "b", "a"]})",
     "other: 1\n",
     "[other] missing-key: key `a` is missing; add it, for example `a: x y`\n"
     "[other] missing-key: key `b` is missing\n"
     "[other] missing-key: key `c` is missing\n"
     "[other] missing-key: key `d` is missing\n"},
    {"a key that is mistyped is not missing too", "{" + kKeys + R"(, "required": ["hold", "sets"]})", "holds: 1\n",
     "[holds] unknown-key: unknown key `holds`; did you mean `hold`?\n  rename `holds` to `hold`: holds by hold\n"
     "[holds] missing-key: key `sets` is missing\n"},
    {"a partner", R"({"properties": {"a": {"dependencies": {"b": ["c"]}}}})", "a: {b: 1}\n",
     "[a] missing-key: key `c` is missing: `b` goes together with it\n"},
    {"a key of another kind", kBlock, "list: 1\ntags: 2\n",
     "[tags] unknown-key: key `tags` does not belong beside `list`; known here: `list`, `items`\n"},
    {"a key of another kind, two branches down", kBlock, "claim: 1\nitems: 2\n",
     "[items] unknown-key: key `items` does not belong beside `claim`; known here: `claim`, `tags`\n"},
    {"a key of another kind, in front", kBlock, "items: 1\nclaim: 2\n",
     "[items] unknown-key: key `items` does not belong beside `claim`; known here: `claim`, `tags`\n"},
    {"a key of another kind, alone", kBlock, "tags: 1\n",
     "[tags] unknown-key: key `tags` does not belong here; expected a block\n"},
    {"a key of the last kind", kBlock, "text: 1\nclaims: 2\n",
     "[claims] unknown-key: unknown key `claims`; did you mean `claim`?\n"
     "  rename `claims` to `claim`: claims by claim\n"},
    {"a mistyped kind, with keys of its own", kBlock, "lst: 1\nitems: 2\n",
     "[lst] unknown-key: unknown key `lst`; did you mean `list`?\n  rename `lst` to `list`: lst by list\n"},
    {"an empty block", kBlock, "{}", "[{}] missing-key: expected a block\n"},

    {"what is left to a rule",
     R"({"properties": {"a": {"type": "string", "x-guidec-rule": "r"}, "b": {"minimum": 2}}})",
     "a: 1\nb: 1\n", "[1] wrong-value: `b` is the number `1`, expected another value, at least 2\n"},
    {"what is left to the rule of what holds it",
     R"({"properties": {"a": {"items": {"items": {"type": "string"}}, "x-guidec-rule": "r"}}})", "a: [[1]]\n", ""},
    {"what is left to the rule behind a `$ref`",
     R"({"properties": {"a": {"$ref": "#/definitions/a"}},
         "definitions": {"a": {"type": "string", "x-guidec-rule": "r"}}})", "a: 1\n", ""},
    {"what is left to the rule beside a `$ref`",
     R"({"properties": {"a": {"$ref": "#/definitions/a", "x-guidec-rule": "r"}},
         "definitions": {"a": {"type": "string"}}})", "a: 1\n", ""},
    {"the whole is left to no rule", R"({"type": "string", "x-guidec-rule": "r"})", "[]",
     "[[]] wrong-type: this is a list, expected a text\n"},
    {"what the branch says, before the rest",
     R"({"x-guidec-expect": "anything", "if": {"required": ["a"]}, "then": {"x-guidec-expect": "the branch"},
         "type": "string"})", "a: 1\n", "[a] wrong-type: this is a mapping, expected the branch\n"},
    {"the type of the branch, before that of the whole",
     R"({"type": "object", "if": {}, "then": {"type": "string"}})", "[]",
     "[[]] wrong-type: this is a list, expected a text\n"},
    {"the type of the whole, where the branch has none",
     R"({"type": "object", "if": {}, "then": {"minItems": 0}})", "[]",
     "[[]] wrong-type: this is a list, expected a mapping (`key: value` lines)\n"},
    {"what the whole says, where the branch is silent",
     R"({"x-guidec-expect": "anything", "if": {"required": ["b"]}, "then": {"x-guidec-expect": "the branch"},
         "type": "string"})", "a: 1\n", "[a] wrong-type: this is a mapping, expected anything\n"},
};

TEST_CASE("a value of another type is said with what is wanted") {
  for (const Case& c : kTypes) {
    INFO(c.name << ":\n" << c.yaml);
    CHECK(Checked(c.schema, c.yaml).Told() == c.told);
  }
}

TEST_CASE("a value beyond what is allowed is said with what is") {
  for (const Case& c : kValues) {
    INFO(c.name << ":\n" << c.yaml);
    CHECK(Checked(c.schema, c.yaml).Told() == c.told);
  }
}

TEST_CASE("a key too many or too few is said with those that are known") {
  for (const Case& c : kKeyCases) {
    INFO(c.name << ":\n" << c.yaml);
    CHECK(Checked(c.schema, c.yaml).Told() == c.told);
  }
}

TEST_CASE("of what lost a part to bad YAML, only keys that are unknown are told") {
  const std::string schema = "{" + kKeys + R"(, "required": ["sets"]})";
  CHECK(Checked(schema, "hold: 1\n").Told() == "[hold] missing-key: key `sets` is missing\n");
  CHECK(Checked(schema, "holds: 1\nsets\n").Told() ==
        "[holds] unknown-key: unknown key `holds`; did you mean `hold`?\n  rename `holds` to `hold`: holds by hold\n");
}

TEST_CASE("the maker of a file is told the place and the keyword") {
  const std::string schema = R"({"required": ["a"], "dependencies": {"b": ["c"]}, "minProperties": 9,
                                 "properties": {"b": {"items": {"maximum": 5}}}, "additionalProperties": false})";
  CHECK(Checked(schema, "b: [6, 5, 7]\nd/e: 1\n").Described() ==
        "/: key `c` is missing\n/: does not satisfy `minProperties`\n/b/0: does not satisfy `maximum`\n"
        "/b/2: does not satisfy `maximum`\n/: unknown key `d/e`\n/: key `a` is missing\n");
}

}  // namespace reasons_test
}  // namespace guidec
