// Workflow commands of GitHub Actions: the runner reads them on standard output and shows each as an
// annotation of its line. A line end would end a command early, so that those are escaped; properties
// are told apart by `:` and `,`, which are escaped in them too.
#include <initializer_list>

#include <fmt/format.h>

#include "render/formats.h"
#include "render/place.h"
#include "render/repository.h"

namespace guidec {
namespace {

std::string Escaped(std::string_view text, std::string_view characters) {
  std::string escaped;
  for (const char c : text) {
    if (characters.find(c) == std::string_view::npos) {
      escaped += c;
    } else {
      escaped += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return escaped;
}

// What nobody would see in the runner's log is shown by its code.
std::string Data(std::string_view text) {
  return Escaped(PrintableLines(text), "%\r\n");
}

std::string Property(std::string_view text) {
  return Escaped(PrintableLines(text), "%\r\n:,");
}

std::string_view Command(Severity severity) {
  if (severity == Severity::kError) return "error";
  return severity == Severity::kWarning ? "warning" : "notice";
}

std::string Annotation(const Diagnostic& finding, const Report& report) {
  const Sources& sources = report.sources;
  const Source& source = sources[finding.span.source];
  const ShownPath shown = [&](std::string_view path) { return PathInRepository(report, path); };
  const Position begin = source.PositionOf(finding.span.begin);
  const Position end = source.PositionOf(finding.span.end);
  std::string place =
      fmt::format("file={},line={},endLine={}", Property(shown(source.path())), begin.line, end.line);
  // GitHub takes columns only where both ends lie on one line.
  if (begin.line == end.line) place += fmt::format(",col={},endColumn={}", begin.column, end.column);
  const std::string title = fmt::format("{} {}", finding.rule->code, finding.rule->name);
  return fmt::format("::{} {},title={}::{}\n", Command(finding.severity), place, Property(title),
                     Data(ExplainedMessage(finding, sources, shown)));
}

std::string RenderGithub(const Report& report) {
  std::string out;
  for (const Diagnostic& finding : report.findings) out += Annotation(finding, report);
  return out;
}

}  // namespace

const Format github_format = {
    .name = "github", .summary = "annotations of GitHub Actions", .render = RenderGithub};

}  // namespace guidec
