#include "diag/edits.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace guidec {
namespace edits_test {

TEST_CASE("edits are made in one text, in whatever order they come, with its line ends") {
  struct Change {
    std::uint32_t begin;
    std::uint32_t end;
    std::string replacement;
  };
  struct Case {
    std::string text;
    std::vector<Change> changes;
    std::string after;
  };
  const Case cases[] = {
      {"abc", {}, "abc"},
      {"abc", {{0, 0, "x"}}, "xabc"},
      {"abc", {{3, 3, "x"}}, "abcx"},
      {"abc", {{0, 3, ""}}, ""},
      {"abcdef", {{0, 1, "1"}, {2, 4, "23"}, {5, 6, ""}}, "1b23e"},
      {"abcdef", {{5, 6, ""}, {0, 1, "one"}, {2, 4, "23"}}, "oneb23e"},
      {"a\nb\n", {{1, 1, "\nc"}}, "a\nc\nb\n"},
      {"a\r\nb\r\n", {{1, 1, "\nc"}}, "a\r\nc\r\nb\r\n"},
      {"a\r\nb\r\n", {{0, 1, "c\r\nd\n\ne"}}, "c\r\nd\r\n\r\ne\r\nb\r\n"},
      {"a\r\nb", {{0, 1, "\n\n"}}, "\r\n\r\n\r\nb"},
      // The first line says how lines end.
      {"a\nb\r\n", {{0, 1, "c\nd"}}, "c\nd\nb\r\n"},
      {"\na\r\n", {{1, 2, "c\nd"}}, "\nc\nd\r\n"},
      {"a\r", {{0, 1, "c\nd"}}, "c\nd\r"},
      // Where only carriage returns go, they are what the edit is about.
      {"a\r\nb\r\n", {{1, 3, "\n"}}, "a\nb\r\n"},
      {"a\r\nb\r\nc\r\n", {{0, 9, "a\nb\nc\n"}}, "a\nb\nc\n"},
      {"a\r\nb\r\n", {{0, 6, "a\nc\n"}}, "a\r\nc\r\n"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const Source source(SourceId{}, "a.yaml", c.text);
    std::vector<Edit> edits;
    for (const Change& change : c.changes) {
      edits.push_back({{SourceId{}, change.begin, change.end}, change.replacement});
    }
    CHECK(Apply(source, edits) == c.after);
  }
}

}  // namespace edits_test
}  // namespace guidec
