#include "base/bounds.h"

#include <fmt/format.h>

#include "base/paths.h"

namespace guidec {
namespace {

fs::path SurroundingsOf(const FileSystem& files, const fs::path& root) {
  for (fs::path folder = root; folder != folder.root_path(); folder = folder.parent_path()) {
    if (files.Kind(folder / ".git") != FileKind::kMissing) return folder;
  }
  return root.parent_path();
}

}  // namespace

WorkspaceBounds::WorkspaceBounds(const FileSystem& files, const fs::path& root)
    : files_(files),
      root_(Absolute(root)),
      real_root_(files.Resolve(root_)),
      surroundings_(files.Resolve(SurroundingsOf(files, root_))) {}

const Result<fs::path>& WorkspaceBounds::BoundOf(const fs::path& path) const {
  return IsBelow(Absolute(path), root_) ? real_root_ : surroundings_;
}

std::optional<Error> WorkspaceBounds::FaultIn(const fs::path& path) const {
  if (files_.Kind(path) == FileKind::kMissing) return std::nullopt;
  const Result<fs::path>& bound = BoundOf(path);
  if (!bound) return bound.error();
  const auto real = files_.Resolve(Absolute(path));
  if (!real) return real.error();
  if (IsBelow(*real, *bound)) return std::nullopt;
  if (&bound == &real_root_) {
    return Error{fmt::format("`{}` is a link that leads out of the workspace", path.generic_string()),
                 "put the file itself there"};
  }
  return Error{fmt::format("`{}` lies outside of `{}`, beyond which no workspace reads",
                           path.generic_string(), bound->generic_string()),
               "copy it to the workspace, or next to it in the same checkout"};
}

std::optional<Error> WorkspaceBounds::FaultInShown(const fs::path& path) const {
  if (auto fault = FaultIn(path)) return fault;
  const Result<fs::path>& bound = BoundOf(path);
  const auto real = files_.Resolve(path);
  // What is not there is said by whoever reads it.
  if (!bound || !real) return std::nullopt;
  for (const fs::path& part : real->lexically_relative(*bound)) {
    const std::string& name = part.native();
    if (!name.starts_with('.') || name == ".") continue;
    return Error{fmt::format("`{}` is hidden, by the name `{}`", path.generic_string(), name),
                 "put it into a folder that is not"};
  }
  return std::nullopt;
}

Result<std::string> WorkspaceBounds::Read(const fs::path& path, std::uint64_t max_bytes) const {
  const Result<fs::path>& bound = BoundOf(path);
  if (!bound) return tl::unexpected(bound.error());
  return files_.ReadBelow(*bound, path, max_bytes);
}

}  // namespace guidec
