// Code frames, then a line that counts. Beyond the report's limit the rest is counted by rule.
#include <algorithm>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "render/formats.h"
#include "render/frame.h"
#include "render/tally.h"

namespace guidec {
namespace {

bool ByCode(const Rule* left, const Rule* right) {
  return left->code < right->code;
}

// How many of which rules, the most frequent first.
std::string RenderRest(std::span<const Diagnostic> rest) {
  std::map<const Rule*, std::size_t, decltype(&ByCode)> counts(&ByCode);
  for (const Diagnostic& finding : rest) ++counts[finding.rule];
  std::vector<std::pair<const Rule*, std::size_t>> rules(counts.begin(), counts.end());
  std::ranges::stable_sort(rules, std::ranges::greater(), [](const auto& rule) { return rule.second; });
  std::string out =
      fmt::format("{} more {} not shown:\n", rest.size(), rest.size() == 1 ? "finding is" : "findings are");
  const std::size_t width = fmt::formatted_size("{}", rules.front().second);
  for (const auto& [rule, count] : rules) {
    out += fmt::format("  {:>{}}  {} {}\n", count, width, rule->code, rule->name);
  }
  return out + "`--format concise` shows each on one line, `--max-findings 0` shows all in full\n\n";
}

std::string Render(const Report& report) {
  const std::size_t shown = report.max_findings == 0 ? report.findings.size()
                                                     : std::min(report.max_findings, report.findings.size());
  std::string out;
  for (const Diagnostic& finding : report.findings.first(shown)) {
    out += RenderFrame(finding, report.sources, report.colour) + "\n";
  }
  if (shown < report.findings.size()) out += RenderRest(report.findings.subspan(shown));
  // Nothing could be read, which has been said.
  if (report.files.empty() && !report.complete) return out;
  return out +
         fmt::format("{} in {}\n", Summary(Count(report.findings)), Counted(report.files.size(), "file"));
}

}  // namespace

const Format text_format = {.name = "text", .summary = "code frames, for people", .render = Render};

}  // namespace guidec
