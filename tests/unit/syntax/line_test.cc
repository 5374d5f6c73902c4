// Lines taken by themselves, and what an author hears about each.
#include "syntax/line.h"

#include <string>
#include <string_view>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "syntax/odd_space.h"

namespace guidec {
namespace line_test {

TEST_CASE("blanks and tabs around a line are no part of it") {
  CHECK(Trim("").empty());
  CHECK(Trim(" \t ").empty());
  CHECK(Trim("\t a b \t") == "a b");
  CHECK(Trim("a") == "a");
  CHECK(Indentation("") == 0);
  CHECK(Indentation("   ") == 3);
  CHECK(Indentation("  a ") == 2);
  CHECK(Indentation(" \ta") == 1);
  CHECK(IsBlankOrComment(""));
  CHECK(IsBlankOrComment(" \t"));
  CHECK(IsBlankOrComment("  # a"));
  CHECK_FALSE(IsBlankOrComment(" a # b"));
}

TEST_CASE("a key holds letters, figures, hyphens and underscores") {
  for (const char c : std::string("azAZ09-_")) CHECK(IsKeyCharacter(c));
  for (const char c : std::string("`{@[/: .\xC3\x7F")) CHECK_FALSE(IsKeyCharacter(c));
}

// "item key=<a> value=<b>"
std::string Parts(std::string_view line) {
  const LineParts parts = TakeApart(line);
  return fmt::format("{}{}value=<{}>", parts.is_item ? "item " : "",
                     parts.has_colon ? fmt::format("key=<{}> ", parts.key) : "", parts.value);
}

TEST_CASE("a line is taken apart into its dashes, its key and its value") {
  constexpr std::string_view kCases[][2] = {
      {"", "value=<>"},
      {"a", "value=<a>"},
      {"a: b", "key=<a> value=<b>"},
      {"  a:  b ", "key=<a> value=<b>"},
      {"a:", "key=<a> value=<>"},
      {"a: b: c", "key=<a> value=<b: c>"},
      {"a: b:", "key=<a> value=<b:>"},
      {":", "key=<> value=<>"},
      {": a", "key=<> value=<a>"},
      {"a:b", "value=<a:b>"},
      {"- a", "item value=<a>"},
      {"-  - a: b", "item key=<a> value=<b>"},
      {"-", "value=<->"},
      {"-a", "value=<-a>"},
      {"- a:", "item key=<a> value=<>"},
      {"\"a\": b", "value=<\"a\": b>"},
      {"'a': b", "value=<'a': b>"},
      {"[a: b]", "value=<[a: b]>"},
      {"{a: b}", "value=<{a: b}>"},
      {"- \"a:", "item value=<\"a:>"},
  };
  for (const auto& [line, parts] : kCases) {
    INFO(line);
    CHECK(Parts(line) == parts);
  }
}

TEST_CASE("a quote or a bracket is open that its line does not close") {
  for (const char* open : {"a: \"b", "a: 'b", "- 'it''s", "'", "\"", "a: \"b\\\"", "a: 'b''"}) {
    INFO(open);
    CHECK(HasOpenQuote(open));
    CHECK_FALSE(HasOpenBracket(open));
  }
  for (const char* closed :
       {"", "a", "a: \"b\"", "a: 'it''s'", "a: b\"", "a: \"b\\\\\"", "a: ''", "a: 'b\\'"}) {
    INFO(closed);
    CHECK_FALSE(HasOpenQuote(closed));
  }
  for (const char* open : {"a: [", "- {a", "a: [b, [c]", "a: {b: {c}", "a: [b]{", "a: {b]}{"}) {
    INFO(open);
    CHECK(HasOpenBracket(open));
    CHECK_FALSE(HasOpenQuote(open));
  }
  for (const char* closed : {"", "a: [b]", "a: {b}", "a: b [", "a: [b]]", "a: []{}"}) {
    INFO(closed);
    CHECK_FALSE(HasOpenBracket(closed));
  }
}

TEST_CASE("a comment is cut off a value, and not out of quotes") {
  constexpr std::string_view kCases[][2] = {
      {"", ""},
      {"a", "a"},
      {"a # b", "a"},
      {"a# b", "a# b"},
      {"a  # b # c", "a"},
      {"\"a # b\" # c", "\"a # b\""},
      {"'a # b' # c", "'a # b'"},
      {"'a '' # b' # c", "'a '' # b'"},
      {"\"a \\\" # b\" # c", "\"a \\\" # b\""},
      {"\"a # b", "\"a # b"},
  };
  for (const auto& [value, without] : kCases) {
    INFO(value);
    CHECK(WithoutComment(value) == without);
  }
}

TEST_CASE("what is wrong with a line is said in one sentence") {
  const std::string open_quote = "the quote `{}` is opened here and never closed";
  const std::string quotes = "a value cannot start with `{}`; put it in quotes";
  const std::string must = "a value that starts with `{}` must be in quotes";
  const std::string colon = "a value that contains `: ` must be in quotes";
  const std::string expected =
      "expected `key: value` or `- item` here, or deeper indentation if the text above goes on";
  const std::string behind = "text goes on behind the closing quote; write an inner ";
  const std::string block = "the text of a `{}` block starts on the next line, indented";
  const auto with = [](const std::string& text, std::string_view sign) {
    return fmt::format(fmt::runtime(text), sign);
  };
  const std::pair<std::string_view, std::string> cases[] = {
      {"", "-"},
      {"a:", "-"},
      {"a: b", "-"},
      {"- a", "-"},
      {"- a: b", "-"},
      {"%YAML 1.2", "a line that starts with `%` has no use here; delete it"},
      {"%TAG ! b", "a line that starts with `%` has no use here; delete it"},
      {"a: \"b", with(open_quote, "\"")},
      {"a: 'b", with(open_quote, "'")},
      {"a: \"b\"", "-"},
      {"a: \"b\" # c", "-"},
      {"\"a\": b", "-"},
      {"'a' : b", "-"},
      {"a: 'b' c", behind + "`'` as `''`"},
      {"a: \"b\" c", behind + "`\"` as `\\\"`"},
      {"a: `b`", "a value cannot start with a backtick; put it in quotes"},
      {"a: @b", with(quotes, "@")},
      {"a: %b", with(quotes, "%")},
      {"a: }b", with(quotes, "}")},
      {"a: ]b", with(quotes, "]")},
      {"a: ,b", with(quotes, ",")},
      {"a: - b", "a list starts on the line below its key; put a text that starts with `- ` in quotes"},
      {"a: ? b", with(quotes, "? ")},
      {"- ? b", "-"},
      {"a: |", "-"},
      {"a: >-", "-"},
      {"a: |+2 # b", "-"},
      {"a: |19", "-"},
      {"a: |0", with(block, "|")},
      {"a: | b", with(block, "|")},
      {"a: > b", with(block, ">")},
      {"a: [b", "the bracket `[` is never closed"},
      {"a: {b", "the bracket `{` is never closed"},
      {"a: {b} c", with(must, "{")},
      {"a: [b] c", with(must, "[")},
      {"a: *b", with(must, "*")},
      {"a: &b", with(must, "&")},
      {"a: !b", with(must, "!")},
      {"a: b: c", colon},
      {"a: b:", colon},
      {"a: b:c", "-"},
      {"a:b", "put a space behind the colon: `a: b`"},
      {"a:b:c", "put a space behind the colon: `a: b:c`"},
      {" a: b", "-"},
      {":a", expected},
      {"-a", "put a space behind the dash: `- a`"},
      {"--a", expected},
      {"-", expected},
      {"a", expected},
      {"two words", expected},
      {"a:\u00a0b",
       "the space U+00A0 stands behind the colon, and YAML takes it for a letter; write ordinary spaces"},
  };
  for (const auto& [line, fault] : cases) {
    INFO(line);
    CHECK(FaultInLine(line).value_or("-") == fault);
    if (fault != "-") CHECK(Describe(line, "map escape unicode") == fault);
  }
}

TEST_CASE("a line that is right by itself is described by what the parser said") {
  const std::string fit = "this line does not fit the lines above; check its indentation";
  const std::pair<std::string_view, std::string> cases[] = {
      {"unknown escape character: d",
       "unknown escape behind `\\`; double the backslash, or use single quotes"},
      {"invalid unicode", "an escape behind `\\` names no character; write the character itself"},
      {"end of map not found", fit},
      {"end of sequence not found", fit},
      {"illegal block entry", fit},
      {"", "this is not valid YAML beside the lines around it; check its indentation and quotes"},
      {"bad file", "this is not valid YAML: bad file"},
  };
  for (const auto& [message, described] : cases) {
    INFO(message);
    CHECK(Describe("a: b", message) == described);
  }
}

// "2-4 stands behind the colon <  >", and the line as its author sees it.
std::string Odd(std::string_view line) {
  const auto space = OddSpaceIn(line);
  if (!space) return "-";
  constexpr std::string_view kEnd = ", and YAML takes it for a letter; write ordinary spaces";
  CHECK(space->message.ends_with(kEnd));
  const std::string message = space->message.substr(0, space->message.size() - kEnd.size());
  return fmt::format("{}-{} {} <{}>", space->begin, space->end, message, space->replacement);
}

TEST_CASE("an odd space is found where YAML wants its own, with what to write") {
  constexpr std::string_view kCases[][2] = {
      {"", "-"},
      {"  a: b", "-"},
      {"\u00a0", "-"},
      {"  \u00a0 ", "-"},
      {"\u00a0a: b", "0-2 the space U+00A0 indents this line < >"},
      {"\u00a0\u00a0a: b", "0-4 the space U+00A0 indents this line <  >"},
      {"\u3000a: b", "0-3 the space U+3000 indents this line <  >"},
      {"\u200ba: b", "0-3 the space U+200B indents this line <>"},
      {"\u2060a: b", "0-3 the space U+2060 indents this line <>"},
      {" \u2003 \u00a0 a: b", "1-7 the space U+2003 indents this line <   >"},
      {"\t\u2003a", "1-4 the space U+2003 indents this line < >"},
      {"-\u00a0a", "1-3 the space U+00A0 stands behind the dash < >"},
      {"- -\u00a0a", "3-5 the space U+00A0 stands behind the dash < >"},
      {"- a:\u00a0b", "4-6 the space U+00A0 stands behind the colon < >"},
      {"--a:\u00a0b", "-"},
      {"a\u00a0: b", "1-3 the space U+00A0 stands in front of the colon <>"},
      {"a \u00a0 : b", "2-4 the space U+00A0 stands in front of the colon <>"},
      {"a\u00a0:", "1-3 the space U+00A0 stands in front of the colon <>"},
      {"a\u00a0:b", "-"},
      {"a:\u00a0b", "2-4 the space U+00A0 stands behind the colon < >"},
      {"a:\u200bb", "2-5 the space U+200B stands behind the colon < >"},
      {"a: \u200bb", "3-6 the space U+200B stands behind the colon <>"},
      {"a:\u00a0", "2-4 the space U+00A0 stands behind the colon < >"},
      {"a-b_9:\u00a0c", "6-8 the space U+00A0 stands behind the colon < >"},
      {"zz:\u1680c", "3-6 the space U+1680 stands behind the colon < >"},
      {"a:\u0085c", "2-4 the space U+0085 stands behind the colon < >"},
      {"a:\u2000c", "2-5 the space U+2000 stands behind the colon < >"},
      {"a:\u200bc", "2-5 the space U+200B stands behind the colon < >"},
      {"a:\u200cc", "-"},
      {"a:\u2028c", "2-5 the space U+2028 stands behind the colon < >"},
      {"a:\u2029c", "2-5 the space U+2029 stands behind the colon < >"},
      {"a:\u202fc", "2-5 the space U+202F stands behind the colon < >"},
      {"a:\u205fc", "2-5 the space U+205F stands behind the colon < >"},
      {"a:\u2060c", "2-5 the space U+2060 stands behind the colon < >"},
      {"a:\u00e9c", "-"},
      {"a: b\u00a0c", "-"},
      {"Note:\u00a0b", "-"},
      {"aB:\u00a0b", "3-5 the space U+00A0 stands behind the colon < >"},
      {"{a:\u00a0b}", "-"},
      {"a\u00a0b", "-"},
      {"a\u00a0", "-"},
      {"a", "-"},
      {"a:\xC2", "-"},
  };
  for (const auto& [line, odd] : kCases) {
    INFO(line);
    CHECK(Odd(line) == odd);
  }
}

TEST_CASE("a line is indented as its author sees it") {
  CHECK(AsIndented("").empty());
  CHECK(AsIndented("  a\u00a0b") == "  a\u00a0b");
  CHECK(AsIndented("\u00a0\u00a0a") == "  a");
  CHECK(AsIndented(" \u3000 a\u00a0") == "    a\u00a0");
  CHECK(AsIndented("\u200ba") == "a");
}

}  // namespace line_test
}  // namespace guidec
