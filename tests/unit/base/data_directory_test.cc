#include "base/data_directory.h"

#include <stdlib.h>

#include <set>
#include <utility>

#include <catch2/catch.hpp>

namespace guidec {
namespace data_directory_test {

// A disk with these folders alone, and files named `templates` everywhere else.
class Folders : public Disk {
 public:
  explicit Folders(std::set<fs::path> folders) : folders_(std::move(folders)) {}
  FileKind Kind(const fs::path& path) const override {
    return folders_.contains(path) ? FileKind::kDirectory : FileKind::kFile;
  }

 private:
  std::set<fs::path> folders_;
};

TEST_CASE("the templates lie where one says, else where the environment does, else beside the binary") {
  const fs::path binary = fs::read_symlink("/proc/self/exe");
  const fs::path beside = binary.parent_path() / "share/guidec";
  const fs::path installed = binary.parent_path().parent_path() / "share/guidec";
  const Folders all({"/given/templates", "/set/templates", beside / "templates", installed / "templates"});
  const auto set = [](const char* value) { ::setenv("GUIDEC_DATA_DIR", value, 1); };

  set("/set");
  CHECK(DataDirectory(all, "/given") == fs::path("/given"));
  CHECK(DataDirectory(all, {}) == fs::path("/set"));
  const auto not_given = DataDirectory(all, "/else");
  REQUIRE_FALSE(not_given);
  CHECK(not_given.error().message == "`/else` has no folder `templates`");
  CHECK(not_given.error().hint == "give --data-dir the folder that holds guidec's templates/");
  set("/else");
  const auto not_set = DataDirectory(all, {});
  REQUIRE_FALSE(not_set);
  CHECK(not_set.error().message == "GUIDEC_DATA_DIR is `/else`, which has no folder `templates`");
  CHECK(not_set.error().hint == "set it to the folder that holds guidec's templates/, or unset it");

  for (const char* value : {"", static_cast<const char*>(nullptr)}) {
    if (value == nullptr) {
      ::unsetenv("GUIDEC_DATA_DIR");
    } else {
      set(value);
    }
    CHECK(DataDirectory(all, {}) == beside);
    CHECK(DataDirectory(Folders({installed / "templates"}), {}) == installed);
    const auto nowhere = DataDirectory(Folders({}), {});
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().message ==
          "guidec's templates are not beside its binary `" + binary.string() + "`");
    CHECK(nowhere.error().hint ==
          "install guidec anew, its package or by `cmake --install build`, or set GUIDEC_DATA_DIR");
  }
}

}  // namespace data_directory_test
}  // namespace guidec
