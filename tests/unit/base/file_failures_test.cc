// What people are told when a disk fails.
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

#include "base/files.h"
#include "base/standard_streams.h"
#include "unit/base/child.h"
#include "unit/base/folder.h"

namespace guidec {
namespace file_failures_test {

TEST_CASE("a failure says what failed where, why, and what to do") {
  Folder folder;
  Disk disk;
  REQUIRE(disk.Write(folder / "file", ""));
  REQUIRE(disk.CreateDirectories(folder / "full/inner"));
  fs::create_symlink("loop", folder / "loop");
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  const auto said = [&](const char* verb, const char* name, const char* reason, const char* hint) {
    return std::string("cannot ") + verb + " `" + (folder / name).string() + "`: " + reason + "; " + hint;
  };
  constexpr char kMissing[] = "No such file or directory";
  constexpr char kCheck[] = "check the path";
  constexpr char kFile[] = "Not a directory";
  constexpr char kPart[] = "a part of the path is a file, not a folder";
  CHECK(Told(disk.Read(folder / "none", 9)) == said("read", "none", kMissing, kCheck));
  CHECK(Told(disk.Read(folder / "file/x", 9)) == said("read", "file/x", kFile, kPart));
  CHECK(Told(disk.Read(folder / "full", 9)) == said("read", "full", "Is a directory", "name a file, not a folder"));
  CHECK(Told(disk.Read(folder / "pipe", 9)) == said("read", "pipe", "it is not a regular file", "name a file"));
  CHECK(Told(disk.Read(folder / "loop", 9)) ==
        said("read", "loop", "Too many levels of symbolic links", "the path runs through a loop of links"));
  CHECK(Told(disk.Status(folder / "none")) == said("read", "none", kMissing, kCheck));
  CHECK(Told(disk.List(folder / "none", Hidden::kListed)) == said("list", "none", kMissing, kCheck));
  CHECK(Told(disk.List(folder / "file", Hidden::kListed)) == said("list", "file", kFile, kPart));
  CHECK(Told(disk.Write(folder / "none/x", "")) == said("write", "none/x", kMissing, kCheck));
  CHECK(Told(disk.Write("/dev/full", "x")) ==
        "cannot write `/dev/full`: No space left on device; free some space on the disk, then run again");
  CHECK(Told(disk.WriteLike(folder / "none", folder / "x", "")) == said("write", "none", kMissing, kCheck));
  CHECK(Told(disk.WriteLike(folder / "file", folder / "none/x", "")) == said("write", "none/x", kMissing, kCheck));
  CHECK(Told(disk.Resolve(folder / "none")) == said("find", "none", kMissing, kCheck));
  CHECK(Told(disk.CreateDirectories(folder / "file")) == said("create folder", "file", kFile, kPart));
  CHECK(Told(disk.CreateDirectories(folder / "file/x")) == said("create folder", "file/x", kFile, kPart));
  CHECK(Told(disk.CreateDirectoryLike(folder / "none", folder / "x")) == said("read", "none", kMissing, kCheck));
  CHECK(Told(disk.CreateDirectoryLike(folder / "full", folder / "file")) ==
        said("create folder", "file", "File exists", ""));
  CHECK(Told(disk.CreateStaging(folder / "none", "x")) == said("write into", "none", kMissing, kCheck));
  CHECK(Told(disk.Lock(folder / "none")) == said("open folder", "none", kMissing, kCheck));
  CHECK(Told(disk.Lock(folder / "file")) == said("open folder", "file", kFile, kPart));
  CHECK(Told(disk.Link(folder / "none", folder / "x")) == said("copy", "none", kMissing, kCheck));
  CHECK(Told(disk.Link(folder / "full", folder / "x")) ==
        said("copy", "full", "Operation not permitted", "check the permissions of the file and its folders"));
  CHECK(Told(disk.Link(folder / "file", folder / "loop")) == said("write", "loop", "File exists", ""));
  CHECK(Told(disk.Move(folder / "none", folder / "x")) == said("move", "none", kMissing, kCheck));
  CHECK(Told(disk.Move(folder / "file", folder / "full")) == said("move", "file", "File exists", ""));
  CHECK(Told(disk.Replace(folder / "none", folder / "file")) == said("replace", "file", kMissing, kCheck));
  CHECK(Told(disk.Exchange(folder / "none", folder / "full", folder / "x")) ==
        said("replace", "full", kMissing, kCheck));
  CHECK(Told(disk.Remove(folder / "none")) == said("remove", "none", kMissing, kCheck));
  CHECK(Told(disk.Remove(folder / "full")) == said("remove", "full", "Directory not empty", ""));
  const auto lock = disk.Lock(folder.path());
  CHECK(Told(disk.Lock(folder.path())) == "another guidec is writing into `" + folder.path().string() +
                                              "`; wait until it is done, then run again");
}

// A disk of which the system says no with that number, whatever is to be renamed.
class RefusingDisk : public Disk {
 public:
  explicit RefusingDisk(int code) : code_(code) {}

 protected:
  int Rename(const fs::path&, const fs::path&) override { return code_; }

 private:
  int code_;
};

TEST_CASE("each of the system's reasons has its remedy") {
  for (const auto& [code, hint] :
       {std::pair{ENOENT, "check the path"},
        {EACCES, "check the permissions of the file and its folders"},
        {EPERM, "check the permissions of the file and its folders"},
        {EROFS, "the disk is read-only; choose another folder"},
        {ENOSPC, "free some space on the disk, then run again"},
        {EDQUOT, "free some space on the disk, then run again"},
        {EFBIG, "`ulimit -f` shows how large a file may be, and raises it"},
        {EISDIR, "name a file, not a folder"},
        {ENOTDIR, "a part of the path is a file, not a folder"},
        {ELOOP, "the path runs through a loop of links"},
        {EMFILE, "too many files are open on this machine"},
        {ENFILE, "too many files are open on this machine"},
        {EIO, ""}}) {
    INFO(code);
    const auto done = RefusingDisk(code).Replace("a", "b");
    REQUIRE_FALSE(done);
    CHECK(done.error().hint == hint);
  }
  const Ended ended = RunChild([] { (void)RefusingDisk(ENOMEM).Replace("a", "b"); });
  CHECK(ended.status == 2);
  CHECK(ended.said.starts_with("error: out of memory\n"));
}

TEST_CASE("who is not root may not write what is not theirs, and takes out of folders of their own") {
  if (::geteuid() != 0) return;  // cannot become somebody else
  Folder folder;
  Disk disk;
  REQUIRE(disk.Write(folder / "roots", ""));
  REQUIRE(disk.CreateDirectories(folder / "mine/inner"));
  REQUIRE(disk.CreateDirectories(folder / "others/inner"));
  for (const char* name : {"mine", "mine/inner"}) REQUIRE(::chown((folder / name).c_str(), 12345, 12345) == 0);
  REQUIRE(::chown(folder.path().c_str(), 12345, 12345) == 0);
  REQUIRE(::chmod((folder / "mine").c_str(), 0500) == 0);
  const Ended ended = RunChild([&] {
    if (::setuid(12345) != 0) ::_exit(100);
    Say("{}\n", Told(disk.WriteLike(folder / "roots", folder / "new", "")));
    Say("{}\n", Told(disk.Remove(folder / "mine/inner")));
    Say("{}\n", Told(disk.Remove(folder / "others/inner")));
  });
  CHECK(ended.said == "cannot write `" + (folder / "roots").string() +
                          "`: Permission denied; check the permissions of the file and its folders\n\n"
                          "cannot remove `" +
                          (folder / "others/inner").string() +
                          "`: Permission denied; check the permissions of the file and its folders\n");
  CHECK(disk.Kind(folder / "new") == FileKind::kMissing);
  CHECK(disk.Kind(folder / "mine/inner") == FileKind::kMissing);
  CHECK(fs::status(folder / "mine").permissions() == fs::perms::owner_all);
}

TEST_CASE("a mark stays where something else in its folder cannot be removed") {
  if (::geteuid() != 0) return;  // cannot become somebody else
  Folder folder;
  Disk disk;
  const fs::path staging = disk.CreateStaging(folder.path(), "guide").value();
  REQUIRE(disk.CreateDirectories(staging / "roots"));
  REQUIRE(disk.Write(staging / "roots/file", ""));
  for (const fs::path& path : {folder.path(), staging}) REQUIRE(::chown(path.c_str(), 12345, 12345) == 0);
  const Ended ended = RunChild([&] {
    if (::setuid(12345) != 0) ::_exit(100);
    disk.RemoveAll(staging);
  });
  CHECK(ended.status == 0);
  CHECK(disk.IsStaging(staging));
  disk.RemoveAll(staging);
  CHECK(disk.Kind(staging) == FileKind::kMissing);
}

}  // namespace file_failures_test
}  // namespace guidec
