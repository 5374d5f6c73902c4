// How text and places are shown to people and to programs.
#include "render/place.h"

#include <string>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "render/finding_json.h"
#include "render/xml.h"
#include "unit/render/bench.h"

namespace guidec {
namespace place_test {

TEST_CASE("what nobody would see is shown by its code, in as many digits as it needs") {
  struct Case {
    const char* text;
    const char* shown;
  };
  const Case cases[] = {
      {"", ""},
      {" ~", " ~"},
      {"a\x01\x1F\x7F", "a\\x01\\x1f\\x7f"},
      {"\xC2\x80\xC2\xAD", "\\x80\\xad"},
      {"\xCD\x8F", "\\u034f"},
      {"\xE2\x80\xA8\xE2\x80\xAE\xEF\xBF\xBF", "\\u2028\\u202e\\uffff"},
      {"\xF0\x9D\x85\xB3\xF3\xA0\x80\x81", "\\U0001d173\\U000e0001"},
      {"\xC3\xA9", "\xC3\xA9"},
      {"a\tb\nc\rd", "a b c d"},
      // Joiners and variation selectors stay behind what may be joined, and behind one another.
      {"\xC3\xA9\xE2\x80\x8C\xE2\x80\x8D", "\xC3\xA9\xE2\x80\x8C\xE2\x80\x8D"},
      {"\xC3\xA9\xEF\xB8\x80\xEF\xB8\x8F", "\xC3\xA9\xEF\xB8\x80\xEF\xB8\x8F"},
      {"\xC2\x80\xE2\x80\x8D", "\\x80\\u200d"},
      {"e\xE2\x80\x8D", "e\\u200d"},
      {"1\xEF\xB8\x8F", "1\\ufe0f"},
      {"\xC3\xA9 \xE2\x80\x8D", "\xC3\xA9 \\u200d"},
      {"\xC3\xA9\xE2\x80\x8B\xE2\x80\x8D", "\xC3\xA9\\u200b\\u200d"},
      {"\xC3\xA9\xE2\x80\x8E", "\xC3\xA9\\u200e"},
      {"\xC3\xA9\xE2\x81\xA0", "\xC3\xA9\\u2060"},
      {"\xFF", "\xEF\xBF\xBD"},
  };
  for (const Case& c : cases) {
    INFO(c.shown);
    CHECK(Printable(c.text) == c.shown);
  }
  CHECK(PrintableLines("a\tb\nc\rd\x1B") == "a\tb\nc\\x0dd\\x1b");
  CHECK(PrintableLines("\t\n") == "\t\n");
}

TEST_CASE("programs get an escape of what nobody would see, and tabs and line ends as they are") {
  const auto escape = [](char32_t c) { return fmt::format("<{:x}>", static_cast<std::uint32_t>(c)); };
  CHECK(EscapeUnseen(" ~\t\r\n", escape) == " ~\t\r\n");
  CHECK(EscapeUnseen("a\x01\t\x7F\r\n", escape) == "a<1>\t<7f>\r\n");
  CHECK(EscapeUnseen("\xC3\xA9\xE2\x80\x8D\xF3\xA0\x81\x81", escape) == "\xC3\xA9<200d><e0041>");
  CHECK(Dump(Json("\xE2\x80\xAE \xF0\x9D\x85\xB3 \xF3\xA0\x81\x81 \xF0\x9F\x8F\x83"), -1) ==
        "\"\\u202e \\ud834\\udd73 \\udb40\\udc41 \xF0\x9F\x8F\x83\"\n");
  CHECK(Dump(Json("\x7F\xEF\xBF\xBF\xFF"), -1) == "\"\\u007f\\uffff\xEF\xBF\xBD\"\n");
  CHECK(Dump(Json{{"a", {1}}}) == "{\n  \"a\": [\n    1\n  ]\n}\n");
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("a");
  SetAttribute(root, "b", "\xE2\x80\xAE\x01\xFF<");
  root.append_child("c");
  CHECK(Dump(document) == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<a b=\"&#8238;\xEF\xBF\xBD\xEF\xBF\xBD&lt;\">\n  <c />\n</a>\n");
}

TEST_CASE("a place has its line and column, and a label is explained on a line of its own") {
  Bench bench;
  const Source& one = bench.Add("one.yaml", "a: \xC3\xA9 wrong\nb: two\n");
  const Source& other = bench.Add("two.yaml", "a: 1\n  b: 2\n");
  CHECK(PlaceText(one, Bench::SpanOf(one, "wrong")) == "one.yaml:1:6");
  Diagnostic& finding = bench.Find(one, "wrong");
  CHECK(ExplainedMessage(finding, bench.sources()) == "something is wrong");
  finding.labels = {{Bench::SpanOf(one, "two"), "here"}, {Bench::SpanOf(other, "2"), "there"}};
  CHECK(ExplainedMessage(finding, bench.sources()) ==
        "something is wrong\none.yaml:2:4: here\ntwo.yaml:2:6: there");
  const ShownPath shown = [](std::string_view path) { return "/x/" + std::string(path); };
  CHECK(ExplainedMessage(finding, bench.sources(), shown) ==
        "something is wrong\n/x/one.yaml:2:4: here\n/x/two.yaml:2:6: there");
}

}  // namespace place_test
}  // namespace guidec
