#include "text/plain_path.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>

namespace guidec {
namespace plain_path_test {

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

TEST_CASE("what is wrong with a path is said whole") {
  const std::pair<std::string, std::string> cases[] = {
      {"", "has an empty part"},
      {"/a", "starts from the root of the disk"},
      {"a\xFF", "is not UTF-8"},
      {"a/..", "leads out of its folder"},
      {".", "leads out of its folder"},
      {" a", "has a blank or a dot at the end of a part"},
      {"a /b", "has a blank or a dot at the end of a part"},
      {"a/b.", "has a blank or a dot at the end of a part"},
      {"a\u200b", "has the character U+200B, which is not seen"},
      {"a\x7F", "has the character U+007F, which is not seen"},
      {"a\u2028", "has the character U+2028, which is not seen"},
      {"a\u2029", "has the character U+2029, which is not seen"},
      {"a:b", "has the character U+003A, which some take for a slash or a dot"},
      {"Aux", "is what Windows calls a device, `aux`"},
      {"a/prn.tar.gz", "is what Windows calls a device, `prn`"},
  };
  for (const auto& [path, fault] : cases) {
    INFO(path);
    CHECK(FaultInPath(path) == fault);
  }
  for (const char* sign : {"\u2024", "\u2025", "\u2026", "\u2044", "\u2215", "\u2216", "\u29F8", "\u29F9",
                           "\uFF0E", "\uFF0F", "\uFF1A", "\uFF3C", "\\", ":"}) {
    INFO(sign);
    CHECK(FaultInPath(std::string("a") + sign + "b")
              .value_or("")
              .ends_with(", which some take for a slash or a dot"));
  }
  for (const std::string device : {"con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9", "LPT5"}) {
    INFO(device);
    CHECK(FaultInPath(device));
    CHECK(FaultInPath("a/" + device + ".svg"));
    CHECK_FALSE(FaultInPath("a" + device));
  }
  for (const char* name : {"com", "com0", "lpt0", "com10", "comA", "con1", "a.con", "xcom1", "a b", "a.b"}) {
    INFO(name);
    CHECK_FALSE(FaultInPath(name));
  }
}

TEST_CASE("paths that some disks take for one are the same without case") {
  CHECK(WithoutCase("pictures/A.PNG") == "pictures/a.png");
  CHECK(WithoutCase("\u00C9t\u00E9/STRASSE") == WithoutCase("\u00E9T\u00C9/stra\u00DFe"));
  CHECK(WithoutCase("a\u2019b") != WithoutCase("a'b"));
}

}  // namespace plain_path_test
}  // namespace guidec
