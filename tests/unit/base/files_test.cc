#include "base/files.h"

#include <stdlib.h>

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
    REQUIRE(disk.Write(*staging / "file", content));
    REQUIRE(disk.Replace(*staging, folder / "guide"));
    CHECK(disk.Read(folder / "guide/file", 100).value() == content);
    CHECK(disk.Kind(*staging) == FileKind::kMissing);
  }
}

TEST_CASE("staging that a killed run left is removed, and nothing else") {
  Folder folder;
  Disk disk;
  REQUIRE(disk.CreateStaging(folder.path(), "guide"));
  REQUIRE(disk.CreateStaging(folder.path(), "other"));
  REQUIRE(disk.CreateDirectories(folder / "guide"));
  disk.RemoveStale(folder.path(), "guide");
  int left = 0;
  for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder.path())) ++left;
  CHECK(left == 2);
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
