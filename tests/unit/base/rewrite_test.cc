#include "base/rewrite.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <vector>

#include <catch2/catch.hpp>

#include "support/faulty_disk.h"

namespace guidec {
namespace {

class Folder {
 public:
  Folder() {
    std::string name = "/tmp/guidec-rewrite-XXXXXX";
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { Disk().RemoveAll(path_); }
  fs::path operator/(const char* name) const { return path_ / name; }

  // Everything in it, hidden files too.
  std::size_t size() const {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : fs::recursive_directory_iterator(path_)) ++count;
    return count;
  }

 private:
  fs::path path_;
};

std::string TextOf(const fs::path& path) {
  return Disk().Read(path, 1000).value();
}

// A folder with two files in two folders, and what is to become of them.
struct Two {
  Two() {
    REQUIRE(disk.CreateDirectories(folder / "a"));
    REQUIRE(disk.CreateDirectories(folder / "b"));
    REQUIRE(disk.Write(folder / "a/one", "one"));
    REQUIRE(disk.Write(folder / "b/two", "two"));
    rewrites = {{(folder / "a/one").string(), "one", "uno"}, {(folder / "b/two").string(), "two", "due"}};
  }
  std::string Both() const { return TextOf(folder / "a/one") + " " + TextOf(folder / "b/two"); }

  Folder folder;
  Disk disk;
  std::vector<Rewrite> rewrites;
};

TEST_CASE("files get their new texts, keep their modes, and nothing else is left") {
  Two two;
  REQUIRE(::chmod((two.folder / "a/one").c_str(), 0640) == 0);
  REQUIRE(RewriteAll(two.disk, two.rewrites));
  CHECK(two.Both() == "uno due");
  CHECK(two.folder.size() == 4);
  struct stat status {};
  REQUIRE(::stat((two.folder / "a/one").c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0640);
}

TEST_CASE("a file that changed since it was read stays as it is, and so do the others") {
  for (const char* now : {"twenty", "tw", "owt"}) {
    Two two;
    REQUIRE(two.disk.Write(two.folder / "b/two", now));
    const auto done = RewriteAll(two.disk, two.rewrites);
    REQUIRE_FALSE(done);
    CHECK(done.error().message == "`" + two.rewrites[1].path + "` has changed since it was read");
    CHECK(two.Both() == std::string("one ") + now);
    CHECK(two.folder.size() == 4);
  }
}

TEST_CASE("a link stays a link, and its file is written") {
  Two two;
  fs::create_symlink("../a/one", two.folder / "b/link");
  two.rewrites[0].path = (two.folder / "b/link").string();
  REQUIRE(RewriteAll(two.disk, two.rewrites));
  CHECK(two.Both() == "uno due");
  CHECK(fs::is_symlink(two.folder / "b/link"));
}

TEST_CASE("two names of one file are written once, or not at all when they disagree") {
  Two two;
  fs::create_symlink("../a/one", two.folder / "b/link");
  two.rewrites.push_back({(two.folder / "b/link").string(), "one", "ein"});
  const auto done = RewriteAll(two.disk, two.rewrites);
  REQUIRE_FALSE(done);
  CHECK(done.error().message.ends_with("are one file, and would be written differently"));
  CHECK(two.Both() == "one two");
  two.rewrites.back().after = "uno";
  REQUIRE(RewriteAll(two.disk, two.rewrites));
  CHECK(two.Both() == "uno due");
}

TEST_CASE("a file that is gone, or is not ours to write, is named") {
  Two two;
  fs::remove(two.folder / "b/two");
  const auto gone = RewriteAll(two.disk, two.rewrites);
  REQUIRE_FALSE(gone);
  CHECK(gone.error().message.find("b/two") != std::string::npos);
  CHECK(TextOf(two.folder / "a/one") == "one");
  if (::geteuid() == 0) return;  // may write everything
  REQUIRE(two.disk.Write(two.folder / "b/two", "two"));
  REQUIRE(::chmod((two.folder / "b/two").c_str(), 0444) == 0);
  const auto refused = RewriteAll(two.disk, two.rewrites);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find("b/two` cannot be rewritten") != std::string::npos);
  CHECK(two.Both() == "one two");
}

TEST_CASE("whatever fails, both files are as they were") {
  for (int call = 0;; ++call) {
    Two two;
    Machine machine(call);
    FaultyDisk disk(machine);
    const auto done = RewriteAll(disk, two.rewrites);
    if (!machine.has_failed()) {
      CHECK(call > 10);
      CHECK(done);
      break;
    }
    INFO("call " << call);
    REQUIRE_FALSE(done);
    CHECK(two.Both() == "one two");
    CHECK(two.folder.size() == 4);
  }
}

TEST_CASE("whatever fails, a single file holds its old or its new text") {
  for (const bool exists : {true, false}) {
    for (int call = 0;; ++call) {
      Two two;
      if (!exists) fs::remove(two.folder / "a/one");
      Machine machine(call);
      FaultyDisk disk(machine);
      const auto done = WriteWhole(disk, two.folder / "a/one", "uno");
      if (!machine.has_failed()) {
        CHECK(call > 2);
        CHECK(done);
        CHECK(two.Both() == "uno two");
        break;
      }
      INFO("call " << call);
      REQUIRE_FALSE(done);
      CHECK(fs::exists(two.folder / "a/one") == exists);
      if (exists) CHECK(two.Both() == "one two");
      CHECK(two.folder.size() == (exists ? 4 : 3));
    }
  }
}

TEST_CASE("a single file is not written through a link") {
  Two two;
  fs::create_symlink("../a/one", two.folder / "b/link");
  fs::create_symlink("nowhere", two.folder / "b/dangling");
  for (const char* name : {"b/link", "b/dangling"}) {
    const auto done = WriteWhole(two.disk, two.folder / name, "uno");
    REQUIRE_FALSE(done);
    CHECK(done.error().message.find("is a link") != std::string::npos);
    CHECK(fs::is_symlink(two.folder / name));
  }
  CHECK(two.Both() == "one two");
  CHECK(two.folder.size() == 6);
}


}  // namespace
}  // namespace guidec
