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
std::string RenderCounts(std::span<const Diagnostic> findings) {
  std::map<const Rule*, std::size_t, decltype(&ByCode)> counts(&ByCode);
  for (const Diagnostic& finding : findings) ++counts[finding.rule];
  std::vector<std::pair<const Rule*, std::size_t>> rules(counts.begin(), counts.end());
  std::ranges::stable_sort(rules, std::ranges::greater(), [](const auto& rule) { return rule.second; });
  std::string out;
  const std::size_t width = fmt::formatted_size("{}", rules.front().second);
  for (const auto& [rule, count] : rules) {
    out += fmt::format("  {:>{}}  {} {}\n", count, width, rule->code, rule->name);
  }
  return out + "\n";
}

std::string RenderRest(std::span<const Diagnostic> rest) {
  return fmt::format("{} more {} not shown; `--max-findings 0` shows all:\n{}", rest.size(),
                     rest.size() == 1 ? "finding is" : "findings are", RenderCounts(rest));
}

// How many findings can be fixed, and how to ask for that.
std::string RenderRemedy(std::span<const Diagnostic> findings) {
  const auto count = [&](Safety safety) {
    return std::ranges::count_if(
        findings, [&](const Diagnostic& finding) { return finding.fix && finding.fix->safety == safety; });
  };
  std::string out;
  if (const auto safe = count(Safety::kSafe); safe > 0)
    out += fmt::format("`--fix` fixes {} of them\n", safe);
  if (const auto others = count(Safety::kUnsafe); others > 0) {
    out += fmt::format("`--fix --unsafe-fixes` fixes {}{}, to be read over afterwards\n", others,
                       out.empty() ? " of them" : " more");
  }
  return out;
}

std::string RenderText(const Report& report) {
  std::size_t shown = report.max_findings == 0 ? report.findings.size()
                                               : std::min(report.max_findings, report.findings.size());
  std::string out;
  if (report.counts_only && !report.findings.empty()) {
    out += RenderCounts(report.findings);
    shown = 0;
  }
  for (const Diagnostic& finding : report.findings.first(shown)) {
    out += RenderFrame(finding, report.sources, report.colour) + "\n";
  }
  if (shown < report.findings.size() && !report.counts_only)
    out += RenderRest(report.findings.subspan(shown));
  // Nothing could be read, which has been said.
  if (!report.summary || (report.files.empty() && !report.complete)) return out;
  out += fmt::format("{} in {}{}\n", Summary(TallyOf(report.findings)), Counted(report.files.size(), "file"),
                     report.complete ? "" : "; not everything could be read");
  return out + RenderRemedy(report.findings);
}

}  // namespace

const Format text_format = {.name = "text", .summary = "code frames, for people", .render = RenderText};

}  // namespace guidec
