// GitLab's code quality report. Its fingerprints must be unique in the whole report: of two that are
// equal GitLab shows one.
#include <fmt/format.h>

#include "base/hash.h"
#include "render/finding_json.h"
#include "render/fingerprint.h"
#include "render/formats.h"
#include "render/place.h"
#include "render/repository.h"

namespace guidec {
namespace {

// Of info, minor, major, critical and blocker; the last two are kept for what nobody ships.
std::string_view SeverityInGitlab(Severity severity) {
  if (severity == Severity::kError) return "major";
  return severity == Severity::kWarning ? "minor" : "info";
}

Json Issue(const Diagnostic& finding, const std::string& fingerprint, const Report& report) {
  const Sources& sources = report.sources;
  const Source& source = sources[finding.span.source];
  const ShownPath shown = [&](std::string_view from) { return PathInRepository(report, from); };
  const std::string path = shown(source.path());
  const Position begin = source.PositionOf(finding.span.begin);
  const Position end = source.PositionOf(finding.span.end);
  return {{"description", fmt::format("{}: {}", finding.rule->code, ExplainedMessage(finding, sources, shown))},
          {"check_name", finding.rule->name},
          {"fingerprint", Sha256(path + '\0' + fingerprint)},
          {"severity", SeverityInGitlab(finding.severity)},
          {"location", {{"path", path}, {"lines", {{"begin", begin.line}, {"end", end.line}}}}}};
}

std::string RenderGitlab(const Report& report) {
  const std::vector<std::string> fingerprints = Fingerprints(report);
  Json issues = Json::array();
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    issues.push_back(Issue(report.findings[i], fingerprints[i], report));
  }
  return Dump(issues);
}

}  // namespace

const Format gitlab_format = {
    .name = "gitlab", .summary = "GitLab's code quality report", .render = RenderGitlab};

}  // namespace guidec
