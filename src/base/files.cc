#include "base/files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <system_error>

#include <fmt/format.h>

#include "base/memory.h"
#include "base/paths.h"

namespace guidec {
namespace {

std::string HintFor(int code) {
  switch (code) {
    case ENOENT:
      return "check the path";
    case EACCES:
    case EPERM:
      return "check the permissions of the file and its folders";
    case EROFS:
      return "the disk is read-only; choose another folder";
    case ENOSPC:
    case EDQUOT:
      return "free some space on the disk, then run again";
    case EFBIG:
      return "`ulimit -f` shows how large a file may be, and raises it";
    case EISDIR:
      return "name a file, not a folder";
    case ENOTDIR:
      return "a part of the path is a file, not a folder";
    case ELOOP:
      return "the path runs through a loop of links";
    case EMFILE:
    case ENFILE:
      return "too many files are open on this machine";
    default:
      return {};
  }
}

tl::unexpected<Error> SystemFailure(std::string_view verb, const fs::path& path, int code) {
  if (code == ENOMEM) EndOutOfMemory();
  return Failure(fmt::format("cannot {} `{}`: {}", verb, path.string(), std::strerror(code)), HintFor(code));
}

constexpr std::string_view kMarkText =
    "guidec puts together here what it writes, and then removes this folder.\n";
constexpr std::string_view kStagingWord = ".guidec-";
constexpr std::size_t kRandomDigits = 6;  // of mkdtemp

std::string StagingPrefix(const std::string& stem) {
  return fmt::format(".{}{}", stem, kStagingWord);
}

bool HasStagingName(std::string_view name) {
  if (!name.starts_with('.') || name.size() <= kStagingWord.size() + kRandomDigits) return false;
  return name.substr(0, name.size() - kRandomDigits).ends_with(kStagingWord);
}

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }
  int Release() { return std::exchange(value_, -1); }

 private:
  int value_;
};

// Of a file that is open. Where the system does not tell what is, its path must do.
bool IsOpenBelow(const fs::path& folder, int file, const fs::path& path) {
  if (folder == folder.root_path()) return true;
  std::error_code code;
  fs::path real = fs::read_symlink(fmt::format("/proc/self/fd/{}", file), code);
  if (code) real = fs::canonical(path, code);
  return !code && IsBelow(real, folder);
}

}  // namespace

FileKind Disk::Kind(const fs::path& path) const {
  std::error_code code;
  switch (fs::status(path, code).type()) {
    case fs::file_type::regular:
      return FileKind::kFile;
    case fs::file_type::directory:
      return FileKind::kDirectory;
    case fs::file_type::not_found:
    case fs::file_type::none:
      return FileKind::kMissing;
    default:
      return FileKind::kOther;
  }
}

Result<FileStatus> Disk::Status(const fs::path& path) const {
  std::error_code code;
  const fs::file_time_type modified = fs::last_write_time(path, code);
  if (code) return SystemFailure("read", path, code.value());
  const std::uint64_t size = fs::file_size(path, code);
  return FileStatus{code ? 0 : size, modified};
}

bool Disk::IsLink(const fs::path& path) const {
  std::error_code code;
  return fs::is_symlink(fs::symlink_status(path, code));
}

Result<std::string> Disk::ReadBelow(const fs::path& folder, const fs::path& path,
                                    std::uint64_t max_bytes) const {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return SystemFailure("read", path, errno);
  if (!IsOpenBelow(folder, file.get(), path)) {
    return Failure(fmt::format("`{}` is a link that leads out of `{}`", path.string(), folder.string()),
                   "put the file itself there");
  }
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return SystemFailure("read", path, errno);
  if (S_ISDIR(status.st_mode)) return SystemFailure("read", path, EISDIR);
  if (!S_ISREG(status.st_mode)) {
    return Failure(fmt::format("cannot read `{}`: it is not a regular file", path.string()), "name a file");
  }
  if (static_cast<std::uint64_t>(status.st_size) > max_bytes) {
    return Failure(fmt::format("`{}` is too large: {}, at most {} are read", path.string(),
                               HumanSize(static_cast<std::uint64_t>(status.st_size)), HumanSize(max_bytes)),
                   "split a source, or save a picture smaller");
  }
  // One byte more than the size tells a file that grows from one that was read to its end.
  std::string bytes(static_cast<std::size_t>(status.st_size) + 1, '\0');
  std::size_t filled = 0;
  while (true) {
    if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
    const ssize_t count = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return SystemFailure("read", path, errno);
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
    if (filled > max_bytes) return Failure(fmt::format("`{}` grows while it is read", path.string()));
  }
  bytes.resize(filled);
  return bytes;
}

Result<std::vector<fs::path>> Disk::List(const fs::path& directory, Hidden hidden) const {
  std::vector<fs::path> paths;
  std::error_code code;
  fs::recursive_directory_iterator walk(directory, code);
  for (const fs::recursive_directory_iterator end; !code && walk != end; walk.increment(code)) {
    if (hidden == Hidden::kLeftOut && walk->path().filename().native().starts_with('.')) {
      walk.disable_recursion_pending();
    } else {
      paths.push_back(walk->path());
    }
  }
  if (code) return SystemFailure("list", directory, code.value());
  std::ranges::sort(paths);
  return paths;
}

Result<void> Disk::Write(const fs::path& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (file.get() < 0) return SystemFailure("write", path, errno);
  while (!bytes.empty()) {
    const ssize_t count = ::write(file.get(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return SystemFailure("write", path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  // Some disks report that they are full only here.
  if (::close(file.Release()) != 0) return SystemFailure("write", path, errno);
  return {};
}

Result<void> Disk::WriteLike(const fs::path& original, const fs::path& path, std::string_view bytes) {
  struct stat status {};
  if (::stat(original.c_str(), &status) != 0) return SystemFailure("write", original, errno);
  if (::access(original.c_str(), W_OK) != 0) return SystemFailure("write", original, errno);
  if (auto written = Write(path, bytes); !written) return written;
  // A change of owner clears special bits, so that the mode comes after it.
  if (::chown(path.c_str(), status.st_uid, status.st_gid) != 0) {
    [[maybe_unused]] const int ignored = ::chown(path.c_str(), static_cast<uid_t>(-1), status.st_gid);
  }
  if (::chmod(path.c_str(), status.st_mode & 07777) != 0) return SystemFailure("write", path, errno);
  return {};
}

Result<fs::path> Disk::Resolve(const fs::path& path) const {
  std::error_code code;
  fs::path resolved = fs::canonical(path, code);
  if (code) return SystemFailure("find", path, code.value());
  return resolved;
}

Result<void> Disk::CreateDirectories(const fs::path& path) {
  std::error_code code;
  fs::create_directories(path, code);
  if (code) return SystemFailure("create folder", path, code.value());
  return {};
}

Result<void> Disk::CreateDirectoryLike(const fs::path& original, const fs::path& path) {
  struct stat status {};
  if (::stat(original.c_str(), &status) != 0) return SystemFailure("read", original, errno);
  if (::mkdir(path.c_str(), 0777) != 0) return SystemFailure("create folder", path, errno);
  // A change of owner clears special bits, so that the mode comes after it.
  [[maybe_unused]] const int ignored = ::chown(path.c_str(), status.st_uid, status.st_gid);
  if (::chmod(path.c_str(), (status.st_mode & 07777) | S_IRWXU) != 0) {
    return SystemFailure("create folder", path, errno);
  }
  return {};
}

Result<fs::path> Disk::CreateStaging(const fs::path& parent, const std::string& stem) {
  std::string name = (parent / (StagingPrefix(stem) + std::string(kRandomDigits, 'X'))).string();
  if (::mkdtemp(name.data()) == nullptr) return SystemFailure("write into", parent, errno);
  // mkdtemp makes it private; what lands in outputs is as readable as any new folder. The umask would tell how
  // readable that is, and cannot be asked for without being changed for all threads.
  const std::string sample = name + "/new";
  struct stat status {};
  if (::mkdir(sample.c_str(), 0777) == 0) {
    if (::stat(sample.c_str(), &status) == 0) ::chmod(name.c_str(), status.st_mode & 0777);
    ::rmdir(sample.c_str());
  }
  if (auto marked = Disk::Write(fs::path(name) / kStagingMark, kMarkText); !marked) {
    RemoveAll(name);
    return tl::unexpected(std::move(marked.error()));
  }
  return fs::path(name);
}

bool Disk::IsStaging(const fs::path& path) const {
  const fs::path mark = path / kStagingMark;
  if (IsLink(path) || Kind(path) != FileKind::kDirectory || IsLink(mark)) return false;
  // A run that was killed between the folder and its mark left it empty, under a name that only mkdtemp
  // gives.
  std::error_code code;
  if (fs::is_empty(path, code) && !code) return HasStagingName(path.filename().native());
  const auto text = Disk::Read(mark, kMarkText.size());
  return text && *text == kMarkText;
}

std::vector<fs::path> Disk::Stagings(const fs::path& parent, const std::string& stem) const {
  const std::string prefix = StagingPrefix(stem);
  std::vector<fs::path> stagings;
  std::error_code code;
  fs::directory_iterator walk(parent, code);
  for (const fs::directory_iterator end; !code && walk != end; walk.increment(code)) {
    const std::string name = walk->path().filename().string();
    if (!name.starts_with(prefix) || name.size() != prefix.size() + kRandomDigits) continue;
    if (IsStaging(walk->path())) stagings.push_back(walk->path());
  }
  std::ranges::sort(stagings);
  return stagings;
}

int Disk::Rename(const fs::path& from, const fs::path& to) {
  return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

int Disk::RenameToNew(const fs::path& from, const fs::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  struct stat status {};
  if (::lstat(to.c_str(), &status) == 0) return EEXIST;
  return Disk::Rename(from, to);
}

int Disk::Swap(const fs::path& one, const fs::path& other) {
  return ::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int Disk::HardLink(const fs::path& from, const fs::path& to) {
  return ::linkat(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), 0) == 0 ? 0 : errno;
}

Result<void> Disk::Link(const fs::path& from, const fs::path& to) {
  std::error_code code;
  fs::create_directories(to.parent_path(), code);
  const int reason = HardLink(from, to);
  if (reason == 0) return {};
  if (reason == EEXIST) return SystemFailure("write", to, reason);
  const fs::file_status status = fs::symlink_status(from, code);
  if (fs::is_symlink(status)) {
    fs::copy_symlink(from, to, code);
  } else if (fs::is_regular_file(status)) {
    fs::copy_file(from, to, code);
    std::error_code ignored;
    if (!code) fs::last_write_time(to, fs::last_write_time(from, ignored), ignored);
  } else {
    code = std::error_code(reason, std::generic_category());
  }
  if (code) return SystemFailure("copy", from, code.value());
  return {};
}

bool Disk::IsMount(const fs::path& path) const {
  struct statx self {};
  return ::statx(AT_FDCWD, path.c_str(), AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, STATX_TYPE, &self) == 0 &&
         (self.stx_attributes_mask & STATX_ATTR_MOUNT_ROOT) != 0 &&
         (self.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
}

bool Disk::AreSame(const fs::path& one, const fs::path& other) const {
  struct stat first {};
  struct stat second {};
  if (::lstat(one.c_str(), &first) != 0 || ::lstat(other.c_str(), &second) != 0) return false;
  if (first.st_dev == second.st_dev && first.st_ino == second.st_ino) return true;
  std::error_code code;
  const fs::path text = fs::read_symlink(one, code);
  return !code && text == fs::read_symlink(other, code) && !code;
}

Result<void> Disk::Move(const fs::path& from, const fs::path& to) {
  if (const int code = RenameToNew(from, to); code != 0) return SystemFailure("move", from, code);
  return {};
}

Result<void> Disk::Replace(const fs::path& staged, const fs::path& target) {
  if (const int code = Rename(staged, target); code != 0) return SystemFailure("replace", target, code);
  return {};
}

Result<void> Disk::Exchange(const fs::path& staged, const fs::path& target, const fs::path& aside) {
  // Where nothing is, or an empty folder.
  int code = Rename(staged, target);
  if (code == 0) return {};
  if (code != ENOTEMPTY && code != EEXIST) return SystemFailure("replace", target, code);
  code = Swap(staged, target);
  if (code == 0) return {};
  if (code != EINVAL && code != ENOSYS && code != EOPNOTSUPP) return SystemFailure("replace", target, code);
  if (code = Rename(target, aside); code != 0) return SystemFailure("replace", target, code);
  code = Rename(staged, target);
  if (code == 0) return {};
  auto failure = SystemFailure("replace", target, code);
  if (Rename(aside, target) != 0) {
    failure.value().message += fmt::format("; what was there is in `{}` now", aside.string());
    failure.value().hint = "move it back, or run again, which does so";
  }
  return failure;
}

FolderLock::~FolderLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<FolderLock> Disk::Lock(const fs::path& directory) {
  const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return SystemFailure("open folder", directory, errno);
  FolderLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return lock;
  // A disk that knows no locks is used without one.
  if (errno != EWOULDBLOCK) return lock;
  return Failure(fmt::format("another guidec is writing into `{}`", directory.string()),
                 "wait until it is done, then run again");
}

Result<void> Disk::Remove(const fs::path& path) {
  if (std::remove(path.c_str()) == 0) return {};
  const int code = errno;
  const fs::path folder = path.parent_path();
  struct stat status {};
  const bool is_protected = code == EACCES && ::stat(folder.c_str(), &status) == 0;
  if (is_protected && ::chmod(folder.c_str(), (status.st_mode & 07777) | S_IRWXU) == 0 &&
      std::remove(path.c_str()) == 0) {
    return {};
  }
  return SystemFailure("remove", path, code);
}

void Disk::RemoveAll(const fs::path& path) {
  std::error_code ignored;
  if (fs::is_directory(fs::symlink_status(path, ignored))) {
    std::vector<fs::path> inside;
    for (const auto& entry : fs::directory_iterator(path, ignored)) {
      if (entry.path().filename() != kStagingMark) inside.push_back(entry.path());
    }
    bool is_empty = true;
    for (const fs::path& entry : inside) {
      std::error_code code;
      fs::remove_all(entry, code);
      is_empty = is_empty && !code;
    }
    if (!is_empty) return;
  }
  fs::remove_all(path, ignored);
}

void RemoveStale(FileSystem& files, const fs::path& parent, const std::string& stem) {
  for (const fs::path& path : files.Stagings(parent, stem)) files.RemoveAll(path);
}

void Disk::Touch(const fs::path& path) {
  std::error_code ignored;
  fs::last_write_time(path, fs::file_time_type::clock::now(), ignored);
}

std::string HumanSize(std::uint64_t bytes) {
  if (bytes < 1000) return fmt::format("{} B", bytes);
  const double kilo = static_cast<double>(bytes) / 1000.0;
  if (kilo < 999.95) return fmt::format("{:.1f} kB", kilo);
  return fmt::format("{:.1f} MB", kilo / 1000.0);
}

}  // namespace guidec
