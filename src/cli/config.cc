#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/workspace.h"
#include "lint/settings.h"
#include "render/finding_json.h"
#include "rules/registry.h"

namespace guidec {
namespace {

namespace po = boost::program_options;

constexpr AllowedValue kConfigFormats[] = {{"text"}, {"json"}};
constexpr OptionSpec kConfigOptions[] = {
    {.name = "changed", .summary = "only what a file sets, without the defaults"},
    {.name = "format",
     .takes = Takes::kText,
     .value_name = "FORMAT",
     .summary = "how it is shown",
     .otherwise = "text",
     .allowed = kConfigFormats}};

constexpr std::string_view kDefault = "default";

// What applies, and the place that says so: `path:line`, or "default".
struct SettingLine {
  std::string name;
  std::string value;
  std::string from;
  std::string files = {};  // for some files only: the globs
};

std::string PlaceOf(const Span& span, const Sources& sources) {
  const Source& source = sources[span.source];
  return fmt::format("{}:{}", source.path(), source.PositionOf(span.begin).line);
}

std::vector<SettingLine> RuleLines(const Workspace& workspace, std::string_view path,
                                   const Sources& sources) {
  std::vector<SettingLine> lines;
  for (const Rule* rule : AllRules()) {
    const RuleVerdict verdict = VerdictOn(*rule, workspace, path);
    lines.push_back(
        {fmt::format("{} {}", rule->code, rule->name), std::string(SeverityName(verdict.severity)),
         verdict.from == nullptr ? std::string(kDefault) : PlaceOf(verdict.from->key.span, sources)});
  }
  return lines;
}

std::vector<SettingLine> ThresholdLines(const Workspace& workspace, const Sources& sources) {
  std::map<std::string_view, double> known;
  for (const Rule* rule : AllRules()) {
    for (const Threshold& threshold : rule->thresholds) known.emplace(threshold.name, threshold.otherwise);
  }
  std::vector<SettingLine> lines;
  for (const auto& [name, otherwise] : known) {
    const auto set = workspace.thresholds.find(name);
    const bool is_set = set != workspace.thresholds.end();
    lines.push_back({std::string(name), fmt::format("{}", is_set ? set->second.value : otherwise),
                     is_set ? PlaceOf(set->second.span, sources) : std::string(kDefault)});
  }
  return lines;
}

// Settings for some files, in the order in which a later one overrides an earlier one.
std::vector<SettingLine> PathLines(const Workspace& workspace, const Sources& sources) {
  std::vector<SettingLine> lines;
  for (const RuleSetting& setting : workspace.rule_settings) {
    if (setting.files.empty()) continue;
    std::string files;
    for (const Id& glob : setting.files) files += (files.empty() ? "" : " ") + glob.value;
    lines.push_back({setting.key.value, setting.severity, PlaceOf(setting.key.span, sources), files});
  }
  return lines;
}

// Every other top-level entry of the settings, as written; of several files, the first that has it.
std::vector<SettingLine> OtherLines(std::span<const Document* const> settings, const Sources& sources) {
  std::vector<SettingLine> lines;
  for (const Document* document : settings) {
    for (const Pair& pair : document->root.pairs) {
      const std::string& key = pair.key.text;
      const bool is_shown = key == "rules" || key == "thresholds" || key == "paths" || key == "extends" ||
                            std::ranges::find(lines, key, &SettingLine::name) != lines.end();
      if (is_shown) continue;
      std::string value(sources[document->source].Slice(pair.value.span));
      // One in block style may end with its line.
      value.erase(value.find_last_not_of(" \r\n") + 1);
      for (std::size_t at = 0; (at = value.find_first_of("\r\n", at)) != std::string::npos;) {
        const std::size_t end = value.find_first_not_of(" \r\n", at);
        value.replace(at, end - at, " · ");
      }
      lines.push_back({key, std::move(value), PlaceOf(pair.key.span, sources)});
    }
  }
  return lines;
}

std::string Table(std::string_view title, const std::vector<SettingLine>& lines) {
  if (lines.empty()) return {};
  std::size_t name_width = 0;
  std::size_t value_width = 0;
  for (const SettingLine& line : lines) {
    name_width = std::max(name_width, line.name.size());
    value_width = std::max(value_width, std::min<std::size_t>(line.value.size(), 24));
  }
  std::string out = fmt::format("\n{}\n", title);
  for (const SettingLine& line : lines) {
    out += fmt::format("  {:<{}}  {:<{}}  {}{}\n", line.name, name_width, line.value, value_width, line.from,
                       line.files.empty() ? "" : fmt::format("  in {}", line.files));
  }
  return out;
}

Json ToJson(const std::vector<SettingLine>& lines) {
  Json array = Json::array();
  for (const SettingLine& line : lines) {
    Json entry{{"name", line.name}, {"value", line.value}, {"from", line.from}};
    if (!line.files.empty()) entry["files"] = line.files;
    array.push_back(std::move(entry));
  }
  return array;
}

// The path as settings for some files count it: from the workspace.
std::string PathInWorkspace(const fs::path& path, const fs::path& root) {
  std::error_code code;
  const fs::path whole = fs::absolute(root, code).lexically_normal();
  return (root / fs::absolute(path, code).lexically_normal().lexically_relative(whole))
      .lexically_normal()
      .generic_string();
}

// The workspace's own settings, then those that they extend.
std::vector<const Document*> SettingsOf(const Library& library) {
  std::vector<const Document*> documents;
  for (const File& read : library.files) {
    if (read.kind == Kind::kWorkspace) documents.push_back(&read.document);
  }
  std::ranges::reverse(documents);
  return documents;
}

struct ShownConfig {
  std::string file;  // that the settings are shown for; empty for the workspace
  std::vector<std::string> settings;
  std::vector<SettingLine> others, rules, thresholds, paths;
};

Json ToJson(const ShownConfig& shown) {
  return Json{{"settings", shown.settings},
              {"file", shown.file.empty() ? Json() : Json(shown.file)},
              {"other", ToJson(shown.others)},
              {"rules", ToJson(shown.rules)},
              {"thresholds", ToJson(shown.thresholds)},
              {"paths", ToJson(shown.paths)}};
}

std::string ToText(const ShownConfig& shown) {
  std::string out =
      fmt::format("settings of {}\n", shown.file.empty() ? "the workspace" : fmt::format("`{}`", shown.file));
  for (const std::string& name : shown.settings) out += fmt::format("  {}\n", name);
  return out + Table("general", shown.others) + Table("rules", shown.rules) +
         Table("rules for some files, where a later line overrides an earlier one", shown.paths) +
         Table("thresholds", shown.thresholds);
}

int RunConfig(const po::variables_map& options, Cli& cli) {
  const std::vector<std::string> arguments = ArgumentsOf(options);
  if (arguments.size() > 1) return UsageError("`config` takes one path", "config");
  const fs::path path = arguments.empty() ? "." : arguments.front();
  Sources sources;
  const auto loaded = OpenWorkspace(cli, path, sources);
  if (!loaded) return kFailed;
  const Workspace& workspace = loaded->library.workspace;
  if (!AreSettingsSound(workspace.root, cli)) return kFailed;
  ShownConfig shown;
  if (cli.files.Kind(path) == FileKind::kFile) shown.file = PathInWorkspace(path, workspace.root);
  const std::vector<const Document*> documents = SettingsOf(loaded->library);
  for (const Document* document : documents) shown.settings.push_back(sources[document->source].path());
  shown.others = OtherLines(documents, sources);
  shown.rules = RuleLines(workspace, shown.file, sources);
  shown.thresholds = ThresholdLines(workspace, sources);
  if (shown.file.empty()) shown.paths = PathLines(workspace, sources);
  if (options["changed"].as<bool>()) {
    for (std::vector<SettingLine>* lines : {&shown.rules, &shown.thresholds}) {
      std::erase_if(*lines, [](const SettingLine& line) { return line.from == kDefault; });
    }
  }
  const bool is_json = options["format"].as<std::string>() == "json";
  return Print(is_json ? Dump(ToJson(shown)) : ToText(shown)) ? kClean : kFailed;
}

}  // namespace

const CommandSpec config_command = {
    .name = "config",
    .arguments = "[PATH]",
    .argument = Takes::kFile,
    .summary = "show which settings apply, and which file and line say so",
    .details =
        "PATH is a workspace or a file in it; for a file, what holds there. Of several files of\n"
        "settings, the first overrides the others, which it extends. An error in them makes the exit\n"
        "status 2.",
    .options = kConfigOptions,
    .run = RunConfig,
};

}  // namespace guidec
