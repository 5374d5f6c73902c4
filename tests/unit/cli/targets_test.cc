#include "cli/report_targets.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "unit/cli/workbench.h"

namespace guidec {
namespace targets_test {

// "json>a.json text>" of what can be written; else the error and its hint.
std::string Told(const std::vector<std::string>& values) {
  const auto targets = ParseTargets(values);
  if (!targets) return targets.error().message + " / " + targets.error().hint;
  std::string told;
  for (const ReportTarget& target : *targets) {
    told += fmt::format("{}{}>{}", told.empty() ? "" : " ", target.format->name, target.file);
  }
  return told;
}

TEST_CASE("each format goes to a place of its own") {
  CHECK(Told({}) == "text>");
  CHECK(Told({"json"}) == "json>");
  CHECK(Told({"json=a.json"}) == "json>a.json");
  CHECK(Told({"json=a=b"}) == "json>a=b");
  CHECK(Told({"sarif=a", "json", "json=b"}) == "sarif>a json> json>b");
  CHECK(Told({"json", "json=a", "sarif="}) ==
        "`sarif=` names no file / write `FORMAT=FILE`, or `FORMAT` alone");
  CHECK(Told({"json", "sarif=a", "text"}) ==
        "`json` and `text` would both be written to standard output / "
        "give one of them another file, as `FORMAT=FILE`");
  CHECK(Told({"json=a", "text", "sarif=a"}) ==
        "`json` and `sarif` would both be written to `a` / "
        "give one of them another file, as `FORMAT=FILE`");
  CHECK(Told({"json=q/r", "sarif=./q//s/../r"}) ==
        "`json` and `sarif` would both be written to `./q//s/../r` / "
        "give one of them another file, as `FORMAT=FILE`");
}

TEST_CASE("one report is for standard output, and the others for their files, without colour") {
  const Desk desk;
  Sources sources;
  const SourceId source = sources.Add("a.yaml", "id: a\n").id();
  const Rule rule{.code = "XX001",
                  .name = "some-rule",
                  .severity = Severity::kError,
                  .since = "0.1",
                  .summary = "",
                  .rationale = "",
                  .source = "",
                  .examples = {}};
  const std::vector<Diagnostic> findings = {{&rule, Severity::kError, {source, 0, 2}, "wrong", {}, {}}};
  const Report report{.findings = findings, .sources = sources, .files = {}, .colour = true};
  const auto both = ParseTargets({"text=a.txt", "text"});
  const auto shown = ForStandardOutput(*both, report);
  REQUIRE(shown);
  CHECK(shown->find("\x1b[") != std::string::npos);
  Disk disk;
  REQUIRE(WriteReports(*both, report, disk));
  const auto written = disk.Read("a.txt", 1000);
  REQUIRE(written);
  CHECK(written->starts_with("error[XX001] wrong\n"));
  CHECK_FALSE(ForStandardOutput(*ParseTargets({"text=a.txt", "json=b.json"}), report));
  const auto failed = WriteReports(*ParseTargets({"json=nowhere/b", "json=c.json"}), report, disk);
  REQUIRE_FALSE(failed);
  CHECK(disk.Kind("c.json") == FileKind::kMissing);
  CHECK(WriteReports(*ParseTargets({"json", "json=c.json"}), report, disk));
  CHECK(disk.Kind("c.json") == FileKind::kFile);
  const SourceId checked[] = {source};
  const Report of_source{.findings = findings, .sources = sources, .files = checked};
  const auto over = WriteReports(*ParseTargets({"json=./b/../a.yaml"}), of_source, disk);
  REQUIRE_FALSE(over);
  CHECK(over.error().message == "`./b/../a.yaml` is a source, and no report is written over it");
  CHECK(disk.Kind("a.yaml") == FileKind::kMissing);
}

}  // namespace targets_test
}  // namespace guidec
