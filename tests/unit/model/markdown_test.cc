#include <algorithm>

#include "model/prose/markdown.h"

#include <catch2/catch.hpp>

#include "model/content/library.h"
#include "model/prose/commonmark.h"
#include "model/prose/link.h"

namespace guidec {
namespace markdown_test {

std::string Shape(const MarkdownNode& node) {
  static constexpr std::string_view kNames[] = {
      "root",    "paragraph", "text",          "emphasis", "strong",   "inlineCode",
      "code",    "link",      "image",         "list",     "listItem", "blockquote",
      "heading", "break",     "thematicBreak", "html",     "cite",     "placeholder"};
  std::string shape(kNames[static_cast<std::size_t>(node.type)]);
  if (!node.value.empty()) shape += "'" + node.value + "'";
  for (const std::string& key : node.keys) shape += "@" + key;
  if (!node.url.empty()) shape += "<" + node.url + ">";
  if (!node.children.empty()) {
    shape += "(";
    for (const MarkdownNode& child : node.children) {
      if (shape.back() != '(') shape += " ";
      shape += Shape(child);
    }
    shape += ")";
  }
  return shape;
}

// A document that holds the prose under the key `text`, as YAML.
struct Parsed {
  explicit Parsed(std::string yaml) : document(Parse(sources.Add("t.yaml", std::move(yaml)))) {
    prose = ParseProse(*document.root.Find("text"), Limits().prose_depth, faults);
  }
  Sources sources;
  Document document;
  std::vector<Fault> faults;
  Prose prose;
};

TEST_CASE("prose is CommonMark with citations and placeholders") {
  struct Row {
    std::string_view yaml;
    std::string_view shape;
  };
  static constexpr Row kRows[] = {
      {"text: Hold for {hold}.", "root(paragraph(text'Hold for ' placeholder'hold' text'.'))"},
      {"text: It is **big** [@key].",
       "root(paragraph(text'It is ' strong(text'big') text' ' cite@key text'.'))"},
      {"text: As shown [@one; @two-b]", "root(paragraph(text'As shown ' cite@one@two-b))"},
      {"text: See [rest](#rice) *now*",
       "root(paragraph(text'See ' link<#rice>(text'rest') text' ' emphasis(text'now')))"},
      {"text: Not a key [@] nor {a b} nor {}", "root(paragraph(text'Not a key [@] nor {a b} nor {}'))"},
      {"text: Code `{hold}` stays", "root(paragraph(text'Code ' inlineCode'{hold}' text' stays'))"},
      {"text: A <b>bold</b> word", "root(paragraph(text'A ' html'<b>' text'bold' html'</b>' text' word'))"},
      {"text: Not \\{hold} nor \\[@key]", "root(paragraph(text'Not {hold} nor [@key]'))"},
      {"text: 2 \\* 3 &amp; more", "root(paragraph(text'2 * 3 & more'))"},
      {"text: '[@one;@two-2]x[@three;   @four]'", "root(paragraph(cite@one@two-2 text'x' cite@three@four))"},
      {"text: '[@one; two] [@one, @two] [@One] [@one;] [@one'",
       "root(paragraph(text'[@one; two] [@one, @two] [@One] [@one;] [@one'))"},
      {"text: '[@one;'", "root(paragraph(text'[@one;'))"},
      {"text: '[x] [ @one] [@]{a}'", "root(paragraph(text'[x] [ @one] [@]' placeholder'a'))"},
      {"text: '{a}{b-1}x{a.b.c}'", "root(paragraph(placeholder'a' placeholder'b-1' text'x' placeholder'a.b.c'))"},
      {"text: '{.a} {a.} {a..b} {1.5} {A} {a_b} {a'",
       "root(paragraph(text'{.a} {a.} {a..b} {1.5} {A} {a_b} {a'))"},
      {"text: 'x{{a}}y'", "root(paragraph(text'x{' placeholder'a' text'}y'))"},
  };
  for (const Row& row : kRows) {
    INFO(row.yaml);
    CHECK(Shape(Parsed(std::string(row.yaml)).prose.root) == row.shape);
  }
}

// Every word of every text node stands in the YAML file where its span says.
void CheckPlaces(const std::string& yaml) {
  const Parsed parsed(yaml);
  const Source& source = *parsed.sources.begin();
  int words = 0;
  ForEachNode(parsed.prose.root, [&](const MarkdownNode& node) {
    if (node.type != MarkdownType::kText) return;
    for (std::size_t begin = 0; begin < node.value.size();) {
      if (node.value[begin] == ' ') {
        ++begin;
        continue;
      }
      const std::size_t end = std::min(node.value.find(' ', begin), node.value.size());
      const std::string word = node.value.substr(begin, end - begin);
      INFO(yaml);
      const std::string written(source.Slice(parsed.prose.SpanOf(node, begin, end)));
      // An escape or an entity stands for other bytes than its own.
      if (written.find_first_of("\\&") == std::string::npos) CHECK(written == word);
      ++words;
      begin = end;
    }
  });
  CHECK(words > 0);
}

TEST_CASE("a word of prose knows its bytes in the file") {
  CheckPlaces("text: one two three");
  CheckPlaces("text: >-\n  one two\n  three **four** five\n\n  six\n");
  CheckPlaces("text: |\n  one two\n  - three\n  - four *five* six\n\n  seven [@key] eight\n");
  CheckPlaces("text: 'one two \"three\" four'");
  CheckPlaces("text: \"one caf\xC3\xA9 \xF0\x9F\x8F\x83 four\"");
  CheckPlaces("text: |\r\n  one two\r\n  three\r\n");
  CheckPlaces("text: see [here](here) here and **here** here");
  CheckPlaces("text: one\n  two\n  three {hold} four");
}

TEST_CASE("a word behind escapes and entities knows its bytes in the file") {
  CheckPlaces("text: one \\* two \\[three\\] four &amp; five&nbsp;six &#233; seven &nothing; eight");
  CheckPlaces("text: 2. 2 and 2");
  CheckPlaces("text: |\n  2. 2 and 2\n  3. 3 \\< 4 &lt; 5\n");
  CheckPlaces("text: \"one \\\\* two \\\"three\\\" four\"");
  const Parsed parsed("text: one &amp; \\*two\\* caf&eacute; three");
  const Source& source = *parsed.sources.begin();
  const MarkdownNode& text = parsed.prose.root.children.at(0).children.at(0);
  REQUIRE(text.value == "one & *two* caf\xC3\xA9 three");
  const auto written = [&](std::string_view part) {
    const std::size_t at = text.value.find(part);
    return source.Slice(parsed.prose.SpanOf(text, at, at + part.size()));
  };
  CHECK(written("&") == "&amp;");
  CHECK(written("*two*") == "\\*two\\*");
  CHECK(written("caf\xC3\xA9") == "caf&eacute;");
  CHECK(written("three") == "three");
}

TEST_CASE("a reference to what no output may hold is reported and left out") {
  struct Case {
    std::string written;
    std::size_t faults;
    std::string text;
  };
  for (const auto& [written, count, text] : std::vector<Case>{{"one&#1; two", 1, "one two"},
                                                              {"one&#x1b; tw&#xFFFE;o", 2, "one two"},
                                                              {"one&#0; two&#xD800;", 2, "one two"},
                                                              {"one&#x110000; two", 1, "one two"},
                                                              {"one&#9999999; two", 1, "one two"},
                                                              {"&#1;", 1, ""},
                                                              {"[one&#1;](#two) *&#2;two*", 2, "one two"},
                                                              {"![one&#1; two](a.png)", 1, "one two"},
                                                              {"`one&#1; two`", 0, "one&#1; two"},
                                                              {"one\\&#1; two", 0, "one&#1; two"},
                                                              {"one&#9;two", 0, "one\ttwo"}}) {
    INFO(written);
    const Parsed parsed("text: '" + written + "'");
    std::vector<Fault> faults;
    const Prose prose = ParseProse(*parsed.prose.node, Limits().prose_depth, faults);
    CHECK(PlainText(prose.root) == text);
    CHECK(faults.size() == count);
    for (const Fault& fault : faults) {
      const std::string_view place = (*parsed.sources.begin()).Slice(fault.span);
      CHECK(fault.rule.name == "character-not-allowed");
      CHECK(place.starts_with("&#"));
      CHECK(place.ends_with(";"));
    }
  }
}

TEST_CASE("a NUL, which no output may hold, shifts nothing behind it") {
  const Parsed parsed("text: \"a\\0b `c\\0d` end\"\n");
  CHECK(Shape(parsed.prose.root) == "root(paragraph(text'ab ' inlineCode'cd' text' end'))");
  const MarkdownNode& last = parsed.prose.root.children.front().children.back();
  const Span place = parsed.prose.SpanOf(last, 1, 4);
  CHECK(parsed.sources[place.source].Slice(place) == "end");
}

TEST_CASE("what is nested beyond the limit is left out, and its place is told") {
  struct Case {
    std::string text;
    std::string shape;     // of what is read, three levels deep at most
    std::string left_out;  // where the text goes on at the place that is told
  };
  const Case cases[] = {
      {">>> a", "root(blockquote(blockquote(blockquote(paragraph(text'a')))))", ""},
      {">>>> a", "root(blockquote(blockquote(blockquote)))", "> a"},
      {"- - - - a", "root(list(listItem(list(listItem(list(listItem))))))", "- a"},
      {"*a **b [c](d) e** f*",
       "root(paragraph(emphasis(text'a ' strong(text'b ' link<d>(text'c') text' e') text' f')))", ""},
      {"> *a **b [c](d) e** f* g",
       "root(blockquote(paragraph(emphasis(text'a ' strong(text'b  e') text' f') text' g')))", "[c]"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    Sources sources;
    const Document document = Parse(sources.Add("t.yaml", "text: '" + c.text + "'\n"));
    std::vector<Fault> faults;
    const Prose prose = ParseProse(*document.root.Find("text"), 3, faults);
    CHECK(Shape(prose.root) == c.shape);
    CHECK(faults.size() == (c.left_out.empty() ? 0 : 1));
    for (const Fault& fault : faults) {
      CHECK(fault.rule.name == "prose-too-deep");
      CHECK(sources[fault.span.source].text().substr(fault.span.begin).starts_with(c.left_out));
    }
  }
}

TEST_CASE("nesting without end is no recursion without end") {
  const auto times = [](std::size_t count, std::string_view part) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += part;
    return text;
  };
  for (const std::string& text : {times(90'000, ">"), times(40'000, "- "), times(30'000, "*a _a "),
                                  times(20'000, "*a ") + times(20'000, " a*"), times(30'000, "1. "),
                                  times(20'000, "![") + "a" + times(20'000, "](b)"), times(90'000, "[")}) {
    Sources sources;
    const Document document =
        Parse(sources.Add("t.yaml", "text: '" + text + "a'\n"), Limits{.line_length = 1 << 20});
    std::vector<Fault> faults;
    const Prose prose = ParseProse(*document.root.Find("text"), Limits().prose_depth, faults);
    CHECK(prose.root.type == MarkdownType::kRoot);
  }
}

TEST_CASE("a line of many short words is no nesting") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "a ";
  Sources sources;
  const Document document = Parse(sources.Add("t.yaml", "text: '" + text + "a'\n"), Limits());
  std::vector<Fault> faults;
  const Prose prose = ParseProse(*document.root.Find("text"), Limits().prose_depth, faults);
  CHECK(faults.empty());
  CHECK(PlainText(prose.root).size() == 2001);
}

TEST_CASE("links and pictures know their bytes and their address's") {
  struct Row {
    std::string link;
    std::string address;
  };
  static const Row kRows[] = {
      {"[x](#rice)", "#rice"},
      {"[*x*](#rice)", "#rice"},
      {"[a [b] c](#rice \"with ) a title\")", "#rice"},
      {"[x](<a b>)", "a b"},
      {"[x](https://a.b/c_(d))", "https://a.b/c_(d)"},
      {"<https://a.b>", "<https://a.b>"},
      {"[x]()", "[x]()"},
      {"![](x.png)", "x.png"},
      {"![x *y*](x.png)", "x.png"},
      {"[x][one]", "[x][one]"},
      {"[one]", "[one]"},
  };
  for (const Row& row : kRows) {
    INFO(row.link);
    const Parsed parsed("text: |\n  Before (it) [and] `code`, " + row.link + " behind\n\n  [one]: #rice\n");
    const Source& source = *parsed.sources.begin();
    int links = 0;
    ForEachNode(parsed.prose.root, [&](const MarkdownNode& node) {
      if (node.type != MarkdownType::kLink && node.type != MarkdownType::kImage) return;
      ++links;
      CHECK(source.Slice(parsed.prose.SpanOf(node)) == row.link);
      CHECK(source.Slice(parsed.prose.AddressOf(node)) == row.address);
    });
    CHECK(links == 1);
  }
}

TEST_CASE("every node of prose knows its bytes and what it is") {
  const Parsed parsed(
      "text: |\n  One *two* `three` **four** [five](#six) {seven} [@eight]!\\\n  nine\n\n  3. ten\n\n  4. eleven\n\n"
      "  - twelve\n  - <b>\n\n  > thirteen\n\n  ## fourteen\n\n      code\n\n  ***\n\n  ![*fif* teen](a.png)\n");
  std::string text;
  ForEachNode(parsed.prose.root, [&](const MarkdownNode& node) {
    if (node.type == MarkdownType::kRoot) return;
    const Span span = parsed.prose.SpanOf(node);
    MarkdownNode alone = node;
    alone.children.clear();
    std::string slice(parsed.sources[span.source].Slice(span));
    std::ranges::replace(slice, '\n', '/');
    text += Shape(alone);
    // CommonMark tells no place of others.
    if (!node.runs.empty() || (node.type > MarkdownType::kCode && node.type != MarkdownType::kBreak &&
                                node.type != MarkdownType::kThematicBreak)) {
      text += " `" + slice + "`";
    }
    if (node.type == MarkdownType::kList) {
      text += node.ordered ? " from " + std::to_string(node.start) : "";
      text += node.spread ? " spread" : "";
    }
    if (node.depth > 0) text += " depth " + std::to_string(node.depth);
    text += "\n";
  });
  CHECK(text == R"(paragraph
text'One ' `One `
emphasis
text'two' `two`
text' ' ` `
inlineCode'three' `three`
text' ' ` `
strong
text'four' `four`
text' ' ` `
link<#six> `[five](#six)`
text'five' `five`
text' ' ` `
placeholder'seven' `{seven}`
text' ' ` `
cite@eight `[@eight]`
text'!' `!`
break
text'nine' `nine`
list `3. ten//  4. eleven` from 3 spread
listItem `3. ten`
paragraph
text'ten' `ten`
listItem `4. eleven`
paragraph
text'eleven' `eleven`
list `- twelve/  - <b>/`
listItem `- twelve`
paragraph
text'twelve' `twelve`
listItem `- <b>/`
html'<b>
' `<b>/`
blockquote `> thirteen`
paragraph
text'thirteen' `thirteen`
heading `## fourteen` depth 2
text'fourteen' `fourteen`
code'code
'
thematicBreak
paragraph
image'fif teen'<a.png> `![*fif* teen](a.png)`
)");
}

TEST_CASE("a line may open a hundred quotes and lists") {
  const auto times = [](std::size_t count, std::string_view part) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += part;
    return text;
  };
  for (const std::string_view part : {">", "- ", "+ ", "1. ", "2) ", "> "}) {
    INFO(part);
    CHECK_FALSE(ReadCommonMark("x\n\n" + times(100, part) + "a", 200).too_deep);
    const CommonMark read = ReadCommonMark("x\n\n" + times(101, part) + "a", 200);
    CHECK(read.too_deep == 3u);
    CHECK(read.root.children.empty());
  }
  CHECK_FALSE(ReadCommonMark(times(60, ">") + "a\n\n" + times(60, ">") + "a", 200).too_deep);
  CHECK_FALSE(ReadCommonMark("a " + times(101, "- ") + "a", 200).too_deep);
  CHECK_FALSE(ReadCommonMark(times(101, "*"), 200).too_deep);
  CHECK_FALSE(ReadCommonMark(times(101, "1"), 200).too_deep);
  CHECK(ReadCommonMark(times(101, "> "), 200).too_deep == 0u);
}

TEST_CASE("plain lines hold no markup, and placeholders where they may") {
  Sources sources;
  const Document document = Parse(sources.Add("t.yaml", "text: '*a* {b} [@c] {d.e}'\n"));
  const Node& node = *document.root.Find("text");
  CHECK(Shape(PlainProse(node).root) == "root(paragraph(text'*a* {b} [@c] {d.e}'))");
  const Prose prose = PlainProseWithPlaceholders(node);
  CHECK(Shape(prose.root) == "root(paragraph(text'*a* ' placeholder'b' text' [@c] ' placeholder'd.e'))");
  const auto slice = [&](const MarkdownNode& part) {
    const Span span = prose.SpanOf(part);
    return std::string(sources[span.source].Slice(span));
  };
  const std::vector<MarkdownNode>& parts = prose.root.children.front().children;
  CHECK(slice(prose.root.children.front()) == "*a* {b} [@c] {d.e}");
  CHECK(slice(parts[0]) == "*a* ");
  CHECK(slice(parts[1]) == "{b}");
  CHECK(slice(parts[3]) == "{d.e}");
  const Span word = prose.SpanOf(parts[2], 1, 5);
  CHECK(sources[word.source].Slice(word) == "[@c]");
  const Span none = prose.SpanOf(parts[2], 2, 2);
  CHECK(none.size() == 0);
  CHECK(sources[none.source].text().substr(none.begin).starts_with("@c]"));
}

TEST_CASE("a link can be followed to a place or out of the guide") {
  for (const std::string_view address : {"#a", "#ä-b", "https://example.org/a", "http://example.org"}) {
    INFO(address);
    CHECK(IsFollowableAddress(address));
    CHECK(IsFollowable(address, "words"));
    CHECK_FALSE(IsFollowable(address, "wo\u202Erds"));
  }
  for (const std::string_view address :
       {"", "#", "#a b", "#a\u202E", "#a\x01", "a.html", "mailto:", "javascript:a()"}) {
    INFO(address);
    CHECK_FALSE(IsFollowableAddress(address));
    CHECK_FALSE(IsFollowable(address, "words"));
  }
}

TEST_CASE("plain text is what a reader hears") {
  const auto plain = [](const std::string& markdown) {
    std::string yaml = "text: |\n  ";
    for (const char c : markdown) yaml += c == '\n' ? std::string("\n  ") : std::string(1, c);
    return PlainText(Parsed(yaml + "\n").prose.root);
  };
  CHECK(plain("a\\\nb") == "a\nb");
  CHECK(plain("# a\nb\n\n> c\n\n- d\n\n  e\n- f") == "a\nb\nc\nd\ne\nf");
  CHECK(plain("a\n\n***\n\n    code\n\nb") == "a\ncode\nb");
  CHECK(plain("a `b` ![c *d*](e.png) <i>f</i> {g}") == "a b c d f {g}");
  CHECK(plain("a [@b]c [@d]") == "ac");
  CHECK(plain("a \\\n[@b]") == "a");
  CHECK(PlainText(Parsed("text: The **psoas** is big [@key].").prose.root) == "The psoas is big.");
  CHECK(PlainText(Parsed("text: |\n  One\n  two.\n\n  - a\n  - b\n").prose.root) == "One two.\na\nb");
}

}  // namespace markdown_test
}  // namespace guidec
