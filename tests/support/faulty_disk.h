// The real disk, on which one call fails.
#ifndef GUIDEC_TESTS_SUPPORT_FAULTY_DISK_H_
#define GUIDEC_TESTS_SUPPORT_FAULTY_DISK_H_

#include <atomic>
#include <cerrno>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"

namespace guidec {

// Counts the calls that a disk and the programs on it are asked for; the one with number `failing` fails.
class Machine {
 public:
  explicit Machine(int failing = -1) : failing_(failing) {}

  bool Fails() { return calls_++ == failing_; }
  bool has_failed() const { return failing_ >= 0 && calls_ > failing_; }

 private:
  int failing_;
  std::atomic<int> calls_ = 0;
};

class FaultyDisk : public Disk {
 public:
  explicit FaultyDisk(Machine& machine) : machine_(machine) {}

  Result<std::string> ReadBelow(const fs::path& folder, const fs::path& path,
                                std::uint64_t max_bytes) const override {
    if (machine_.Fails()) return Fault();
    return Disk::ReadBelow(folder, path, max_bytes);
  }
  Result<FolderLock> Lock(const fs::path& directory) override {
    if (machine_.Fails()) return Fault();
    return Disk::Lock(directory);
  }
  Result<std::vector<fs::path>> List(const fs::path& directory, Hidden hidden) const override {
    if (machine_.Fails()) return Fault();
    return Disk::List(directory, hidden);
  }
  Result<void> Write(const fs::path& path, std::string_view bytes) override {
    if (!machine_.Fails()) return Disk::Write(path, bytes);
    // As on a full disk, a part may have been written.
    (void)Disk::Write(path, bytes.substr(0, bytes.size() / 2));
    return Fault();
  }
  Result<void> WriteLike(const fs::path& original, const fs::path& path, std::string_view bytes) override {
    if (machine_.Fails()) return Fault();
    return Disk::WriteLike(original, path, bytes);
  }
  Result<fs::path> Resolve(const fs::path& path) const override {
    if (machine_.Fails()) return Fault();
    return Disk::Resolve(path);
  }
  Result<void> CreateDirectories(const fs::path& path) override {
    if (machine_.Fails()) return Fault();
    return Disk::CreateDirectories(path);
  }
  Result<fs::path> CreateStaging(const fs::path& parent, const std::string& stem) override {
    if (machine_.Fails()) return Fault();
    return Disk::CreateStaging(parent, stem);
  }
  Result<void> Link(const fs::path& from, const fs::path& to) override {
    if (machine_.Fails()) return Fault();
    return Disk::Link(from, to);
  }
  Result<void> Replace(const fs::path& staged, const fs::path& target) override {
    if (machine_.Fails()) return Fault();
    return Disk::Replace(staged, target);
  }
  Result<void> CreateDirectoryLike(const fs::path& original, const fs::path& path) override {
    if (machine_.Fails()) return Fault();
    return Disk::CreateDirectoryLike(original, path);
  }
  Result<void> Move(const fs::path& from, const fs::path& to) override {
    if (machine_.Fails()) return Fault();
    return Disk::Move(from, to);
  }
  Result<void> Exchange(const fs::path& staged, const fs::path& target, const fs::path& aside) override {
    if (machine_.Fails()) return Fault();
    return Disk::Exchange(staged, target, aside);
  }
  Result<void> Remove(const fs::path& path) override {
    if (machine_.Fails()) return Fault();
    return Disk::Remove(path);
  }

 private:
  static tl::unexpected<Error> Fault() { return Failure("the disk is broken", "buy another"); }
  Machine& machine_;
};

// The real disk of a process that is killed after some changes: from then on, none is made.
class DyingDisk : public Disk {
 public:
  // `can_swap` and `can_link` are whether the disk can exchange two names and has hard links.
  explicit DyingDisk(int steps, bool can_swap = true, bool can_link = true)
      : steps_(steps), can_swap_(can_swap), can_link_(can_link) {}

  bool is_dead() const { return steps_ < 0; }

  Result<void> Write(const fs::path& path, std::string_view bytes) override {
    return Dies() ? Dead() : Disk::Write(path, bytes);
  }
  Result<void> CreateDirectories(const fs::path& path) override {
    return Dies() ? Dead() : Disk::CreateDirectories(path);
  }
  Result<void> CreateDirectoryLike(const fs::path& original, const fs::path& path) override {
    return Dies() ? Dead() : Disk::CreateDirectoryLike(original, path);
  }
  Result<fs::path> CreateStaging(const fs::path& parent, const std::string& stem) override {
    if (Dies()) return Failure("killed");
    return Disk::CreateStaging(parent, stem);
  }
  Result<void> Remove(const fs::path& path) override { return Dies() ? Dead() : Disk::Remove(path); }
  void RemoveAll(const fs::path& path) override {
    if (!Dies()) Disk::RemoveAll(path);
  }

 protected:
  int Rename(const fs::path& from, const fs::path& to) override { return Dies() ? EIO : Disk::Rename(from, to); }
  int RenameToNew(const fs::path& from, const fs::path& to) override {
    return Dies() ? EIO : Disk::RenameToNew(from, to);
  }
  int Swap(const fs::path& one, const fs::path& other) override {
    if (!can_swap_) return EINVAL;
    return Dies() ? EIO : Disk::Swap(one, other);
  }
  int HardLink(const fs::path& from, const fs::path& to) override {
    if (!can_link_) return EPERM;
    return Dies() ? EIO : Disk::HardLink(from, to);
  }

 private:
  static tl::unexpected<Error> Dead() { return Failure("killed"); }
  bool Dies() { return --steps_ < 0; }
  std::atomic<int> steps_;
  bool can_swap_;
  bool can_link_;
};

// Everything below `folder`, hidden files too, by its path in it: the bytes of a file, "folder" of a folder, and
// where a link leads.
inline std::map<std::string, std::string> Snapshot(const fs::path& folder) {
  std::map<std::string, std::string> contents;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().lexically_relative(folder).string();
    if (entry.is_symlink()) {
      contents[path] = "link to " + fs::read_symlink(entry.path()).string();
      continue;
    }
    contents[path] = entry.is_regular_file() ? Disk().Read(entry.path(), 1 << 20).value() : "folder";
  }
  return contents;
}

}  // namespace guidec

#endif  // GUIDEC_TESTS_SUPPORT_FAULTY_DISK_H_
