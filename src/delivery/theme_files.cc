#include "delivery/theme_files.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "base/bounds.h"
#include "base/hash.h"
#include "text/utf8.h"

namespace guidec {
namespace {

constexpr std::uint64_t kMaxTemplateBytes = 1 << 20;
constexpr char kPlainHint[] = "put the file itself there";

const char* FolderOf(ThemePart part) {
  switch (part) {
    case ThemePart::kLogo:
      return "logo";
    case ThemePart::kFonts:
      return "fonts";
    default:
      return "templates";
  }
}

class Reader {
 public:
  Reader(const Workspace& workspace, const FileSystem& files, std::uint64_t max_bytes)
      : files_(files), bounds_(files, workspace.root), max_bytes_(max_bytes) {}

  Result<void> AddFile(ThemePart part, std::string name, const fs::path& path) {
    if (auto fault = FaultIn(path)) return tl::unexpected(*std::move(fault));
    if (FirstInvalidUtf8(name)) {
      return Failure(fmt::format("`{}` has a name that is not UTF-8", path.string()),
                     "give the file another name");
    }
    const auto status = files_.Status(path);
    if (!status) return tl::unexpected(status.error());
    if (status->size > max_bytes_ - std::min(bytes_, max_bytes_)) return TooLarge();
    auto bytes = bounds_.Read(path, max_bytes_);
    if (!bytes) return tl::unexpected(std::move(bytes.error()));
    bytes_ += bytes->size();
    if (bytes_ > max_bytes_) return TooLarge();
    std::string sha256 = Sha256(*bytes);
    found_.push_back({part, std::move(name), path, *std::move(bytes), std::move(sha256)});
    return {};
  }

  Result<void> AddFolder(ThemePart part, const fs::path& folder) {
    if (auto fault = bounds_.FaultInShown(folder)) return tl::unexpected(*std::move(fault));
    const auto listed = files_.List(folder, Hidden::kLeftOut);
    if (!listed) return tl::unexpected(listed.error());
    for (const fs::path& path : *listed) {
      if (!files_.IsLink(path) && files_.Kind(path) == FileKind::kDirectory) continue;
      if (auto added = AddFile(part, path.lexically_relative(folder).generic_string(), path); !added) {
        return added;
      }
    }
    return {};
  }

  std::vector<ThemeFile> Finish() {
    std::ranges::sort(found_, {}, [](const ThemeFile& file) { return std::tie(file.part, file.name); });
    return std::move(found_);
  }

 private:
  // Why a file is not read.
  std::optional<Error> FaultIn(const fs::path& path) const {
    if (auto fault = bounds_.FaultInShown(path)) return fault;
    const bool is_link = files_.IsLink(path);
    switch (files_.Kind(path)) {
      case FileKind::kFile:
        return std::nullopt;
      case FileKind::kMissing:
        // A file's own error says that it is not there.
        if (!is_link) return std::nullopt;
        return Error{fmt::format("`{}` is a link that leads nowhere", path.generic_string()), kPlainHint};
      case FileKind::kDirectory:
        return Error{fmt::format("`{}` is {}", path.generic_string(),
                                 is_link ? "a link to a folder, which a theme cannot use" : "a folder"),
                     is_link ? "put the folder itself there" : "name a file"};
      default:
        return Error{fmt::format("`{}` is not a regular file", path.generic_string()), kPlainHint};
    }
  }

  tl::unexpected<Error> TooLarge() const {
    return Failure(fmt::format("the theme's files are too large: at most {} are read", HumanSize(max_bytes_)),
                   "leave out what no page needs, or raise the limit with `--limit theme-size=N`");
  }

  const FileSystem& files_;
  WorkspaceBounds bounds_;
  std::uint64_t max_bytes_;
  std::uint64_t bytes_ = 0;
  std::vector<ThemeFile> found_;
};

Result<void> Put(const fs::path& path, std::string_view bytes, FileSystem& files) {
  if (auto made = files.CreateDirectories(path.parent_path()); !made) return made;
  return files.Write(path, bytes);
}

}  // namespace

Result<std::vector<ThemeFile>> ReadThemeFiles(const Workspace& workspace, const FileSystem& files,
                                              std::uint64_t max_bytes) {
  const Theme& theme = workspace.theme;
  if (!theme.logo && !theme.fonts && !theme.templates) return std::vector<ThemeFile>();
  Reader reader(workspace, files, max_bytes);
  if (theme.logo) {
    const fs::path& path = theme.logo->path;
    if (auto added = reader.AddFile(ThemePart::kLogo, "logo" + path.extension().string(), path); !added) {
      return tl::unexpected(std::move(added.error()));
    }
  }
  for (const auto& [part, named] :
       {std::pair(ThemePart::kFonts, &theme.fonts), std::pair(ThemePart::kTemplates, &theme.templates)}) {
    if (!*named) continue;
    if (auto added = reader.AddFolder(part, (*named)->path); !added) {
      return tl::unexpected(std::move(added.error()));
    }
  }
  return reader.Finish();
}

std::string DigestOf(const std::vector<ThemeFile>& theme_files) {
  std::string digests;
  for (const ThemeFile& file : theme_files) {
    digests += fmt::format("{}/{} {}\n", FolderOf(file.part), file.name, file.sha256);
  }
  return Sha256(digests);
}

Result<TypstFolder> StageForTypst(const std::vector<ThemeFile>& theme_files, const fs::path& templates,
                                  const fs::path& folder, FileSystem& files) {
  TypstFolder staged{folder / FolderOf(ThemePart::kTemplates), {}, {}, {}};
  for (const ThemeFile& file : theme_files) {
    const fs::path part = folder / FolderOf(file.part);
    const fs::path copy = part / file.name;
    if (auto put = Put(copy, file.bytes, files); !put) return tl::unexpected(std::move(put.error()));
    if (file.part == ThemePart::kLogo) staged.logo = copy;
    if (file.part == ThemePart::kFonts) staged.fonts = part;
    if (file.part == ThemePart::kTemplates) staged.own.push_back(file.name);
  }
  const auto ours = files.List(templates, Hidden::kLeftOut);
  if (!ours) return tl::unexpected(ours.error());
  for (const fs::path& path : *ours) {
    const std::string name = path.filename().string();
    if (path.extension() != ".typ" || std::ranges::find(staged.own, name) != staged.own.end()) continue;
    const auto bytes = files.Read(path, kMaxTemplateBytes);
    if (!bytes) return tl::unexpected(bytes.error());
    if (auto put = Put(staged.templates / name, *bytes, files); !put) {
      return tl::unexpected(std::move(put.error()));
    }
  }
  return staged;
}

}  // namespace guidec
