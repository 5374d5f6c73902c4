// What a file may hold at most, and what is said where it holds more.
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "unit/syntax/parsed.h"

namespace guidec {
namespace limits_test {

// "1:4-5 too-deep more than 2 levels deep; …", a line each.
std::string Faults(std::string text, const Limits& limits) {
  const Source source(SourceId{}, "a.yaml", std::move(text));
  std::string faults;
  for (const Fault& fault : Parse(source, limits).faults) {
    const Position begin = source.PositionOf(fault.span.begin);
    faults += fmt::format("{}:{}-{} {} {}\n", begin.line, begin.column,
                          source.PositionOf(fault.span.end).column, fault.rule.name, fault.message);
  }
  return faults;
}

TEST_CASE("nesting goes as deep as the limit, and is named once") {
  Limits limits;
  limits.depth = 2;
  const std::string fault = " too-deep more than 2 levels deep; no guide needs that\n";
  CHECK(Faults("a: {b: c}\n", limits).empty());
  CHECK(Faults("a: {b: {c: d}}\n", limits) == "1:9-10" + fault);
  CHECK(Faults("- - - a\n", limits) == "1:7-8" + fault);
  CHECK(Faults("- - a\n", limits).empty());
  CHECK(Faults("a: {b: {c: d}}\ne: [[[f]]]\n", limits) == "1:9-10" + fault);
}

TEST_CASE("values are read up to the limit") {
  Limits limits;
  limits.values = 5;
  CHECK(Faults("a: b\nc: d\n", limits).empty());
  limits.values = 4;
  CHECK(Faults("a: b\nc: d\n", limits) ==
        "2:4-5 too-many-values more than 4 values; the rest of the file is not read, split it\n");
  limits.values = 2;
  CHECK(Faults("a: b\nc: d\n", limits) ==
        "1:4-5 too-many-values more than 2 values; the rest of the file is not read, split it\n");
}

TEST_CASE("a line is read that is as long as the limit") {
  Limits limits;
  limits.line_length = 5;
  CHECK(Faults("a: bc\nd: e\n", limits).empty());
  CHECK(Faults("a: b\nd: efg\n", limits) ==
        "2:1-7 line-too-long a line of 6 bytes, and at most 5 are read; the file is not checked, break the "
        "line\n");
  const Source source(SourceId{}, "a.yaml", "a: bcd\n");
  const Document document = Parse(source, limits);
  CHECK(document.root.damaged);
  CHECK(document.root.holds_damage);
  CHECK(document.root.span == Span{SourceId{}, 0, 7});
}

TEST_CASE("32,000 lines are read") {
  std::string text;
  for (int line = 1; line < 32'000; ++line) text += "#\n";
  CHECK(Faults(text + "#", {}).empty());
  CHECK(Faults(text + "#\n", {}) ==
        "32001:1-1 too-many-lines 32001 lines; at most 32000 are read, split the file\n");
}

TEST_CASE("what closes a bracket is looked for within ten thousand bytes") {
  const std::string head = "a: [\"b\" \"c\", ";
  const std::size_t most = 3 + 10'000 - head.size() - 1;
  CHECK(Faults(head + std::string(most, 'x') + "]\nz: last\n", {}) ==
        "1:4-10004 syntax-error what stands in this `[ ]` is not YAML; check its commas and quotes, put a "
        "text that "
        "starts with `[` in quotes, or write each item on a line of its own, as `- item`\n");
  CHECK(Faults(head + std::string(most + 1, 'x') + "]\nz: last\n", {}) ==
        "1:4-10005 syntax-error a value that starts with `[` must be in quotes\n");
}

TEST_CASE("a file that costs too much to look through is given up") {
  std::string text;
  for (int line = 0; line < 3'000; ++line) text += "a: b: c\n";
  const Source source(SourceId{}, "a.yaml", text);
  const Document document = Parse(source);
  REQUIRE(document.faults.size() == 29);
  for (std::size_t at = 0; at + 1 < document.faults.size(); ++at) {
    CHECK(document.faults[at].message == "a value that contains `: ` must be in quotes");
  }
  CHECK(document.faults.back().message ==
        "a value that contains `: ` must be in quotes; the rest of the file cannot be checked until this is "
        "fixed");
  CHECK(document.root.pairs.empty());
}

TEST_CASE("what is open is looked for two hundred lines above") {
  const auto first_fault = [](int lines) {
    std::string text = "a: [ \"]\",\n";
    for (int line = 0; line < lines; ++line) text += "  b,\n";
    const std::string faults = Faults(text + "  c: d: e\n  ]\nz: last\n", {});
    return faults.substr(0, faults.find(';'));
  };
  CHECK(first_fault(199) == "1:4-5 syntax-error what stands in this `[ ]`, down to line 202, is not YAML");
  CHECK(first_fault(200) == "202:6-10 syntax-error a value that contains `: ` must be in quotes\n");
}

TEST_CASE("a hundred faults of each kind are named, and one more ends the reading") {
  const auto faults_of = [](int count, auto write) {
    std::string text;
    for (int at = 0; at < count; ++at) text += write(at);
    const Source source(SourceId{}, "a.yaml", text);
    const Document document = Parse(source);
    CHECK(document.root.pairs.empty() == (count > 100));
    return fmt::format("{} {}", document.faults.size(), document.faults.back().message);
  };
  const auto escape = [](int at) { return fmt::format("k{}: \"\\ud800\"\n", at); };
  CHECK(faults_of(100, escape) == "100 the escape `\\ud800` names no character; write the character itself");
  CHECK(faults_of(101, escape) == "101 more than 100 syntax errors; the rest of the file is not checked");
  const auto blank = [](int at) { return (at == 0 ? "a:\n" : "") + std::string("  - b\n\t\n"); };
  CHECK(faults_of(100, blank) == "100 a tab stands in this blank line; leave the line empty");
  CHECK(faults_of(101, blank)
            .starts_with("101 this is not valid YAML: illegal tab when looking for indentation; "));
}

}  // namespace limits_test
}  // namespace guidec
