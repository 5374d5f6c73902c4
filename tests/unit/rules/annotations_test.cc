// The schemas leave some values to a rule of their own; tests/fixtures show that it alone reports.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "rules/registry.h"
#include "schema/shape.h"

namespace guidec {
namespace {

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

}  // namespace
}  // namespace guidec
