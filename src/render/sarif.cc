// SARIF 2.1.0 (OASIS): a run with every rule, the files, and a result for each finding; several where they
// are many.
//
// A text of SARIF may hold `[text](target)`, a link, and `{0}`, an argument. Where a message would read
// as a link its brackets are escaped, as errata 01 of the standard recommends. Braces stay as they are,
// though section 3.11.5 wants them doubled: neither GitHub nor the viewers undo that, and `{hold}` is no
// argument.
#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/hash.h"
#include "render/finding_json.h"
#include "render/fingerprint.h"
#include "render/formats.h"
#include "render/repository.h"
#include "render/sarif_runs.h"

namespace guidec {
namespace {

constexpr char kSchema[] = "https://json.schemastore.org/sarif-2.1.0.json";
// The name by which GitHub, too, calls the root of what is checked.
constexpr char kRoot[] = "%SRCROOT%";
// A finding about a whole section does not repeat it.
constexpr std::uint32_t kMaxSnippet = 500;  // bytes

// The path as a relative reference (RFC 3986), or a file URI where it is absolute. Bytes that are not
// UTF-8 are kept.
std::string PathUri(std::string_view path) {
  static constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    if (kPlain.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

std::string_view Level(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kInfo:
      return "note";
    case Severity::kOff:
      return "none";
  }
  return "none";
}

Json Text(std::string_view text) {
  return {{"text", text}};
}

Json Message(std::string_view message) {
  if (message.find("](") == std::string_view::npos) return Text(message);
  std::string escaped;
  for (const char c : message) {
    if (c == '[' || c == ']' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return Text(escaped);
}

std::string HelpMarkdown(const Rule& rule) {
  std::string help = fmt::format("{}\n\n**Source:** {}\n", rule.rationale, rule.source);
  for (const Example& example : rule.examples) {
    help += fmt::format("\n**{}**, in `{}`:\n\n```yaml\n{}{}```\n",
                        example.kind == Example::kBad ? "Bad" : "Good", example.file, example.yaml,
                        example.yaml.ends_with('\n') ? "" : "\n");
  }
  return help;
}

std::string HelpText(const Rule& rule) {
  std::string help = fmt::format("{}\n\nSource: {}\n", rule.rationale, rule.source);
  for (const Example& example : rule.examples) {
    help += fmt::format("\n{}, in {}:\n\n{}", example.kind == Example::kBad ? "Bad" : "Good", example.file,
                        example.yaml);
  }
  return help;
}

Json RuleJson(const Rule& rule) {
  const std::string_view group = rule.code.substr(0, 2);
  return {
      {"id", rule.code},
      {"name", rule.name},
      {"shortDescription", Text(rule.summary)},
      {"fullDescription", Text(rule.rationale)},
      {"help", {{"text", HelpText(rule)}, {"markdown", HelpMarkdown(rule)}}},
      {"defaultConfiguration",
       {{"enabled", rule.severity != Severity::kOff}, {"level", Level(rule.severity)}}},
      {"properties", {{"group", group}, {"since", rule.since}, {"source", rule.source}, {"tags", {group}}}}};
}

// Without the line end behind it.
std::string Indented(std::string_view json, std::size_t depth) {
  const std::string blanks(depth * kIndent, ' ');
  std::string text;
  for (std::size_t begin = 0; begin < json.size();) {
    const std::size_t end = std::min(json.find('\n', begin), json.size());
    text += (begin == 0 ? "" : "\n") + blanks;
    text += json.substr(begin, end - begin);
    begin = end + 1;
  }
  return text;
}

class Run {
 public:
  explicit Run(const Report& report) : report_(report), fingerprints_(Fingerprints(report)) {
    for (const Rule* rule : report.rules) rules_.emplace(rule, rules_.size());
    order_.assign(report.files.begin(), report.files.end());
    for (const Diagnostic& finding : report.findings) {
      order_.push_back(finding.span.source);
      for (const Label& label : finding.labels) order_.push_back(label.span.source);
      if (!finding.fix) continue;
      for (const Edit& edit : finding.fix->edits) order_.push_back(edit.span.source);
    }
    std::ranges::sort(order_);
    order_.erase(std::unique(order_.begin(), order_.end()), order_.end());
    for (const SourceId id : order_) paths_.emplace(id, PathInRepository(report, report.sources[id].path()));
    std::ranges::stable_sort(order_, {}, [&](SourceId id) -> const std::string& { return PathOf(id); });
    for (const SourceId id : order_) artifacts_.emplace(id, artifacts_.size());
  }

  // The run with the numbers of its findings for results, by path.
  Json Frame() const {
    Json rules = Json::array();
    for (const Rule* rule : report_.rules) rules.push_back(RuleJson(*rule));
    return {
        {"tool",
         {{"driver",
           {{"name", "guidec"},
            {"version", report_.version},
            {"semanticVersion", report_.version},
            {"rules", std::move(rules)}}}}},
        {"automationDetails",
         {{"id", fmt::format("{}/", report_.category.empty() ? "guidec" : report_.category)}}},
        {"invocations", {{{"executionSuccessful", report_.complete}}}},
        {"columnKind", "unicodeCodePoints"},
        {"newlineSequences", {"\r\n", "\n", "\r"}},
        {"originalUriBaseIds",
         {{kRoot,
           {{"description",
             Text("The root of the repository; where there is none, the folder in which guidec ran.")}}}}},
        {"artifacts", Artifacts()},
        {"results", ByPath()}};
  }

  Json Result(std::size_t index) const {
    const Diagnostic& finding = report_.findings[index];
    Json result{{"ruleId", finding.rule->code}};
    if (const auto rule = rules_.find(finding.rule); rule != rules_.end()) result["ruleIndex"] = rule->second;
    result["level"] = Level(finding.severity);
    result["message"] = Message(finding.message);
    result["locations"] = Json::array({{{"physicalLocation", Place(finding.span)}}});
    if (!finding.labels.empty()) {
      Json& related = result["relatedLocations"] = Json::array();
      for (const Label& label : finding.labels) {
        related.push_back({{"id", related.size() + 1},
                           {"physicalLocation", Place(label.span)},
                           {"message", Message(label.message)}});
      }
    }
    result["partialFingerprints"] = {{"contentKey/v1", fingerprints_[index]}};
    if (finding.fix && !finding.fix->edits.empty()) {
      result["fixes"] = Json::array({FixJson(*finding.fix)});
    }
    return result;
  }

 private:
  const std::string& PathOf(SourceId id) const { return paths_.at(id); }

  // The findings in the order of the paths that are shown.
  std::vector<std::size_t> ByPath() const {
    std::vector<std::size_t> order(report_.findings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) -> const std::string& {
      return PathOf(report_.findings[i].span.source);
    });
    return order;
  }

  Json Location(SourceId id) const {
    const std::string& path = PathOf(id);
    Json location{{"uri", PathUri(path)}};
    if (!path.starts_with('/')) location["uriBaseId"] = kRoot;
    return location;
  }

  Json Artifacts() const {
    Json artifacts = Json::array();
    for (const SourceId id : order_) {
      const std::string& text = report_.sources[id].text();
      artifacts.push_back({{"location", Location(id)},
                           {"length", text.size()},
                           {"mimeType", "application/yaml"},
                           {"hashes", {{"sha-256", Sha256(text)}}}});
    }
    return artifacts;
  }

  Json Region(const Span& span) const {
    const Source& source = report_.sources[span.source];
    const Position begin = source.PositionOf(span.begin);
    const Position end = source.PositionOf(span.end);
    return {{"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line},
            {"endColumn", end.column}, {"byteOffset", span.begin},    {"byteLength", span.size()}};
  }

  Json Place(const Span& span) const {
    Json location = Location(span.source);
    location["index"] = artifacts_.at(span.source);
    Json region = Region(span);
    if (span.size() <= kMaxSnippet) region["snippet"] = Text(report_.sources[span.source].Slice(span));
    return {{"artifactLocation", std::move(location)}, {"region", std::move(region)}};
  }

  // One change a file, in the order of the edits.
  Json FixJson(const Fix& fix) const {
    std::vector<SourceId> files;
    for (const Edit& edit : fix.edits) {
      if (std::ranges::find(files, edit.span.source) == files.end()) files.push_back(edit.span.source);
    }
    Json changes = Json::array();
    for (const SourceId file : files) {
      Json replacements = Json::array();
      for (const Edit& edit : fix.edits) {
        if (edit.span.source != file) continue;
        replacements.push_back(
            {{"deletedRegion", Region(edit.span)}, {"insertedContent", Text(edit.replacement)}});
      }
      changes.push_back({{"artifactLocation", Location(file)}, {"replacements", std::move(replacements)}});
    }
    return {{"description", Message(fix.title)},
            {"artifactChanges", std::move(changes)},
            {"properties", {{"safe", fix.safety == Safety::kSafe}}}};
  }

  const Report& report_;
  std::vector<std::string> fingerprints_;
  std::map<const Rule*, std::size_t> rules_;
  std::map<SourceId, std::string> paths_;
  std::map<SourceId, std::size_t> artifacts_;
  std::vector<SourceId> order_;  // of artifacts_: by path
};

// One result is held at a time: as JSON, all of 110,000 take 3 GB.
std::string RenderSarif(const Report& report) {
  const Run run(report);
  Json log{{"$schema", kSchema}, {"version", "2.1.0"}, {"runs", SplitRun(run.Frame())}};
  std::vector<Json> results;
  for (Json& part : log["runs"]) results.push_back(std::exchange(part["results"], Json::array()));
  const std::string frame = Dump(log);
  // In a string, its quotation marks would be escaped.
  static constexpr std::string_view kEmpty = "\"results\": []";
  constexpr std::size_t kDepth = 4;  // of a result
  std::string text;
  std::size_t begin = 0;
  for (const Json& part : results) {
    const std::size_t end = frame.find(kEmpty, begin) + kEmpty.size() - 1;
    text += std::string_view(frame).substr(begin, end - begin);
    begin = end;
    for (const Json& index : part) {
      if (text.back() == '}') text += ',';
      text += '\n' + Indented(Dump(run.Result(index.get<std::size_t>())), kDepth);
    }
    if (!part.empty()) text += '\n' + std::string((kDepth - 1) * kIndent, ' ');
  }
  return text + frame.substr(begin);
}

}  // namespace

const Format sarif_format = {
    .name = "sarif", .summary = "SARIF 2.1.0, with rules and fixes", .render = RenderSarif};

}  // namespace guidec
