#include "lint/runner.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iterator>
#include <map>
#include <tuple>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "base/standard_streams.h"
#include "diag/rule_ids.h"
#include "lint/settings.h"
#include "lint/suppression.h"
#include "lint/walk.h"

namespace guidec {
namespace {

const Rule& RuleNamed(std::string_view name, std::span<const Rule* const> rules) {
  const auto found = std::ranges::find(rules, name, &Rule::name);
  if (found == rules.end()) {
    Say("guidec: no rule is named `{}`\n", name);
    std::abort();
  }
  return **found;
}

// Whether the rule may be left out: off, and no setting for some of the files turns it on.
bool IsOffEverywhere(const Rule& rule, const Workspace& workspace) {
  const bool has_own_paths = std::ranges::any_of(workspace.rule_settings, [&](const RuleSetting& setting) {
    return !setting.files.empty() && Means(setting.key.value, rule);
  });
  return !has_own_paths && VerdictOn(rule, workspace, "").severity == Severity::kOff;
}

// Keeps of each file as many of the sorted findings as `limit`, and counts the others.
std::vector<Fault> LeaveOutBeyond(std::uint64_t limit, std::vector<Diagnostic>& findings) {
  std::map<SourceId, std::uint64_t> counts;
  std::map<SourceId, Span> first_left_out;
  std::erase_if(findings, [&](const Diagnostic& finding) {
    const SourceId source = finding.span.source;
    const bool is_beyond = ++counts[source] > limit;
    if (is_beyond) first_left_out.try_emplace(source, finding.span);
    return is_beyond;
  });
  std::vector<Fault> faults;
  for (const auto& [source, span] : first_left_out) {
    faults.push_back(
        {rule_ids::kTooManyFindings, span,
         fmt::format("from here on, {} more are not shown; fix the others first", counts[source] - limit)});
  }
  return faults;
}

}  // namespace

std::vector<Diagnostic> Lint(const Library& library, std::span<const Rule* const> rules,
                             const std::string& today, const ShareDone& progress) {
  std::vector<const Rule*> visiting;
  std::ranges::copy_if(rules, std::back_inserter(visiting), [&](const Rule* rule) {
    return rule->visits() && !IsOffEverywhere(*rule, library.workspace);
  });
  std::vector<Diagnostic> findings = Walk(library, visiting, today, progress);
  const auto take = [&](const std::vector<Fault>& faults) {
    for (const Fault& fault : faults) {
      const Rule& rule = RuleNamed(fault.rule.name, rules);
      findings.push_back({&rule, rule.severity, fault.span, fault.message, fault.labels, fault.fix});
    }
  };
  take(library.faults);
  std::vector<Fault> suppression_faults;
  findings = WithoutSuppressed(std::move(findings), library, rules, suppression_faults);
  take(suppression_faults);
  const auto path = [&](const Diagnostic& d) {
    return std::string_view((*library.sources)[d.span.source].path());
  };
  Verdicts verdicts(library.workspace);
  for (Diagnostic& finding : findings) finding.severity = verdicts.SeverityOf(*finding.rule, path(finding));
  std::erase_if(findings, [](const Diagnostic& finding) { return finding.severity == Severity::kOff; });
  SortFindings(findings, *library.sources);
  // No setting turns these off: they say that not everything was said.
  const std::vector<Fault> left_out = LeaveOutBeyond(library.limits.findings, findings);
  take(left_out);
  if (!left_out.empty()) SortFindings(findings, *library.sources);
  return findings;
}

void SortFindings(std::vector<Diagnostic>& findings, const Sources& sources) {
  std::ranges::sort(findings, {}, [&](const Diagnostic& d) {
    return std::tuple(std::string_view(sources[d.span.source].path()), d.span.begin, d.span.end, d.rule->code,
                      std::string_view(d.message));
  });
}

std::string Today(std::optional<std::int64_t> source_date) {
  const std::time_t now = source_date ? static_cast<std::time_t>(*source_date) : std::time(nullptr);
  return fmt::format("{:%Y-%m-%d}", fmt::gmtime(now));
}

}  // namespace guidec
