// One report of several: what stands in it, and what is refused.
#include "render/merge.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/unsafe_json.h"
#include "render/sarif_runs.h"
#include "unit/render/bench.h"

namespace guidec {
namespace merge_test {

using Texts = std::vector<std::string>;

// The reports are named 0, 1, and so on.
Result<MergedReport> Merged(const Texts& texts) {
  std::vector<NamedReport> reports;
  for (const std::string& text : texts) reports.push_back({std::to_string(reports.size()), text});
  return MergeReports(reports);
}

std::string Refused(const Texts& texts) {
  const auto merged = Merged(texts);
  return merged ? "merged: " + merged->text : merged.error().message + "; " + merged.error().hint;
}

constexpr char kHint[] = "; guidec merges what `guidec lint --format` writes as json, jsonl, sarif or junit";

// A part of a run over files with such findings as "a.yaml wrong". The text of each file is the same in all parts.
struct Part {
  std::vector<std::string> files;
  std::vector<std::pair<std::size_t, const char*>> findings;  // in which file, at which word
};

std::string Rendered(const Part& part, std::string_view format, bool complete = true) {
  Bench bench;
  std::vector<const Source*> sources;
  for (const std::string& file : part.files) sources.push_back(&bench.Add(file, "wrong: odd\nwell: " + file + "\n"));
  for (const auto& [file, word] : part.findings) {
    Diagnostic& finding =
        bench.Find(*sources[file], word, std::string_view(word) == "odd" ? kOtherRule : kRule, word);
    if (std::string_view(word) == "well") finding.severity = Severity::kInfo;
    finding.labels = {{Bench::SpanOf(*sources[file], "wrong"), "here"}};
  }
  Report report = bench.MakeReport();
  report.complete = complete;
  return FindFormat(format)->render(report);
}

TEST_CASE("parts of a run, in whatever order and however often, merge into what the whole run writes") {
  const Part whole{{"a b.yaml", "b.yaml", "c.yaml", "d.yaml"},
                   {{0, "wrong"}, {0, "odd"}, {1, "odd"}, {3, "wrong"}, {3, "well"}}};
  const Part one{{"b.yaml", "d.yaml"}, {{0, "odd"}, {1, "wrong"}, {1, "well"}}};
  const Part other{{"a b.yaml", "c.yaml"}, {{0, "wrong"}, {0, "odd"}}};
  for (const char* format : {"json", "jsonl", "sarif", "junit"}) {
    INFO(format);
    const std::string all = Rendered(whole, format);
    const std::string first = Rendered(one, format);
    const std::string second = Rendered(other, format);
    for (const Texts& texts : {Texts{all}, {first, second}, {second, first}, {second, first, second}, {first, all}}) {
      const auto merged = Merged(texts);
      REQUIRE(merged);
      CHECK(merged->text == all);
      CHECK(merged->worst == Severity::kError);
      CHECK(merged->is_whole);
    }
  }
}

TEST_CASE("findings are in the order of their places, codes and messages") {
  const auto finding = [](const char* path, int begin, int end, const char* code, const char* message) {
    return fmt::format(R"({{"code":"{}","severity":"info","message":"{}","path":"{}","byteBegin":{},"byteEnd":{}}})",
                       code, message, path, begin, end);
  };
  const Texts sorted = {finding("a", 1, 2, "A", "a"),  finding("a", 1, 2, "A", "b"), finding("a", 1, 2, "B", "a"),
                        finding("a", 1, 3, "A", "a"),  finding("a", 2, 2, "A", "a"), finding("a", 10, 11, "A", "a"),
                        finding("b", 1, 2, "A", "a")};
  std::string lines;
  for (const std::string& line : sorted) lines += line + "\n";
  std::string reversed;
  for (auto line = sorted.rbegin(); line != sorted.rend(); ++line) reversed += "\n" + *line + "\n";
  CHECK(Merged({reversed, lines}).value().text == lines);
  CHECK(Merged({reversed + sorted[0]}).value().text == lines);
  CHECK(Merged({reversed}).value().worst == Severity::kInfo);
}

TEST_CASE("reports without findings merge into one without") {
  for (const char* format : {"json", "jsonl", "sarif", "junit"}) {
    INFO(format);
    const std::string empty = Rendered({{"a.yaml"}, {}}, format);
    const auto merged = Merged({empty, empty});
    REQUIRE(merged);
    CHECK(merged->text == empty);
    CHECK(merged->worst == Severity::kOff);
  }
}

TEST_CASE("the worst finding is known by its severity, in JUnit by a failed test") {
  for (const char* format : {"json", "jsonl", "sarif", "junit"}) {
    INFO(format);
    const auto worst = [&](const char* word) {
      return Merged({Rendered({{"a.yaml"}, {{0, word}}}, format)}).value().worst;
    };
    const bool is_junit = std::string_view(format) == "junit";
    CHECK(worst("wrong") == Severity::kError);
    CHECK(worst("odd") == (is_junit ? Severity::kError : Severity::kWarning));
    CHECK(worst("well") == (is_junit ? Severity::kOff : Severity::kInfo));
  }
}

TEST_CASE("a run is whole when all of its parts are") {
  const Part one{{"a.yaml"}, {}};
  const Part other{{"b.yaml"}, {}};
  for (const bool first : {true, false}) {
    for (const bool second : {true, false}) {
      const auto merged = Merged({Rendered(one, "sarif", first), Rendered(other, "sarif", second)});
      REQUIRE(merged);
      CHECK(merged->is_whole == (first && second));
      CHECK(nlohmann::json::parse(merged->text)["runs"][0]["invocations"][0]["executionSuccessful"] ==
            (first && second));
    }
  }
}

std::string Replaced(std::string text, const std::string& old, const std::string& by) {
  const std::size_t at = text.find(old);
  REQUIRE(at != std::string::npos);
  return text.replace(at, old.size(), by);
}

TEST_CASE("what is no report, or is of another kind, is refused") {
  const std::string json = Rendered({{"a.yaml"}, {{0, "wrong"}}}, "json");
  const std::string sarif = Rendered({{"a.yaml"}, {{0, "wrong"}}}, "sarif");
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(Refused({json, ""}) ==
        "`1` is empty, as a run leaves it that died; "
        "lint that part again; one without findings is not empty in any format");
  for (const std::string text : {"text", "3", "{}x", "{\"a\": 1}\n[]\n", "\"a\"", "{\"a\": 1}\n\n3"}) {
    INFO(text);
    CHECK(Refused({json, text}) == std::string("`1` is no report that can be merged") + kHint);
  }
  CHECK(Refused({nested(kMostJsonDepth + 1)}) == std::string("`0` is no report that can be merged") + kHint);
  CHECK(Refused({nested(kMostJsonDepth)}) == std::string("`0` was not written by guidec, or is damaged") + kHint);
  for (const auto& [one, other] : {std::pair{json, sarif}, {sarif, json}, {json, std::string("\n")}}) {
    CHECK(Refused({one, one, other}) ==
          "`2` is of another format than `0`; merge the reports of each format by themselves");
  }
}

TEST_CASE("what guidec would not have written is refused, whichever report it stands in") {
  const std::string json = Rendered({{"a.yaml"}, {{0, "wrong"}}}, "json");
  const std::string sarif = Rendered({{"a.yaml"}, {{0, "wrong"}}}, "sarif");
  const auto damaged = [](const std::string& whole, const std::string& old, const std::string& by) {
    const std::string text = Replaced(whole, old, by);
    CHECK(Refused({text}) == std::string("`0` was not written by guidec, or is damaged") + kHint);
    CHECK(Refused({whole, text}) == std::string("`1` was not written by guidec, or is damaged") + kHint);
  };
  for (const char* key : {"code", "severity", "message", "path", "byteBegin", "byteEnd"}) {
    INFO(key);
    damaged(json, fmt::format("\"{}\"", key), "\"x\"");
  }
  damaged(json, "\"error\"", "1");
  for (const char* severity : {"\"ERROR\"", "\"off\"", "\"\""}) damaged(json, "\"error\"", severity);
  damaged(json, "\"XX001\"", "1");
  for (const char* key : {"tool", "invocations", "executionSuccessful", "artifacts", "results", "ruleId",
                          "physicalLocation", "region", "byteOffset", "byteLength"}) {
    INFO(key);
    damaged(sarif, fmt::format("\"{}\"", key), "\"x\"");
  }
  damaged(sarif, "\"runs\": [", "\"runs\": [], \"x\": [");
  damaged(sarif, "\"byteOffset\": 0", "\"byteOffset\": -1");
  damaged(sarif, "\"executionSuccessful\": true", "\"executionSuccessful\": 1");
  // What is seen in the whole alone.
  for (const auto& [old, by] : {std::pair{"\"automationDetails\"", "\"x\""},
                                {"\"uri\": \"a.yaml\"", "\"uri\": \"b.yaml\""},
                                {"\"uri\": \"a.yaml\"", "\"uri\": \"%zz.yaml\""}}) {
    INFO(by);
    CHECK(Refused({Replaced(sarif, old, by)}) ==
          std::string("`0` was not written by guidec, or is damaged") + kHint);
  }
}

TEST_CASE("SARIF of another guidec, or of other files, is refused") {
  const std::string sarif = Rendered({{"a.yaml"}, {{0, "wrong"}}}, "sarif");
  CHECK(Refused({sarif, sarif, Replaced(sarif, "\"0.1.0\"", "\"0.2.0\"")}) ==
        "`2` is of another version of guidec than `0`; run the same guidec everywhere");
  CHECK(Refused({sarif, Replaced(sarif, "\"length\": ", "\"length\": 1")}) ==
        "`1` and an earlier report saw different contents of `a.yaml`; run guidec on the same files everywhere");
}

TEST_CASE("a path in SARIF is read as it was written") {
  Bench bench;
  for (const char* path : {"%41.yaml", "/abs/\xC3\xBC b.yaml", "a%", "z%4", "\xFF.yaml"}) {
    bench.Find(bench.Add(path, "wrong\n"), "wrong");
  }
  const std::string text = bench.Render("sarif");
  CHECK(Merged({text}).value().text == text);
  CHECK(Merged({text, text}).value().text == text);
}

std::string Suite(const std::string& name, int tests, int failures, const std::string& held) {
  return fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n{}  </testsuite>\n", name,
                     tests, failures, held);
}

std::string Suites(int tests, int failures, const std::string& held) {
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"guidec\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n{}</testsuites>\n",
      tests, failures, held);
}

const std::string kTest = "    <testcase name=\"a\" classname=\"b\" />\n";

TEST_CASE("suites of JUnit are in the order of their names, each once, and counted") {
  const std::string one = Suite("a", 2, 1, kTest + kTest);
  const std::string two = Suite("b", 1, 0, kTest);
  const std::string three = Suite("c", 3, 2, kTest + kTest + kTest);
  const auto merged = Merged({Suites(4, 2, three + two), Suites(3, 1, one + two)});
  REQUIRE(merged);
  CHECK(merged->text == Suites(6, 3, one + two + three));
  CHECK(merged->worst == Severity::kError);
}

TEST_CASE("JUnit whose counts are wrong is refused") {
  const std::string suite = Suite("a", 1, 0, kTest);
  const auto refused = [](const std::string& text) { return Refused({Suites(0, 0, ""), text}); };
  CHECK(refused(Suites(2, 0, suite)) == std::string("`1` is damaged: `tests` is not the sum of the suites'") + kHint);
  CHECK(refused(Suites(1, 1, suite)) ==
        std::string("`1` is damaged: `failures` is not the sum of the suites'") + kHint);
  CHECK(refused(Replaced(Suites(1, 0, suite), "errors=\"0\"", "errors=\"1\"")) ==
        std::string("`1` is damaged: `errors` is not the sum of the suites'") + kHint);
  CHECK(refused(Replaced(Suites(1, 0, suite), "errors=\"0\"", "")) ==
        std::string("`1` is damaged: `errors` is not the sum of the suites'") + kHint);
  CHECK(refused(Suites(2, 0, Suite("a", 2, 0, kTest))) ==
        std::string("`1` is damaged: the suite `a` holds 1 tests and counts 2") + kHint);
  for (const char* count : {"", "x", "1x", "-1", " 1", "99999999999999999999"}) {
    CHECK(refused(Suites(1, 0, Replaced(suite, "tests=\"1\"", fmt::format("tests=\"{}\"", count)))) ==
          std::string("`1` is damaged: `tests` of the suite `a` is no number") + kHint);
  }
  CHECK(refused(Suites(1, 0, Replaced(suite, "failures=\"0\"", "failures=\"\""))) ==
        std::string("`1` is damaged: `failures` of the suite `a` is no number") + kHint);
  CHECK(refused("<html/>") == std::string("`1` is no report of JUnit's") + kHint);
  CHECK(Refused({Suites(0, 0, ""), "<testsuites>\n<a></testsuites>"}).starts_with("`1` is no XML, at line 2: "));
}

TEST_CASE("a run with many results is as many runs as it needs, each with its share") {
  const auto run = [](int results) {
    Json json{{"automationDetails", {{"id", "guidec/"}}}, {"tool", "t"}, {"results", Json::array()}};
    for (int i = 0; i < results; ++i) json["results"].push_back(i);
    return json;
  };
  for (const auto& [results, expected] : {std::pair<int, std::string>{0, "guidec/:"},
                                          {1, "guidec/:0"},
                                          {2, "guidec/:01"},
                                          {3, "guidec/:01 guidec/2/:2"},
                                          {4, "guidec/:01 guidec/2/:23"},
                                          {5, "guidec/:01 guidec/2/:23 guidec/3/:4"}}) {
    std::string told;
    for (const Json& part : SplitRun(run(results), 2)) {
      CHECK(part["tool"] == "t");
      told += (told.empty() ? "" : " ") + part["automationDetails"]["id"].get<std::string>() + ":";
      for (const Json& result : part["results"]) told += result.dump();
    }
    CHECK(told == expected);
  }
  CHECK(kMaxResults == 25'000);
}

}  // namespace merge_test
}  // namespace guidec
