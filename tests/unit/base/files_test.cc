#include "base/files.h"

#include <stdlib.h>

#include <cerrno>
#include <set>
#include <utility>

#include <catch2/catch.hpp>

namespace guidec {
namespace {

class Folder {
 public:
  Folder() {
    std::string name = "/tmp/guidec-files-XXXXXX";
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { Disk().RemoveAll(path_); }
  fs::path operator/(const char* name) const { return path_ / name; }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

TEST_CASE("what is written is read, up to the limit") {
  Folder folder;
  Disk disk;
  REQUIRE(disk.Write(folder / "a", "hello"));
  CHECK(disk.Read(folder / "a", 5).value() == "hello");
  const auto cut = disk.Read(folder / "a", 4);
  REQUIRE_FALSE(cut);
  CHECK(cut.error().message.ends_with("is too large: 5 B, at most 4 B are read"));
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
  explicit OldDisk(std::set<int> failing) : failing_(std::move(failing)) {}

 protected:
  int Rename(const fs::path& from, const fs::path& to) override {
    return failing_.contains(++renames_) ? EIO : Disk::Rename(from, to);
  }
  int Swap(const fs::path&, const fs::path&) override { return EINVAL; }

 private:
  std::set<int> failing_;
  int renames_ = 0;
};

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
    if (is_stuck) CHECK(done.error().message.find("what was there is in `") != std::string::npos);
    CHECK(disk.Read(folder / "new/file", 10).has_value() != failing.empty());
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
  CHECK(HumanSize(1500) == "1.5 kB");
  CHECK(HumanSize(104'857'600) == "104.9 MB");
}

}  // namespace
}  // namespace guidec
