#include "render/merge.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <exception>
#include <iterator>
#include <map>
#include <new>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "base/unsafe_json.h"
#include "render/finding_json.h"
#include "render/sarif_runs.h"
#include "render/xml.h"
#include "text/xml.h"

namespace guidec {
namespace {

constexpr char kHint[] = "guidec merges what `guidec lint --format` writes as json, jsonl, sarif or junit";

enum class Kind { kJson, kJsonLines, kSarif, kJunit, kUnknown };

// Of a text that is no JSON as a whole; nothing when a line is none either.
std::optional<Json> ParseLines(std::string_view text) {
  Json findings = Json::array();
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (!line.empty()) {
      Json finding = Json::parse(line, nullptr, false);
      if (!finding.is_object()) return std::nullopt;
      findings.push_back(std::move(finding));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return findings;
}

struct Parsed {
  Kind kind = Kind::kUnknown;
  Json json;
};

Parsed Parse(std::string_view text) {
  if (text.starts_with('<')) return {Kind::kJunit, {}};
  if (IsUnsafeJson(text)) return {};
  if (Json json = Json::parse(text, nullptr, false); json.is_array()) {
    return {Kind::kJson, std::move(json)};
  } else if (json.is_object() && json.contains("runs")) {
    return {Kind::kSarif, std::move(json)};
  }
  if (auto findings = ParseLines(text)) return {Kind::kJsonLines, *std::move(findings)};
  return {};
}

// ---- JSON and JSON lines ----

using Key = std::tuple<std::string, std::uint64_t, std::uint64_t, std::string, std::string>;
using Keyed = std::pair<Key, Json>;

// Throws where no finding has it.
Severity SeverityNamed(std::string_view name) {
  for (const Severity severity : {Severity::kInfo, Severity::kWarning, Severity::kError}) {
    if (name == SeverityName(severity)) return severity;
  }
  throw std::out_of_range("severity");
}

// In the order of SortFindings (lint/runner.h), each once.
Json Sorted(std::vector<Keyed> keyed) {
  std::stable_sort(keyed.begin(), keyed.end(),
                   [](const auto& one, const auto& other) { return one.first < other.first; });
  keyed.erase(std::unique(keyed.begin(), keyed.end()), keyed.end());
  Json sorted = Json::array();
  for (auto& [ignored, finding] : keyed) sorted.push_back(std::move(finding));
  return sorted;
}

// Calls `read`, which throws where a report lacks what guidec writes.
template <class Read>
Result<void> ReadReport(const NamedReport& report, const Read& read) {
  try {
    return read();
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    return Failure(fmt::format("`{}` was not written by guidec, or is damaged", report.path), kHint);
  }
}

Key KeyOfFinding(const Json& finding) {
  return {finding.at("path"), finding.at("byteBegin"), finding.at("byteEnd"), finding.at("code"),
          finding.at("message")};
}

Result<MergedReport> MergeJson(std::vector<Json> reports, Kind kind, std::span<const NamedReport> named) {
  MergedReport merged;
  std::vector<Keyed> findings;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const auto read = ReadReport(named[i], [&]() -> Result<void> {
      for (Json& finding : reports[i]) {
        merged.worst = std::max(merged.worst, SeverityNamed(finding.at("severity").get<std::string>()));
        Key key = KeyOfFinding(finding);
        findings.emplace_back(std::move(key), std::move(finding));
      }
      return {};
    });
    if (!read) return tl::unexpected(read.error());
  }
  const Json sorted = Sorted(std::move(findings));
  if (kind == Kind::kJson) {
    merged.text = Dump(sorted);
  } else {
    for (const Json& finding : sorted) merged.text += Dump(finding, -1);
    if (sorted.empty()) merged.text = "\n";
  }
  return merged;
}

// ---- SARIF ----

// The path that a URI was made of (render/sarif.cc).
std::string PathOf(const Json& location) {
  std::string_view uri = location.at("uri").get_ref<const std::string&>();
  if (uri.starts_with("file://")) uri.remove_prefix(7);
  std::string path;
  for (std::size_t i = 0; i < uri.size(); ++i) {
    if (uri[i] == '%' && i + 2 < uri.size()) {
      path += static_cast<char>(std::stoi(std::string(uri.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      path += uri[i];
    }
  }
  return path;
}

// Sets the index of every location of a file.
void Renumber(Json& node, const std::map<std::string, std::size_t>& indices) {
  if (node.is_object() && node.contains("uri") && node.contains("index")) {
    node["index"] = indices.at(PathOf(node));
  } else if (node.is_structured()) {
    for (Json& child : node) Renumber(child, indices);
  }
}

Severity SeverityOfLevel(std::string_view level) {
  return level == "note" ? Severity::kInfo : SeverityNamed(level);
}

Key KeyOfResult(const Json& result) {
  const Json& place = result.at("locations").at(0).at("physicalLocation");
  const Json& region = place.at("region");
  // A number that is none of bytes is an error, not a cast.
  const auto number = [&](const char* key) {
    return region.at(key).get_ref<const Json::number_unsigned_t&>();
  };
  const std::uint64_t begin = number("byteOffset");
  return {PathOf(place.at("artifactLocation")), begin, begin + number("byteLength"), result.at("ruleId"),
          result.at("message").at("text")};
}

// What several reports hold together.
struct Sarif {
  std::map<std::string, Json> artifacts;  // by path
  std::vector<Json> results;
  Severity worst = Severity::kOff;
  bool is_whole = true;
};

// Throws where a location is of no artifact.
void CheckFiles(const Json& node, const Sarif& sarif) {
  if (node.is_object() && node.contains("uri") && node.contains("index")) {
    (void)sarif.artifacts.at(PathOf(node));
  } else if (node.is_structured()) {
    for (const Json& child : node) CheckFiles(child, sarif);
  }
}

// Takes a run of `report` into `sarif`, which throws where the run is damaged. `tool` is that of the first report.
Result<void> TakeRun(Json& run, const NamedReport& report, const Json& tool, const NamedReport& first,
                     Sarif& sarif) {
  if (run.at("tool") != tool) {
    return Failure(
        fmt::format("`{}` is of another version of guidec than `{}`", report.path, first.path),
        "run the same guidec everywhere");
  }
  if (!run.at("invocations").at(0).at("executionSuccessful").get<bool>()) sarif.is_whole = false;
  for (Json& artifact : run.at("artifacts")) {
    const std::string path = PathOf(artifact.at("location"));
    const auto [known, is_new] = sarif.artifacts.emplace(path, artifact);
    if (is_new || known->second == artifact) continue;
    return Failure(
        fmt::format("`{}` and an earlier report saw different contents of `{}`", report.path, path),
        "run guidec on the same files everywhere");
  }
  for (Json& result : run.at("results")) {
    sarif.worst = std::max(sarif.worst, SeverityOfLevel(result.at("level").get<std::string>()));
    (void)KeyOfResult(result);
    CheckFiles(result, sarif);
    sarif.results.push_back(std::move(result));
  }
  return {};
}

// Sets what each result says of where its files stand among the artifacts.
Json ResultsOf(Sarif sarif, Json& artifacts) {
  std::map<std::string, std::size_t> indices;
  for (auto& [path, artifact] : sarif.artifacts) {
    indices.emplace(path, artifacts.size());
    artifacts.push_back(std::move(artifact));
  }
  std::vector<Keyed> results;
  for (Json& result : sarif.results) {
    Renumber(result, indices);
    Key key = KeyOfResult(result);
    results.emplace_back(std::move(key), std::move(result));
  }
  return Sorted(std::move(results));
}

Result<MergedReport> MergeSarif(std::vector<Json> reports, std::span<const NamedReport> named) {
  Sarif sarif;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const auto read = ReadReport(named[i], [&]() -> Result<void> {
      // The first has one at least.
      (void)reports[i].at("runs").at(0);
      for (Json& run : reports[i]["runs"]) {
        const Json& tool = reports.front()["runs"][0].at("tool");
        if (auto taken = TakeRun(run, named[i], tool, named[0], sarif); !taken) return taken;
      }
      return {};
    });
    if (!read) return tl::unexpected(read.error());
  }
  MergedReport merged{.text = {}, .worst = sarif.worst, .is_whole = sarif.is_whole};
  Json& log = reports.front();
  const auto written = ReadReport(named[0], [&]() -> Result<void> {
    Json run = std::move(log.at("runs").at(0));
    run.at("invocations").at(0)["executionSuccessful"] = merged.is_whole;
    run["artifacts"] = Json::array();
    run["results"] = ResultsOf(std::move(sarif), run["artifacts"]);
    log["runs"] = SplitRun(std::move(run));
    merged.text = Dump(log);
    return {};
  });
  if (!written) return tl::unexpected(written.error());
  return merged;
}

// ---- JUnit ----

constexpr std::array<const char*, 3> kCounts = {"tests", "failures", "errors"};

std::optional<std::uint64_t> NumberIn(const pugi::xml_attribute& attribute) {
  const std::string_view text = attribute.value();
  std::uint64_t number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// What is wrong with the counts of the suites, which JUnit's readers trust.
std::optional<std::string> FaultInCounts(const pugi::xml_node& root) {
  std::uint64_t sums[kCounts.size()] = {};
  for (const pugi::xml_node suite : root.children("testsuite")) {
    for (std::size_t i = 0; i < kCounts.size(); ++i) {
      const auto count = NumberIn(suite.attribute(kCounts[i]));
      if (!count) {
        return fmt::format("`{}` of the suite `{}` is no number", kCounts[i],
                           suite.attribute("name").value());
      }
      sums[i] += *count;
    }
    const auto tests = suite.children("testcase");
    const auto held = static_cast<std::uint64_t>(std::distance(tests.begin(), tests.end()));
    if (NumberIn(suite.attribute("tests")) != held) {
      return fmt::format("the suite `{}` holds {} tests and counts {}", suite.attribute("name").value(), held,
                         suite.attribute("tests").value());
    }
  }
  for (std::size_t i = 0; i < kCounts.size(); ++i) {
    if (NumberIn(root.attribute(kCounts[i])) != sums[i]) {
      return fmt::format("`{}` is not the sum of the suites'", kCounts[i]);
    }
  }
  return std::nullopt;
}

Result<MergedReport> MergeJunit(std::span<const NamedReport> reports) {
  std::vector<pugi::xml_document> documents(reports.size());
  std::map<std::string, pugi::xml_node> suites;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    // pugixml reads names that are none, and writes them into the merged report.
    if (const auto fault = FaultInXml(reports[i].text, XmlIds::kAny)) {
      return Failure(fmt::format("`{}` is no XML, at line {}: {}", reports[i].path, fault->line, fault->message),
                     kHint);
    }
    const auto parsed = documents[i].load_string(reports[i].text.c_str());
    const pugi::xml_node root = documents[i].document_element();
    if (!parsed || std::string_view(root.name()) != "testsuites") {
      return Failure(fmt::format("`{}` is no report of JUnit's", reports[i].path), kHint);
    }
    if (const auto fault = FaultInCounts(root)) {
      return Failure(fmt::format("`{}` is damaged: {}", reports[i].path, *fault), kHint);
    }
    for (const pugi::xml_node suite : root.children("testsuite")) {
      suites.emplace(suite.attribute("name").value(), suite);
    }
  }
  MergedReport merged;
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("testsuites");
  SetAttribute(root, "name", "guidec");
  for (const char* count : kCounts) {
    std::uint64_t sum = 0;
    for (const auto& [ignored, suite] : suites) sum += suite.attribute(count).as_ullong();
    SetAttribute(root, count, std::to_string(sum));
  }
  for (const auto& [ignored, suite] : suites) {
    if (suite.attribute("failures").as_ullong() > 0) merged.worst = Severity::kError;
    root.append_copy(suite);
  }
  merged.text = Dump(document);
  return merged;
}

}  // namespace

Result<MergedReport> MergeReports(std::span<const NamedReport> reports) {
  std::vector<Json> parsed;
  std::optional<Kind> kind;
  for (const NamedReport& report : reports) {
    if (report.text.empty()) {
      return Failure(fmt::format("`{}` is empty, as a run leaves it that died", report.path),
                     "lint that part again; one without findings is not empty in any format");
    }
    Parsed one = Parse(report.text);
    if (one.kind == Kind::kUnknown) {
      return Failure(fmt::format("`{}` is no report that can be merged", report.path), kHint);
    }
    if (kind && one.kind != *kind) {
      return Failure(fmt::format("`{}` is of another format than `{}`", report.path, reports.front().path),
                     "merge the reports of each format by themselves");
    }
    kind = one.kind;
    parsed.push_back(std::move(one.json));
  }
  if (*kind == Kind::kJunit) return MergeJunit(reports);
  if (*kind == Kind::kSarif) return MergeSarif(std::move(parsed), reports);
  return MergeJson(std::move(parsed), *kind, reports);
}

}  // namespace guidec
