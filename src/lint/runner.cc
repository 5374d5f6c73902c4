#include "lint/runner.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <map>
#include <optional>
#include <tuple>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "lint/rule_context.h"

namespace guidec {
namespace {

std::optional<Severity> ParseSeverity(std::string_view text) {
  for (const Severity severity : {Severity::kOff, Severity::kInfo, Severity::kWarning, Severity::kError}) {
    if (SeverityName(severity) == text) return severity;
  }
  return std::nullopt;
}

}  // namespace

Severity SeverityOf(const Rule& rule, const Workspace& workspace) {
  for (const std::string_view key : {rule.name, rule.code, rule.code.substr(0, 2)}) {
    const auto setting = workspace.rule_settings.find(std::string(key));
    if (setting == workspace.rule_settings.end()) continue;
    if (const auto severity = ParseSeverity(setting->second.value)) return *severity;
  }
  return rule.severity;
}

std::vector<Diagnostic> Lint(const Library& library, std::span<const Rule* const> rules,
                             const std::string& today) {
  std::vector<Diagnostic> findings;
  std::map<std::string_view, std::pair<const Rule*, Severity>> by_name;
  for (const Rule* rule : rules) {
    const Severity severity = SeverityOf(*rule, library.workspace);
    by_name[rule->name] = {rule, severity};
    if (severity == Severity::kOff || rule->check == nullptr) continue;
    RuleContext context(*rule, severity, today);
    rule->check(library, context);
    findings.insert(findings.end(), context.findings().begin(), context.findings().end());
  }
  for (const Fault& fault : library.faults) {
    const auto found = by_name.find(fault.rule);
    if (found == by_name.end()) {
      fmt::print(stderr, "guidec: no rule is named `{}`\n", fault.rule);
      std::abort();
    }
    const auto [rule, severity] = found->second;
    if (severity == Severity::kOff) continue;
    findings.push_back({rule, severity, fault.span, fault.message, fault.labels, fault.fix});
  }
  const auto order = [&](const Diagnostic& d) {
    return std::tuple(std::string_view((*library.sources)[d.span.source].path()), d.span.begin, d.span.end,
                      d.rule->code, std::string_view(d.message));
  };
  std::ranges::sort(findings, {}, order);
  return findings;
}

std::string Today() {
  std::time_t now = std::time(nullptr);
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"); epoch != nullptr && *epoch != '\0') {
    now = static_cast<std::time_t>(std::strtoll(epoch, nullptr, 10));
  }
  return fmt::format("{:%Y-%m-%d}", fmt::gmtime(now));
}

}  // namespace guidec
