#include "lint/settings.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <tuple>

#include "text/glob.h"

namespace guidec {
namespace {

std::optional<Severity> ParseSeverity(std::string_view text) {
  for (const Severity severity : {Severity::kOff, Severity::kInfo, Severity::kWarning, Severity::kError}) {
    if (SeverityName(severity) == text) return severity;
  }
  return std::nullopt;
}

// 0 when the name does not mean the rule.
int Closeness(std::string_view name, const Rule& rule) {
  if (name == rule.name) return 3;
  if (name == rule.code) return 2;
  return name == rule.code.substr(0, 2) ? 1 : 0;
}

}  // namespace

bool SpoilsSettings(const Diagnostic& finding) {
  const std::string_view group = finding.rule->code.substr(0, 2);
  return finding.severity == Severity::kError && (group == "CF" || group == "SC" || group == "YM");
}

bool Means(std::string_view name, const Rule& rule) {
  return Closeness(name, rule) > 0;
}

std::string PathInWorkspace(std::string_view path, const Workspace& workspace) {
  const std::filesystem::path root = workspace.root.empty() ? "." : workspace.root.lexically_normal();
  return std::filesystem::path(path).lexically_normal().lexically_relative(root).generic_string();
}

RuleVerdict VerdictOn(const Rule& rule, const Workspace& workspace, std::string_view path) {
  RuleVerdict verdict{rule.severity, nullptr};
  std::tuple<int, int> strength{-1, 0};
  for (const RuleSetting& setting : workspace.rule_settings) {
    const std::tuple<int, int> own{setting.block, Closeness(setting.key.value, rule)};
    const auto severity = ParseSeverity(setting.severity);
    if (!severity || std::get<1>(own) == 0 || own < strength) continue;
    const std::string inside = setting.files.empty() ? "" : PathInWorkspace(path, workspace);
    const bool holds = setting.files.empty() || std::ranges::any_of(setting.files, [&](const Id& glob) {
                         return MatchesGlob(inside, glob.value);
                       });
    if (!holds) continue;
    strength = own;
    verdict = {*severity, &setting};
  }
  return verdict;
}

Severity Verdicts::SeverityOf(const Rule& rule, std::string_view path) {
  const auto [known, is_new] = known_.try_emplace({&rule, std::string(path)});
  if (is_new) known->second = VerdictOn(rule, workspace_, path).severity;
  return known->second;
}

}  // namespace guidec
