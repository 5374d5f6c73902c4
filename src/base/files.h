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
  Result<std::string> Read(const fs::path& path, std::uint64_t max_bytes) const {
    return ReadBelow("/", path, max_bytes);
  }

  // The same of a file that lies below `folder`, which is behind links: whether it does is asked of what was opened,
  // so that nobody can put a link there in between.
  virtual Result<std::string> ReadBelow(const fs::path& folder, const fs::path& path,
                                        std::uint64_t max_bytes) const = 0;

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

  // With the mode of the directory `original`, and always ours to write into.
  virtual Result<void> CreateDirectoryLike(const fs::path& original, const fs::path& path) = 0;

  // A fresh hidden directory inside `parent`, whose name starts with `.stem.`. It holds nothing but the mark
  // by which Stagings knows it.
  virtual Result<fs::path> CreateStaging(const fs::path& parent, const std::string& stem) = 0;

  // The staging directories of `stem` in `parent`, sorted. What only has such a name is none.
  virtual std::vector<fs::path> Stagings(const fs::path& parent, const std::string& stem) const = 0;

  // Whether CreateStaging made the directory.
  virtual bool IsStaging(const fs::path& path) const = 0;

  // A second name for the same file or link; a copy where the disk has no hard links. Fails where `to` is.
  virtual Result<void> Link(const fs::path& from, const fs::path& to) = 0;

  // Whether both names are of one file, or of links with one text.
  virtual bool AreSame(const fs::path& one, const fs::path& other) const = 0;
  // Whether something else is mounted there: then no exchange of folders takes it along.
  virtual bool IsMount(const fs::path& path) const = 0;

  // Another name for a file, a link or a directory. Fails where `to` is.
  virtual Result<void> Move(const fs::path& from, const fs::path& to) = 0;

  // Puts file `staged` in the place of file `target` in one step.
  virtual Result<void> Replace(const fs::path& staged, const fs::path& target) = 0;

  // Puts directory `staged` in the place of directory `target` in one step. What was there is at `staged`
  // then, or at `aside` on a disk that cannot exchange two names; nothing of it is removed but an empty
  // directory. On failure it is where it was, or at `aside`, and the error says so.
  virtual Result<void> Exchange(const fs::path& staged, const fs::path& target, const fs::path& aside) = 0;

  // Removes a file, a link or an empty directory, also from a directory that is write-protected.
  virtual Result<void> Remove(const fs::path& path) = 0;

  // Best effort: used to clean up on the way out. Links are removed, not followed; a mark goes
  // last, and stays where something else does.
  virtual void RemoveAll(const fs::path& path) = 0;

  // Lets the file count as modified now. Best effort.
  virtual void Touch(const fs::path& path) = 0;
};

// The name of the mark in a staging directory.
inline constexpr char kStagingMark[] = ".guidec-staging";

// Removes the staging directories of `stem` that killed runs left in `parent`, with all that is in them. Hold
// the lock.
void RemoveStale(FileSystem& files, const fs::path& parent, const std::string& stem);

class Disk : public FileSystem {
 public:
  FileKind Kind(const fs::path& path) const override;
  bool IsLink(const fs::path& path) const override;
  Result<FileStatus> Status(const fs::path& path) const override;
  Result<std::string> ReadBelow(const fs::path& folder, const fs::path& path,
                                std::uint64_t max_bytes) const override;
  Result<std::vector<fs::path>> List(const fs::path& directory, Hidden hidden) const override;
  Result<void> Write(const fs::path& path, std::string_view bytes) override;
  Result<void> WriteLike(const fs::path& original, const fs::path& path, std::string_view bytes) override;
  Result<fs::path> Resolve(const fs::path& path) const override;
  Result<void> CreateDirectories(const fs::path& path) override;
  Result<void> CreateDirectoryLike(const fs::path& original, const fs::path& path) override;
  Result<fs::path> CreateStaging(const fs::path& parent, const std::string& stem) override;
  std::vector<fs::path> Stagings(const fs::path& parent, const std::string& stem) const override;
  bool IsStaging(const fs::path& path) const override;
  Result<void> Link(const fs::path& from, const fs::path& to) override;
  bool AreSame(const fs::path& one, const fs::path& other) const override;
  bool IsMount(const fs::path& path) const override;
  Result<void> Move(const fs::path& from, const fs::path& to) override;
  Result<void> Replace(const fs::path& staged, const fs::path& target) override;
  Result<void> Exchange(const fs::path& staged, const fs::path& target, const fs::path& aside) override;
  Result<FolderLock> Lock(const fs::path& directory) override;
  Result<void> Remove(const fs::path& path) override;
  void RemoveAll(const fs::path& path) override;
  void Touch(const fs::path& path) override;

 protected:
  // The system's own, in one step: 0, or the number of its reason. Tests let them fail.
  virtual int Rename(const fs::path& from, const fs::path& to);
  virtual int RenameToNew(const fs::path& from, const fs::path& to);
  virtual int Swap(const fs::path& one, const fs::path& other);
  virtual int HardLink(const fs::path& from, const fs::path& to);
};

// "812 B", "14.2 kB", "3.1 MB": decimal units, as file managers show them.
std::string HumanSize(std::uint64_t bytes);

}  // namespace guidec

#endif  // GUIDEC_BASE_FILES_H_
