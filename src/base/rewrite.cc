// Everything that can fail is done first: folders are locked, the new texts written beside the files,
// and the old ones kept under a second name. Then each new text takes its file's name; should one
// not, those before it get their old files back.
#include "base/rewrite.h"

#include <deque>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace guidec {
namespace {

constexpr char kStem[] = "guidec-rewrite";

// A locked folder with files in it to write, and where their new texts wait.
class Workplace {
 public:
  Workplace(FileSystem& files, FolderLock lock, fs::path staging)
      : files_(files), lock_(std::move(lock)), staging_(std::move(staging)) {}
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;
  ~Workplace() { files_.RemoveAll(staging_); }

  const fs::path& staging() const { return staging_; }

 private:
  FileSystem& files_;
  FolderLock lock_;
  fs::path staging_;
};

struct Staged {
  Staged(const Rewrite* rewrite, fs::path target, fs::path old_file, fs::path new_file)
      : rewrite(rewrite),
        target(std::move(target)),
        old_file(std::move(old_file)),
        new_file(std::move(new_file)) {}
  const Rewrite* rewrite;
  fs::path target;
  fs::path old_file;
  fs::path new_file;
};

// What is to be written, by the files behind the paths.
Result<std::map<fs::path, const Rewrite*>> Targets(const FileSystem& files,
                                                   std::span<const Rewrite> rewrites) {
  std::map<fs::path, const Rewrite*> targets;
  for (const Rewrite& rewrite : rewrites) {
    const auto target = files.Resolve(rewrite.path);
    if (!target) return tl::unexpected(target.error());
    const auto [same, is_new] = targets.emplace(*target, &rewrite);
    if (!is_new && same->second->after != rewrite.after) {
      return Failure(fmt::format("`{}` and `{}` are one file, and would be written differently",
                                 same->second->path, rewrite.path),
                     "change one of them by hand");
    }
  }
  return targets;
}

Result<void> CheckUnchanged(const FileSystem& files, const Staged& file) {
  const auto now = files.Read(file.target, file.rewrite->before.size());
  if (now && *now == file.rewrite->before) return {};
  return Failure(fmt::format("`{}` has changed since it was read", file.rewrite->path), "run guidec again");
}

tl::unexpected<Error> CannotRewrite(const Rewrite& rewrite, const Error& reason) {
  return Failure(fmt::format("`{}` cannot be rewritten: {}", rewrite.path, reason.message), reason.hint);
}

// Gives files their old selves back; returns the one that does not take its own, if any.
std::optional<fs::path> PutBack(FileSystem& files, std::span<const Staged> written) {
  for (const Staged& file : written) {
    if (!files.Replace(file.old_file, file.target)) return file.target;
  }
  return std::nullopt;
}

Result<void> ReplaceAll(FileSystem& files, std::span<const Staged> staged) {
  for (std::size_t i = 0; i < staged.size(); ++i) {
    const auto replaced = files.Replace(staged[i].new_file, staged[i].target);
    if (replaced) continue;
    Error error = CannotRewrite(*staged[i].rewrite, replaced.error()).value();
    if (const auto stuck = PutBack(files, staged.first(i))) {
      error.message +=
          fmt::format("; and `{}`, which was written before, cannot be put back", stuck->string());
    }
    return tl::unexpected(std::move(error));
  }
  return {};
}

}  // namespace

Result<void> RewriteAll(FileSystem& files, std::span<const Rewrite> rewrites) {
  const auto targets = Targets(files, rewrites);
  if (!targets) return tl::unexpected(targets.error());
  std::deque<Workplace> workplaces;
  std::map<fs::path, const Workplace*> by_folder;
  std::vector<Staged> staged;
  for (const auto& [target, rewrite] : *targets) {
    const fs::path folder = target.parent_path();
    const Workplace*& workplace = by_folder[folder];
    if (workplace == nullptr) {
      auto lock = files.Lock(folder);
      if (!lock) return CannotRewrite(*rewrite, lock.error());
      RemoveStale(files, folder, kStem);
      auto staging = files.CreateStaging(folder, kStem);
      if (!staging) return CannotRewrite(*rewrite, staging.error());
      workplace = &workplaces.emplace_back(files, *std::move(lock), *std::move(staging));
    }
    const auto beside = [&](std::string_view kind) {
      return workplace->staging() / fmt::format("{}.{}", staged.size(), kind);
    };
    const Staged& file = staged.emplace_back(rewrite, target, beside("old"), beside("new"));
    const auto written = files.WriteLike(target, file.new_file, rewrite->after);
    if (!written) return CannotRewrite(*rewrite, written.error());
    if (const auto kept = files.Link(target, file.old_file); !kept) {
      return CannotRewrite(*rewrite, kept.error());
    }
  }
  for (const Staged& file : staged) {
    if (auto unchanged = CheckUnchanged(files, file); !unchanged) return unchanged;
  }
  return ReplaceAll(files, staged);
}

void RemoveLeftovers(FileSystem& files, const std::set<fs::path>& folders) {
  for (const fs::path& folder : folders) {
    if (const auto lock = files.Lock(folder)) RemoveStale(files, folder, kStem);
  }
}

Result<void> WriteWhole(FileSystem& files, const fs::path& path, std::string_view bytes) {
  const FileKind kind = files.Kind(path);
  if (kind == FileKind::kOther || kind == FileKind::kDirectory) return files.Write(path, bytes);
  // /dev/stdout leads to a file when the output goes into one.
  const bool is_stream = path.native().starts_with("/dev/");
  if (is_stream) return files.Write(path, bytes);
  if (files.IsLink(path)) {
    return Failure(fmt::format("`{}` is a link, and what it leads to is not written over", path.string()),
                   "name the file itself");
  }
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  const auto staging = files.CreateStaging(folder, kStem);
  if (!staging) return tl::unexpected(staging.error());
  const fs::path staged = *staging / "new";
  Result<void> written =
      kind == FileKind::kMissing ? files.Write(staged, bytes) : files.WriteLike(path, staged, bytes);
  if (written) written = files.Replace(staged, path);
  files.RemoveAll(*staging);
  return written;
}

}  // namespace guidec
