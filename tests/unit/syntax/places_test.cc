// Where parts of a text stand in the source, and what becomes of characters that no output may hold.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "syntax/damage.h"
#include "syntax/forbidden.h"
#include "syntax/scalar.h"
#include "unit/syntax/parsed.h"

namespace guidec {
namespace places_test {

std::string Runs(const std::vector<TextRun>& runs) {
  std::string text;
  for (const TextRun& run : runs) {
    text += fmt::format("{}:{}{} ", run.text_begin, run.source_begin,
                        run.escape_size > 0 ? fmt::format("+{}", run.escape_size) : "");
  }
  return text;
}

TEST_CASE("characters that are taken out leave the places of the others") {
  struct Case {
    std::string text;
    std::vector<TextRun> runs;
    std::vector<CodePoint> taken;
    std::string left;
    std::string left_runs;
  };
  const Case cases[] = {
      {"", {}, {}, "", ""},
      {"abc", {{0, 10}}, {}, "abc", "0:10 "},
      {"aXbYc", {{0, 10}}, {{U'X', 1, 2}, {U'Y', 3, 4}}, "abc", "0:10 1:12 2:14 "},
      {"XXa", {{0, 10}}, {{U'X', 0, 1}, {U'X', 1, 2}}, "a", "0:12 "},
      {"aX", {{0, 10}}, {{U'X', 1, 2}}, "a", "0:10 "},
      {"X", {{0, 10}}, {{U'X', 0, 1}}, "", "0:10 "},
      {"XY", {{0, 10}, {1, 20, 6}}, {{U'X', 0, 1}, {U'Y', 1, 2}}, "", "0:10 "},
      {"aEb", {{0, 10}, {1, 11, 4}, {2, 15}}, {{U'E', 1, 2}}, "ab", "0:10 1:15 "},
      {"aEb", {{0, 10}, {1, 11, 4}, {2, 15}}, {{U'a', 0, 1}}, "Eb", "0:11+4 1:15 "},
      {"aEEb", {{0, 10}, {1, 11, 4}, {3, 15}}, {{U'E', 1, 2}}, "aEb", "0:10 1:11+4 2:15 "},
      {"ab12cd", {{0, 10}, {3, 30}}, {{U'1', 2, 4}}, "abcd", "0:10 2:31 "},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    std::string text = c.text;
    std::vector<TextRun> runs = c.runs;
    TakeOut(c.taken, text, runs);
    CHECK(text == c.left);
    CHECK(Runs(runs) == c.left_runs);
  }
}

TEST_CASE("a forbidden character is named, with a fix that someone has to confirm") {
  const Span span{SourceId{3}, 4, 8};
  const Fault fault = ForbiddenCharacter(0x1B, span);
  CHECK(fault.rule.name == "character-not-allowed");
  CHECK(fault.span == span);
  CHECK(fault.message == "no output may hold the character U+001B; delete it");
  CHECK(fault.labels.empty());
  REQUIRE(fault.fix);
  CHECK(fault.fix->title == "delete the character");
  CHECK(fault.fix->safety == Safety::kUnsafe);
  REQUIRE(fault.fix->edits.size() == 1);
  CHECK(fault.fix->edits[0].span == span);
  CHECK(fault.fix->edits[0].replacement.empty());
}

TEST_CASE("a byte of a text stands in the run that holds it") {
  const std::vector<TextRun> runs{{0, 10}, {3, 20, 6}, {5, 30}};
  const std::pair<std::uint32_t, std::uint32_t> places[] = {{10, 11}, {11, 12}, {12, 13}, {20, 26},
                                                            {20, 26}, {30, 31}, {31, 32}, {32, 33}};
  for (std::size_t at = 0; at < 8; ++at) CHECK(SourceOf(runs, at) == places[at]);
}

TEST_CASE("a part of a text has one span") {
  Node node;
  node.kind = NodeKind::kScalar;
  node.span = {SourceId{2}, 9, 33};
  const auto place = [&](std::size_t begin, std::size_t end) {
    const Span span = node.SpanOf(begin, end);
    CHECK(span.source == SourceId{2});
    return fmt::format("{}-{}", span.begin, span.end);
  };
  CHECK(place(0, 0) == "9-9");
  CHECK(place(2, 5) == "9-9");
  node.text = "abcdefgh";
  node.runs = {{0, 10}, {3, 20, 6}, {5, 30}};
  CHECK(place(0, 1) == "10-11");
  CHECK(place(0, 8) == "10-33");
  CHECK(place(2, 4) == "12-26");
  CHECK(place(3, 5) == "20-26");
  CHECK(place(5, 5) == "30-30");
  CHECK(place(4, 4) == "20-20");
  CHECK(place(8, 8) == "33-33");
  CHECK(place(9, 9) == "33-33");
  CHECK(place(7, 7) == "32-32");
  node.span.end = 25;
  CHECK(place(0, 8) == "10-25");
  CHECK(place(5, 6) == "25-25");
}

TEST_CASE("scalars are decoded with the runs of their text") {
  struct Case {
    std::string source;
    ScalarStyle style;
    std::string text;
    std::string runs;
  };
  const Case cases[] = {
      {"ab", ScalarStyle::kPlain, "ab", "0:0 "},
      {"a b", ScalarStyle::kPlain, "a b", "0:0 "},
      {"a  \n\t b", ScalarStyle::kPlain, "a b", "0:0 1:3 2:6 "},
      {"a\r\n\r\nb", ScalarStyle::kPlain, "a\nb", "0:0 1:3 2:5 "},
      {"a\r\rb", ScalarStyle::kPlain, "a\nb", "0:0 1:2 "},
      {"a\n\n\nb", ScalarStyle::kPlain, "a\n\nb", "0:0 1:2 "},
      {"''", ScalarStyle::kSingleQuoted, "", ""},
      {"'a''b'", ScalarStyle::kSingleQuoted, "a'b", "0:1 1:2+2 2:4 "},
      {"' a \n b '", ScalarStyle::kSingleQuoted, " a b ", "0:1 2:4 3:6 "},
      {"\"a\\tb\"", ScalarStyle::kDoubleQuoted, "a\tb", "0:1 1:2+2 2:4 "},
      {"\"\\x41\\u00e9\\U0001F3C3\"", ScalarStyle::kDoubleQuoted, "A\u00e9\U0001F3C3",
       "0:1+4 1:5+6 3:11+10 "},
      {"\"a\\\n  b\"", ScalarStyle::kDoubleQuoted, "ab", "0:1 1:6 "},
      {"\"a\\t \n b\"", ScalarStyle::kDoubleQuoted, "a\t b", "0:1 1:2+2 2:5 3:7 "},
      {"\"\\0\\a\\b\\t\\n\\v\\f\\r\\e\\ \\\"\\/\\\\\"", ScalarStyle::kDoubleQuoted,
       std::string("\0\a\b\t\n\v\f\r\x1B \"/\\", 13),
       "0:1+2 1:3+2 2:5+2 3:7+2 4:9+2 5:11+2 6:13+2 7:15+2 8:17+2 9:19+2 10:21+2 11:23+2 12:25+2 "},
      {"\"\\N\\_\\L\\P\\\t\"", ScalarStyle::kDoubleQuoted, "\u0085\u00a0\u2028\u2029\t",
       "0:1+2 2:3+2 4:5+2 7:7+2 10:9+2 "},
      {"\"\\xaf\\xAF\\x09\"", ScalarStyle::kDoubleQuoted, "\u00af\u00af\t", "0:1+4 2:5+4 4:9+4 "},
      {"\"\\xg1\"", ScalarStyle::kDoubleQuoted, "\\xg1", "0:1 "},
      {"\"\\x1`\"", ScalarStyle::kDoubleQuoted, "\\x1`", "0:1 "},
      {"\"\\x1\"", ScalarStyle::kDoubleQuoted, "\\x1", "0:1 "},
      {"\"\\q\"", ScalarStyle::kDoubleQuoted, "\\q", "0:1 "},
      {"\"\\\"", ScalarStyle::kDoubleQuoted, "\\", "0:1 "},
  };
  for (const Case& c : cases) {
    INFO(Catch::Detail::stringify(c.source));
    const auto end = static_cast<std::uint32_t>(c.source.size());
    const DecodedScalar decoded = DecodeScalar(c.source, 0, end, c.style, 0);
    CHECK(decoded.text == c.text);
    CHECK(Runs(decoded.runs) == c.runs);
    CHECK(decoded.end == end);
  }
}

TEST_CASE("blocks are decoded with the runs of their text") {
  struct Case {
    std::string source;
    std::uint32_t parent_column;
    std::string text;
    std::string runs;
    std::uint32_t end;
  };
  const Case cases[] = {
      {"|", 0, "", "", 1},
      {"|\n", 0, "", "", 1},
      {"|\n a\n b\n", 0, "a\nb\n", "0:3 2:6 ", 7},
      {"|-\n a\n\n", 0, "a", "0:4 ", 5},
      {"|+\n a\n\n", 0, "a\n\n", "0:4 ", 5},
      {"|\n a\n\n", 0, "a\n", "0:3 ", 4},
      {"|\n a\n  b\nc", 0, "a\n b\n", "0:3 2:6 ", 8},
      {"|\r\n a\r\n b", 0, "a\nb", "0:4 2:8 ", 9},
      {"|2\n   a\n", 0, " a\n", "0:5 ", 7},
      {"|1+ # c\n  a\n", 0, " a\n", "0:9 ", 11},
      {"|1\n   a\n", 1, " a\n", "0:5 ", 7},
      {"|9\n a\n", 0, "", "", 2},
      {"|\n a\n", 1, "", "", 1},
      {"|\n  a\n", 1, "a\n", "0:4 ", 5},
      {"|\na\n", 0, "", "", 1},
      {"|\n\n a\n", 0, "\na\n", "0:2 1:4 ", 5},
      {">\n a\n b\n", 0, "a b\n", "0:3 2:6 ", 7},
      {">\n a\n\n b\n", 0, "a\nb\n", "0:3 1:5 2:7 ", 8},
      {">\n a\n  b\n c\n", 0, "a\n b\nc\n", "0:3 2:6 5:10 ", 11},
      {">\n a\n\tb\n", 0, "a\n", "0:3 ", 4},
      {">\n a\n \tb\n c\n", 0, "a\n\tb\nc\n", "0:3 2:6 5:10 ", 11},
      {">\n\n\n a\n", 0, "\n\na\n", "0:2 2:5 ", 6},
      {">-\n a\n\n\n b", 0, "a\n\nb", "0:4 1:6 3:9 ", 10},
  };
  for (const Case& c : cases) {
    INFO(Catch::Detail::stringify(c.source));
    const auto style = c.source.front() == '|' ? ScalarStyle::kLiteral : ScalarStyle::kFolded;
    const DecodedScalar decoded =
        DecodeScalar(c.source, 0, static_cast<std::uint32_t>(c.source.size()), style, c.parent_column);
    CHECK(decoded.text == c.text);
    CHECK(Runs(decoded.runs) == c.runs);
    CHECK(decoded.end == c.end);
  }
}

TEST_CASE("a scalar's type goes by its style and all of its text") {
  Node node;
  node.kind = NodeKind::kScalar;
  const auto type = [&](std::string text) {
    node.text = std::move(text);
    return TypeOf(node);
  };
  for (const char* text : {"true", "True", "TRUE", "false", "False", "FALSE"})
    CHECK(type(text) == PlainType::kBoolean);
  for (const char* text : {"0", "9", "-1", "+1", "007"}) CHECK(type(text) == PlainType::kInteger);
  for (const char* text : {"1.", ".5", "-.5", "+1.5", "1e3", "0.0", "9.9"})
    CHECK(type(text) == PlainType::kFloat);
  for (const char* text :
       {"", "-", "+", ".", "--1", "1e", "1e400", "1.5x", "/1", "1:", "e3", "-inf", "+nan", "TrUE"}) {
    INFO(text);
    CHECK(type(text) == PlainType::kString);
  }
  for (const ScalarStyle style : {ScalarStyle::kSingleQuoted, ScalarStyle::kDoubleQuoted,
                                  ScalarStyle::kLiteral, ScalarStyle::kFolded}) {
    node.style = style;
    CHECK(type("1") == PlainType::kString);
    CHECK(type("true") == PlainType::kString);
  }
}

TEST_CASE("what lost a part is damaged around all that it holds, and nothing beside it") {
  const ParsedText parsed("a:\n  b: [c]\n  d e\nf:\n  - g: h\n  - i\n");
  const auto is_damaged = [&](std::string_view text) {
    const auto at = static_cast<std::uint32_t>(parsed.source.text().find(text));
    return IsDamagedAround(parsed.document, {parsed.source.id(), at, at + 1});
  };
  CHECK(is_damaged("b:"));
  CHECK_FALSE(is_damaged("c]"));
  CHECK(is_damaged("a:"));
  CHECK(is_damaged("f:"));
  CHECK_FALSE(is_damaged("g:"));
  CHECK_FALSE(is_damaged("h"));
  CHECK_FALSE(is_damaged("i\n"));
  const ParsedText list("- a:\n    b\n  c d\n- e: f\n");
  CHECK(IsDamagedAround(list.document, list.document.root.items[0].pairs[0].key.span));
  CHECK_FALSE(IsDamagedAround(list.document, list.document.root.items[1].pairs[0].value.span));
}

TEST_CASE("values are dumped with their styles, escapes and comments") {
  const ParsedText parsed("a: 'b\"\\'\nc: >\n  d\n  e\n\n  f\ng: ''\n");
  CHECK(
      parsed.Values() ==
      "mapping [1:1-8:1]\n  a: single-quoted \"b\\\"\\\\\" [1:4-1:9]\n  c: folded \"d e\\nf\\n\" [2:4-6:4]\n"
      "  g: single-quoted \"\" [7:4-7:6]\n");
  CHECK(ParsedText("# top\na: 1 # \"end\"\n").Values() ==
        "mapping [2:1-3:1]\n  a: plain \"1\" [2:4-2:5]\ncomment \"# top\" [1:1-1:6]\n"
        "comment \"# \\\"end\\\"\" [2:6-2:13]\n");
}

TEST_CASE("the tree is dumped with its fields and its leaves") {
  const ParsedText parsed("a: [b]\nc: # d\n  e\n  f \"\n");
  CHECK(DumpTree(parsed.source) ==
        R"(stream [1:1-5:1]
  document [1:1-5:1]
    block_node [1:1-5:1]
      block_mapping [1:1-5:1]
        block_mapping_pair [1:1-1:7]
          key: flow_node [1:1-1:2]
            plain_scalar [1:1-1:2]
              string_scalar [1:1-1:2] "a"
          value: flow_node [1:4-1:7]
            flow_sequence [1:4-1:7]
              flow_node [1:5-1:6]
                plain_scalar [1:5-1:6]
                  string_scalar [1:5-1:6] "b"
        block_mapping_pair [2:1-4:6]
          key: flow_node [2:1-2:2]
            plain_scalar [2:1-2:2]
              string_scalar [2:1-2:2] "c"
          comment [2:4-2:7] "# d"
          value: flow_node [3:3-4:6]
            plain_scalar [3:3-4:6]
              string_scalar [3:3-4:6] "e\n  f \""
)");
}

}  // namespace places_test
}  // namespace guidec
