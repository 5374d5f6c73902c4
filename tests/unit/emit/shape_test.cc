#include "emit/pandoc/shape.h"

#include <string>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "emit/pandoc/adapt.h"

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

Json DocumentOf(std::string_view blocks) {
  return Json::parse(fmt::format(R"({{"meta": {{}}, "blocks": {}}})", blocks));
}

constexpr char kAttributes[] = R"(["id", ["facts"], [["key", "value"]]])";

TEST_CASE("what Pandoc prints is a document") {
  const std::string blocks = fmt::format(
      R"([{{"t": "Header", "c": [1, {0}, [{{"t": "Str", "c": "A"}}, {{"t": "Space"}}]]}},
          {{"t": "Div", "c": [{0}, [{{"t": "DefinitionList", "c": [[[{{"t": "Str", "c": "t"}}],
            [[{{"t": "Plain", "c": [{{"t": "Code", "c": [{0}, "x"]}}]}}]]]]}}]]}},
          {{"t": "BulletList", "c": [[{{"t": "Para", "c": [{{"t": "Link", "c": [{0}, [], ["#id", ""]]}},
            {{"t": "Image", "c": [{0}, [], ["x.png", ""]]}}, {{"t": "Span", "c": [{0}, []]}},
            {{"t": "Cite", "c": [[], []]}}]}}]]}}, {{"t": "HorizontalRule"}}, {{"t": "Table", "c": [1, "two"]}}])",
      kAttributes);
  const Json document = DocumentOf(blocks);
  CHECK(IsPandocDocument(document));
  CHECK(WithBoxStyles(WithFactsAsLines(document)).is_object());
  CHECK(ForMarkdown(document).is_object());
}

TEST_CASE("what is otherwise is none") {
  for (const char* text : {"3", "null", "[]", "{}", R"({"meta": {}})", R"({"meta": [], "blocks": []})",
                           R"({"meta": {}, "blocks": {}})", R"({"meta": {"title": 3}, "blocks": []})",
                           R"({"meta": {"title": {"c": "x"}}, "blocks": []})"}) {
    INFO(text);
    CHECK_FALSE(IsPandocDocument(Json::parse(text)));
  }
  for (const char* block :
       {R"({"t": 3})", R"({"t": "Str"})", R"({"t": "Str", "c": 3})", R"({"t": "Header", "c": []})",
        R"({"t": "Header", "c": ["1", ["", [], []], []]})", R"({"t": "Header", "c": [1, ["", []], []]})",
        R"({"t": "Div", "c": [["", [3], []], []]})", R"({"t": "Div", "c": [["", "facts", []], []]})",
        R"({"t": "Div", "c": [["", [], []]]})", R"({"t": "Link", "c": [["", [], []], [], [3, ""]]})",
        R"({"t": "DefinitionList", "c": [[[]]]})", R"({"t": "DefinitionList", "c": [[[], [3]]]})",
        R"({"t": "BulletList", "c": [3]})", R"({"t": "Code", "c": ["x", "y"]})",
        R"({"t": "Para", "c": [{"t": "Str", "c": []}]})"}) {
    INFO(block);
    CHECK_FALSE(IsPandocDocument(DocumentOf(fmt::format("[{}]", block))));
  }
  CHECK_FALSE(IsPandocDocument(DocumentOf(std::string(5000, '[') + std::string(5000, ']'))));
}

}  // namespace
}  // namespace guidec
