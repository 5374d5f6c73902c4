#include "base/paths.h"

#include <catch2/catch.hpp>

namespace guidec {
namespace paths_test {

namespace fs = std::filesystem;

TEST_CASE("a path from the root has no dots and no slash at its end") {
  const fs::path here = fs::current_path();
  for (const auto& [path, absolute] : {std::pair<fs::path, fs::path>{"/a/./b/../c", "/a/c"},
                                       {"/a/b/", "/a/b"},
                                       {"/a//b", "/a/b"},
                                       {"/", "/"},
                                       {"x/y", here / "x/y"},
                                       {"x/", here / "x"},
                                       {".", here},
                                       {"..", here.parent_path()}}) {
    CHECK(Absolute(path).native() == absolute.native());
  }
}

TEST_CASE("a path lies below a folder by its parts") {
  struct Case {
    const char* path;
    const char* folder;
    bool is_below;
  };
  for (const auto& [path, folder, is_below] : {Case{"/a/b", "/a/b", true},
                                               {"/a/b/c", "/a/b", true},
                                               {"/a/b/c/d", "/a/b", true},
                                               {"/a/b", "/", true},
                                               {"/a/bc", "/a/b", false},
                                               {"/a", "/a/b", false},
                                               {"/b/a", "/a", false},
                                               {"a/b", "a", true},
                                               {"b", "a", false}}) {
    INFO(path << " in " << folder);
    CHECK(IsBelow(path, folder) == is_below);
  }
}

}  // namespace paths_test
}  // namespace guidec
