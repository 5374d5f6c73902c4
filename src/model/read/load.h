// Finds a workspace's files on disk and reads them all into a Library.
#ifndef GUIDEC_MODEL_READ_LOAD_H_
#define GUIDEC_MODEL_READ_LOAD_H_

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/limits.h"
#include "base/parallel.h"
#include "base/result.h"
#include "model/content/library.h"

namespace guidec {

// The folder that holds guidec.yaml: `path` itself, one above it, or its folder `sources`.
std::optional<fs::path> FindWorkspace(const FileSystem& files, const fs::path& path);

// A file's text; `path` is as it is shown, built from the workspace's.
struct NamedText {
  std::string path;
  std::string text;
};

// A link in the workspace that is not followed.
struct SkippedLink {
  std::string path;    // as it is shown
  std::string reason;  // and what to do
};

struct ReadTexts {
  std::vector<NamedText> texts;
  // Links to folders with YAML files, links that lead nowhere or out of the workspace, sorted by path.
  std::vector<SkippedLink> skipped;
  // Files that cannot be read at all: missing, empty, binary, too large. The rest is there.
  std::vector<Error> problems;
};

struct Loaded {
  Library library;
  std::vector<Error> problems;  // of ReadTexts
};

// Texts that stand in for what files hold, by their paths as LoadWorkspace builds them: what an editor
// has not saved yet, what a fix would write.
using Unsaved = std::map<std::string, std::string>;

// Loading is two steps, so that what was read can be looked at between them. The first reads these files
// of the workspace in `root`, or every YAML file below it. Paths are shown as they are built from `root`.
ReadTexts ReadFiles(const FileSystem& files, const fs::path& root, const std::vector<fs::path>& paths,
                    const Unsaved& unsaved = {}, const Limits& limits = {});
Result<ReadTexts> ReadWorkspace(const FileSystem& files, const fs::path& root, const Unsaved& unsaved = {},
                                const Limits& limits = {});

// What the second step asks for beside the texts: what a file holds that the settings name, a dictionary
// or settings that they extend, or a picture; and what lies at the path of a picture, a logo or a folder of
// the theme.
using ReadText = std::function<Result<std::string>(const fs::path& path)>;
using KindOfFile = std::function<FileKind(const fs::path& path)>;

// The disk's answers, within the bounds of the workspace in `root` (base/bounds.h): what lies beyond them
// fails or is FileKind::kBeyond. `files` outlives what is returned.
ReadText ReaderOf(const FileSystem& files, const fs::path& root, const Limits& limits);
KindOfFile KindsOf(const FileSystem& files, const fs::path& root);

// The share of a run, of which the rules are the rest.
inline constexpr double kLoaded = 0.7;

// The second step; the Sources must outlive the Library. It depends on nothing else than its arguments and
// what `read` and `kind` answer. Without `kind`, all that is named counts as there. `progress` hears of it up
// to kLoaded. The skipped links become faults of the workspace's settings.
Library LoadTexts(std::vector<NamedText> texts, const fs::path& root, const ReadText& read, Sources& sources,
                  const KindOfFile& kind = {}, const Limits& limits = {}, const ShareDone& progress = {},
                  std::span<const SkippedLink> skipped = {});

// Both steps for a workspace.
Result<Loaded> LoadWorkspace(const FileSystem& files, const fs::path& root, Sources& sources,
                             const Unsaved& unsaved = {}, const Limits& limits = {});

}  // namespace guidec

#endif  // GUIDEC_MODEL_READ_LOAD_H_
