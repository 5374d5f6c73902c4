// What the schemas say of rules: values that are left to a rule of their own (tests/fixtures show that it
// alone reports), and the rules' thresholds with their defaults.
#include <set>
#include <string>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "rules/registry.h"
#include "schema/shape.h"

namespace guidec {
namespace annotations_test {

std::size_t CheckAnnotations(const nlohmann::json& json) {
  std::size_t count = 0;
  if (const auto found = json.find("x-guidec-rule"); json.is_object() && found != json.end()) {
    INFO(*found);
    CHECK(FindRule(found->get<std::string>()) != nullptr);
    ++count;
  }
  for (const auto& child : json) {
    if (child.is_structured()) count += CheckAnnotations(child);
  }
  return count;
}

TEST_CASE("rules that the schemas name exist") {
  std::size_t count = 0;
  for (const Kind kind : kAllKinds)
    count += CheckAnnotations(nlohmann::json::parse(SchemaText(KindName(kind))));
  CHECK(count > 0);
}

TEST_CASE("a threshold has one default, and the schema names those that a rule reads and no other") {
  const auto schema = nlohmann::json::parse(SchemaText("workspace"));
  const auto& described = schema.at("properties").at("thresholds").at("properties");
  std::set<std::string> read;
  for (const Rule* rule : AllRules()) {
    for (const Threshold& threshold : rule->thresholds) {
      INFO(rule->name << " " << threshold.name);
      const std::string name(threshold.name);
      REQUIRE(described.contains(name));
      CHECK(described.at(name).at("default").get<double>() == threshold.otherwise);
      read.insert(name);
    }
  }
  CHECK_FALSE(read.empty());
  for (const auto& [name, value] : described.items()) {
    INFO(name);
    CHECK(read.contains(name));
  }
}

}  // namespace annotations_test
}  // namespace guidec
