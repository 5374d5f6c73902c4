// Text decoded from YAML's five scalar styles, and the source bytes of every word in it. That the
// decoding is right is yaml-cpp's word: a difference would damage the node.
#include <filesystem>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "unit/syntax/parsed.h"

namespace guidec {
namespace scalar_test {

struct Case {
  std::string yaml;  // the value of key `a`
  std::string text;
};

// Escapes stand for other bytes than they are written with; every other word is its own bytes.
void CheckWords(const Source& source, const Node& scalar) {
  for (const Word& word : WordsOf(scalar.text)) {
    const std::string decoded = scalar.text.substr(word.begin, word.end - word.begin);
    const std::string written(source.Slice(scalar.SpanOf(word.begin, word.end)));
    INFO(decoded << " in " << scalar.text);
    const bool escaped = written.find('\\') != std::string::npos || written.find("''") != std::string::npos;
    if (!escaped) CHECK(written == decoded);
  }
}

const Case kCases[] = {
    // Plain
    {"word", "word"},
    {"two words", "two words"},
    {"two  words   ", "two  words"},
    {"it's#1", "it's#1"},
    {"word # comment", "word"},
    {"http://a.b/c#d", "http://a.b/c#d"},
    {"caf\xC3\xA9 \xF0\x9F\x8F\x83 \xE8\x85\xB0", "caf\xC3\xA9 \xF0\x9F\x8F\x83 \xE8\x85\xB0"},
    {"one\n  two", "one two"},
    {"one  \n     two\n  three", "one two three"},
    {"one\n\n  two", "one\ntwo"},
    {"one\n\n\n  two", "one\n\ntwo"},
    {"\n  below", "below"},
    {"one\t\n  two", "one two"},
    // Single quotes
    {"'word'", "word"},
    {"''", ""},
    {"'it''s'", "it's"},
    {"'''quoted'''", "'quoted'"},
    {"' blanks '", " blanks "},
    {"'one\n  two'", "one two"},
    {"'one\n\n  two'", "one\ntwo"},
    {"'one \n   two '", "one two "},
    {"'# no comment: at all'", "# no comment: at all"},
    {"'caf\xC3\xA9 '' \xF0\x9F\x8F\x83'", "caf\xC3\xA9 ' \xF0\x9F\x8F\x83"},
    // Double quotes
    {"\"word\"", "word"},
    {"\"\"", ""},
    {R"("a \"quoted\" word")", "a \"quoted\" word"},
    {R"("tab\there")", "tab\there"},
    {R"("line\nend")", "line\nend"},
    {R"("caf\u00e9 \x41 \U0001F3C3 end")", "caf\xC3\xA9 A \xF0\x9F\x8F\x83 end"},
    {R"("\\ \/ \t \r end")", "\\ / \t \r end"},
    {"\"one\n  two\"", "one two"},
    {"\"one\n\n  two\"", "one\ntwo"},
    {"\"one \\\n   two\"", "one two"},
    {"\"one\\\n   two\"", "onetwo"},
    {"\"one\\\n   \\  two\"", "one  two"},
    {"\"one\\n\n  two\"", "one\n two"},
    {"\"one\\t\n  two\"", "one\t two"},
    {"\"before \\\" behind it\"", "before \" behind it"},
    // Literal
    {"|\n  one\n  two\n", "one\ntwo\n"},
    {"|-\n  one\n  two\n", "one\ntwo"},
    {"|+\n  one\n\n\n", "one\n\n\n"},
    {"|\n  one\n\n  two\n", "one\n\ntwo\n"},
    {"|\n    one\n      two\n    three\n", "one\n  two\nthree\n"},
    {"|2\n    one\n  two\n", "  one\ntwo\n"},
    {"|-2\n   one", " one"},
    {"|\n\n  one\n", "\none\n"},
    {"| # comment\n  one # text\n", "one # text\n"},
    {"|\n  one\n# comment\n", "one\n"},
    {"|\n  caf\xC3\xA9\n  \xF0\x9F\x8F\x83 run\n", "caf\xC3\xA9\n\xF0\x9F\x8F\x83 run\n"},
    {"|\n  - one\n  - two: 3\n", "- one\n- two: 3\n"},
    {"|\n  one \n  two\n", "one \ntwo\n"},
    // Folded
    {">\n  one\n  two\n", "one two\n"},
    {">-\n  one\n  two\n", "one two"},
    {">-\n  one\n\n  two\n", "one\ntwo"},
    {">-\n  one\n\n\n  two\n", "one\n\ntwo"},
    {">-\n  one\n    two\n  three\n", "one\n  two\nthree"},
    {">-\n  one\n\n    two\n\n  three\n", "one\n\n  two\n\nthree"},
    {">\n\n  one\n  two\n", "\none two\n"},
    {">-\n  one \n  two\n", "one  two"},
    {">-\n  caf\xC3\xA9 and\n  \xF0\x9F\x8F\x83 run\n", "caf\xC3\xA9 and \xF0\x9F\x8F\x83 run"},
};

void CheckCase(const std::string& text, const std::string& expected) {
  const ParsedText parsed(text);
  INFO(Catch::Detail::stringify(text));
  INFO(parsed.Values());
  CHECK(parsed.Faults() == "");
  const Node* value = parsed.document.root.Find("a");
  REQUIRE(value != nullptr);
  CHECK_FALSE(value->damaged);
  CHECK(value->text == expected);
  CheckWords(parsed.source, *value);
}

TEST_CASE("scalars are decoded and every word has its place") {
  for (const Case& c : kCases) CheckCase("a: " + c.yaml + (c.yaml.ends_with('\n') ? "" : "\n"), c.text);
}

TEST_CASE("scalars at the end of a file without a line end") {
  for (const Case& c : kCases) {
    if (!c.yaml.ends_with('\n')) CheckCase("a: " + c.yaml, c.text);
  }
  CheckCase("a: |\n  one", "one");
  CheckCase("a: >-\n  one\n  two", "one two");
}

TEST_CASE("scalars deeper in and with more behind them") {
  for (const Case& c : kCases) {
    std::string deeper = "x:\n  - b: c\n    a: ";
    for (const char byte : c.yaml) {
      deeper += byte;
      if (byte == '\n') deeper += "    ";
    }
    // A file's own indentation is none of the text's: only what a case states explicitly moves.
    while (deeper.ends_with(' ') && c.yaml.ends_with('\n')) deeper.pop_back();
    if (!deeper.ends_with('\n')) deeper += '\n';
    const ParsedText parsed(deeper + "    d: e\n");
    INFO(Catch::Detail::stringify(deeper));
    INFO(parsed.Values());
    CHECK(parsed.Faults() == "");
    const Node& item = parsed.document.root.Find("x")->items.at(0);
    REQUIRE(item.Find("a") != nullptr);
    CHECK(item.Find("a")->text == c.text);
    CHECK(item.Find("d")->text == "e");
    CheckWords(parsed.source, *item.Find("a"));
  }
}

TEST_CASE("scalars in a file with CR LF") {
  for (const Case& c : kCases) {
    std::string text;
    for (const char byte : "a: " + c.yaml + (c.yaml.ends_with('\n') ? "" : "\n")) {
      if (byte == '\n') text += '\r';
      text += byte;
    }
    CheckCase(text, c.text);
  }
}

TEST_CASE("an escaped character is pointed at with its backslash") {
  struct Escape {
    std::string yaml;
    std::string text;     // as decoded
    std::string part;     // of the text
    std::string written;  // the part's bytes in the source
  };
  const Escape cases[] = {
      {R"(a: "say \"yes\" now")", "say \"yes\" now", "\"yes\"", R"(\"yes\")"},
      {R"(a: "caf\u00e9 now")", "caf\xC3\xA9 now", "caf\xC3\xA9", R"(caf\u00e9)"},
      {R"(a: "caf\u00e9 now")", "caf\xC3\xA9 now", "now", "now"},
      {R"(a: "\x41\x42")", "AB", "A", R"(\x41)"},
      {R"(a: "\x41\x42")", "AB", "B", R"(\x42)"},
      {"a: 'it''s so'", "it's so", "it's", "it''s"},
      {"a: 'it''s so'", "it's so", "'", "''"},
      {"a: 'it''s so'", "it's so", "so", "so"},
  };
  for (const Escape& c : cases) {
    INFO(c.yaml << " " << c.part);
    const ParsedText parsed(c.yaml);
    const Node& value = *parsed.document.root.Find("a");
    REQUIRE(value.text == c.text);
    const std::size_t at = value.text.find(c.part);
    CHECK(parsed.source.Slice(value.SpanOf(at, at + c.part.size())) == c.written);
  }
}

// yaml-cpp writes these as bytes that are not UTF-8.
TEST_CASE("escapes that yaml-cpp gets wrong are reported, with what YAML says they are") {
  const ParsedText parsed("a: \"x\\_\\N\\L\\P\"\n");
  CHECK(parsed.Faults().starts_with("1:4-15 parsers-disagree "));
  CHECK(parsed.document.root.Find("a")->damaged);
  CHECK(parsed.document.root.Find("a")->text == "x\xC2\xA0\xE2\x80\xA8\xE2\x80\xA9");
}

TEST_CASE("an escape for what no output may hold is reported and left out, and the rest knows its place") {
  struct Case {
    std::string yaml;
    std::string place;
  };
  const Case cases[] = {
      {R"(a: "on\x01e two")", "1:7-11"},
      {R"(a: "\0one two")", "1:5-7"},
      {R"(a: "one\N two")", "1:8-10"},
      {R"(a: "one two\U0001FFFE")", "1:12-22"},
      {R"(a: "o\ud800ne two")", "1:6-12"},
      {R"(a: "one\U00110000 two")", "1:8-18"},
      {"a: on\xC2\x85" "e two", "1:6-7"},
      {"a: 'one\xEF\xB7\x90 two'", "1:8-9"},
  };
  for (const Case& c : cases) {
    INFO(c.yaml);
    const ParsedText parsed(c.yaml);
    CHECK(parsed.Faults().starts_with(c.place + " character-not-allowed "));
    CHECK(parsed.document.faults.size() == 1);
    const Node& value = *parsed.document.root.Find("a");
    CHECK_FALSE(value.damaged);
    REQUIRE(value.text == "one two");
    CHECK(parsed.source.Slice(value.SpanOf(4, 7)) == "two");
    CHECK(parsed.source.Slice(value.SpanOf(0, 1)) == "o");
  }
}

TEST_CASE("what reaches over a line end has one span") {
  const ParsedText parsed("a: >-\n  one two\n  three\nb: c\n");
  const Node& value = *parsed.document.root.Find("a");
  REQUIRE(value.text == "one two three");
  CHECK(parsed.source.Slice(value.SpanOf(4, 13)) == "two\n  three");
  CHECK(parsed.source.Slice(value.SpanOf(0, value.text.size())) == "one two\n  three");
  CHECK(parsed.Place(value.span) == "1:4-3:8");
}

TEST_CASE("the empty part of a scalar stands where its place is") {
  const ParsedText parsed("a: one two\nb: ''\n");
  const Node& value = *parsed.document.root.Find("a");
  CHECK(parsed.Place(value.SpanOf(4, 4)) == "1:8-8");
  CHECK(parsed.Place(value.SpanOf(7, 7)) == "1:11-11");
  const Node& empty = *parsed.document.root.Find("b");
  CHECK(parsed.Place(empty.SpanOf(0, 0)) == "2:4-4");
}

TEST_CASE("every word of the flagship guide has its place") {
  std::size_t words = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(GUIDEC_PROJECT "/sources")) {
    if (entry.path().extension() != ".yaml") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    const ParsedText parsed(std::string{std::istreambuf_iterator<char>(stream), {}});
    INFO(entry.path().filename().string());
    CHECK(parsed.Faults() == "");
    ForEachScalar(parsed.document.root, [&](const Node& scalar) {
      CheckWords(parsed.source, scalar);
      words += WordsOf(scalar.text).size();
    });
  }
  CHECK(words > 1000);
}

TEST_CASE("a plain scalar has the type that YAML's core schema gives it") {
  struct Typed {
    std::string yaml;
    PlainType type;
  };
  const Typed cases[] = {
      {"word", PlainType::kString},     {"true", PlainType::kBoolean}, {"False", PlainType::kBoolean},
      {"yes", PlainType::kString},      {"tRUE", PlainType::kString},  {"12", PlainType::kInteger},
      {"-12", PlainType::kInteger},     {"+12", PlainType::kInteger},  {"1.5", PlainType::kFloat},
      {".5", PlainType::kFloat},        {"1e3", PlainType::kFloat},    {"1.0.0", PlainType::kString},
      {"1:30", PlainType::kString},     {"30 s", PlainType::kString},  {"-", PlainType::kString},
      {"+", PlainType::kString},        {"1-2", PlainType::kString},   {"'12'", PlainType::kString},
      {"\"true\"", PlainType::kString}, {"inf", PlainType::kString},   {"nan", PlainType::kString},
      {"-inf", PlainType::kString},     {"0x1F", PlainType::kString},  {"12abc", PlainType::kString},
  };
  for (const Typed& c : cases) {
    INFO(c.yaml);
    const ParsedText parsed(c.yaml == "-" ? "a: \"-\"\n" : "a: " + c.yaml + "\n");
    CHECK(TypeOf(*parsed.document.root.Find("a")) == c.type);
  }
}

}  // namespace scalar_test
}  // namespace guidec
