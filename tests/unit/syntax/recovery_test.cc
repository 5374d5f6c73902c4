// Broken files: every syntax error at its own line, and what is healthy still read.
#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "unit/syntax/parsed.h"

namespace guidec {
namespace recovery_test {

constexpr SyntaxCase kCases[] = {
    {"an open quote",
     R"(steps:
  - say: "Hold
    for: 30 s
  - say: Stop
name: plank
)",
     R"(2:10-11 syntax-error the quote `"` is opened here and never closed
)",
     R"(mapping [1:1-6:1] damaged
  steps: sequence [4:3-4:14] damaged
    -: mapping [4:5-4:14]
      say: plain "Stop" [4:10-4:14]
  name: plain "plank" [5:7-5:12]
)"},
    {"an open quote over many lines",
     R"(a: "one
  two
b: c
)",
     R"(1:4-5 syntax-error the quote `"` is opened here and never closed
)",
     R"(mapping [3:1-4:1] damaged
  b: plain "c" [3:4-3:5]
)"},
    {"an open bracket",
     R"(a: [x, y
  , z
b: c
)",
     R"(1:4-5 syntax-error the bracket `[` is never closed
)",
     R"(mapping [3:1-4:1] damaged
  b: plain "c" [3:4-3:5]
)"},
    {"text behind a closing quote",
     R"(a: 'it's'
b: "say "hi""
c: "ok" # fine
)",
     R"(1:4-10 syntax-error text goes on behind the closing quote; write an inner `'` as `''`
2:4-14 syntax-error text goes on behind the closing quote; write an inner `"` as `\"`
)",
     R"(mapping [3:1-4:1] damaged
  c: double-quoted "ok" [3:4-3:8]
comment "# fine" [3:9-3:15]
)"},
    {"characters that no value starts with",
     R"(a: @h
b: `j`
c: %l
d: }
e: ,
f: {hold} seconds
g: - item
h: n
)",
     R"(1:4-6 syntax-error a value cannot start with `@`; put it in quotes
2:4-7 syntax-error a value cannot start with a backtick; put it in quotes
3:4-6 syntax-error a value cannot start with `%`; put it in quotes
4:4-5 syntax-error a value cannot start with `}`; put it in quotes
5:4-5 syntax-error a value cannot start with `,`; put it in quotes
6:4-18 syntax-error a value that starts with `{` must be in quotes
7:4-10 syntax-error a list starts on the line below its key; put a text that starts with `- ` in quotes
)",
     R"(mapping [8:1-9:1] damaged
  h: plain "n" [8:4-8:5]
)"},
    {"a colon in a plain text",
     R"(a: b: c
url: http://x.y:80/z
time: 10:30
)",
     R"(1:4-8 syntax-error a value that contains `: ` must be in quotes
)",
     R"(mapping [2:1-4:1] damaged
  url: plain "http://x.y:80/z" [2:6-2:21]
  time: plain "10:30" [3:7-3:12]
)"},
    {"a missing colon, with lines below it",
     R"(id: x
steps
  - One.
  - Two.
name: y
)",
     R"(2:1-6 syntax-error expected `key: value` or `- item` here, or deeper indentation if the text above goes on
)",
     R"(mapping [1:1-6:1] damaged
  id: plain "x" [1:5-1:6] damaged
  name: plain "y" [5:7-5:8]
)"},
    {"a missing colon in the last line",
     R"(- id: b
  answer y
)",
     R"(2:3-11 syntax-error expected `key: value` or `- item` here, or deeper indentation if the text above goes on
)",
     R"(sequence [1:1-3:1] damaged
  -: mapping [1:3-3:1] damaged
    id: plain "b" [1:7-1:8]
)"},
    {"no space behind the colon",
     R"(a:b
c: d
)",
     R"(1:1-4 syntax-error put a space behind the colon: `a: b`
)",
     R"(mapping [2:1-3:1] damaged
  c: plain "d" [2:4-2:5]
)"},
    {"an unknown escape",
     R"(a: "\d"
b: c
)",
     R"(1:5-7 syntax-error unknown escape behind `\`; double the backslash, or use single quotes
)",
     R"(mapping [2:1-3:1] damaged
  b: plain "c" [2:4-2:5]
)"},
    {"text on a block scalar's first line",
     R"(a: > hello
  you
b: c
)",
     R"(1:4-11 syntax-error the text of a `>` block starts on the next line, indented
)",
     R"(mapping [3:1-4:1] damaged
  b: plain "c" [3:4-3:5]
)"},
    {"a line that is indented too little",
     R"(a:
    - x
  - y
b: c
)",
     R"(3:5-6 syntax-error this line does not fit the lines above; check its indentation
)",
     R"(mapping [1:1-5:1] damaged
  a: sequence [2:5-2:8] damaged
    -: plain "x" [2:7-2:8] damaged
  b: plain "c" [4:4-4:5]
)"},
    {"a line that is indented too much",
     R"(a:
  - b: 1
     c: 2
  - b: 3
)",
     R"(3:9-10 syntax-error this line does not fit the lines above; check its indentation
)",
     R"(mapping [1:1-5:1] damaged
  a: sequence [2:3-5:1] damaged
    -: mapping [2:5-2:9] damaged
      b: plain "1" [2:8-2:9] damaged
    -: mapping [4:5-5:1]
      b: plain "3" [4:8-4:9]
)"},
    {"a list beside keys",
     R"(a:
  - x
  y: z
b: c
)",
     R"(3:6-7 syntax-error this line does not fit the lines above; check its indentation
)",
     R"(mapping [1:1-5:1] damaged
  a: sequence [2:3-2:6] damaged
    -: plain "x" [2:5-2:6] damaged
  b: plain "c" [4:4-4:5]
)"},
    {"a second document",
     R"(a: b
---
c: d
)",
     R"(2:1-4 syntax-error a second YAML document starts here; keep one document a file
)",
     R"(mapping [1:1-1:5]
  a: plain "b" [1:4-1:5]
)"},
    {"a key that is no word",
     R"([a]: b
? c
: d
)",
     R"(1:1-7 syntax-error a list cannot be a key; a key must be a plain word
)",
     R"(mapping [1:1-4:1] damaged
  c: plain "d" [3:3-3:4]
)"},
    {"many in one file",
     R"(questions:
  - id: a
    ask: What?
    choices:
      x: One
      y Two
      z: Three
    answer: x
    why: It "is: so
  - id: b
    ask: b: c
    answer: "y
  - id: c
    ask: Well?
more: [x
last: one
)",
     R"(6:7-12 syntax-error expected `key: value` or `- item` here, or deeper indentation if the text above goes on
9:10-20 syntax-error a value that contains `: ` must be in quotes
11:10-14 syntax-error a value that contains `: ` must be in quotes
12:13-14 syntax-error the quote `"` is opened here and never closed
15:7-8 syntax-error the bracket `[` is never closed
)",
     R"(mapping [1:1-17:1] damaged
  questions: sequence [2:3-14:15] damaged
    -: mapping [2:5-8:14] damaged
      id: plain "a" [2:9-2:10]
      ask: plain "What?" [3:10-3:15]
      choices: mapping [5:7-7:15] damaged
        x: plain "One" [5:10-5:13]
        z: plain "Three" [7:10-7:15]
      answer: plain "x" [8:13-8:14]
    -: mapping [10:5-10:10] damaged
      id: plain "b" [10:9-10:10]
    -: mapping [13:5-14:15]
      id: plain "c" [13:9-13:10]
      ask: plain "Well?" [14:10-14:15]
  last: plain "one" [16:7-16:10]
)"},
};

TEST_CASE("broken lines are reported and the rest is read") {
  CheckCases(kCases, &ParsedText::Faults);
}

struct Refusal {
  std::string yaml;
  std::string faults;
};

// Each is followed by a healthy line, which is read.
void CheckRefusals(const std::vector<Refusal>& refusals) {
  for (const Refusal& refusal : refusals) {
    INFO(refusal.yaml);
    const ParsedText parsed(refusal.yaml + "z: last\n");
    CHECK(parsed.Faults() == refusal.faults);
    REQUIRE(parsed.document.root.Find("z") != nullptr);
    CHECK(parsed.document.root.Find("z")->text == "last");
  }
}

TEST_CASE("what stands in brackets is not called open when it is closed") {
  const std::string mapping =
      "parsers-disagree not all YAML readers take what stands in this `{ }`, and guidec does not; write each "
      "`key: value` on a line of its own, without brackets\n";
  const std::string list =
      "parsers-disagree not all YAML readers take what stands in this `[ ]`, and guidec does not; write each "
      "item on "
      "a line of its own, as `- item`\n";
  const std::string no_list =
      "is not YAML; check its commas and quotes, or write each item on a line of its own, as `- item`\n";
  CheckRefusals({
      {"a: {\"foo\"\n  : \"bar\"}\n", "1:4-5 " + mapping},
      {"a: {foo\n  : bar}\n", "1:4-5 " + mapping},
      {"a:\n  { \"foo\" # why\n    :bar }\n", "2:3-4 " + mapping},
      {"a:\n- { single line: value}\n- { multi\n  line: value}\n", "3:3-4 " + mapping},
      {"a: {key: value?}\n", "1:4-17 " + mapping},
      {"a: [b?c]\n", "1:4-9 " + list},
      {"a: [b\n  c, d: e: f]\n", "1:4-5 syntax-error what stands in this `[ ]`, down to line 2, " + no_list},
      {"a: [b, # one ]\n  'it''s ]', c\n  : d]\n",
       "1:4-5 syntax-error what stands in this `[ ]`, down to line 3, " + no_list},
      {"a: [b,\nc]\n", "1:4-5 syntax-error this `[ ]` goes on in line 2, which must be indented deeper\n"},
      {"a: [b,\n  c] d\n",
       "1:4-5 syntax-error text goes on behind this `[ ]`, in line 2; delete it, or put all in quotes\n"},
      {"[a,\n b]: c\n", "1:1-2 syntax-error a key must end in the line where it starts\n"},
      {"a: [b, c\nd: [e]\n", "1:4-5 syntax-error the bracket `[` is never closed\n"},
  });
}

TEST_CASE("a comma in brackets that no entry stands in front of is shown") {
  const std::string stray =
      " syntax-error no entry stands in front of this comma; delete the comma, or write the entry\n";
  CheckRefusals({
      {"a: [ , b ]\n", "1:6-7" + stray},
      {"a: { , b: 1 }\n", "1:6-7" + stray},
      {"a: [b,,c]\n", "1:7-8" + stray},
      {"a: [b, # one,, two\n  , c]\n", "2:3-4" + stray},
      {"a: {b: 1, , c: 2}\n", "1:11-12" + stray},
      {"a: [b, [c, ,], d]\n", "1:12-13" + stray},
      {"a:\n  - [,]\n", "2:6-7" + stray},
  });
  CHECK(ParsedText("a: ['b,, c', \"d,,e\", f: , ]\nz: last\n").Faults().empty());
}

TEST_CASE("a list in brackets that is no YAML is not taken for a text, unless text goes on behind it") {
  CheckRefusals({
      {"a: [\"b\" \"c\"]\n",
       "1:4-13 syntax-error what stands in this `[ ]` is not YAML; check its commas and quotes, put a text "
       "that starts "
       "with `[` in quotes, or write each item on a line of its own, as `- item`\n"},
      {"a: [b] c\n", "1:4-9 syntax-error a value that starts with `[` must be in quotes\n"},
  });
}

TEST_CASE("a text in quotes is not called open when it is closed") {
  CheckRefusals({
      {"a: \"b\nc\"\n",
       "1:4-5 syntax-error this text in quotes goes on in line 2, which must be indented deeper\n"},
      {"'a\n b': c\n", "1:1-2 syntax-error a key must end in the line where it starts\n"},
      {"a: \"b\nc: \"d\"\n", "1:4-5 syntax-error the quote `\"` is opened here and never closed\n"},
  });
}

TEST_CASE("a key that is none says what is in its place") {
  CheckRefusals({
      {": a\n", "1:1-4 syntax-error no key stands in front of the colon; a key must be a plain word\n"},
      {"? {a: b}\n: c\n", "1:1-2:4 syntax-error a mapping cannot be a key; a key must be a plain word\n"},
      {"null: a\n",
       "1:1-8 syntax-error the key `null` means nothing to YAML; a key must be a plain word, or in quotes\n"},
      {"%YAML 1.2\n", "1:1-10 syntax-error a line that starts with `%` has no use here; delete it\n"},
  });
}

TEST_CASE("a tab in a blank line is named and passed over") {
  const ParsedText parsed("a: b\n\t\nc: d\n");
  CHECK(parsed.Faults() == "2:1-2 tab-indentation a tab stands in this blank line; leave the line empty\n");
  CHECK(parsed.document.root.Find("c")->text == "d");
  CHECK_FALSE(parsed.document.root.holds_damage);
}

TEST_CASE("conflicts of a merge are named once, and their first version is read") {
  const std::string conflict =
      "conflict-marker a conflict that a merge has left, down to line {}; keep one version and delete the "
      "markers\n";
  const std::string left_over =
      "conflict-marker a marker of a conflict that a merge has left; delete the line, and look at what is "
      "around it\n";
  CheckRefusals({
      {"<<<<<<< HEAD\na: b\n=======\na: [c\n>>>>>>> other\n",
       "1:1-13 " + fmt::format(fmt::runtime(conflict), 5)},
      {"<<<<<<< ours\r\na: b\r\n||||||| base\r\n  x\r\n=======\r\na: c\r\n>>>>>>> theirs\r\n",
       "1:1-13 " + fmt::format(fmt::runtime(conflict), 7)},
      {"a:\n<<<<<<< HEAD\n  - b\n=======\n  - c\n>>>>>>> other\n  - d\n",
       "2:1-13 " + fmt::format(fmt::runtime(conflict), 6)},
      {"a: b\n=======\n", "2:1-8 " + left_over},
      {"<<<<<<< HEAD\na: b\n", "1:1-13 " + left_over},
      {"<<<<<<< one\n<<<<<<< two\na: b\n=======\n>>>>>>> two\n>>>>>>> one\n",
       "1:1-12 " + left_over + "2:1-12 " + fmt::format(fmt::runtime(conflict), 5)},
      {"a:\n  <<<<<<< HEAD\n  - b\n  =======\n  - c\n  >>>>>>> other\n",
       "2:1-15 " + fmt::format(fmt::runtime(conflict), 6)},
      {"a: |\n  =======\n  <<<<<<< HEAD\n", ""},
  });
  const ParsedText parsed("<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> other\n");
  CHECK(parsed.document.root.Find("a")->text == "b");
  REQUIRE(parsed.document.faults.front().labels.size() == 2);
  CHECK(parsed.Place(parsed.document.faults.front().labels[1].span) == "5:1-14");
}

TEST_CASE("Unicode's spaces are named where YAML wants its own") {
  const auto fault = [](std::string_view place, std::string_view character, std::string_view where) {
    return fmt::format(
        "{} unicode-space the space {} {}, and YAML takes it for a letter; write ordinary spaces\n", place,
        character, where);
  };
  CheckRefusals({
      {"a:\n\u00A0\u00A0b: c\n", fault("2:1-3", "U+00A0", "indents this line")},
      {"a:\n  b: c\n \u2003d: e\n", fault("3:2-3", "U+2003", "indents this line")},
      {"a:\u00A0b\n", fault("1:3-4", "U+00A0", "stands behind the colon")},
      {"a: \u3000b\n", fault("1:4-5", "U+3000", "stands behind the colon")},
      {"a\u202F: b\n", fault("1:2-3", "U+202F", "stands in front of the colon")},
      {"a:\n  -\u00A0b\n", fault("2:4-5", "U+00A0", "stands behind the dash")},
      {"a:\n  - b:\u200Bc\n", fault("2:7-8", "U+200B", "stands behind the colon")},
      {"a: b\n \u00A0c\n", fault("2:2-3", "U+00A0", "indents this line")},
      {"a:\n\u00A0\u00A0- b\nc:\u00A0d\ne:\n  - f\n",
       fault("2:1-3", "U+00A0", "indents this line") + fault("3:3-4", "U+00A0", "stands behind the colon")},
      // In a text they are as good as any letter.
      {"a: b\u00A0c\nd: \"\u00A0e\"\nf: |\n  \u00A0g\n  h:\u00A0i\n", ""},
      {"a:\n  - Note:\u00A0b\n", ""},
  });
}

TEST_CASE("Unicode's spaces have a fix that leaves healthy YAML") {
  for (const std::string text : {"a:\n\u00A0\u00A0b: c\n", "a:\u00A0b\n", "a\u00A0: b\n", "a: \u00A0b\n",
                                 "a:\n  -\u2003b\n", "a:\n  - b:\u200Bc\n", "a:\n\u3000b:\u00A0\u00A0c\n"}) {
    const ParsedText parsed(text);
    REQUIRE(parsed.document.faults.size() == 1);
    std::string fixed = text;
    while (true) {
      const ParsedText again(fixed);
      if (again.document.faults.empty()) break;
      REQUIRE(again.document.faults.front().fix);
      const Edit& edit = again.document.faults.front().fix->edits.at(0);
      fixed.replace(edit.span.begin, edit.span.size(), edit.replacement);
    }
    INFO(fixed);
    CHECK(std::ranges::all_of(fixed, [](char c) { return (c & 0x80) == 0; }));
    CHECK(ParsedText(fixed).document.root.Find("a") != nullptr);
  }
}

TEST_CASE("invisible characters are named and the rest of their line is read") {
  struct Invisible {
    std::string bytes;
    std::string faults;
  };
  const Invisible cases[] = {
      {"\x01", "1:5-6 syntax-error the invisible character U+0001 has no place in YAML; delete it\n"},
      {std::string("\0", 1),
       "1:5-6 syntax-error the invisible character U+0000 has no place in YAML; delete it\n"},
      {"\x7F", "1:5-6 syntax-error the invisible character U+007F has no place in YAML; delete it\n"},
      {"\xC2\x9F", "1:5-6 syntax-error the invisible character U+009F has no place in YAML; delete it\n"},
      {"\xEF\xBB\xBF", "1:5-6 syntax-error the invisible character U+FEFF has no place in YAML; delete it\n"},
      {"\xEF\xBF\xBF", "1:5-6 syntax-error the invisible character U+FFFF has no place in YAML; delete it\n"},
      {"\xEF\xBF\xBD", ""},  // the replacement character is printable
      {"\xC2\xA0", ""},      // so is a no-break space
  };
  for (const Invisible& c : cases) {
    INFO(c.faults);
    const ParsedText parsed("a: x" + c.bytes + "y\nb: z\n");
    CHECK(parsed.Faults() == c.faults);
    REQUIRE(parsed.document.root.Find("a") != nullptr);
    CHECK(parsed.document.root.Find("a")->text.ends_with('y'));
    CHECK(parsed.document.root.Find("b")->text == "z");
    for (const Fault& fault : parsed.document.faults) {
      REQUIRE(fault.fix);
      CHECK(parsed.source.Slice(fault.fix->edits.at(0).span) == c.bytes);
      CHECK(fault.fix->edits.at(0).replacement.empty());
    }
  }
}

TEST_CASE("bytes that are not UTF-8 are reported once, at the first") {
  const ParsedText parsed("a: caf\xE9\nb: na\xEFve\nc: d\n");
  CHECK(parsed.Faults() == "1:7-8 not-utf8 byte 0xE9 is not UTF-8; save the file as UTF-8\n");
  CHECK(parsed.document.root.Find("c")->text == "d");
}

TEST_CASE("a blank line that is too deep for its block is pointed at, with the fix") {
  const ParsedText parsed("a: |\n     \n  text\nb: c\n");
  CHECK(parsed.Faults() ==
        "2:1-6 syntax-error this blank line is indented deeper than the text below it; delete its blanks\n");
  REQUIRE(parsed.document.faults.front().fix);
  CHECK(parsed.document.root.Find("b")->text == "c");
}

TEST_CASE("a tab that indents has a fix that gives the same file with blanks") {
  const ParsedText parsed("a:\n\tb:\n \t\tc: d\n");
  std::string fixed = parsed.source.text();
  for (auto fault = parsed.document.faults.rbegin(); fault != parsed.document.faults.rend(); ++fault) {
    REQUIRE(fault->fix);
    const Edit& edit = fault->fix->edits.at(0);
    fixed.replace(edit.span.begin, edit.span.size(), edit.replacement);
  }
  CHECK(ParsedText(fixed).Faults() == "");
  CHECK(fixed.find('\t') == std::string::npos);
}

TEST_CASE("a line of a text that is not indented is lost alone") {
  const ParsedText parsed(
      "a:\n  - b: >-\n      Wrap the ice in\na cloth, and so on.\n      and more.\n  - c: d\ne: f\n");
  CHECK(parsed.Faults() ==
        "4:1-20 syntax-error expected `key: value` or `- item` here, or deeper indentation if the text above "
        "goes on\n");
  const Node& items = *parsed.document.root.Find("a");
  REQUIRE(items.items.size() == 2);
  CHECK(items.items[0].damaged);
  CHECK(items.items[0].Find("b")->damaged);
  CHECK_FALSE(items.items[1].damaged);
  CHECK_FALSE(parsed.document.root.Find("e")->damaged);
}

TEST_CASE("a block that lost its colon is passed over whole, also where more is wrong below it") {
  const ParsedText parsed("a: b\nsteps\n  - x\n  - y\nc: d: e\nf: g\n");
  CHECK(parsed.Faults() ==
        "2:1-6 syntax-error expected `key: value` or `- item` here, or deeper indentation if the text above goes on\n"
        "5:4-8 syntax-error a value that contains `: ` must be in quotes\n");
  CHECK(parsed.document.root.Find("a") != nullptr);
  CHECK(parsed.document.root.Find("c") == nullptr);
  CHECK(parsed.document.root.Find("f") != nullptr);
}

TEST_CASE("odd spaces of lines that hang together are named in each of them") {
  const auto lines = [](const char* text) {
    std::vector<std::uint32_t> lines;
    const ParsedText parsed(text);
    for (const Fault& fault : parsed.document.faults) {
      CHECK(fault.rule.name == "unicode-space");
      lines.push_back(parsed.source.PositionOf(fault.span.begin).line);
    }
    return lines;
  };
  using Lines = std::vector<std::uint32_t>;
  CHECK(lines("a:\n\u00A0b: c\n\u00A0d: e\nf: g\n") == Lines{2, 3});
  CHECK(lines("a: b\n\u00A0 c\n\u00A0d: e\n") == Lines{2, 3});
  CHECK(lines("a:\n  b: c\n\u00A0\u00A0d: e\n\u00A0\u00A0f: g\n") == Lines{3, 4});
}

TEST_CASE("at most a hundred syntax errors are reported") {
  std::string text;
  for (int i = 0; i < 150; ++i) text += fmt::format("k{}: a: b\n", i);
  const ParsedText parsed(text);
  CHECK(parsed.document.faults.size() == 101);
  CHECK(parsed.document.faults.back().message.find("more than 100 syntax errors") == 0);
}

TEST_CASE("what a lost line belonged to is marked damaged") {
  const ParsedText parsed("a:\n  b: c\n  d e\nf:\n  g: h\n");
  const Node& root = parsed.document.root;
  CHECK(root.damaged);
  CHECK(root.Find("a")->damaged);
  CHECK_FALSE(root.Find("f")->damaged);
}

}  // namespace recovery_test
}  // namespace guidec
