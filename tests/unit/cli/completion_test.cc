#include "cli/completion.h"

#include <functional>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "rules/registry.h"
#include "support/golden.h"

namespace guidec {
namespace completion_test {

// The script with `RULES` for what `entry` makes of each rule's name and code.
std::string WithoutRules(std::string script,
                         const std::function<std::string(std::string_view, const Rule&)>& entry) {
  std::string rules;
  for (const Rule* rule : AllRules()) rules += entry(rule->name, *rule) + entry(rule->code, *rule);
  const std::size_t at = script.find(rules);
  REQUIRE(at != std::string::npos);
  return script.replace(at, rules.size(), "RULES\n");
}

std::string Replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string out(text);
  for (std::size_t at = 0; (at = out.find(from, at)) != std::string::npos; at += to.size()) {
    out.replace(at, from.size(), to);
  }
  return out;
}

TEST_CASE("the script of each shell, with every rule") {
  CheckGolden("unit/cli/completion.bash",
              WithoutRules(BashCompletion(), [](std::string_view word, const Rule& rule) {
                return fmt::format("{}{}", &rule == AllRules().front() && word == rule.name ? "" : " ", word);
              }));
  CheckGolden("unit/cli/completion.zsh",
              WithoutRules(ZshCompletion(), [](std::string_view word, const Rule& rule) {
                return fmt::format("    '{}:{}'\n", word, Replaced(rule.summary, "'", R"('\'')"));
              }));
  CheckGolden("unit/cli/completion.fish",
              WithoutRules(FishCompletion(), [](std::string_view word, const Rule& rule) {
                const std::string summary = Replaced(Replaced(rule.summary, "\\", "\\\\"), "'", "\\'");
                return fmt::format("  printf '%s\\t%s\\n' '{}' '{}'\n", word, summary);
              }));
}

}  // namespace completion_test
}  // namespace guidec
