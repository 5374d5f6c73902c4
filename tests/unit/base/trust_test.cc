#include "base/trust.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "unit/base/child.h"
#include "unit/base/folder.h"

namespace guidec {
namespace trust_test {

mode_t ModeOf(const fs::path& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777;
}

TEST_CASE("others may change what they may write to, but for a sticky folder") {
  Folder folder;
  Disk disk;
  CHECK_FALSE(MayBeChangedByOthers(folder / "missing"));
  REQUIRE(disk.Write(folder / "file", ""));
  REQUIRE(disk.CreateDirectories(folder / "folder"));
  struct Case {
    const char* name;
    mode_t mode;
    bool may_change;
  };
  for (const auto& [name, mode, may_change] :
       {Case{"file", 0644, false}, {"file", 0755, false}, {"file", 0664, true}, {"file", 0646, true},
        {"file", 01666, true}, {"folder", 0755, false}, {"folder", 0775, true}, {"folder", 0757, true},
        {"folder", 01777, false}, {"folder", 01755, false}}) {
    INFO(name << " " << std::oct << mode);
    REQUIRE(::chmod((folder / name).c_str(), mode) == 0);
    CHECK(MayBeChangedByOthers(folder / name) == may_change);
  }
}

TEST_CASE("what somebody else owns may be changed by them, unless it is root") {
  if (::geteuid() != 0) return;  // cannot give files away
  constexpr uid_t kUser = 12345;
  constexpr uid_t kOther = 54321;
  Folder folder;
  Disk disk;
  REQUIRE(::chmod(folder.path().c_str(), 0755) == 0);
  for (const char* name : {"root", "mine", "other"}) REQUIRE(disk.Write(folder / name, ""));
  REQUIRE(::chown((folder / "mine").c_str(), kUser, kUser) == 0);
  REQUIRE(::chown((folder / "other").c_str(), kOther, kUser) == 0);
  const Ended as_user = RunChild([&] {
    if (::seteuid(kUser) != 0) ::_exit(100);
    ::_exit((MayBeChangedByOthers(folder / "root") ? 1 : 0) + (MayBeChangedByOthers(folder / "mine") ? 2 : 0) +
            (MayBeChangedByOthers(folder / "other") ? 4 : 0));
  });
  CHECK(as_user.status == 4);
  CHECK_FALSE(MayBeChangedByOthers(folder / "root"));
  CHECK(MayBeChangedByOthers(folder / "mine"));
}

TEST_CASE("others lose the right to write, and no other") {
  Folder folder;
  Disk disk;
  REQUIRE(disk.Write(folder / "file", ""));
  for (const auto& [before, after] : {std::pair<mode_t, mode_t>{0777, 0755}, {0666, 0644}, {0664, 0644},
                                      {0646, 0644}, {0640, 0640}}) {
    REQUIRE(::chmod((folder / "file").c_str(), before) == 0);
    KeepFromOthers(folder / "file");
    CHECK(ModeOf(folder / "file") == after);
  }
  KeepFromOthers(folder / "missing");
}

}  // namespace trust_test
}  // namespace guidec
