#include <catch2/catch.hpp>

#include "schema/modeline.h"

namespace guidec {
namespace modeline_test {

TEST_CASE("a modeline is found above the first value") {
  struct Case {
    std::string text;
    std::string schema;  // empty: none
  };
  const Case cases[] = {
      {"# yaml-language-server: $schema=a/b.json\nid: x\n", "a/b.json"},
      {"# yaml-language-server: $schema=a/b.json\r\nid: x\r\n", "a/b.json"},
      {"#yaml-language-server : $schema=a/b.json  \nid: x\n", "a/b.json"},
      {"\xEF\xBB\xBF# yaml-language-server: $schema=a/b.json\nid: x\n", "a/b.json"},
      {"# Licence: free\n\n# yaml-language-server: $schema=https://a.b/c.json\nid: x\n",
       "https://a.b/c.json"},
      {"id: x\n# yaml-language-server: $schema=a/b.json\n", ""},
      {"# yaml-language-server: off\nid: x\n", ""},
      {"# $schema=a/b.json\n", ""},
      {"# $schema=a/b.json yaml-language-server\n", ""},
      {"# yaml-language-server: $schema=a.json\tmore\nid: x\n", "a.json"},
      {" \t# yaml-language-server: $schema=a.json more\nid: x\n", "a.json"},
      {"\n \t\n\n# yaml-language-server: $schema=a.json\nid: x\n", "a.json"},
      {"\xEF\xBB\xBF \n# yaml-language-server: $schema=a.json\n", "a.json"},
      {"# $schema=a.json yaml-language-server $schema=b.json\n", "b.json"},
      {"# yaml-language-server: off\n# yaml-language-server: $schema=b.json\n", "b.json"},
      {"# yaml-language-server: $schema=a.json\n# yaml-language-server: $schema=b.json\n", "a.json"},
      {"# yaml-language-server: $schema=a.json", "a.json"},
      {"", ""},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const Source source(SourceId{}, "a.yaml", c.text);
    const auto modeline = FindModeline(source);
    CHECK(modeline.has_value() != c.schema.empty());
    if (!modeline) continue;
    CHECK(modeline->schema == c.schema);
    CHECK(source.Slice(modeline->span) == c.schema);
  }
}

TEST_CASE("a modeline that is written is found") {
  const Source source(SourceId{}, "a.yaml", WriteModeline("../x.json") + "\n");
  CHECK(source.text() == "# yaml-language-server: $schema=../x.json\n");
  REQUIRE(FindModeline(source));
  CHECK(FindModeline(source)->schema == "../x.json");
}

}  // namespace modeline_test
}  // namespace guidec
