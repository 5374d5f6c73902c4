// JUnit's XML after the schema of Jenkins' xUnit plugin: a file is a suite, a finding a failed test,
// and a file without findings one test that passed.
#include <fmt/format.h>

#include "render/files.h"
#include "render/formats.h"
#include "render/place.h"
#include "render/xml.h"

namespace guidec {
namespace {

void SetCounts(pugi::xml_node node, std::size_t tests, std::size_t failures) {
  SetAttribute(node, "tests", std::to_string(tests));
  SetAttribute(node, "failures", std::to_string(failures));
  SetAttribute(node, "errors", "0");
}

pugi::xml_node AppendTest(pugi::xml_node suite, std::string_view name, std::string_view path) {
  pugi::xml_node test = suite.append_child("testcase");
  SetAttribute(test, "name", name);
  SetAttribute(test, "classname", path);
  return test;
}

void AppendFailure(pugi::xml_node suite, const Diagnostic& finding, const Source& source,
                   const Sources& sources) {
  const Position begin = source.PositionOf(finding.span.begin);
  const std::string name =
      fmt::format("{} {} {}:{}", finding.rule->code, finding.rule->name, begin.line, begin.column);
  pugi::xml_node failure = AppendTest(suite, name, source.path()).append_child("failure");
  SetAttribute(failure, "type", SeverityName(finding.severity));
  SetAttribute(failure, "message", finding.message);
  const std::string text =
      fmt::format("{}: {}[{}] {}", PlaceText(source, finding.span), SeverityName(finding.severity),
                  finding.rule->code, ExplainedMessage(finding, sources));
  failure.text() = XmlText(text).c_str();
}

std::string Render(const Report& report) {
  pugi::xml_document document;
  pugi::xml_node suites = document.append_child("testsuites");
  SetAttribute(suites, "name", "guidec");
  std::size_t tests = 0;
  for (const FileFindings& file : FindingsByFile(report)) {
    pugi::xml_node suite = suites.append_child("testsuite");
    SetAttribute(suite, "name", file.source->path());
    const std::size_t count = std::max<std::size_t>(1, file.findings.size());
    SetCounts(suite, count, file.findings.size());
    tests += count;
    for (const Diagnostic* finding : file.findings) {
      AppendFailure(suite, *finding, *file.source, report.sources);
    }
    if (file.findings.empty()) AppendTest(suite, "no findings", file.source->path());
  }
  SetCounts(suites, tests, report.findings.size());
  return Dump(document);
}

}  // namespace

const Format junit_format = {.name = "junit", .summary = "JUnit's XML, a suite a file", .render = Render};

}  // namespace guidec
