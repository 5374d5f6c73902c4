#include "cache/recording_files.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/paths.h"

namespace guidec {
namespace {

constexpr std::uint64_t kMaxBytes = 1ULL << 30;

// The first letter of a question; its path follows.
enum Question : char {
  kKind = 'k',
  kIsLink = 'i',
  kStatus = 's',
  kRead = 'r',
  kList = 'l',
  kListAll = 'a',
  kResolve = 'f'
};

template <class T, class Digest>
std::string DigestOf(const Result<T>& answer, const Digest& digest) {
  return answer ? digest(*answer) : "failed: " + answer.error().message;
}

std::string DigestOf(bool is_so) {
  return is_so ? "yes" : "no";
}

std::string DigestOf(const Result<FileStatus>& status) {
  return DigestOf(status, [](const FileStatus& s) {
    return fmt::format("{} {}", s.size, s.modified.time_since_epoch().count());
  });
}

std::string DigestOf(const Result<std::string>& bytes) {
  return DigestOf(bytes, [](const std::string& b) { return Sha256(b); });
}

std::string DigestOf(const Result<std::vector<fs::path>>& paths) {
  return DigestOf(paths, [](const std::vector<fs::path>& all) {
    std::string names;
    for (const fs::path& path : all) names += path.generic_string() + '\n';
    return Sha256(names);
  });
}

std::string DigestOf(const Result<fs::path>& path) {
  return DigestOf(path, [](const fs::path& p) { return p.generic_string(); });
}

std::string Ask(const std::string& question, const FileSystem& files) {
  const fs::path path = question.substr(1);
  switch (question[0]) {
    case kKind:
      return DigestOf(files.Kind(path));
    case kIsLink:
      return DigestOf(files.IsLink(path));
    case kStatus:
      return DigestOf(files.Status(path));
    case kRead:
      return DigestOf(files.Read(path, kMaxBytes));
    case kList:
      return DigestOf(files.List(path, Hidden::kLeftOut));
    case kListAll:
      return DigestOf(files.List(path, Hidden::kListed));
    case kResolve:
      return DigestOf(files.Resolve(path));
    default:
      return "no such question";
  }
}

}  // namespace

bool StillHold(const DiskAnswers& answers, const FileSystem& files) {
  return std::ranges::all_of(answers, [&](const auto& answer) {
    return !answer.first.empty() && Ask(answer.first, files) == answer.second;
  });
}

RecordingFiles::RecordingFiles(FileSystem& files, const fs::path& out) : files_(files), out_(Absolute(out)) {}

void RecordingFiles::Note(char question, const fs::path& path, std::string answer) const {
  if (IsBelow(Absolute(path), out_)) return;
  answers_.Note(question + path.string(), std::move(answer));
}

FileKind RecordingFiles::Kind(const fs::path& path) const {
  const FileKind kind = files_.Kind(path);
  Note(kKind, path, DigestOf(kind));
  return kind;
}

bool RecordingFiles::IsLink(const fs::path& path) const {
  const bool is_link = files_.IsLink(path);
  Note(kIsLink, path, DigestOf(is_link));
  return is_link;
}

Result<FileStatus> RecordingFiles::Status(const fs::path& path) const {
  auto status = files_.Status(path);
  Note(kStatus, path, DigestOf(status));
  return status;
}

Result<std::string> RecordingFiles::ReadBelow(const fs::path& folder, const fs::path& path,
                                              std::uint64_t max_bytes) const {
  auto bytes = files_.ReadBelow(folder, path, max_bytes);
  Note(kRead, path, DigestOf(bytes));
  return bytes;
}

Result<std::vector<fs::path>> RecordingFiles::List(const fs::path& directory, Hidden hidden) const {
  auto paths = files_.List(directory, hidden);
  Note(hidden == Hidden::kListed ? kListAll : kList, directory, DigestOf(paths));
  return paths;
}

Result<fs::path> RecordingFiles::Resolve(const fs::path& path) const {
  auto resolved = files_.Resolve(path);
  Note(kResolve, path, DigestOf(resolved));
  return resolved;
}

}  // namespace guidec
