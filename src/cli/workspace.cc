#include "cli/workspace.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/nearest.h"

namespace guidec {

std::optional<Loaded> OpenWorkspace(Cli& cli, const fs::path& path, Sources& sources) {
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
  auto loaded = LoadWorkspace(cli.files, *root, sources);
  if (!loaded) {
    PrintError(loaded.error());
    return std::nullopt;
  }
  for (const Error& problem : loaded->problems) PrintError(problem);
  return *std::move(loaded);
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
