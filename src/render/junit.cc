// JUnit's XML after the schema of Jenkins' xUnit plugin: a file is a suite, a finding that fails the run a
// failed test, any other one a test that passed and says something; a file without findings is one test
// that passed.
#include <algorithm>

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

void AppendFinding(pugi::xml_node suite, const Diagnostic& finding, const Report& report) {
  const Source& source = report.sources[finding.span.source];
  const Position begin = source.PositionOf(finding.span.begin);
  const std::string name =
      fmt::format("{} {} {}:{}", finding.rule->code, finding.rule->name, begin.line, begin.column);
  pugi::xml_node test = AppendTest(suite, name, source.path());
  const std::string text =
      fmt::format("{}: {}[{}] {}", PlaceText(source, finding.span), SeverityName(finding.severity),
                  finding.rule->code, ExplainedMessage(finding, report.sources));
  if (!report.Fails(finding)) {
    test.append_child("system-out").text() = XmlText(text).c_str();
    return;
  }
  pugi::xml_node failure = test.append_child("failure");
  SetAttribute(failure, "type", SeverityName(finding.severity));
  SetAttribute(failure, "message", finding.message);
  failure.text() = XmlText(text).c_str();
}

std::string RenderJunit(const Report& report) {
  pugi::xml_document document;
  pugi::xml_node suites = document.append_child("testsuites");
  SetAttribute(suites, "name", "guidec");
  std::size_t all_tests = 0;
  std::size_t all_failures = 0;
  for (const FileFindings& file : FindingsByFile(report)) {
    pugi::xml_node suite = suites.append_child("testsuite");
    SetAttribute(suite, "name", file.source->path());
    const std::size_t tests = std::max<std::size_t>(1, file.findings.size());
    const auto fails = [&](const Diagnostic* finding) { return report.Fails(*finding); };
    const auto failures = static_cast<std::size_t>(std::ranges::count_if(file.findings, fails));
    SetCounts(suite, tests, failures);
    all_tests += tests;
    all_failures += failures;
    for (const Diagnostic* finding : file.findings) AppendFinding(suite, *finding, report);
    if (file.findings.empty()) AppendTest(suite, "no findings", file.source->path());
  }
  SetCounts(suites, all_tests, all_failures);
  return Dump(document);
}

}  // namespace

const Format junit_format = {
    .name = "junit", .summary = "JUnit's XML, a suite a file", .render = RenderJunit};

}  // namespace guidec
