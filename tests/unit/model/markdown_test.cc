#include "model/markdown.h"

#include <catch2/catch.hpp>

#include "model/library.h"

namespace guidec {
namespace {

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
    prose = ParseProse(*document.root.Find("text"));
  }
  Sources sources;
  Document document;
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
      {"text: 2 \\* 3 &amp; more", "root(paragraph(text'2 * 3 & more'))"},
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
      CHECK(source.Slice(parsed.prose.SpanOf(node, begin, end)) == word);
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

TEST_CASE("plain text is what a reader hears") {
  CHECK(PlainText(Parsed("text: The **psoas** is big [@key].").prose.root) == "The psoas is big.");
  CHECK(PlainText(Parsed("text: |\n  One\n  two.\n\n  - a\n  - b\n").prose.root) == "One two.\na\nb");
}

}  // namespace
}  // namespace guidec
