// A group of rules that a house does not need may go; without shapes, references or safety, or with three
// groups gone at once, nothing that a guide says is checked any more.
#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lint/rule_context.h"
#include "lint/settings.h"
#include "text/glob.h"
#include "text/phrase.h"

namespace guidec::rules::group_switched_off {
namespace {

constexpr std::size_t kMany = 3;  // groups at once: guidec's own
constexpr std::string_view kNeeded = "SC|RF|SF";

// "SF", "QZ".
bool IsGroup(std::string_view key) {
  return key.size() == 2 && std::ranges::all_of(key, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool IsForAllFiles(const RuleSetting& setting, const Library& library) {
  if (setting.files.empty()) return true;
  return std::ranges::all_of(library.files, [&](const File& file) {
    const std::string path =
        PathInWorkspace((*library.sources)[file.document.source].path(), library.workspace);
    return file.kind == Kind::kWorkspace ||
           std::ranges::any_of(setting.files, [&](const Id& glob) { return MatchesGlob(path, glob.value); });
  });
}

void Check(const Library& library, RuleContext& context) {
  const Workspace& workspace = library.workspace;
  if (workspace.document == nullptr) return;
  std::vector<std::string> groups;
  std::vector<Span> places;
  bool is_needed = false;
  for (const RuleSetting& setting : workspace.rule_settings) {
    const bool is_here = setting.key.span.source == workspace.document->source;
    if (!is_here || setting.severity != "off" || !IsGroup(setting.key.value)) continue;
    if (!IsForAllFiles(setting, library)) continue;
    groups.push_back(setting.key.value);
    places.push_back(setting.key.span);
    is_needed = is_needed || IsOneOf(setting.key.value, kNeeded);
  }
  if (groups.empty() || (!is_needed && groups.size() < kMany)) return;
  context.Report(
      places.front(),
      fmt::format("`{}` {} off for every file; switch off the rules that do not suit you, by name, or for "
                  "some files",
                  fmt::join(groups, "`, `"), groups.size() == 1 ? "is" : "are"));
}

constexpr Example kExamples[] = {
    {Example::kBad, "guidec.yaml", R"yaml(paths:
  - files: ["**"]
    rules: {SF: "off", QZ: "off"} # expect: CF008 @ 13-15 "`SF`, `QZ` are off for every file"
)yaml"},
    {Example::kGood, "guidec.yaml", R"yaml(rules: {AX: "off", reading-grade: "off"}
paths:
  - files: [guides/hips/**]
    rules: {SF: "off"}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "CF008",
    .name = "group-switched-off",
    .severity = Severity::kWarning,
    .since = "0.2",
    .summary =
        "The settings switch off safety, references or shape, or three groups of rules, for every file.",
    .rationale =
        R"md("No findings" reads like praise. In a workspace that switched a group off to silence one rule, it says
nothing. Switch off single rules by name, for some files by `paths`, or for one line by a comment with a reason.)md",
    .source = "guidec's own check",
    .examples = kExamples,
    .workspace = Check,
};

}  // namespace guidec::rules::group_switched_off
