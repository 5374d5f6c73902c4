// Finds a workspace's files on disk and reads them all into a Library.
#ifndef GUIDEC_MODEL_LOAD_H_
#define GUIDEC_MODEL_LOAD_H_

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "model/library.h"

namespace guidec {

// No source an editor writes comes near: a larger file is a mistake or an attack.
inline constexpr std::uint64_t kMaxSourceBytes = 4 << 20;

// The folder that holds guidec.yaml: `path` itself, one above it, or its folder `sources`.
std::optional<fs::path> FindWorkspace(const FileSystem& files, const fs::path& path);

struct Loaded {
  Library library;
  // Files that cannot be read at all: missing, empty, binary, too large. The rest is loaded.
  std::vector<Error> problems;
};

// Texts that stand in for what files hold, by their paths as LoadWorkspace builds them: what an editor
// has not saved yet, what a fix would write.
using Unsaved = std::map<std::string, std::string>;

// Reads every YAML file below `root`. Paths are shown as they are built from `root`; the Sources
// must outlive the Library.
Result<Loaded> LoadWorkspace(const FileSystem& files, const fs::path& root, Sources& sources,
                             const Unsaved& unsaved = {});

// The same for just these files.
Loaded LoadFiles(const FileSystem& files, const fs::path& root, const std::vector<fs::path>& paths,
                 Sources& sources, const Unsaved& unsaved = {});

// The last step of both, for texts that are already in memory. `read` gives the text of a file that
// the settings name: a dictionary, or settings that they extend; `kind` says what lies at the path of a
// picture, a logo or a folder of the theme, and without it they count as there.
struct NamedText {
  std::string path;
  std::string text;
};
Library LoadTexts(std::vector<NamedText> texts, const fs::path& root,
                  const std::function<Result<std::string>(const fs::path& path)>& read, Sources& sources,
                  const std::function<FileKind(const fs::path& path)>& kind = {});

}  // namespace guidec

#endif  // GUIDEC_MODEL_LOAD_H_
