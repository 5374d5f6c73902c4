#ifndef GUIDEC_CACHE_RECORDING_FILES_H_
#define GUIDEC_CACHE_RECORDING_FILES_H_

#include <map>
#include <string>
#include <string_view>

#include "base/files.h"
#include "cache/answers.h"

namespace guidec {

// What a run asked of a disk, and a digest of what it was told.
using DiskAnswers = std::map<std::string, std::string>;

// Whether the disk still answers so.
bool StillHold(const DiskAnswers& answers, const FileSystem& files);

// A disk that notes what it is asked, but not about what lies below the folder `out`. `files` outlives it.
class RecordingFiles : public FileSystem {
 public:
  RecordingFiles(FileSystem& files, const fs::path& out);

  const DiskAnswers& answers() const { return answers_.digests(); }
  bool is_steady() const { return answers_.is_steady(); }

  FileKind Kind(const fs::path& path) const override;
  bool IsLink(const fs::path& path) const override;
  Result<FileStatus> Status(const fs::path& path) const override;
  Result<std::string> ReadBelow(const fs::path& folder, const fs::path& path,
                                std::uint64_t max_bytes) const override;
  Result<std::vector<fs::path>> List(const fs::path& directory, Hidden hidden) const override;
  Result<fs::path> Resolve(const fs::path& path) const override;

  Result<FolderLock> Lock(const fs::path& directory) override { return files_.Lock(directory); }
  Result<void> Write(const fs::path& path, std::string_view bytes) override {
    return files_.Write(path, bytes);
  }
  Result<void> WriteLike(const fs::path& original, const fs::path& path, std::string_view bytes) override {
    return files_.WriteLike(original, path, bytes);
  }
  Result<void> CreateDirectories(const fs::path& path) override { return files_.CreateDirectories(path); }
  Result<fs::path> CreateStaging(const fs::path& parent, const std::string& stem) override {
    return files_.CreateStaging(parent, stem);
  }
  Result<void> CreateDirectoryLike(const fs::path& original, const fs::path& path) override {
    return files_.CreateDirectoryLike(original, path);
  }
  std::vector<fs::path> Stagings(const fs::path& parent, const std::string& stem) const override {
    return files_.Stagings(parent, stem);
  }
  bool IsStaging(const fs::path& path) const override { return files_.IsStaging(path); }
  Result<void> Link(const fs::path& from, const fs::path& to) override { return files_.Link(from, to); }
  bool AreSame(const fs::path& one, const fs::path& other) const override {
    return files_.AreSame(one, other);
  }
  bool IsMount(const fs::path& path) const override { return files_.IsMount(path); }
  Result<void> Move(const fs::path& from, const fs::path& to) override { return files_.Move(from, to); }
  Result<void> Replace(const fs::path& staged, const fs::path& target) override {
    return files_.Replace(staged, target);
  }
  Result<void> Exchange(const fs::path& staged, const fs::path& target, const fs::path& aside) override {
    return files_.Exchange(staged, target, aside);
  }
  Result<void> Remove(const fs::path& path) override { return files_.Remove(path); }
  void RemoveAll(const fs::path& path) override { files_.RemoveAll(path); }
  void Touch(const fs::path& path) override { files_.Touch(path); }

 private:
  void Note(char question, const fs::path& path, std::string answer) const;

  FileSystem& files_;
  fs::path out_;
  mutable Answers<std::string> answers_;
};

}  // namespace guidec

#endif  // GUIDEC_CACHE_RECORDING_FILES_H_
