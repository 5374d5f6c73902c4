// The judge judged: what it reads, and that it fails where it should.
#include <catch2/catch.hpp>

#include "support/expectations.h"

namespace guidec {
namespace expectations_test {

Fixture Plank(std::string text) {
  return {"", "exercises/plank.yaml", std::move(text), 0};
}

TEST_CASE("expectations are read") {
  const Expectations read = ReadExpectations(
      "# expect: LG003 @ 7:12-19 \"word\"\n"
      "a: b # expect: AX001 # expect: AX002 @ 1-4:5 \"it's\"\n"
      "# expect XX001\n"
      "# expect: XX1\n"
      "# expects: XX001\n");
  REQUIRE(read.expected.size() == 3);
  CHECK(read.expected[0].code == "LG003");
  CHECK(read.expected[0].line == 7);
  CHECK(read.expected[0].columns->begin == 12);
  CHECK(read.expected[0].columns->end_line == 7);
  CHECK(read.expected[0].columns->end == 19);
  CHECK(read.expected[0].text == "word");
  CHECK(read.expected[1].code == "AX001");
  CHECK(read.expected[1].line == 2);
  CHECK_FALSE(read.expected[1].columns);
  CHECK(read.expected[2].columns->end_line == 4);
  CHECK(read.expected[2].text == "it's");
  CHECK(read.malformed ==
        std::vector<std::string>{"3: # expect XX001", "4: # expect: XX1", "5: # expects: XX001"});
}

TEST_CASE("findings and expectations must agree") {
  CHECK(Differences(Plank("")).empty());
  CHECK(Differences(Plank("equipment: mat # expect: SC003 @ 12-15 \"list\"\n")).empty());
  CHECK(Differences(Plank("# expect: SC003 @ 2:12-15\nequipment: mat\n")).empty());
  CHECK(Differences(Plank("equipment: mat\n")).starts_with("unexpected  1:12-15 SC003 "));
  CHECK(Differences(Plank("# expect: SC003\nequipment: mat\n")).starts_with("unmet       1 SC003"));
  for (const char* wrong : {"# expect: SC003 @ 12-16", "# expect: SC003 @ 11-15", "# expect: SC004",
                            "# expect: SC003 @ 12-2:15", "# expect: SC003 \"no such words\"",
                            "# expect: SC003 # expect: SC003", "# expect: SC003 # expect: YM001"}) {
    INFO(wrong);
    CHECK(Differences(Plank(std::string("equipment: mat ") + wrong + "\n")).find("unmet") == 0);
  }
  CHECK(Differences(Plank("equipment: mat # expect: SC003 and so on\n")).starts_with("malformed   1: "));
}

TEST_CASE("a finding outside the fixture is seen") {
  const Fixture other{"", "exercises/squat.yaml", "# yaml-language-server: nothing\nid: squat\n", 0};
  CHECK_FALSE(Differences(other).empty());
  const Fixture header{"", "exercises/plank.yaml", "# file: x\nequipment: mat # expect: SC003 @ 2:12-15\n",
                       10};
  CHECK(Differences(header).empty());
}

}  // namespace expectations_test
}  // namespace guidec
