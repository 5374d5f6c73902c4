#ifndef GUIDEC_BASE_FILES_H_
#define GUIDEC_BASE_FILES_H_

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace guidec {

namespace fs = std::filesystem;

// What to do with what has a name that starts with a dot, and all below it.
enum class Hidden : unsigned char { kLeftOut, kListed };

enum class FileKind {
  kMissing,
  kFile,
  kDirectory,
  kOther,
  kBeyond,  // may not be read (base/bounds.h); no disk answers so
};

struct FileStatus {
  std::uint64_t size = 0;  // bytes, of a file
  fs::file_time_type modified = {};
};

// Held while it lives; released when it goes, also when the program is killed.
class FolderLock {
 public:
  explicit FolderLock(int descriptor = -1) : descriptor_(descriptor) {}
  FolderLock(FolderLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FolderLock& operator=(FolderLock&&) = delete;
  ~FolderLock();

 private:
  int descriptor_;
};

// What guidec asks of a disk. The real one is Disk; tests pass one that fails on purpose.
// Every failure names the path and the system's reason. What is const may be called from several threads.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  virtual FileKind Kind(const fs::path& path) const = 0;

  virtual bool IsLink(const fs::path& path) const = 0;

  // Of what lies there, behind links.
  virtual Result<FileStatus> Status(const fs::path& path) const = 0;

  // The whole file, at most `max_bytes` of it: a larger file is an error, not a cut.
  virtual Result<std::string> Read(const fs::path& path, std::uint64_t max_bytes) const = 0;

  // Makes this process the only one that writes into `directory`; fails when another does.
  virtual Result<FolderLock> Lock(const fs::path& directory) = 0;

  // Everything below `directory`, folders too, sorted; links to folders are listed and not followed.
  virtual Result<std::vector<fs::path>> List(const fs::path& directory, Hidden hidden) const = 0;

  // Creates or truncates. Not atomic: write into a staging directory, then Replace.
  virtual Result<void> Write(const fs::path& path, std::string_view bytes) = 0;

  // The same beside a file that it will stand in for: with its mode and, where the system lets us, its
  // owner. Fails when that file is not ours to write.
  virtual Result<void> WriteLike(const fs::path& original, const fs::path& path, std::string_view bytes) = 0;

  // The file itself, behind every link in `path`.
  virtual Result<fs::path> Resolve(const fs::path& path) const = 0;

  virtual Result<void> CreateDirectories(const fs::path& path) = 0;

  // A fresh, empty, hidden directory inside `parent`, whose name starts with `.stem.`.
  virtual Result<fs::path> CreateStaging(const fs::path& parent, const std::string& stem) = 0;

  // A second name for the same file; a copy where the disk has no hard links.
  virtual Result<void> Link(const fs::path& from, const fs::path& to) = 0;

  // Puts file or directory `staged` in the place of `target` in one step; what `target` was is removed.
  virtual Result<void> Replace(const fs::path& staged, const fs::path& target) = 0;

  // Removes staging directories of `stem` that a killed run left in `parent`. Hold the lock.
  virtual void RemoveStale(const fs::path& parent, const std::string& stem) = 0;

  // Best effort: used to clean up on the way out.
  virtual void RemoveAll(const fs::path& path) = 0;

  // Lets the file count as modified now. Best effort.
  virtual void Touch(const fs::path& path) = 0;
};

class Disk : public FileSystem {
 public:
  FileKind Kind(const fs::path& path) const override;
  bool IsLink(const fs::path& path) const override;
  Result<FileStatus> Status(const fs::path& path) const override;
  Result<std::string> Read(const fs::path& path, std::uint64_t max_bytes) const override;
  Result<std::vector<fs::path>> List(const fs::path& directory, Hidden hidden) const override;
  Result<void> Write(const fs::path& path, std::string_view bytes) override;
  Result<void> WriteLike(const fs::path& original, const fs::path& path, std::string_view bytes) override;
  Result<fs::path> Resolve(const fs::path& path) const override;
  Result<void> CreateDirectories(const fs::path& path) override;
  Result<fs::path> CreateStaging(const fs::path& parent, const std::string& stem) override;
  Result<void> Link(const fs::path& from, const fs::path& to) override;
  Result<void> Replace(const fs::path& staged, const fs::path& target) override;
  Result<FolderLock> Lock(const fs::path& directory) override;
  void RemoveStale(const fs::path& parent, const std::string& stem) override;
  void RemoveAll(const fs::path& path) override;
  void Touch(const fs::path& path) override;
};

// "812 B", "14.2 kB", "3.1 MB": decimal units, as file managers show them.
std::string HumanSize(std::uint64_t bytes);

}  // namespace guidec

#endif  // GUIDEC_BASE_FILES_H_
