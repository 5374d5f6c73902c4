#include "base/files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "unit/base/folder.h"

namespace guidec {
namespace files_test {

TEST_CASE("what is written is read, up to the limit") {
  Folder folder;
  Disk disk;
  REQUIRE(disk.Write(folder / "a", "hello"));
  CHECK(disk.Read(folder / "a", 5).value() == "hello");
  const auto cut = disk.Read(folder / "a", 4);
  REQUIRE_FALSE(cut);
  CHECK(cut.error().message == "`" + (folder / "a").string() + "` is too large: 5 B, at most 4 B are read");
  CHECK(cut.error().hint == "split a source, or save a picture smaller");
  REQUIRE(disk.Write(folder / "a", "by"));
  CHECK(disk.Read(folder / "a", 5).value() == "by");
  REQUIRE(disk.Write(folder / "a", ""));
  CHECK(disk.Read(folder / "a", 0).value() == "");
  // Files of the kernel have no size, and are read to their end all the same.
  const std::string status = disk.Read("/proc/self/status", 100'000).value();
  CHECK(status.starts_with("Name:\t"));
  CHECK(status.find("nonvoluntary_ctxt_switches:") != std::string::npos);
  const auto grown = disk.Read("/proc/self/status", 20);
  REQUIRE_FALSE(grown);
  CHECK(grown.error().message == "`/proc/self/status` grows while it is read");
  const std::string version = disk.Read("/proc/version", 100'000).value();
  CHECK(disk.Read("/proc/version", version.size()).value() == version);
  CHECK_FALSE(disk.Read("/proc/version", version.size() - 1));
}

TEST_CASE("what lies at a path is told, behind links") {
  Folder folder;
  Disk disk;
  REQUIRE(disk.Write(folder / "file", "hello"));
  fs::create_symlink("file", folder / "to-file");
  fs::create_symlink(".", folder / "to-folder");
  fs::create_symlink("nowhere", folder / "dangling");
  fs::create_symlink("loop", folder / "loop");
  struct Case {
    const char* name;
    FileKind kind;
    bool is_link;
  };
  for (const auto& [name, kind, is_link] :
       {Case{"file", FileKind::kFile, false}, {"to-file", FileKind::kFile, true},
        {".", FileKind::kDirectory, false}, {"to-folder", FileKind::kDirectory, true},
        {"missing", FileKind::kMissing, false}, {"file/below", FileKind::kMissing, false},
        {"dangling", FileKind::kMissing, true}, {"loop", FileKind::kMissing, true},
        {"/dev/null", FileKind::kOther, false}}) {
    INFO(name);
    CHECK(disk.Kind(folder / name) == kind);
    CHECK(disk.IsLink(folder / name) == is_link);
  }
  CHECK(disk.Resolve(folder / "to-folder/to-file").value() == folder / "file");
  CHECK(disk.IsMount("/proc"));
  CHECK_FALSE(disk.IsMount(folder.path()));
  CHECK_FALSE(disk.IsMount(folder / "missing"));
}

TEST_CASE("a status has the size and the time of a file, behind links") {
  Folder folder;
  Disk disk;
  REQUIRE(disk.Write(folder / "file", "hello"));
  fs::create_symlink("file", folder / "link");
  const auto hour_ago = fs::file_time_type::clock::now() - std::chrono::hours(1);
  fs::last_write_time(folder / "file", hour_ago);
  REQUIRE(disk.Status(folder / "link"));
  CHECK(disk.Status(folder / "link")->size == 5);
  CHECK(disk.Status(folder / "link")->modified == hour_ago);
  disk.Touch(folder / "file");
  CHECK(disk.Status(folder / "file")->modified > hour_ago + std::chrono::minutes(59));
  CHECK(disk.Status(folder.path())->size == 0);
  disk.Touch(folder / "missing");
  CHECK(disk.Kind(folder / "missing") == FileKind::kMissing);
}

mode_t ModeOf(const fs::path& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777;
}

TEST_CASE("what stands in for another has its mode and owner, and a folder is ours to write into") {
  Folder folder;
  Disk disk;
  REQUIRE(disk.Write(folder / "file", "old"));
  REQUIRE(disk.CreateDirectories(folder / "folder"));
  const bool is_root = ::geteuid() == 0;
  if (is_root) {
    for (const char* name : {"file", "folder"}) REQUIRE(::chown((folder / name).c_str(), 12345, 54321) == 0);
  }
  REQUIRE(::chmod((folder / "file").c_str(), 06750) == 0);
  REQUIRE(::chmod((folder / "folder").c_str(), 02075) == 0);
  REQUIRE(disk.WriteLike(folder / "file", folder / "new-file", "new"));
  REQUIRE(disk.CreateDirectoryLike(folder / "folder", folder / "new-folder"));
  CHECK(disk.Read(folder / "new-file", 9).value() == "new");
  CHECK(ModeOf(folder / "new-file") == 06750);
  CHECK(ModeOf(folder / "new-folder") == 02775);
  for (const char* name : {"new-file", "new-folder"}) {
    struct stat status {};
    REQUIRE(::stat((folder / name).c_str(), &status) == 0);
    CHECK(status.st_uid == (is_root ? 12345 : ::geteuid()));
    if (is_root) CHECK(status.st_gid == 54321);
  }
}

TEST_CASE("a listing has everything but what is hidden, sorted") {
  Folder folder;
  Disk disk;
  REQUIRE(disk.CreateDirectories(folder / "b/deep"));
  REQUIRE(disk.CreateDirectories(folder / ".hidden"));
  REQUIRE(disk.Write(folder / "b/deep/file", ""));
  REQUIRE(disk.Write(folder / ".hidden/file", ""));
  REQUIRE(disk.Write(folder / "a", ""));
  const auto listed = disk.List(folder.path(), Hidden::kLeftOut);
  REQUIRE(listed);
  CHECK(*listed ==
        std::vector<fs::path>{folder / "a", folder / "b", folder / "b/deep", folder / "b/deep/file"});
  fs::create_directory_symlink("b", folder / "link");
  CHECK(disk.List(folder.path(), Hidden::kListed).value() ==
        std::vector<fs::path>{folder / ".hidden", folder / ".hidden/file", folder / "a", folder / "b",
                              folder / "b/deep", folder / "b/deep/file", folder / "link"});
}

TEST_CASE("a staged folder takes the place of another in one step, or of nothing") {
  Folder folder;
  Disk disk;
  for (const std::string_view content : {"first", "second"}) {
    const auto staging = disk.CreateStaging(folder.path(), "guide");
    REQUIRE(staging);
    CHECK(staging->filename().string().starts_with(".guide."));
    REQUIRE(disk.CreateDirectories(*staging / "new"));
    REQUIRE(disk.Write(*staging / "new/file", content));
    REQUIRE(disk.Exchange(*staging / "new", folder / "guide", *staging / "old"));
    CHECK(disk.Read(folder / "guide/file", 100).value() == content);
    CHECK((disk.Kind(*staging / "new") == FileKind::kMissing) == (content == "first"));
    disk.RemoveAll(*staging);
    CHECK(disk.Kind(*staging) == FileKind::kMissing);
  }
}

// A disk that cannot exchange two names, and on which the renames with these numbers fail.
class OldDisk : public Disk {
 public:
  explicit OldDisk(std::set<int> failing, int code = EINVAL) : failing_(std::move(failing)), code_(code) {}

 protected:
  int Rename(const fs::path& from, const fs::path& to) override {
    return failing_.contains(++renames_) ? EIO : Disk::Rename(from, to);
  }
  int Swap(const fs::path&, const fs::path&) override { return code_; }

 private:
  std::set<int> failing_;
  int code_;
  int renames_ = 0;
};

TEST_CASE("only a disk that cannot exchange two names gets on without it") {
  for (const auto& [code, is_done] :
       {std::pair{EINVAL, true}, {ENOSYS, true}, {EOPNOTSUPP, true}, {EIO, false}, {EXDEV, false}}) {
    INFO(code);
    Folder folder;
    OldDisk disk({}, code);
    for (const char* name : {"guide", "new"}) {
      REQUIRE(disk.CreateDirectories(folder / name));
      REQUIRE(disk.Write(folder / name / "file", name));
    }
    const auto done = disk.Exchange(folder / "new", folder / "guide", folder / "old");
    CHECK(done.has_value() == is_done);
    CHECK(disk.Read(folder / "guide/file", 10).value() == (is_done ? "new" : "guide"));
    CHECK((disk.Kind(folder / "old") == FileKind::kDirectory) == is_done);
  }
}

TEST_CASE("where two names cannot be exchanged, a rename that fails leaves the old folder in its place") {
  // The first rename finds out that the target is no empty folder.
  for (const std::set<int>& failing : {std::set<int>{}, {2}, {3}, {3, 4}}) {
    Folder folder;
    OldDisk disk(failing);
    for (const char* name : {"guide", "new"}) {
      REQUIRE(disk.CreateDirectories(folder / name));
      REQUIRE(disk.Write(folder / name / "file", name));
    }
    const auto done = disk.Exchange(folder / "new", folder / "guide", folder / "old");
    CHECK(done.has_value() == failing.empty());
    const bool is_stuck = failing.contains(4);
    CHECK(disk.Read(folder / "old/file", 10).has_value() == (failing.empty() || is_stuck));
    CHECK(disk.Read(folder / "guide/file", 10).value_or("") ==
          (is_stuck ? "" : failing.empty() ? "new" : "guide"));
    if (!failing.empty()) {
      CHECK(Told(done) == "cannot replace `" + (folder / "guide").string() + "`: Input/output error" +
                              (is_stuck ? "; what was there is in `" + (folder / "old").string() +
                                              "` now; move it back, or run again, which does so"
                                        : "; "));
    }
    CHECK(disk.Read(folder / "new/file", 10).has_value() != failing.empty());
  }
}

// A disk that says so where a folder is not empty, and exchanges names.
class OtherDisk : public Disk {
 public:
  explicit OtherDisk(int code) : code_(code) {}

 protected:
  int Rename(const fs::path&, const fs::path&) override { return code_; }

 private:
  int code_;
};

TEST_CASE("a folder that is not empty is exchanged, however the disk says so") {
  for (const auto& [code, is_done] : {std::pair{ENOTEMPTY, true}, {EEXIST, true}, {EACCES, false}}) {
    INFO(code);
    Folder folder;
    OtherDisk disk(code);
    for (const char* name : {"guide", "new"}) {
      REQUIRE(disk.CreateDirectories(folder / name));
      REQUIRE(disk.Write(folder / name / "file", name));
    }
    CHECK(disk.Exchange(folder / "new", folder / "guide", folder / "old").has_value() == is_done);
    CHECK(disk.Read(folder / "guide/file", 10).value() == (is_done ? "new" : "guide"));
    CHECK(disk.Read(folder / "new/file", 10).value() == (is_done ? "guide" : "new"));
  }
}

TEST_CASE("staging that a killed run left is removed, and nothing else") {
  Folder folder;
  Disk disk;
  REQUIRE(disk.CreateStaging(folder.path(), "guide"));
  REQUIRE(disk.CreateStaging(folder.path(), "other"));
  // One that was killed ahead of its mark.
  REQUIRE(disk.CreateDirectories(folder / ".guide.guidec-abcdef"));
  for (const char* name : {"guide", ".guide.bak", ".guide.abc123", ".guide.guidec-abc123"}) {
    REQUIRE(disk.CreateDirectories(folder / name));
    REQUIRE(disk.Write(folder / name / "mine", ""));
  }
  REQUIRE(disk.CreateDirectories(folder / ".guide.backup"));
  fs::create_symlink(".guide.bak", folder / ".guide.guidec-abc124");
  RemoveStale(disk, folder.path(), "guide");
  std::set<std::string> left;
  for (const auto& entry : fs::directory_iterator(folder.path())) left.insert(entry.path().filename().string());
  CHECK(left.erase("guide") == 1);
  for (const char* name : {".guide.bak", ".guide.abc123", ".guide.guidec-abc123", ".guide.backup",
                           ".guide.guidec-abc124"}) {
    CHECK(left.erase(name) == 1);
  }
  CHECK(left.size() == 1);
}

TEST_CASE("a folder with things in it is neither replaced nor removed") {
  Folder folder;
  Disk disk;
  for (const char* name : {"one", "other"}) {
    REQUIRE(disk.CreateDirectories(folder / name));
    REQUIRE(disk.Write(folder / name / "file", name));
  }
  CHECK_FALSE(disk.Replace(folder / "one", folder / "other"));
  CHECK_FALSE(disk.Move(folder / "one", folder / "other"));
  CHECK_FALSE(disk.Move(folder / "one/file", folder / "other/file"));
  CHECK_FALSE(disk.Link(folder / "one/file", folder / "other/file"));
  CHECK_FALSE(disk.Remove(folder / "other"));
  CHECK(disk.Read(folder / "other/file", 10).value() == "other");
  CHECK(disk.Read(folder / "one/file", 10).value() == "one");
}

// A disk without hard links.
class PlainDisk : public Disk {
 protected:
  int HardLink(const fs::path&, const fs::path&) override { return EPERM; }
};

TEST_CASE("a second name is of the same file, or of a copy with its time") {
  for (const bool has_links : {true, false}) {
    Folder folder;
    Disk linking;
    PlainDisk plain;
    Disk& disk = has_links ? linking : plain;
    REQUIRE(disk.Write(folder / "file", "hello"));
    const auto hour_ago = fs::file_time_type::clock::now() - std::chrono::hours(1);
    fs::last_write_time(folder / "file", hour_ago);
    fs::create_symlink("nowhere", folder / "link");
    fs::create_symlink("nowhere", folder / "same-link");
    fs::create_symlink("elsewhere", folder / "other-link");
    REQUIRE(disk.Link(folder / "file", folder / "new/folder/file"));
    REQUIRE(disk.Link(folder / "link", folder / "new/link"));
    CHECK(disk.Read(folder / "new/folder/file", 9).value() == "hello");
    CHECK(disk.Status(folder / "new/folder/file")->modified == hour_ago);
    CHECK(fs::read_symlink(folder / "new/link") == "nowhere");
    CHECK(disk.AreSame(folder / "file", folder / "new/folder/file") == has_links);
    CHECK(disk.AreSame(folder / "file", folder / "file"));
    CHECK(disk.AreSame(folder / "link", folder / "new/link"));
    CHECK(disk.AreSame(folder / "link", folder / "same-link"));
    CHECK_FALSE(disk.AreSame(folder / "link", folder / "other-link"));
    CHECK_FALSE(disk.AreSame(folder / "link", folder / "file"));
    CHECK_FALSE(disk.AreSame(folder / "file", folder / "link"));
    CHECK_FALSE(disk.AreSame(folder / "file", folder / "missing"));
    CHECK_FALSE(disk.AreSame(folder / "missing", folder / "missing"));
    CHECK_FALSE(disk.Link(folder / "file", folder / "new/link"));
    CHECK(disk.IsLink(folder / "new/link"));
  }
}

TEST_CASE("a staging folder is as readable as any, and known by its mark") {
  Folder folder;
  Disk disk;
  const mode_t before = ::umask(027);
  const fs::path staging = disk.CreateStaging(folder.path(), "guide").value();
  CHECK(::umask(before) == 027);
  CHECK(ModeOf(staging) == 0750);
  CHECK(staging.filename().string().size() == std::string(".guide.guidec-").size() + 6);
  CHECK(staging.filename().string().starts_with(".guide.guidec-"));
  CHECK(disk.Read(staging / ".guidec-staging", 100).value() ==
        "guidec puts together here what it writes, and then removes this folder.\n");
  const auto make = [&](const char* name, const char* mark) {
    REQUIRE(disk.CreateDirectories(folder / name));
    if (mark != nullptr) REQUIRE(disk.Write(folder / name / ".guidec-staging", mark));
    return folder / name;
  };
  CHECK(disk.IsStaging(staging));
  CHECK(disk.IsStaging(make(".guide.guidec-abcdef", nullptr)));
  CHECK(disk.IsStaging(make(".x.guidec-abcdef", nullptr)));
  CHECK(disk.IsStaging(make("..guidec-abcdef", nullptr)));
  for (const char* name : {"guide", "guide.guidec-abcdef", ".guidec-abcdef", ".guide.guidec-abcde",
                           ".guide.guidec-abcdefg", ".guide-guidec-abcdef"}) {
    INFO(name);
    CHECK_FALSE(disk.IsStaging(make(name, nullptr)));
  }
  CHECK_FALSE(disk.IsStaging(make(".marked.guidec-abcdef", "guidec")));
  const fs::path linked = make(".linked.guidec-abcdef", nullptr);
  fs::create_symlink(staging / ".guidec-staging", linked / ".guidec-staging");
  CHECK_FALSE(disk.IsStaging(linked));
  fs::create_directory_symlink(staging, folder / ".link.guidec-abcdef");
  CHECK_FALSE(disk.IsStaging(folder / ".link.guidec-abcdef"));
  REQUIRE(disk.Write(folder / ".file.guidec-abcdef", ""));
  CHECK_FALSE(disk.IsStaging(folder / ".file.guidec-abcdef"));
  CHECK(disk.Stagings(folder.path(), "guide").size() == 2);
  CHECK(std::ranges::is_sorted(disk.Stagings(folder.path(), "guide")));
  CHECK(disk.Stagings(folder.path(), "x") == std::vector<fs::path>{folder / ".x.guidec-abcdef"});
  CHECK(disk.Stagings(folder.path(), "gui").empty());
  CHECK(disk.Stagings(folder / "missing", "guide").empty());
}

TEST_CASE("what is removed goes whole, and links are not followed") {
  Folder folder;
  Disk disk;
  REQUIRE(disk.CreateDirectories(folder / "kept"));
  REQUIRE(disk.Write(folder / "kept/file", ""));
  REQUIRE(disk.CreateDirectories(folder / "gone/inner"));
  fs::create_directory_symlink("../kept", folder / "gone/link");
  fs::create_directory_symlink("kept", folder / "link");
  REQUIRE(disk.Write(folder / "gone/inner/file", ""));
  for (const char* name : {"gone", "link", "missing"}) disk.RemoveAll(folder / name);
  CHECK(folder.size() == 2);
  CHECK(disk.Kind(folder / "kept/file") == FileKind::kFile);
}

TEST_CASE("a folder is locked until its lock goes") {
  Folder folder;
  Disk disk;
  {
    const auto lock = disk.Lock(folder.path());
    REQUIRE(lock);
    CHECK_FALSE(disk.Lock(folder.path()));
  }
  CHECK(disk.Lock(folder.path()));
}

TEST_CASE("sizes are shown as file managers do") {
  CHECK(HumanSize(0) == "0 B");
  CHECK(HumanSize(999) == "999 B");
  CHECK(HumanSize(1000) == "1.0 kB");
  CHECK(HumanSize(1500) == "1.5 kB");
  CHECK(HumanSize(999'900) == "999.9 kB");
  CHECK(HumanSize(999'949) == "999.9 kB");
  CHECK(HumanSize(999'960) == "1.0 MB");
  CHECK(HumanSize(1'000'000) == "1.0 MB");
  CHECK(HumanSize(104'857'600) == "104.9 MB");
  CHECK(HumanSize(2'500'000'000) == "2500.0 MB");
}

}  // namespace files_test
}  // namespace guidec
