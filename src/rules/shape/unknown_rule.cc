#include <algorithm>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "lint/settings.h"
#include "model/content/library.h"
#include "rules/registry.h"
#include "text/nearest.h"

namespace guidec::rules::unknown_rule {
namespace {

void Check(const Library& library, RuleContext& context) {
  std::vector<std::string_view> names;
  for (const Rule* rule : AllRules()) names.push_back(rule->name);
  const std::vector<RuleSetting>& settings = library.workspace.rule_settings;
  for (const RuleSetting& setting : settings) {
    const std::string& name = setting.key.value;
    if (std::ranges::any_of(AllRules(), [&](const Rule* rule) { return Means(name, *rule); })) continue;
    Diagnostic& finding = context.Report(
        setting.key.span, fmt::format("there is no rule `{}`{}", name, DidYouMean(name, names)));
    const auto nearest = Nearest(name, names);
    if (!nearest || EditDistance(name, *nearest) != 1) continue;
    const auto is_given = [&](const RuleSetting& other) {
      return other.block == setting.block && other.key.value == *nearest;
    };
    if (std::ranges::any_of(settings, is_given)) continue;
    finding.fix = Fix{
        fmt::format("rename `{}` to `{}`", name, *nearest), {{setting.key.span, *nearest}}, Safety::kUnsafe};
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guidec.yaml", R"yaml(rules:
  unproven-anser: error # expect: SC008 @ 3-17 "did you mean `unproven-answer`"
)yaml"},
    {Example::kGood, "guidec.yaml", R"yaml(rules:
  unproven-answer: error
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "SC008",
    .name = "unknown-rule",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "guidec.yaml sets the severity of a rule that does not exist.",
    .rationale = R"md(The setting has no effect, and whoever wrote it believes that it has.)md",
    .source = "guidec's own check",
    .examples = kExamples,
    .workspace = Check,
};

}  // namespace guidec::rules::unknown_rule
