#include "render/formats.h"

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "diag/edits.h"
#include "render/merge.h"
#include "render/place.h"
#include "render/sarif_runs.h"
#include "render/tally.h"
#include "support/golden.h"
#include "text/character.h"
#include "text/utf8.h"
#include "unit/render/bench.h"

namespace guidec {
namespace formats_test {

using Json = nlohmann::json;

Json Parsed(const Bench& bench, std::string_view format) {
  return Json::parse(bench.Render(format));
}

std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line, '\n');) lines.push_back(line);
  return lines;
}

// One of each: labels here and elsewhere, a fix, a finding over two lines, one whose severity is not its
// rule's, and a file without findings.
Bench Everything() {
  Bench bench;
  const Source& plank = bench.Add("exercises/plank.yaml", "name: Planche é\ndose:\n  hold: 30\n  reps: 8\n");
  const Source& quiz = bench.Add("guides/knee/quiz.yaml", "ask: >\n  How long\n  is it?\nanswer: b\n");
  bench.Add("guidec.yaml", "format: 1\n");
  Diagnostic& hold = bench.Find(plank, "30", kRule, "`30` has no unit; write `30 s`");
  hold.labels = {{Bench::SpanOf(plank, "dose"), "the dose"}, {Bench::SpanOf(quiz, "How long"), "asked here"}};
  hold.fix = Fix{"write `30 s`",
                 {{Bench::SpanOf(plank, "30"), "30 s"}, {Bench::SpanOf(plank, "reps"), "repetitions"}},
                 Safety::kUnsafe};
  bench.Find(plank, "8", kOtherRule, "few").severity = Severity::kInfo;
  bench.Find(quiz, "How long\n  is it?", kOtherRule, "asked too long: 100 %");
  return bench;
}

TEST_CASE("every format over the same findings") {
  const Bench bench = Everything();
  for (const Format& format : Formats()) {
    CheckGolden("render/" + std::string(format.name) + ".txt", bench.Render(format.name));
  }
}

TEST_CASE("services get paths from the repository's root, wherever guidec runs") {
  struct Row {
    const char* folder;
    const char* path;
    const char* shown;
    const char* uri;
  };
  const Row rows[] = {{"/repo", "a/b.yaml", "a/b.yaml", "a/b.yaml"},
                      {"/repo/a", "b.yaml", "a/b.yaml", "a/b.yaml"},
                      {"/repo/a/c", "../b.yaml", "a/b.yaml", "a/b.yaml"},
                      {"/repo/a", "/repo/a/b.yaml", "a/b.yaml", "a/b.yaml"},
                      {"/repo/a", "/else where/b.yaml", "/else where/b.yaml", "file:///else%20where/b.yaml"},
                      {"/repo/a", "../../other/b.yaml", "/other/b.yaml", "file:///other/b.yaml"},
                      {"", "../b.yaml", "../b.yaml", "../b.yaml"}};
  for (const Row& row : rows) {
    INFO(row.folder << ": " << row.path);
    Bench bench;
    const Source& source = bench.Add(row.path, "wrong: 1\n");
    bench.Find(source, "wrong").labels = {{Bench::SpanOf(source, "1"), "the number"}};
    Report report = bench.MakeReport();
    report.folder = row.folder;
    report.repository = *row.folder == '\0' ? "" : "/repo";
    const Json run = Json::parse(sarif_format.render(report))["runs"][0];
    const Json& place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
    CHECK(place["uri"] == row.uri);
    CHECK(place.contains("uriBaseId") == (row.shown[0] != '/'));
    CHECK(run["artifacts"][0]["location"]["uri"] == row.uri);
    CHECK(Json::parse(gitlab_format.render(report))[0]["location"]["path"] == row.shown);
    const std::string label = fmt::format("{}:1:8: the number", row.shown);
    CHECK(Json::parse(gitlab_format.render(report))[0]["description"].get<std::string>().find(label) !=
          std::string::npos);
    const std::string annotation = github_format.render(report);
    CHECK(annotation.find(fmt::format("file={},", row.shown)) != std::string::npos);
    CHECK(annotation.find(label) != std::string::npos);
  }
}

TEST_CASE("SARIF: the category is the run's, so that runs of a commit stand beside one another") {
  Bench bench;
  bench.Find(bench.Add("a.yaml", "wrong: 1\n"), "wrong");
  Report report = bench.MakeReport();
  CHECK(Json::parse(sarif_format.render(report))["runs"][0]["automationDetails"]["id"] == "guidec/");
  report.category = "guidec/knee";
  CHECK(Json::parse(sarif_format.render(report))["runs"][0]["automationDetails"]["id"] == "guidec/knee/");
}

TEST_CASE("SARIF: more results than a run may hold are in several, none of them lost, and merge as one") {
  Bench bench;
  const Source& source = bench.Add("a.yaml", "wrong: 1\n");
  for (std::size_t i = 0; i <= kMaxResults; ++i) bench.Find(source, "wrong", kRule, fmt::format("{:05}", i));
  const std::string text = bench.Render("sarif");
  const Json runs = Json::parse(text)["runs"];
  REQUIRE(runs.size() == 2);
  CHECK(runs[0]["results"].size() == kMaxResults);
  CHECK(runs[1]["results"].size() == 1);
  CHECK(runs[1]["results"][0]["message"]["text"] == fmt::format("{:05}", kMaxResults));
  CHECK(runs[0]["automationDetails"]["id"] == "guidec/");
  CHECK(runs[1]["automationDetails"]["id"] == "guidec/2/");
  for (const char* key : {"tool", "artifacts", "invocations", "originalUriBaseIds"}) {
    CHECK(runs[0][key] == runs[1][key]);
  }
  const std::vector<NamedReport> reports = {{"one.sarif", text}, {"again.sarif", text}};
  const auto merged = MergeReports(reports);
  REQUIRE(merged);
  CHECK(merged->text == text);
}

TEST_CASE("merged reports are as bad as the worst finding of any") {
  Bench clean;
  clean.Add("a.yaml", "right: 1\n");
  Bench warned;
  warned.Find(warned.Add("b.yaml", "odd: 1\n"), "odd", kOtherRule);
  Bench wrong;
  wrong.Find(wrong.Add("c.yaml", "wrong: 1\n"), "wrong");
  for (const char* format : {"json", "jsonl", "sarif"}) {
    INFO(format);
    const NamedReport of_clean{"a", clean.Render(format)};
    const NamedReport of_warned{"b", warned.Render(format)};
    const NamedReport of_wrong{"c", wrong.Render(format)};
    const auto worst = [](std::vector<NamedReport> reports) {
      const auto merged = MergeReports(reports);
      REQUIRE(merged);
      return merged->worst;
    };
    CHECK(worst({of_clean, of_clean}) == Severity::kOff);
    CHECK(worst({of_clean, of_warned}) == Severity::kWarning);
    CHECK(worst({of_wrong, of_warned}) == Severity::kError);
  }
}

TEST_CASE("text counts the findings and the files") {
  Bench bench;
  const Source& source = bench.Add("one.yaml", "right: wrong\n");
  CHECK(bench.Render("text") == "no findings in 1 file\n");
  bench.Add("two.yaml", "");
  bench.Find(source, "wrong");
  CHECK(bench.Render("text").ends_with("\n\n1 error in 2 files\n"));
}

TEST_CASE("text stops at its limit and counts the rest by rule") {
  Bench bench;
  const Source& source = bench.Add("one.yaml", "right: wrong\n");
  for (int i = 0; i < 3; ++i) bench.Find(source, "right");
  for (int i = 0; i < 12; ++i) bench.Find(source, "wrong", kOtherRule);
  Report report = bench.MakeReport();
  report.max_findings = 2;
  const std::string text = text_format.render(report);
  CHECK(text.find("error[XX001]") != std::string::npos);
  CHECK(text.find("warning[XX002]") == std::string::npos);
  CHECK(text.find("\n\n13 more findings are not shown; `--max-findings 0` shows all:\n"
                  "  12  XX002 other-rule\n"
                  "   1  XX001 some-rule\n"
                  "\n"
                  "3 errors, 12 warnings in 1 file\n") != std::string::npos);
  report.max_findings = 15;
  CHECK(text_format.render(report) == bench.Render("text"));
}

TEST_CASE("a run that could read nothing says so") {
  const Sources sources;
  const Report report{.findings = {}, .sources = sources, .files = {}, .complete = false};
  CHECK(text_format.render(report).empty());
  const Json sarif = Json::parse(sarif_format.render(report));
  CHECK(sarif.at("/runs/0/invocations/0/executionSuccessful"_json_pointer) == false);
}

TEST_CASE("a tally in words") {
  CHECK(Summary({}) == "no findings");
  CHECK(Summary({.errors = 1, .warnings = 2, .infos = 0}) == "1 error, 2 warnings");
}

TEST_CASE("a report without findings") {
  Bench bench;
  bench.Add("one.yaml", "right: true\n");
  CHECK(bench.Render("concise").empty());
  CHECK(bench.Render("jsonl") == "\n");
  CHECK(bench.Render("github").empty());
  CHECK(Parsed(bench, "json") == Json::array());
  CHECK(Parsed(bench, "gitlab") == Json::array());
  CHECK(Parsed(bench, "rdjson").at("diagnostics") == Json::array());
  CHECK(Parsed(bench, "sarif").at("/runs/0/results"_json_pointer) == Json::array());
  CHECK(Parsed(bench, "sarif").at("/runs/0/tool/driver/rules"_json_pointer).size() == 2);
  CHECK(bench.Render("checkstyle").find("<file name=\"one.yaml\" />") != std::string::npos);
  CHECK(bench.Render("junit").find("<testcase name=\"no findings\" classname=\"one.yaml\" />") !=
        std::string::npos);
}

// What a path, a message, a label and a fix may hold: terminal codes, line ends, every quote, markup,
// bytes that are not UTF-8, what XML cannot hold, emoji.
constexpr char kHostile[] =
    "a\x1b[31mb\nc\rd\te\"f'g`h<i>&amp;]]>j\xFFk\xC3l\xF0\x9F\x8F\x83m%0An::o,p\\q[r](s){0}{t}"
    "\x01\x7F\xC2\x9B\xE2\x80\xA8\xEF\xBF\xBE\xEF\xBF\xBFz";

Bench Hostile() {
  Bench bench;
  const std::string hostile(kHostile);
  const Source& source = bench.Add(hostile + ".yaml", "key: " + hostile + "\n");
  Diagnostic& finding = bench.Find(source, "key", kRule, hostile);
  finding.labels = {{Bench::SpanOf(source, hostile), hostile}};
  finding.fix = Fix{hostile, {{Bench::SpanOf(source, hostile), hostile}}};
  bench.Find(source, hostile, kOtherRule, "plain");
  return bench;
}

// A reader's view of `text`: bytes that are not UTF-8 replaced.
std::string Readable(std::string_view text) {
  return MapCodePoints(text, [](char32_t c) { return c; });
}

bool HasControls(std::string_view text) {
  bool found = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    found = found || (c < 0x20 && c != '\n') || c == 0x7F || (c == 0xC2 && next < 0xA0);
  }
  return found;
}

TEST_CASE("whatever a path or a message holds, every format is UTF-8") {
  for (const Format& format : Formats()) {
    INFO(format.name);
    CHECK_FALSE(FirstInvalidUtf8(Hostile().Render(format.name)));
  }
}

TEST_CASE("nothing that is not seen stands in a report as it is") {
  const std::string unseen = "a\x1b[2J\x7F\xC2\x9B\xC2\xAD\xE2\x80\x8B\xE2\x80\xA8\xE2\x80\xAE\xEF\xBB\xBF\xEF\xBF\xBE\xF3\xA0\x81\x81z";
  Bench bench;
  const Source& source = bench.Add(unseen + ".yaml", "key: " + unseen + "\n");
  Diagnostic& finding = bench.Find(source, unseen, kRule, unseen);
  finding.labels = {{Bench::SpanOf(source, "key"), unseen}};
  finding.fix = Fix{unseen, {{Bench::SpanOf(source, unseen), unseen}}};
  for (const Format& format : Formats()) {
    INFO(format.name);
    CHECK(AllCodePoints(bench.Render(format.name), [](char32_t c) { return c == '\n' || !IsUnseen(c); }));
  }
  CHECK(Parsed(bench, "json").at("/0/message"_json_pointer) == unseen);
}

TEST_CASE("what people read holds no control characters, and a finding is one line") {
  CHECK_FALSE(HasControls(Hostile().Render("text")));
  const std::string concise = Hostile().Render("concise");
  CHECK_FALSE(HasControls(concise));
  CHECK(Lines(concise).size() == 2);
}

TEST_CASE("what JSON says is what the message is") {
  const Bench bench = Hostile();
  const std::string message = Readable(kHostile);
  const std::string path = message + ".yaml";
  const Json json = Parsed(bench, "json");
  REQUIRE(json.size() == 2);
  CHECK(json.at(0).at("message") == message);
  CHECK(json.at(0).at("path") == path);
  CHECK(json.at("/0/labels/0/message"_json_pointer) == message);
  CHECK(json.at("/0/fix/edits/0/replacement"_json_pointer) == message);
  const std::vector<std::string> lines = Lines(bench.Render("jsonl"));
  REQUIRE(lines.size() == 2);
  for (std::size_t i = 0; i < lines.size(); ++i) CHECK(Json::parse(lines[i]) == json.at(i));
  CHECK(Parsed(bench, "gitlab").at("/0/location/path"_json_pointer) == path);
  CHECK(Parsed(bench, "rdjson").at("/diagnostics/0/location/path"_json_pointer) == path);
  CHECK(Parsed(bench, "rdjson").at("/diagnostics/0/suggestions/0/text"_json_pointer) == message);
}

// What GitHub's runner makes of a command.
std::string Unescaped(std::string text) {
  for (const auto& [code, character] :
       {std::pair{"%3A", ":"}, {"%2C", ","}, {"%0D", "\r"}, {"%0A", "\n"}, {"%25", "%"}}) {
    for (std::size_t at = text.find(code); at != std::string::npos; at = text.find(code, at + 1)) {
      text.replace(at, 3, character);
    }
  }
  return text;
}

// As a line of a terminal shows it, whose line ends stay.
std::string Shown() {
  return PrintableLines(kHostile);
}

// What may stand in a text: no control character but tab and line ends, no noncharacter.
std::string Allowed() {
  return MapCodePoints(kHostile, [](char32_t c) {
    const bool is_control = (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || (c >= 0x7F && c < 0xA0);
    return is_control || c == 0xFFFE || c == 0xFFFF ? U'\uFFFD' : c;
  });
}

TEST_CASE("an annotation is one command, and GitHub reads what was meant") {
  const std::vector<std::string> lines = Lines(Hostile().Render("github"));
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].find('\r') == std::string::npos);
  static const std::regex kCommand("::error file=([^,:]*),line=([0-9]+),[^:]*,title=([^,:]*)::(.*)");
  std::smatch match;
  REQUIRE(std::regex_match(lines[0], match, kCommand));
  CHECK(Unescaped(match[1]) == Shown() + ".yaml");
  CHECK(match[2] == "1");
  CHECK(match[3] == "XX001 some-rule");
  CHECK(Unescaped(match[4]).starts_with(Shown() + "\n"));
}

TEST_CASE("an annotation has columns only on one line") {
  Bench bench;
  const Source& source = bench.Add("one.yaml", "é: wrong\nand: more\n");
  bench.Find(source, "wrong");
  bench.Find(source, "wrong\nand");
  CHECK(bench.Render("github") ==
        "::error file=one.yaml,line=1,endLine=1,col=4,endColumn=9,title=XX001 some-rule::something is wrong\n"
        "::error file=one.yaml,line=1,endLine=2,title=XX001 some-rule::something is wrong\n");
}

TEST_CASE("what XML says is what the message is, as far as a text may hold it") {
  const Bench bench = Hostile();
  for (const char* format : {"junit", "checkstyle"}) {
    INFO(format);
    const std::string xml = bench.Render(format);
    const auto illegal = [](char c) {
      return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    };
    CHECK(std::ranges::none_of(xml, illegal));
    CHECK(xml.find("&#x") == std::string::npos);
    pugi::xml_document document;
    REQUIRE(document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_declaration));
    const auto named = [&](const char* attribute) {
      return document.find_node([&](pugi::xml_node node) { return !node.attribute(attribute).empty(); });
    };
    // pugixml's reader makes blanks of line ends that stand as they are, so that equality means they were
    // written as references.
    CHECK(std::string(named("message").attribute("message").value()).starts_with(Allowed()));
    const char* path = format == std::string("junit") ? "classname" : "source";
    CHECK_FALSE(named(path).empty());
  }
  // In an attribute it may stand, in an element it may not.
  static const std::regex kAttribute("\"[^\"]*\"");
  CHECK(std::regex_replace(bench.Render("junit"), kAttribute, "").find("]]>") == std::string::npos);
}

TEST_CASE("a suite counts its tests") {
  pugi::xml_document document;
  REQUIRE(document.load_string(Everything().Render("junit").c_str()));
  const pugi::xml_node suites = document.child("testsuites");
  std::size_t tests = 0;
  std::size_t failures = 0;
  for (const pugi::xml_node suite : suites.children("testsuite")) {
    std::size_t own_tests = 0;
    std::size_t own_failures = 0;
    for (const pugi::xml_node test : suite.children("testcase")) {
      ++own_tests;
      if (test.child("failure")) ++own_failures;
    }
    CHECK(suite.attribute("tests").as_uint() == own_tests);
    CHECK(suite.attribute("failures").as_uint() == own_failures);
    tests += own_tests;
    failures += own_failures;
  }
  CHECK(suites.attribute("tests").as_uint() == tests);
  CHECK(suites.attribute("failures").as_uint() == failures);
  CHECK(tests == 4);
  CHECK(failures == 2);
}

TEST_CASE("what does not fail the run is no failed test") {
  const Bench bench = Everything();
  Report report = bench.MakeReport();
  const auto failures = [&](Severity fail_on) {
    report.fail_on = fail_on;
    pugi::xml_document document;
    REQUIRE(document.load_string(junit_format.render(report).c_str()));
    CHECK(document.select_nodes("//testcase").size() == 4);
    return document.select_nodes("//failure").size();
  };
  CHECK(failures(Severity::kInfo) == 3);
  CHECK(failures(Severity::kWarning) == 2);
  CHECK(failures(Severity::kError) == 1);
  CHECK(failures(Severity::kOff) == 0);
}

TEST_CASE("reviewdog's columns count bytes, and a fix is one suggestion") {
  Bench bench;
  const Source& source = bench.Add("one.yaml", "é: one\nb: two\n");
  const std::vector<Edit> edits = {{Bench::SpanOf(source, "b"), "beta"}, {Bench::SpanOf(source, "one"), "1"}};
  bench.Find(source, "one").fix = Fix{"both", edits};
  bench.Find(source, "two").fix = Fix{"nothing", {}};
  const Json first = Parsed(bench, "rdjson").at("/diagnostics/0"_json_pointer);
  CHECK(first.at("/location/range/start"_json_pointer) == Json{{"line", 1}, {"column", 5}});
  const Json suggestion = first.at("/suggestions/0"_json_pointer);
  CHECK(suggestion.at("/range/start"_json_pointer) == Json{{"line", 1}, {"column", 5}});
  CHECK(suggestion.at("/range/end"_json_pointer) == Json{{"line", 2}, {"column", 2}});
  CHECK(suggestion.at("text") == "1\nbeta");
  CHECK_FALSE(Parsed(bench, "rdjson").at("/diagnostics/1"_json_pointer).contains("suggestions"));
}

TEST_CASE("SARIF points at its rules and files by index") {
  const Json run = Parsed(Everything(), "sarif").at("runs").at(0);
  const Json& rules = run.at("/tool/driver/rules"_json_pointer);
  for (const Json& result : run.at("results")) {
    CHECK(rules.at(result.at("ruleIndex").get<std::size_t>()).at("id") == result.at("ruleId"));
    std::vector<Json> places = result.at("locations");
    for (const Json& related : result.value("relatedLocations", Json::array())) places.push_back(related);
    for (const Json& place : places) {
      const Json& file = place.at("/physicalLocation/artifactLocation"_json_pointer);
      CHECK(run.at("artifacts").at(file.at("index").get<std::size_t>()).at("/location/uri"_json_pointer) ==
            file.at("uri"));
    }
  }
}

std::string BytesOf(const Source& source, const Json& region) {
  return source.text().substr(region.at("byteOffset"), region.at("byteLength"));
}

TEST_CASE("SARIF's edits make the fixed text") {
  Bench bench = Everything();
  const Source& source = *bench.sources().begin();
  const Json result = Parsed(bench, "sarif").at("/runs/0/results/0"_json_pointer);
  CHECK(BytesOf(source, result.at("/locations/0/physicalLocation/region"_json_pointer)) == "30");
  CHECK(result.at("/fixes/0/properties/safe"_json_pointer) == false);
  const Json& replacements = result.at("/fixes/0/artifactChanges/0/replacements"_json_pointer);
  std::vector<Edit> edits;
  for (const Json& replacement : replacements) {
    const Json& region = replacement.at("deletedRegion");
    const auto begin = region.at("byteOffset").get<std::uint32_t>();
    edits.push_back({{source.id(), begin, begin + region.at("byteLength").get<std::uint32_t>()},
                     replacement.at("/insertedContent/text"_json_pointer)});
  }
  CHECK(Apply(source, edits) == "name: Planche é\ndose:\n  hold: 30 s\n  repetitions: 8\n");
}

TEST_CASE("SARIF's paths are URIs") {
  struct Row {
    std::string path;
    std::string uri;
    bool is_relative;
  };
  const Row rows[] = {{"a b/ü%.yaml", "a%20b/%C3%BC%25.yaml", true},
                      {"c:d?e#f.yaml", "c%3Ad%3Fe%23f.yaml", true},
                      {R"(a\b[c]{d}|"e".yaml)", "a%5Cb%5Bc%5D%7Bd%7D%7C%22e%22.yaml", true},
                      {"\xFF\n.yaml", "%FF%0A.yaml", true},
                      {"/abs/a.yaml", "file:///abs/a.yaml", false},
                      {"../up.yaml", "../up.yaml", true}};
  for (const Row& row : rows) {
    Bench bench;
    bench.Add(row.path, "");
    const Json location = Parsed(bench, "sarif").at("/runs/0/artifacts/0/location"_json_pointer);
    CHECK(location.at("uri") == row.uri);
    CHECK(location.contains("uriBaseId") == row.is_relative);
  }
}

TEST_CASE("brackets of a message are no link of SARIF's") {
  Bench bench;
  const Source& source = bench.Add("one.yaml", "a: b\n");
  bench.Find(source, "a", kRule, "`[here](#x)` says nothing");
  bench.Find(source, "b", kRule, "an [index] alone");
  const Json results = Parsed(bench, "sarif").at("/runs/0/results"_json_pointer);
  CHECK(results.at("/0/message/text"_json_pointer) == "`\\[here\\](#x)` says nothing");
  CHECK(results.at("/1/message/text"_json_pointer) == "an [index] alone");
}

std::vector<std::string> FingerprintsIn(const Bench& bench, std::string_view format) {
  const bool is_sarif = format == "sarif";
  Json results = Parsed(bench, format);
  if (is_sarif) results = results.at("/runs/0/results"_json_pointer);
  std::vector<std::string> fingerprints;
  for (const Json& result : results) {
    fingerprints.push_back(
        result.at(Json::json_pointer(is_sarif ? "/partialFingerprints/contentKey~1v1" : "/fingerprint")));
  }
  return fingerprints;
}

TEST_CASE("a fingerprint outlives edits elsewhere, and none is used twice in GitLab's report") {
  const auto bench_of = [](const std::string& above) {
    Bench bench;
    for (const char* path : {"one.yaml", "two.yaml"}) {
      const Source& source = bench.Add(path, above + "a: wrong\nb: other\n");
      bench.Find(source, "wrong");
      bench.Find(source, "wrong");
      bench.Find(source, "other");
    }
    return bench;
  };
  for (const char* format : {"sarif", "gitlab"}) {
    INFO(format);
    CHECK(FingerprintsIn(bench_of(""), format) == FingerprintsIn(bench_of("# a line above\n"), format));
  }
  const std::vector<std::string> gitlab = FingerprintsIn(bench_of(""), "gitlab");
  CHECK(gitlab.size() == 6);
  CHECK(std::set(gitlab.begin(), gitlab.end()).size() == 6);
}

TEST_CASE("ten thousand findings are all there") {
  constexpr std::size_t kCount = 10'000;
  Bench bench;
  std::string text;
  for (std::size_t i = 0; i < kCount; ++i) text += "- wrong\n";
  const Source& source = bench.Add("one.yaml", text);
  for (std::size_t i = 0; i < kCount; ++i) {
    const auto begin = static_cast<std::uint32_t>(8 * i + 2);
    bench.Find(source, "wrong").span = {source.id(), begin, begin + 5};
  }
  for (const char* format : {"concise", "jsonl", "github"}) {
    CHECK(Lines(bench.Render(format)).size() == kCount);
  }
  for (const char* format : {"json", "gitlab"}) CHECK(Parsed(bench, format).size() == kCount);
  CHECK(Parsed(bench, "rdjson").at("diagnostics").size() == kCount);
  CHECK(Parsed(bench, "sarif").at("/runs/0/results"_json_pointer).size() == kCount);
  for (const auto& [format, element] :
       {std::pair{"junit", "//failure"}, std::pair{"checkstyle", "//error"}}) {
    pugi::xml_document document;
    REQUIRE(document.load_string(bench.Render(format).c_str()));
    CHECK(document.select_nodes(element).size() == kCount);
  }
  Report report = bench.MakeReport();
  report.max_findings = 100;
  CHECK(text_format.render(report).size() < 20'000);
}

}  // namespace formats_test
}  // namespace guidec
