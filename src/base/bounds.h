#ifndef GUIDEC_BASE_BOUNDS_H_
#define GUIDEC_BASE_BOUNDS_H_

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "base/files.h"
#include "base/result.h"

namespace guidec {

// How far a workspace's files may lead, so that a stranger's workspace reads no other file of the machine.
//
// What lies in the workspace by its path lies there behind every link too. What its settings name above it, a
// house style with its logo, fonts and templates, lies in the same checkout: below the nearest folder at or
// above the workspace that holds `.git`; where there is none, in the folder right above the workspace.
class WorkspaceBounds {
 public:
  // Of the workspace in `root`. `files` outlives the bounds.
  WorkspaceBounds(const FileSystem& files, const fs::path& root);

  // Why `path` may not be read; nothing when it may, or when there is no such file.
  std::optional<Error> FaultIn(const fs::path& path) const;

  // The same, and where it leads nothing may be hidden: what a name with a dot keeps to itself, a checkout's
  // `.git` or a home folder's `.ssh`, is not for print.
  std::optional<Error> FaultInShown(const fs::path& path) const;

  // The file, if it may be read: also where somebody puts a link in its place meanwhile.
  Result<std::string> Read(const fs::path& path, std::uint64_t max_bytes) const;

 private:
  // Beyond which `path` leads nowhere.
  const Result<fs::path>& BoundOf(const fs::path& path) const;

  const FileSystem& files_;
  fs::path root_;                  // absolute, links and all
  Result<fs::path> real_root_;     // behind links
  Result<fs::path> surroundings_;  // behind links
};

}  // namespace guidec

#endif  // GUIDEC_BASE_BOUNDS_H_
