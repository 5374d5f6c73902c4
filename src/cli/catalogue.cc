#include "cli/catalogue.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "lint/example.h"
#include "lint/runner.h"
#include "render/frame.h"
#include "render/palette.h"
#include "rules/groups.h"
#include "rules/registry.h"
#include "schema/shape.h"
#include "text/utf8.h"

namespace guidec {
namespace {

constexpr std::size_t kTextWidth = 80;

std::vector<std::string_view> LinesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// The example as an author would write it: comments that tell the tests what to expect are left out.
std::string WithoutExpectations(std::string_view yaml) {
  std::string shown;
  for (const std::string_view line : LinesOf(yaml)) {
    const std::size_t comment = line.find("# expect: ");
    std::string_view kept = line.substr(0, comment);
    if (comment != std::string_view::npos) kept = kept.substr(0, kept.find_last_not_of(' ') + 1);
    if (comment == std::string_view::npos || !kept.empty()) shown += fmt::format("{}\n", kept);
  }
  return shown;
}

// `finding` where the first `offset` bytes of `source` are gone; nothing when it points at them.
std::optional<Diagnostic> Moved(Diagnostic finding, SourceId source, std::uint32_t offset) {
  const auto move = [&](Span& span) {
    if (span.source != source) return true;
    if (span.begin < offset) return false;
    span.begin -= offset;
    span.end -= offset;
    return true;
  };
  bool good = move(finding.span);
  for (Label& label : finding.labels) good = good && move(label.span);
  if (!good) return std::nullopt;
  return finding;
}

// What guidec finds in an example. Lines count from the example's own first where it alone is pointed at.
std::vector<std::string> FramesOf(std::string_view file, const std::string& yaml, bool colour) {
  Sources sources;
  const Library library = LoadExample(file, yaml, sources);
  const Source& source = *FindSource(sources, file);
  const auto offset = static_cast<std::uint32_t>(source.text().size() - yaml.size());
  Sources alone;
  for (const Source& other : sources) alone.Add(other.path(), &other == &source ? yaml : other.text());
  std::vector<std::string> frames;
  for (const Diagnostic& finding : Lint(library, AllRules(), kExampleDay)) {
    const auto moved = Moved(finding, source.id(), offset);
    frames.push_back(moved ? RenderFrame(*moved, alone, colour) : RenderFrame(finding, sources, colour));
  }
  return frames;
}

struct RuleThreshold {
  std::string_view name;
  std::string otherwise;
  std::string description;
};

std::vector<RuleThreshold> SettingsOf(const Rule& rule) {
  static const nlohmann::json described =
      nlohmann::json::parse(SchemaText("workspace"))["properties"]["thresholds"]["properties"];
  std::vector<RuleThreshold> settings;
  for (const Threshold& threshold : rule.thresholds) {
    settings.push_back({threshold.name, fmt::format("{}", threshold.otherwise),
                        described.at(std::string(threshold.name)).at("description").get<std::string>()});
  }
  return settings;
}

// One paragraph, set anew.
std::string Wrapped(std::string_view text) {
  std::string paragraph(text);
  std::ranges::replace(paragraph, '\n', ' ');
  std::string out;
  std::string_view left = paragraph;
  while (left.size() > kTextWidth) {
    const std::size_t end = std::min(left.rfind(' ', kTextWidth), left.find(' ', kTextWidth));
    if (end == std::string_view::npos || end == 0) break;
    out += fmt::format("{}\n", left.substr(0, end));
    left.remove_prefix(end + 1);
  }
  return out + fmt::format("{}\n", left);
}

// With U+FFFD for each byte that is not UTF-8.
std::string Readable(std::string_view text) {
  return MapCodePoints(text, [](char32_t code_point) { return code_point; });
}

std::string Indented(std::string_view text) {
  std::string out;
  for (const std::string_view line : LinesOf(text)) {
    out += line.empty() ? "\n" : fmt::format("    {}\n", line);
  }
  return out;
}

// A fence longer than any in `text`.
std::string Fenced(std::string_view language, std::string_view text) {
  std::string fence = "```";
  while (text.find(fence) != std::string_view::npos) fence += '`';
  return fmt::format("{}{}\n{}{}\n", fence, language, text, fence);
}

std::string InTable(std::string_view text) {
  std::string cell;
  for (const char c : text) {
    if (c == '|') cell += '\\';
    cell += c;
  }
  return cell;
}

// As GitHub names a heading.
std::string AnchorOf(const Rule& rule) {
  std::string anchor = fmt::format("{}-{}", rule.code, rule.name);
  std::ranges::transform(anchor, anchor.begin(), [](unsigned char c) { return std::tolower(c); });
  return anchor;
}

std::string MarkdownExample(const Example& example) {
  const std::string yaml = WithoutExpectations(example.yaml);
  if (example.kind == Example::kGood) {
    return fmt::format("\nGood, in `{}`:\n\n{}", example.file, Fenced("yaml", Readable(yaml)));
  }
  std::string out = fmt::format("\nBad, in `{}`:\n\n{}\n", example.file, Fenced("yaml", Readable(yaml)));
  std::string frames;
  for (const std::string& frame : FramesOf(example.file, yaml, false)) {
    frames += (frames.empty() ? "" : "\n") + frame;
  }
  return out + Fenced("text", frames);
}

std::string MarkdownEntry(const Rule& rule) {
  std::string out =
      fmt::format("\n### {} {}\n\n{} ({}, since {})\n\n{}\n\nSource: {}\n", rule.code, rule.name,
                  rule.summary, SeverityName(rule.severity), rule.since, rule.rationale, rule.source);
  for (const RuleThreshold& setting : SettingsOf(rule)) {
    out += fmt::format("\nSetting `{}: {}`. {}\n", setting.name, setting.otherwise, setting.description);
  }
  for (const Example& example : rule.examples) out += MarkdownExample(example);
  return out;
}

template <class Visit>
void ForEachRuleOf(const RuleGroup& group, const Visit& visit) {
  for (const Rule* rule : AllRules()) {
    if (rule->code.starts_with(group.letters)) visit(*rule);
  }
}

}  // namespace

std::string Explanation(const Rule& rule, bool colour) {
  const Palette palette(colour);
  std::string out = fmt::format("{} {} ({})\n\n{}\n{}\n{}", palette.Bold(rule.code), palette.Bold(rule.name),
                                palette.Of(rule.severity, SeverityName(rule.severity)), Wrapped(rule.summary),
                                Wrapped(rule.rationale), Wrapped(fmt::format("Source: {}", rule.source)));
  if (!rule.thresholds.empty()) out += "\nTo draw its line elsewhere, in guidec.yaml:\n\n    thresholds:\n";
  for (const RuleThreshold& setting : SettingsOf(rule)) {
    out += fmt::format("      {}: {}  # {}\n", setting.name, setting.otherwise, setting.description);
  }
  for (const Example& example : rule.examples) {
    const std::string yaml = WithoutExpectations(example.yaml);
    const bool is_bad = example.kind == Example::kBad;
    out += fmt::format("\n{}, in {}:\n\n{}", is_bad ? "Bad" : "Good", example.file, Indented(Readable(yaml)));
    if (!is_bad) continue;
    for (const std::string& frame : FramesOf(example.file, yaml, colour)) out += "\n" + frame;
  }
  return out + fmt::format(
                   "\nTo allow one finding, above its line:\n\n    # guidec: allow {} -- the reason\n"
                   "\nTo change its severity, in guidec.yaml:\n\n    rules:\n      {}: off\n",
                   rule.name, rule.name);
}

std::string RuleList(bool colour) {
  const Palette palette(colour);
  std::size_t width = 0;
  for (const Rule* rule : AllRules()) width = std::max(width, rule->name.size());
  std::string out;
  for (const RuleGroup& group : RuleGroups()) {
    out += fmt::format("{}{} {}\n", out.empty() ? "" : "\n",
                       palette.Bold(fmt::format("{} {}.", group.letters, group.title)), group.meaning);
    ForEachRuleOf(group, [&](const Rule& rule) {
      const std::string severity = fmt::format("{:<7}", SeverityName(rule.severity));
      out += fmt::format("  {}  {}  {:<{}}  {}\n", rule.code, palette.Of(rule.severity, severity), rule.name,
                         width, rule.summary);
    });
  }
  return out;
}

std::string RulesAsJson() {
  auto array = nlohmann::ordered_json::array();
  for (const RuleGroup& group : RuleGroups()) {
    ForEachRuleOf(group, [&](const Rule& rule) {
      auto thresholds = nlohmann::ordered_json::object();
      for (const Threshold& threshold : rule.thresholds) {
        thresholds[std::string(threshold.name)] = threshold.otherwise;
      }
      array.push_back({{"code", rule.code},
                       {"name", rule.name},
                       {"group", group.title},
                       {"severity", SeverityName(rule.severity)},
                       {"since", rule.since},
                       {"summary", rule.summary},
                       {"rationale", rule.rationale},
                       {"source", rule.source},
                       {"thresholds", std::move(thresholds)}});
    });
  }
  return array.dump(2) + "\n";
}

std::string RulesAsMarkdown() {
  std::string out = fmt::format(
      "# The rules\n\n<!-- Written by `guidec rules --format markdown`. -->\n\n"
      "guidec has {} rules. Severities and settings are what holds when guidec.yaml does not say "
      "otherwise.\n",
      AllRules().size());
  for (const RuleGroup& group : RuleGroups()) {
    out +=
        fmt::format("\n## {} · {}\n\n{}\n\n| code | name | severity | finding |\n| --- | --- | --- | --- |\n",
                    group.letters, group.title, group.meaning);
    ForEachRuleOf(group, [&](const Rule& rule) {
      out += fmt::format("| [{}](#{}) | {} | {} | {} |\n", rule.code, AnchorOf(rule), rule.name,
                         SeverityName(rule.severity), InTable(rule.summary));
    });
    ForEachRuleOf(group, [&](const Rule& rule) { out += MarkdownEntry(rule); });
  }
  return out;
}

}  // namespace guidec
