#include "cli/catalogue.h"

#include <algorithm>
#include <set>
#include <string>

#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "rules/groups.h"
#include "rules/registry.h"
#include "support/golden.h"
#include "unit/cli/workbench.h"

namespace guidec {
namespace catalogue_test {

TEST_CASE("an explanation fills lines of eighty, and shows its bad example with the finding of its rule") {
  std::size_t widest = 0;
  for (const Rule* rule : AllRules()) {
    const std::string text = Explanation(*rule, false);
    INFO(text);
    // A paragraph each, which is set anew.
    for (const std::string_view prose : {rule->summary, rule->rationale, rule->source}) {
      for (const char* sign : {"\n\n", "\n ", "\n- ", "\n|", "\n```"}) {
        CHECK(prose.find(sign) == std::string_view::npos);
      }
    }
    const bool has_bad =
        std::ranges::find(rule->examples, Example::kBad, &Example::kind) != rule->examples.end();
    CHECK((text.find(fmt::format("[{}]", rule->code)) != std::string::npos) == has_bad);
    CHECK(text.find("# expect: ") == std::string::npos);
    for (const Threshold& threshold : rule->thresholds) {
      CHECK(text.find(fmt::format("      {}: {}  # ", threshold.name, threshold.otherwise)) !=
            std::string::npos);
    }
    const std::string_view prose =
        std::string_view(text).substr(0, std::min(text.find("\nTo draw "), text.find(", in ")));
    for (std::size_t from = 0; from < prose.size();) {
      const std::size_t end = std::min(prose.find('\n', from), prose.size());
      widest = std::max(widest, end - from);
      from = end + 1;
    }
  }
  CHECK(widest == 80);
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

TEST_CASE("the page of the rules is the one beside them") {
  Disk disk;
  CheckGolden("../src/rules/README.md", Run({"rules", "--format", "markdown"}, disk).said);
}

TEST_CASE("a list has a line for each rule, in columns below its group") {
  std::size_t width = 0;
  for (const Rule* rule : AllRules()) width = std::max(width, rule->name.size());
  std::string expected;
  auto array = nlohmann::ordered_json::array();
  for (const RuleGroup& group : RuleGroups()) {
    if (!expected.empty()) expected += "\n";
    expected += fmt::format("{} {}. {}\n", group.letters, group.title, group.meaning);
    for (const Rule* rule : AllRules()) {
      if (rule->code.substr(0, 2) != group.letters) continue;
      expected += fmt::format("  {}  {:<7}  {:<{}}  {}\n", rule->code, SeverityName(rule->severity), rule->name, width,
                              rule->summary);
      auto thresholds = nlohmann::ordered_json::object();
      for (const Threshold& line : rule->thresholds) thresholds[std::string(line.name)] = line.otherwise;
      array.push_back({{"code", rule->code},
                       {"name", rule->name},
                       {"group", group.title},
                       {"severity", SeverityName(rule->severity)},
                       {"since", rule->since},
                       {"summary", rule->summary},
                       {"rationale", rule->rationale},
                       {"source", rule->source},
                       {"thresholds", thresholds}});
    }
  }
  CHECK(RuleList(false) == expected);
  CHECK(RulesAsJson() == array.dump(2) + "\n");
  CHECK(RuleList(true).starts_with("\x1b[1mYM YAML.\x1b[0m "));
  CHECK(RuleList(true).find("\n  YM001  \x1b[1;31merror  \x1b[0m  syntax-error ") != std::string::npos);
}

TEST_CASE("colour is written only when it is wanted") {
  const Rule& rule = *FindRule("duplicate-key");
  CHECK(Explanation(rule, false).find('\x1b') == std::string::npos);
  CHECK(Explanation(rule, true).find('\x1b') != std::string::npos);
  CHECK(RuleList(false).find('\x1b') == std::string::npos);
  CHECK(RuleList(true).find('\x1b') != std::string::npos);
}

}  // namespace catalogue_test
}  // namespace guidec
