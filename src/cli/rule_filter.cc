#include "cli/rule_filter.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "lint/settings.h"
#include "rules/registry.h"
#include "text/nearest.h"

namespace guidec {
namespace {

bool MeansAny(const std::string& name) {
  return std::ranges::any_of(AllRules(), [&](const Rule* rule) { return Means(name, *rule); });
}

bool AnyMeans(const std::vector<std::string>& names, const Rule& rule) {
  return std::ranges::any_of(names, [&](const std::string& name) { return Means(name, rule); });
}

}  // namespace

Result<RuleFilter> RuleFilter::Parse(std::vector<std::string> select, std::vector<std::string> ignore) {
  for (const std::vector<std::string>* names : {&select, &ignore}) {
    const auto unknown = std::ranges::find_if_not(*names, MeansAny);
    if (unknown == names->end()) continue;
    std::vector<std::string_view> known;
    for (const Rule* rule : AllRules()) {
      known.push_back(rule->name);
      known.push_back(rule->code);
    }
    return Failure(fmt::format("there is no rule `{}`{}", *unknown, DidYouMean(*unknown, known)),
                   "`guidec rules` lists them all; two letters such as `QZ` mean a group");
  }
  RuleFilter filter;
  filter.select_ = std::move(select);
  filter.ignore_ = std::move(ignore);
  return filter;
}

bool RuleFilter::Holds(const Rule& rule) const {
  return (select_.empty() || AnyMeans(select_, rule)) && !AnyMeans(ignore_, rule);
}

}  // namespace guidec
