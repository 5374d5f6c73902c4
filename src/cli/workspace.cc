#include "cli/workspace.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/source_date.h"
#include "base/standard_streams.h"
#include "lint/runner.h"
#include "lint/settings.h"
#include "render/frame.h"
#include "rules/registry.h"
#include "rules/speller.h"
#include "text/nearest.h"

namespace guidec {

std::optional<WorkspaceTexts> ReadWorkspaceAt(Cli& cli, const fs::path& path) {
  if (cli.files.Kind(path) == FileKind::kMissing) {
    PrintError({fmt::format("`{}` does not exist", path.string()), "check the path"});
    return std::nullopt;
  }
  const auto root = FindWorkspace(cli.files, path);
  if (!root) {
    PrintError({fmt::format("there is no workspace at or above `{}`", path.string()),
                "run guidec where guidec.yaml or sources/guidec.yaml lies, or name that folder"});
    return std::nullopt;
  }
  auto texts = ReadWorkspace(cli.files, *root, {}, cli.limits);
  if (!texts) {
    PrintError(texts.error());
    return std::nullopt;
  }
  for (const Error& problem : texts->problems) PrintError(problem);
  return WorkspaceTexts{*root, *std::move(texts)};
}

LintInputs InputsOfLint(std::string today, const fs::path& root, const FileSystem& files,
                        const Limits& limits, KeptWords& words) {
  return {.today = std::move(today),
          .read = ReaderOf(files, root, limits),
          .kind = KindsOf(files, root),
          .limits = limits,
          .dictionary = [&](const std::string& language) { return words.Digest(language); }};
}

std::optional<Loaded> OpenWorkspace(Cli& cli, const fs::path& path, Sources& sources) {
  auto read = ReadWorkspaceAt(cli, path);
  if (!read) return std::nullopt;
  return Loaded{
      LoadTexts(std::move(read->texts.texts), read->root, ReaderOf(cli.files, read->root, cli.limits),
                sources, KindsOf(cli.files, read->root), cli.limits, {}, read->texts.skipped),
      std::move(read->texts.problems)};
}

bool AreSettingsSound(const fs::path& root, Cli& cli) {
  const auto source_date = SourceDate();
  if (!source_date) {
    PrintError(source_date.error());
    return false;
  }
  auto read = ReadFiles(cli.files, root, {root / "guidec.yaml"}, {}, cli.limits);
  // Which has been said.
  if (!read.problems.empty()) return false;
  Sources sources;
  const Library library = LoadTexts(std::move(read.texts), root, ReaderOf(cli.files, root, cli.limits),
                                    sources, KindsOf(cli.files, root), cli.limits);
  bool are_sound = true;
  for (const Diagnostic& finding : Lint(library, AllRules(), Today(*source_date))) {
    if (!SpoilsSettings(finding)) continue;
    Say("{}\n", RenderFrame(finding, sources, false));
    are_sound = false;
  }
  if (!are_sound) PrintError({"what applies is unclear", "fix the settings first"});
  return are_sound;
}

std::optional<Loaded> OpenWholeWorkspace(Cli& cli, const fs::path& path, Sources& sources) {
  auto loaded = OpenWorkspace(cli, path, sources);
  if (!loaded || !loaded->problems.empty()) return std::nullopt;
  if (!AreSettingsSound(loaded->library.workspace.root, cli)) return std::nullopt;
  return loaded;
}

const Guide* FindGuide(const Library& library, const std::string& id) {
  const auto found = std::ranges::find_if(library.guides, [&](const Guide& g) { return g.id.value == id; });
  if (found != library.guides.end()) return &*found;
  std::vector<std::string> ids;
  for (const Guide& guide : library.guides) ids.push_back(guide.id.value);
  PrintError({fmt::format("there is no guide `{}`{}", id, DidYouMean(id, ids)),
              "guides lie in guides/<id>/guide.yaml"});
  return nullptr;
}

}  // namespace guidec
