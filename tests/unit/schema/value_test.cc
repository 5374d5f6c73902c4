// Values of JSON in a file of YAML.
#include "schema/value.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "syntax/document.h"

namespace guidec {
namespace value_test {

Node Parsed(const std::string& yaml) {
  return Parse(Source(SourceId{}, "a.yaml", yaml)).root;
}

TEST_CASE("a node is of the type that JSON Schema sees") {
  struct Case {
    const char* yaml;
    InstanceType type;
  };
  const Case cases[] = {
      {"~", InstanceType::kNull},
      {"", InstanceType::kNull},
      {"true", InstanceType::kBoolean},
      {"False", InstanceType::kBoolean},
      {"\"true\"", InstanceType::kString},
      {"yes", InstanceType::kString},
      {"0", InstanceType::kInteger},
      {"+7", InstanceType::kInteger},
      {"-7", InstanceType::kInteger},
      {"9223372036854775807", InstanceType::kInteger},
      {"+9223372036854775807", InstanceType::kInteger},
      {"9223372036854775808", InstanceType::kString},
      {"-9223372036854775808", InstanceType::kInteger},
      {"-9223372036854775809", InstanceType::kString},
      {"1.0", InstanceType::kNumber},
      {"1e3", InstanceType::kNumber},
      {"'1'", InstanceType::kString},
      {"a", InstanceType::kString},
      {"|\n  1\n", InstanceType::kString},
      {"[]", InstanceType::kArray},
      {"[1]", InstanceType::kArray},
      {"{}", InstanceType::kObject},
      {"a: 1", InstanceType::kObject},
  };
  for (const Case& c : cases) {
    INFO(c.yaml);
    CHECK(TypeOfValue(Parsed(c.yaml)) == c.type);
  }
}

TEST_CASE("a number is its value, with or without a sign") {
  for (const auto& [yaml, value] : {std::pair{"0", 0.0}, {"7", 7.0}, {"+7", 7.0}, {"-7", -7.0}, {"1.5", 1.5},
                                    {"+1.5", 1.5}, {"-0.25", -0.25}, {"1e3", 1000.0}, {"1.5E-1", 0.15}}) {
    INFO(yaml);
    CHECK(NumberOf(Parsed(yaml)) == value);
  }
}

TEST_CASE("two nodes have the same text exactly if they are the same value") {
  // Those of a group are the same; of two groups, no two are.
  const std::vector<std::vector<std::string>> groups = {
      {"~", "null", "", "Null"},
      {"true", "True", "TRUE"},
      {"false", "False", "FALSE"},
      {"0", "-0", "+0", "0.0", "-0.0"},
      {"1", "+1", "1.0", "1e0", "10e-1"},
      {"-1", "-1.0"},
      {"1000", "1e3", "1000.0"},
      {"1.5", "15e-1", "+1.5"},
      {"1.25"},
      {"9007199254740992", "9007199254740992.0"},
      {"9007199254740993"},
      {"-9007199254740992", "-9007199254740992.0"},
      {"1e300", "10e299"},
      {"\"\"", "''"},
      {"\"1\"", "'1'"},
      {"\"true\"", "'true'"},
      {"\"null\""},
      {"a", "\"a\"", "'a'", "\"\\x61\""},
      {"A"},
      {"\"a,\""},
      {"[]"},
      {"{}"},
      {"[~]"},
      {"[a]", "- a"},
      {"[[a]]"},
      {"[a, b]", "- a\n- \"b\""},
      {"[b, a]"},
      {"[\"a,b\"]"},
      {"[\"a,\\\"1:b\"]"},
      {"[[a], [b]]"},
      {"[[a, b]]"},
      {"[[a], b]"},
      {"[1, 12]"},
      {"[11, 2]"},
      {"[112]"},
      {"{a: 1, b: 2}", "{b: 2, a: 1}", "b: 2.0\na: +1", "{a: 1, b: 2, a: 3}"},
      {"{a: 2, b: 1}"},
      {"{a: 1}"},
      {"{a: '1'}"},
      {"{a: {b: 1}}"},
      {"{a: ~}"},
      {"{'a=1': 1}"},
      {"{a: 1, ab: 2}"},
      {"{a: 12, b: 2}"},
      {"[{a: 1}, {b: 2}]"},
  };
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (const std::string& one : groups[i]) {
      for (std::size_t j = i; j < groups.size(); ++j) {
        for (const std::string& other : groups[j]) {
          INFO(one << " and " << other);
          CHECK((CanonicalText(Parsed(one)) == CanonicalText(Parsed(other))) == (i == j));
        }
      }
    }
  }
}

TEST_CASE("a JSON value is the same as a node that says the same") {
  for (const char* json : {"null", "true", "false", "0", "-12", "1.5", "1e300", "\"\"", "\"1\"", "\"true\"", "\"null\"",
                           "[]", "[1, [\"a\"], null]", "{}", R"({"a": {"b": [true]}, "1": "~", "": 0})"}) {
    INFO(json);
    const Node node = NodeOf(nlohmann::ordered_json::parse(json));
    CHECK(CanonicalText(node) == CanonicalText(Parsed(json)));
    CHECK(TypeOfValue(node) == TypeOfValue(Parsed(json)));
  }
}

TEST_CASE("a key that repeats an earlier one is not counted, in short and long mappings") {
  for (const std::size_t distinct : {1U, 2U, 14U, 15U, 16U, 17U, 18U, 40U}) {
    INFO(distinct);
    std::string yaml;
    for (std::size_t i = 0; i < distinct; ++i) yaml += fmt::format("k{}: 1\n", i);
    CHECK(CountKeys(Parsed(yaml)) == distinct);
    CHECK(CountKeys(Parsed(yaml + "k0: 2\n")) == distinct);
    CHECK(CountKeys(Parsed(yaml + fmt::format("k{}: 2\nk0: 2\n", distinct - 1))) == distinct);
  }
  const Node mapping = Parsed("a: 1\nb: 2\na: 3\nc: 4\nb: 5\n");
  NewKeys keys(mapping);
  std::string told;
  for (const Pair& pair : mapping.pairs) told += keys.Has(pair) ? pair.key.text : "-";
  CHECK(told == "ab-c-");
}

TEST_CASE("a key in a JSON pointer") {
  CHECK(PointerToken("") == "");
  CHECK(PointerToken("abc") == "abc");
  CHECK(PointerToken("a/b") == "a~1b");
  CHECK(PointerToken("~1") == "~01");
  CHECK(PointerToken("/~/") == "~1~0~1");
}

}  // namespace value_test
}  // namespace guidec
