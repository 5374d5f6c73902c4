#include "rules/registry.h"

#include <algorithm>
#include <vector>

namespace guidec {

// Defined in the file that CMake writes.
extern const std::span<const Rule* const> kRegisteredRules;

std::span<const Rule* const> AllRules() {
  static const std::vector<const Rule*> sorted = [] {
    std::vector<const Rule*> rules(kRegisteredRules.begin(), kRegisteredRules.end());
    std::ranges::sort(rules, {}, &Rule::code);
    return rules;
  }();
  return sorted;
}

const Rule* FindRule(std::string_view code_or_name) {
  const auto found = std::ranges::find_if(
      AllRules(), [&](const Rule* rule) { return rule->code == code_or_name || rule->name == code_or_name; });
  return found == AllRules().end() ? nullptr : *found;
}

}  // namespace guidec
