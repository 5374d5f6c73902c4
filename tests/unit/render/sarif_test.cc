// What stands in SARIF's results and rules beyond the usual.
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "unit/render/bench.h"

namespace guidec {
namespace sarif_test {

nlohmann::json RunOf(const Report& report) {
  return nlohmann::json::parse(sarif_format.render(report))["runs"][0];
}

TEST_CASE("SARIF repeats what a finding points at, unless it is long") {
  for (const auto& [size, is_shown] : {std::pair{499, true}, {500, true}, {501, false}}) {
    Bench bench;
    const std::string text(static_cast<std::size_t>(size), 'a');
    bench.Find(bench.Add("a.yaml", text), text);
    const auto region = RunOf(bench.MakeReport())["results"][0]["locations"][0]["physicalLocation"]["region"];
    CHECK(region["byteLength"] == size);
    CHECK(region.contains("snippet") == is_shown);
    if (is_shown) CHECK(region["snippet"]["text"] == text);
  }
}

TEST_CASE("SARIF tells a rule that is off, and one whose example ends without a line end") {
  static constexpr Example kExample[] = {{Example::kBad, "a.yaml", "a: 1"}};
  static constexpr Rule kOff{.code = "YY001",
                             .name = "off-rule",
                             .severity = Severity::kOff,
                             .since = "0.2",
                             .summary = "Short.",
                             .rationale = "Long.",
                             .source = "Somebody.",
                             .examples = kExample};
  static constexpr const Rule* kAll[] = {&kOff};
  Bench bench;
  const Source& source = bench.Add("a.yaml", "a: b\n");
  bench.Find(source, "a", kOff);
  bench.Find(source, "b", kRule);
  Report report = bench.MakeReport();
  report.rules = kAll;
  const nlohmann::json run = RunOf(report);
  CHECK(run["tool"]["driver"]["rules"] == nlohmann::json::parse(R"([{
      "id": "YY001", "name": "off-rule", "shortDescription": {"text": "Short."},
      "fullDescription": {"text": "Long."},
      "help": {"text": "Long.\n\nSource: Somebody.\n\nBad, in a.yaml:\n\na: 1",
               "markdown": "Long.\n\n**Source:** Somebody.\n\n**Bad**, in `a.yaml`:\n\n```yaml\na: 1\n```\n"},
      "defaultConfiguration": {"enabled": false, "level": "none"},
      "properties": {"group": "YY", "since": "0.2", "source": "Somebody.", "tags": ["YY"]}}])"));
  CHECK(run["results"][0]["ruleIndex"] == 0);
  CHECK(run["results"][0]["level"] == "none");
  // Of a rule that is not listed.
  CHECK_FALSE(run["results"][1].contains("ruleIndex"));
}

TEST_CASE("SARIF lists every file that a finding, a label or a fix points into, by path") {
  Bench bench;
  const Source& c = bench.Add("c.yaml", "c: 1\n");
  const Source& a = bench.Add("a.yaml", "a: 1\n");
  const Source& d = bench.Add("d.yaml", "d: 1\n");
  const Source& b = bench.Add("b.yaml", "b: 1\n");
  Diagnostic& finding = bench.Find(c, "c");
  finding.labels = {{Bench::SpanOf(d, "d"), "there"}, {Bench::SpanOf(c, "1"), "here"}};
  finding.fix = Fix{"all [of](them) \\",
                    {{Bench::SpanOf(b, "b"), "B"}, {Bench::SpanOf(c, "c"), "C"}, {Bench::SpanOf(b, "1"), "2"}},
                    Safety::kSafe};
  bench.Find(a, "a").fix = Fix{"nothing", {}};
  Report report = bench.MakeReport();
  const SourceId files[] = {a.id()};
  report.files = files;
  const nlohmann::json run = RunOf(report);
  std::string artifacts;
  for (const auto& artifact : run["artifacts"]) artifacts += artifact["location"]["uri"].get<std::string>() + " ";
  CHECK(artifacts == "a.yaml b.yaml c.yaml d.yaml ");
  // By path, though c's was found first.
  CHECK(run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a.yaml");
  CHECK_FALSE(run["results"][0].contains("fixes"));
  CHECK_FALSE(run["results"][0].contains("relatedLocations"));
  const nlohmann::json& result = run["results"][1];
  std::string related;
  for (const auto& place : result["relatedLocations"]) {
    const auto& file = place["physicalLocation"]["artifactLocation"];
    related += place["id"].dump() + file["uri"].get<std::string>() + file["index"].dump() +
               place["message"]["text"].get<std::string>() + " ";
  }
  CHECK(related == "1d.yaml3there 2c.yaml2here ");
  CHECK(result["fixes"].size() == 1);
  CHECK(result["fixes"][0]["description"]["text"] == "all \\[of\\](them) \\\\");
  CHECK(result["fixes"][0]["properties"]["safe"] == true);
  std::string changes;
  for (const auto& change : result["fixes"][0]["artifactChanges"]) {
    changes += change["artifactLocation"]["uri"].get<std::string>() + ":";
    for (const auto& replacement : change["replacements"]) {
      changes += replacement["deletedRegion"]["startColumn"].dump() +
                 replacement["insertedContent"]["text"].get<std::string>() + " ";
    }
  }
  CHECK(changes == "b.yaml:1B 42 c.yaml:1C ");
}

TEST_CASE("a file that was not checked has a suite of its own, where it has a finding") {
  Bench bench;
  const Source& b = bench.Add("b.yaml", "b: 1\n");
  const Source& a = bench.Add("a.yaml", "a: 1\n");
  bench.Find(b, "b");
  bench.Find(a, "a");
  Report report = bench.MakeReport();
  const SourceId files[] = {b.id()};
  report.files = files;
  const std::string xml = checkstyle_format.render(report);
  const auto place = [&](const char* name) { return xml.find(fmt::format("<file name=\"{}\">\n    <error ", name)); };
  CHECK(place("a.yaml") < place("b.yaml"));
  CHECK(place("b.yaml") < xml.size());
}

TEST_CASE("a fix that reaches into another file is no suggestion") {
  Bench bench;
  const Source& one = bench.Add("one.yaml", "a: b\n");
  const Source& other = bench.Add("two.yaml", "a: b\n");
  bench.Find(one, "a").fix = Fix{"both", {{Bench::SpanOf(one, "a"), "x"}, {Bench::SpanOf(other, "a"), "x"}}};
  bench.Find(one, "b").fix = Fix{"one", {{Bench::SpanOf(one, "b"), "longer"}}};
  const auto diagnostics = nlohmann::json::parse(bench.Render("rdjson"))["diagnostics"];
  CHECK_FALSE(diagnostics[0].contains("suggestions"));
  CHECK(diagnostics[1]["suggestions"][0]["text"] == "longer");
}

TEST_CASE("formats are found by name") {
  std::string names;
  for (const Format& format : Formats()) {
    names += std::string(format.name) + " ";
    CHECK(FindFormat(format.name) == &format);
  }
  CHECK(names == "text concise json jsonl sarif github gitlab junit checkstyle rdjson ");
  CHECK(FindFormat("") == nullptr);
  CHECK(FindFormat("SARIF") == nullptr);
}

}  // namespace sarif_test
}  // namespace guidec
