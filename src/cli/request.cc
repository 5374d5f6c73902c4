#include "cli/request.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/paths.h"

namespace guidec {
namespace {

// The path of a text in `root` as loading builds it.
std::string PathInside(const fs::path& root, const fs::path& path) {
  return (root / Absolute(path).lexically_relative(Absolute(root))).lexically_normal().generic_string();
}

}  // namespace

namespace {

// The link to a folder that the path runs through below the workspace, behind which loading does not look.
std::optional<fs::path> LinkAbove(const fs::path& root, const fs::path& path, const FileSystem& files) {
  const fs::path inside = Absolute(path).lexically_relative(Absolute(root));
  fs::path above = root;
  for (const fs::path& part : inside) {
    above /= part;
    if (files.IsLink(above) && files.Kind(above) == FileKind::kDirectory) return above.lexically_normal();
  }
  return std::nullopt;
}

}  // namespace

bool Batch::WantsAll() const {
  const fs::path folder = Absolute(root);
  return is_workspace &&
         std::ranges::any_of(wanted, [&](const fs::path& asked) { return IsBelow(folder, asked); });
}

bool Batch::Wants(const Source& source) const {
  const fs::path path = Absolute(source.path());
  return std::ranges::any_of(wanted, [&](const fs::path& asked) { return IsBelow(path, asked); }) ||
         WantsAll();
}

Result<ReadTexts> Batch::Read(const FileSystem& files) const {
  if (is_workspace) return ReadWorkspace(files, root, unsaved, limits);
  // What is named by itself is read wherever its link leads.
  return ReadFiles(files, "/", {root / wanted.begin()->filename()}, unsaved, limits);
}

Batch& Request::In(const fs::path& root, bool is_workspace, const Cli& cli) {
  const auto add = [&]() -> Batch& {
    return batches.emplace_back(Batch{.root = root, .is_workspace = is_workspace, .limits = cli.limits});
  };
  if (!is_workspace) return add();
  const auto [found, is_new] = workspaces_.try_emplace(Absolute(root), batches.size());
  return is_new ? add() : batches[found->second];
}

void Request::Add(const fs::path& path, const Cli& cli) {
  const FileKind kind = cli.files.Kind(path);
  const bool is_yaml = path.extension() == ".yaml" || path.extension() == ".yml";
  if (kind == FileKind::kMissing) {
    PrintError({fmt::format("`{}` does not exist", path.string()), "check the path"});
  } else if (kind == FileKind::kFile && !is_yaml) {
    PrintError(
        {fmt::format("`{}` is no YAML file", path.string()), "name a .yaml file, a folder or a workspace"});
  } else if (const auto root = FindWorkspace(cli.files, path)) {
    if (const auto link = LinkAbove(*root, path, cli.files)) {
      PrintError(
          {fmt::format("`{}` is a link to a folder, and workspaces do not reach behind it", link->string()),
           "put the folder itself there"});
      is_whole = false;
      return;
    }
    In(*root, true, cli).wanted.insert(Absolute(path));
    return;
  } else if (kind == FileKind::kDirectory) {
    PrintError({fmt::format("`{}` holds no workspace", path.string()),
                "put a guidec.yaml into the folder that holds your guides"});
  } else {
    In(path.parent_path(), false, cli).wanted.insert(Absolute(path));
    return;
  }
  is_whole = false;
}

void Request::AddText(const fs::path& path, std::string text, const Cli& cli) {
  const auto root = FindWorkspace(cli.files, path);
  Batch& batch = root ? In(*root, true, cli) : In(path.parent_path(), false, cli);
  batch.wanted.insert(Absolute(path));
  batch.unsaved[root ? PathInside(*root, path) : path.lexically_normal().generic_string()] = std::move(text);
}

void Request::Keep(const Shard& shard) {
  std::ranges::sort(batches, {},
                    [](const Batch& batch) { return std::pair(Absolute(batch.root), batch.wanted); });
  batches = PartOf(shard, std::move(batches));
}

}  // namespace guidec
