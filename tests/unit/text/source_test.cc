#include "text/source.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace guidec {
namespace source_test {

std::vector<std::string> Lines(const Source& source) {
  std::vector<std::string> lines;
  for (std::uint32_t line = 1; line <= source.line_count(); ++line) lines.emplace_back(source.Line(line));
  return lines;
}

TEST_CASE("a text is cut into lines") {
  struct Case {
    std::string text;
    std::vector<std::string> lines;
  };
  const Case cases[] = {
      {"", {""}},
      {"a", {"a"}},
      {"a\n", {"a", ""}},
      {"a\nb", {"a", "b"}},
      {"\n\n", {"", "", ""}},
      {"a\r\nb\r\n", {"a", "b", ""}},
      {"a\rb", {"a", "b"}},
      {"a\r\r\nb", {"a", "", "b"}},
      {"a\n\rb", {"a", "", "b"}},
      {"a\r", {"a", ""}},
      {"a\x0B"
       "b\xC2\x85"
       "c\xE2\x80\xA8"
       "d",
       {"a\x0B"
        "b\xC2\x85"
        "c\xE2\x80\xA8"
        "d"}},
  };
  for (const Case& c : cases) {
    INFO(Catch::Detail::stringify(c.text));
    CHECK(Lines(Source(SourceId{}, "a.yaml", c.text)) == c.lines);
  }
}

TEST_CASE("a column counts code points") {
  // é is two bytes, € three, the runner four, the flag eight in two code points.
  const std::string text =
      "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x8F\x83z\r\n\xF0\x9F\x87\xA9\xF0\x9F\x87\xAAz\nlast";
  const Source source(SourceId{}, "a.yaml", text);
  struct Case {
    std::uint32_t offset;
    Position position;
  };
  const Case cases[] = {
      {0, {1, 1}},  {1, {1, 2}},  {3, {1, 3}},  {6, {1, 4}},  {10, {1, 5}}, {11, {1, 6}}, {13, {2, 1}},
      {17, {2, 2}}, {21, {2, 3}}, {22, {2, 4}}, {23, {3, 1}}, {27, {3, 5}}, {99, {3, 5}},
  };
  for (const Case& c : cases) {
    INFO(c.offset);
    CHECK(source.PositionOf(c.offset).line == c.position.line);
    CHECK(source.PositionOf(c.offset).column == c.position.column);
  }
}

TEST_CASE("a byte that is not UTF-8 takes one column") {
  const Source source(SourceId{}, "a.yaml",
                      "\x80\xFF"
                      "a\xE2\x82z");
  CHECK(source.PositionOf(1).column == 2);
  CHECK(source.PositionOf(2).column == 3);
  CHECK(source.PositionOf(3).column == 4);
  CHECK(source.PositionOf(5).column == 5);
}

TEST_CASE("spans compare and contain") {
  Sources sources;
  const Source& first = sources.Add("a.yaml", "abcdef");
  const Source& second = sources.Add("b.yaml", "xyz");
  CHECK(sources.size() == 2);
  CHECK(&sources[first.id()] == &first);
  CHECK(&sources[second.id()] == &second);
  const Span outer{first.id(), 1, 5};
  CHECK(outer.size() == 4);
  CHECK(first.Slice(outer) == "bcde");
  CHECK(outer.Contains(outer));
  CHECK(outer.Contains({first.id(), 2, 2}));
  CHECK_FALSE(outer.Contains({first.id(), 0, 2}));
  CHECK_FALSE(outer.Contains({first.id(), 4, 6}));
  CHECK_FALSE(outer.Contains({second.id(), 2, 3}));
  CHECK(outer < Span{second.id(), 0, 1});
}

TEST_CASE("sources stay where they are while others are added") {
  Sources sources;
  const Source& first = sources.Add("a.yaml", "abc");
  for (int i = 0; i < 1000; ++i) sources.Add("b.yaml", "x");
  CHECK(first.text() == "abc");
  CHECK(&sources[SourceId{0}] == &first);
}

TEST_CASE("columns on a long line count every code point, whole or not") {
  std::string line;
  std::vector<std::uint32_t> starts;
  for (int i = 0; i < 4000; ++i) {
    starts.push_back(static_cast<std::uint32_t>(line.size()));
    line += i % 7 == 0 ? "\xF0\x9F\x8F\x83" : i % 3 == 0 ? "\xC3\xA9" : i % 11 == 0 ? "\x80" : "a";
  }
  const Source source(SourceId{0}, "x.yaml", "first\n" + line + "\n" + line);
  for (std::uint32_t i = 0; i < starts.size(); ++i) {
    REQUIRE(source.PositionOf(6 + starts[i]) == Position{2, i + 1});
    REQUIRE(source.PositionOf(static_cast<std::uint32_t>(7 + line.size()) + starts[i]) == Position{3, i + 1});
  }
}

}  // namespace source_test
}  // namespace guidec
