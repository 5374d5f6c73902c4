#include "text/plain_path.h"

#include <catch2/catch.hpp>

namespace guidec {
namespace {

TEST_CASE("a path that shows what it is, and means it everywhere, is fine") {
  for (const char* path : {"plank.svg", "pictures/exercises/plank.svg", "a.b/c-d_e (2).png",
                           "\xC3\x9C"
                           "bung/Bild.png",
                           "console.png", "com0.png", "\xE8\x85\xB0.png", ".hidden"}) {
    INFO(path);
    CHECK(FaultInPath(path) == std::nullopt);
  }
}

TEST_CASE("a path that is not to be trusted says why") {
  struct Case {
    const char* path;
    const char* fault;
  };
  const Case cases[] = {
      {"", "an empty part"},
      {"/etc/passwd", "root of the disk"},
      {"..", "leads out"},
      {"../a.png", "leads out"},
      {"a/../../b.png", "leads out"},
      {"a/./b.png", "leads out"},
      {"a//b.png", "an empty part"},
      {"a/", "an empty part"},
      {"a\\b.png", "U+005C"},
      {"C:a.png", "U+003A"},
      {"a\x1b[2J.png", "U+001B"},
      {"a\n.png", "U+000A"},
      {"\xEF\xBC\x8E\xEF\xBC\x8E/a.png", "U+FF0E"},  // fullwidth dots
      {"a\xEF\xBC\x8F"
       "b.png",
       "U+FF0F"},  // a fullwidth slash
      {"a\xE2\x88\x95"
       "b.png",
       "U+2215"},                          // a division slash
      {"a\xE2\x80\xAEgnp.exe", "U+202E"},  // turned round
      {"a\xE2\x80\x8B.png", "U+200B"},     // of no width
      {"\xEF\xBB\xBF"
       "a.png",
       "U+FEFF"},
      {"a\xFF.png", "not UTF-8"},
      {"a./b.png", "at the end of a part"},
      {"a.png ", "at the end of a part"},
      {"con", "a device, `con`"},
      {"handouts/NUL.pdf", "a device, `nul`"},
      {"com1.txt", "a device, `com1`"},
  };
  for (const Case& c : cases) {
    INFO(c.path);
    const auto fault = FaultInPath(c.path);
    REQUIRE(fault);
    CHECK(fault->find(c.fault) != std::string::npos);
  }
}

}  // namespace
}  // namespace guidec
