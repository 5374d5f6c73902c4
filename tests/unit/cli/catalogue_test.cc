#include "cli/catalogue.h"

#include <algorithm>
#include <set>
#include <string>

#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "rules/groups.h"
#include "rules/registry.h"

namespace guidec {
namespace {

TEST_CASE("an explanation shows its bad example with the finding of its rule") {
  for (const Rule* rule : AllRules()) {
    const std::string text = Explanation(*rule, false);
    INFO(text);
    const bool has_bad =
        std::ranges::find(rule->examples, Example::kBad, &Example::kind) != rule->examples.end();
    CHECK((text.find(fmt::format("[{}]", rule->code)) != std::string::npos) == has_bad);
    CHECK(text.find("# expect: ") == std::string::npos);
    for (const Threshold& threshold : rule->thresholds) {
      CHECK(text.find(fmt::format("      {}: {}  # ", threshold.name, threshold.otherwise)) !=
            std::string::npos);
    }
  }
}

TEST_CASE("places count from the example's own first line") {
  const std::string text = Explanation(*FindRule("duplicate-key"), false);
  CHECK(text.find("exercises/plank.yaml:3:3 ") != std::string::npos);
}

TEST_CASE("every rule is in one group, and every group has rules") {
  std::set<std::string_view> used;
  for (const Rule* rule : AllRules()) {
    INFO(rule->code);
    CHECK(std::ranges::count(RuleGroups(), rule->code.substr(0, 2), &RuleGroup::letters) == 1);
    used.insert(rule->code.substr(0, 2));
  }
  CHECK(used.size() == RuleGroups().size());
}

TEST_CASE("each form of the list has every rule once") {
  const auto json = nlohmann::json::parse(RulesAsJson());
  CHECK(json.size() == AllRules().size());
  const std::string text = RuleList(false);
  const std::string page = RulesAsMarkdown();
  for (const Rule* rule : AllRules()) {
    INFO(rule->code);
    CHECK(std::ranges::count(json, std::string(rule->code), [](const auto& entry) {
            return entry["code"].template get<std::string>();
          }) == 1);
    CHECK(text.find(fmt::format("\n  {}  ", rule->code)) != std::string::npos);
    CHECK(page.find(fmt::format("\n### {} {}\n", rule->code, rule->name)) != std::string::npos);
  }
}

TEST_CASE("colour is written only when it is wanted") {
  const Rule& rule = *FindRule("duplicate-key");
  CHECK(Explanation(rule, false).find('\x1b') == std::string::npos);
  CHECK(Explanation(rule, true).find('\x1b') != std::string::npos);
  CHECK(RuleList(false).find('\x1b') == std::string::npos);
  CHECK(RuleList(true).find('\x1b') != std::string::npos);
}

}  // namespace
}  // namespace guidec
