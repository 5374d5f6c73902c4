#include "base/rewrite.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "support/faulty_disk.h"
#include "unit/base/folder.h"

namespace guidec {
namespace rewrite_test {

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
    CHECK(done.error().hint == "run guidec again");
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
  CHECK(done.error().message == "`" + two.rewrites[0].path + "` and `" + two.rewrites[2].path +
                                    "` are one file, and would be written differently");
  CHECK(done.error().hint == "change one of them by hand");
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

// A disk on which these calls of Replace fail.
class DiskWithoutReplace : public Disk {
 public:
  explicit DiskWithoutReplace(std::set<int> failing) : failing_(std::move(failing)) {}
  Result<void> Replace(const fs::path& staged, const fs::path& target) override {
    if (failing_.contains(++calls_)) return Failure("the disk is broken", "buy another");
    return Disk::Replace(staged, target);
  }

 private:
  std::set<int> failing_;
  int calls_ = 0;
};

TEST_CASE("what cannot be written is named, and what cannot be put back") {
  for (const std::set<int>& failing : {std::set<int>{1}, {2}, {2, 3}}) {
    Two two;
    DiskWithoutReplace disk(failing);
    const auto done = RewriteAll(disk, two.rewrites);
    REQUIRE_FALSE(done);
    const bool is_stuck = failing.contains(3);
    CHECK(done.error().message ==
          "`" + two.rewrites[failing.contains(1) ? 0 : 1].path + "` cannot be rewritten: the disk is broken" +
              (is_stuck ? "; and `" + two.rewrites[0].path + "`, which was written before, cannot be put back" : ""));
    CHECK(done.error().hint == "buy another");
    CHECK(two.Both() == (is_stuck ? "uno two" : "one two"));
  }
}

TEST_CASE("what killed runs left beside the files is removed, unless another run is at work there") {
  Two two;
  const auto leave = [&](const char* name) { REQUIRE(two.disk.CreateStaging(two.folder / name, "guidec-rewrite")); };
  leave("a");
  leave("b");
  REQUIRE(RewriteAll(two.disk, two.rewrites));
  CHECK(two.folder.size() == 4);
  leave("a");
  leave("b");
  {
    const auto lock = two.disk.Lock(two.folder / "a");
    RemoveLeftovers(two.disk, {two.folder / "a", two.folder / "b", two.folder / "missing"});
    CHECK(two.folder.size() == 6);
    CHECK(two.disk.Stagings(two.folder / "b", "guidec-rewrite").empty());
    const auto done = RewriteAll(two.disk, two.rewrites);
    REQUIRE_FALSE(done);
    CHECK(done.error().message.ends_with("another guidec is writing into `" + (two.folder / "a").string() + "`"));
  }
  RemoveLeftovers(two.disk, {two.folder / "a"});
  CHECK(two.folder.size() == 4);
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
    CHECK(done.error().hint == (done.error().message.ends_with("has changed since it was read") ? "run guidec again"
                                                                                               : "buy another"));
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
    CHECK(done.error().message ==
          "`" + (two.folder / name).string() + "` is a link, and what it leads to is not written over");
    CHECK(done.error().hint == "name the file itself");
    CHECK(fs::is_symlink(two.folder / name));
  }
  CHECK(two.Both() == "one two");
  CHECK(two.folder.size() == 6);
}

TEST_CASE("a single file keeps its mode, and one in the folder where we are needs no folder in its name") {
  Two two;
  REQUIRE(::chmod((two.folder / "a/one").c_str(), 0640) == 0);
  const fs::path before = fs::current_path();
  fs::current_path(two.folder / "a");
  const auto changed = WriteWhole(two.disk, "one", "uno");
  const auto made = WriteWhole(two.disk, "three", "tre");
  fs::current_path(before);
  REQUIRE(changed);
  REQUIRE(made);
  CHECK(two.Both() == "uno two");
  CHECK(TextOf(two.folder / "a/three") == "tre");
  CHECK(two.folder.size() == 5);
  struct stat status {};
  REQUIRE(::stat((two.folder / "a/one").c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0640);
}

TEST_CASE("what is no file, or a stream, is written as it is") {
  Two two;
  const auto into_folder = WriteWhole(two.disk, two.folder / "a", "uno");
  REQUIRE_FALSE(into_folder);
  CHECK(into_folder.error().message == "cannot write `" + (two.folder / "a").string() + "`: Is a directory");
  REQUIRE(::mkfifo((two.folder / "pipe").c_str(), 0600) == 0);
  const int end = ::open((two.folder / "pipe").c_str(), O_RDONLY | O_NONBLOCK);
  REQUIRE(WriteWhole(two.disk, two.folder / "pipe", "uno"));
  char bytes[4] = {};
  CHECK(::read(end, bytes, sizeof bytes) == 3);
  CHECK(std::string(bytes) == "uno");
  ::close(end);
  const int file = ::open((two.folder / "a/one").c_str(), O_RDWR);
  REQUIRE(WriteWhole(two.disk, "/dev/fd/" + std::to_string(file), "uno"));
  CHECK(::pread(file, bytes, sizeof bytes, 0) == 3);
  CHECK(std::string(bytes) == "uno");
  ::close(file);
  CHECK(two.Both() == "uno two");
  CHECK(two.folder.size() == 5);
}

}  // namespace rewrite_test
}  // namespace guidec
