#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "lint/settings.h"
#include "model/content/library.h"
#include "text/glob.h"

namespace guidec::rules::unmatched_pattern {
namespace {

void Check(const Library& library, RuleContext& context) {
  const Workspace& workspace = library.workspace;
  if (workspace.document == nullptr) return;
  std::vector<std::string> paths;
  for (const Source& source : *library.sources) paths.push_back(PathInWorkspace(source.path(), workspace));
  std::set<Span> checked;
  for (const RuleSetting& setting : workspace.rule_settings) {
    for (const Id& glob : setting.files) {
      // A house style may speak of files that this workspace does not have.
      if (glob.span.source != workspace.document->source || !checked.insert(glob.span).second) continue;
      const auto is_match = [&](const std::string& path) { return MatchesGlob(path, glob.value); };
      if (std::ranges::any_of(paths, is_match)) continue;
      context.Report(
          glob.span,
          fmt::format("`{}` matches no file of the workspace; `*` stands for a part of a name, `**` "
                      "for any folders",
                      glob.value));
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guidec.yaml", R"yaml(paths:
  - files: [drafts/**] # expect: CF006 @ 13-22 "matches no file"
    rules: {spelling: off}
)yaml"},
    {Example::kGood, "guidec.yaml", R"yaml(paths:
  - files: [guides/hips/**, exercises/plank.yaml]
    rules: {spelling: info}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "CF006",
    .name = "unmatched-pattern",
    .severity = Severity::kWarning,
    .since = "0.2",
    .summary = "Settings for some files match no file.",
    .rationale =
        R"md(The folder was renamed, or the pattern has a slip; the files that were meant are checked by the
settings for all. Patterns start from the folder of guidec.yaml, and a folder's name stands for all that is in it.)md",
    .source = "guidec's own check",
    .examples = kExamples,
    .workspace = Check,
};

}  // namespace guidec::rules::unmatched_pattern
