#include "lint/suppression.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "diag/edits.h"
#include "lint/add_suppressions.h"

namespace guidec {
namespace suppression_test {

constexpr Rule MakeRule(std::string_view code, std::string_view name,
                        Severity severity = Severity::kWarning) {
  return {.code = code,
          .name = name,
          .severity = severity,
          .since = "0.1",
          .summary = "",
          .rationale = "",
          .source = "",
          .examples = {}};
}
constexpr Rule kFirst = MakeRule("LG001", "first");
constexpr Rule kSecond = MakeRule("LG002", "second");
constexpr Rule kError = MakeRule("LG003", "third", Severity::kError);
constexpr Rule kYaml = MakeRule("YM001", "bad-yaml", Severity::kError);
constexpr Rule kYamlStyle = MakeRule("YM002", "yaml-style");
constexpr Rule kShape = MakeRule("SC001", "bad-shape", Severity::kError);
constexpr Rule kUnused = MakeRule("CF001", "unused-suppression");
constexpr Rule kWithoutReason = MakeRule("CF002", "suppression-without-reason");
constexpr Rule kMalformed = MakeRule("CF003", "malformed-suppression");
constexpr const Rule* kRules[] = {&kFirst, &kSecond, &kError,         &kYaml,     &kYamlStyle,
                                  &kShape, &kUnused, &kWithoutReason, &kMalformed};

// "LINES [RULES] REASON", a line for each; "!" before what is wrong.
std::string Told(const std::string& text) {
  const Source source(SourceId{}, "a.yaml", text);
  const Suppressions read = SuppressionsOf(Parse(source), source);
  std::string told;
  for (const Suppression& given : read.given) {
    told += given.is_whole_file ? "file" : fmt::format("{}-{}", given.lines.first, given.lines.last);
    std::string rules;
    for (const Id& rule : given.rules) {
      CHECK(source.Slice(rule.span) == rule.value);
      rules += (rules.empty() ? "" : " ") + rule.value;
    }
    told += fmt::format(" [{}] {} <{}>\n", rules, given.reason, source.Slice(given.span));
  }
  for (const Fault& fault : read.faults) {
    told += fmt::format("! {} <{}> {}\n", fault.rule.name, source.Slice(fault.span), fault.message);
  }
  return told;
}

TEST_CASE("a suppression names rules and gives a reason") {
  const std::pair<std::string, std::string> comments[] = {
      {"# guidec: allow first -- why", "1-1 [first] why <# guidec: allow first -- why>\n"},
      {"#guidec:allow first--why so", "1-1 [first] why so <#guidec:allow first--why so>\n"},
      {"#  guidec:  allow\tfirst,second LG003,\t, x  --  a -- b  ",
       "1-1 [first second LG003 x] a -- b <#  guidec:  allow\tfirst,second LG003,\t, x  --  a -- b>\n"},
      {"# guidec: allow first -- why # more", "1-1 [first] why <# guidec: allow first -- why>\n"},
      {"# guidec: allow first -- #1 of why", "1-1 [first]  <# guidec: allow first -->\n"},
      {"# guidec: allow first", "1-1 [first]  <# guidec: allow first>\n"},
      {"# guidec: allow first --", "1-1 [first]  <# guidec: allow first -->\n"},
      // A reason that is not written as one is none.
      {"# guidec: allow first - why", "1-1 [first]  <# guidec: allow first - why>\n"},
      {"# guidec: allow first \u2013 why", "1-1 [first]  <# guidec: allow first \u2013 why>\n"},
      {"# guidec: allow first \u2014 why", "1-1 [first]  <# guidec: allow first \u2014 why>\n"},
      {"# guidec: allow first: why", "1-1 [first]  <# guidec: allow first: why>\n"},
      {"# guidec: allow first (why)", "1-1 [first]  <# guidec: allow first (why)>\n"},
      {"# guidec: allow first - why -- so", "1-1 [first - why] so <# guidec: allow first - why -- so>\n"},
      {"# a guidec: allow first -- why", ""},
      {"# guidec is a linter", ""},
      {"# guidec allowed", ""},
  };
  for (const auto& [comment, told] : comments) CHECK(Told("a: 1 " + comment) == told);
  for (const std::string comment :
       {"# guidec:", "# guidec: allow", "# guidec: allow -- why", "# guidec: allow ,",
        "# guidec: deny first -- why", "# guidec: allows first -- why", "# guidec allow first -- why"}) {
    CHECK(Told("a: 1 " + comment) ==
          fmt::format("! malformed-suppression <{}> this comment tells guidec nothing; write "
                      "`# guidec: allow RULE -- reason`\n",
                      comment));
  }
  CHECK(Told("a: 1 # guidec: deny x # more\n") ==
        "! malformed-suppression <# guidec: deny x> this comment tells guidec nothing; write "
        "`# guidec: allow RULE -- reason`\n");
}

TEST_CASE("a suppression is about its line, the next that holds a value, or the whole file") {
  const std::string allow = "# guidec: allow x -- y";
  const std::string rest = " [x] y <" + allow + ">\n";
  const std::pair<std::string, std::string> texts[] = {
      {allow + "\na: 1\n", "file"},
      {"\n# other\n" + allow + "\n\na: 1\n", "file"},
      {"a: 1 " + allow + "\nb: 1\n", "1-1"},
      {"a: 1\n" + allow + "\nb: 1\n", "3-3"},
      {"a: 1\n" + allow + "\n\n # other\n\t\n\r\nb: 1\nc: 1\n", "7-7"},
      {"a: 1\r\n" + allow + "\r\n\r\nb: 1\r\n", "4-4"},
      {"a: 1\n" + allow + "\n", "4-4"},
      {"a: 1\n" + allow, "3-3"},
      // A scalar of several lines belongs to the line where it begins.
      {"a: 1\n" + allow + "\nb: >-\n  one\n  two\nc: 1\n", "3-5"},
      {"a: 1\nb: >- " + allow + "\n  one\n  two\nc: 1\n", "2-4"},
      {"a: 1\n" + allow + "\nb: \"one\n  two\"\nc: 1\n", "3-4"},
      {"a: 1\n" + allow + "\nb: [\"one\n  two\", three]\nc: 1\n", "3-4"},
      {"a: 1\n" + allow + "\nb: [\"one\n  two\", \"x\n  y\"]\n", "3-5"},
      {"a: 1\n" + allow + "\nb: [1,\n  2]\n", "3-3"},
      {"a: 1\n" + allow + "\n- b\n", "3-3"},
  };
  for (const auto& [text, lines] : texts) CHECK(Told(text) == lines + rest);
}

TEST_CASE("a finding in a scalar belongs to the scalar's first line") {
  const Source source(SourceId{}, "a.yaml",
                      "a: >-\n  one\n  two\nb: 1\nc: \"x\n  y\"\nd:\n  - |\n    p\n    q\n  - r\n"
                      "e: [\"s\n  t\", \"u\n  v\"]\n");
  const ScalarLines lines(Parse(source), source);
  const std::uint32_t firsts[] = {1, 1, 1, 4, 5, 5, 7, 8, 8, 8, 11, 12, 12, 12, 15};
  for (std::uint32_t line = 1; line <= std::size(firsts); ++line) {
    INFO(line);
    CHECK(lines.FirstLineAt(line) == firsts[line - 1]);
  }
}

TEST_CASE("what is about suppressions, and errors without which nothing can be built, cannot be allowed") {
  for (const Rule* rule : {&kFirst, &kError, &kYamlStyle}) CHECK(CanBeAllowed(*rule));
  for (const Rule* rule : {&kYaml, &kShape, &kUnused, &kWithoutReason, &kMalformed})
    CHECK_FALSE(CanBeAllowed(*rule));
}

// A file in whose text `one`, `two` and so on are findings of these rules.
struct Bench {
  explicit Bench(const std::string& text) {
    const Source& source = sources.Add("a.yaml", text);
    library.sources = &sources;
    library.files.push_back({Kind::kExercise, Parse(source)});
    const std::pair<std::string_view, const Rule*> words[] = {
        {"one", &kFirst}, {"two", &kSecond}, {"three", &kError}, {"yaml", &kYaml}};
    for (const auto& [word, rule] : words) {
      for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const auto begin = static_cast<std::uint32_t>(at);
        const Span span{source.id(), begin, begin + static_cast<std::uint32_t>(word.size())};
        findings.push_back({rule, rule->severity, span, "wrong", {}, {}});
      }
    }
  }

  // The findings that are left, as "LINE:RULE"; then a line for each fault, and the text that its fix makes.
  std::string Left() {
    std::vector<Fault> faults;
    std::string told;
    for (const Diagnostic& finding : WithoutSuppressed(findings, library, kRules, faults)) {
      told += fmt::format("{}:{} ", sources[finding.span.source].PositionOf(finding.span.begin).line,
                          finding.rule->name);
    }
    told += "\n";
    for (const Fault& fault : faults) {
      const Source& source = sources[fault.span.source];
      told += fmt::format("{} <{}> {}\n", fault.rule.name, source.Slice(fault.span), fault.message);
      if (fault.fix) told += fmt::format("{}:\n{}", fault.fix->title, Apply(source, fault.fix->edits));
      if (fault.fix) CHECK(fault.fix->safety == Safety::kSafe);
    }
    return told;
  }

  Sources sources;
  Library library;
  std::vector<Diagnostic> findings;
};

TEST_CASE("findings are allowed by their rule's name or code, where the comment says") {
  const std::pair<const char*, const char*> texts[] = {
      {"a: one\n", "1:first \n"},
      {"a: one # guidec: allow first -- y\n", "\n"},
      {"a: one # guidec: allow LG001 -- y\n", "\n"},
      {"a: one # guidec: allow LG001, first -- y\n", "\n"},
      {"a: one one # guidec: allow first -- y\n", "\n"},
      {"a: one two # guidec: allow second, first -- y\n", "\n"},
      {"a: three\n# guidec: allow third -- y\nb: three\nc: three\n", "1:third 4:third \n"},
      {"# guidec: allow first -- y\na: one\nb: one two\n", "3:second \n"},
      {"b: 1\n# guidec: allow first -- y\na: >-\n  x\n  one\n  one\nc: one\n", "7:first \n"},
      // One inside the reach of another.
      {"# guidec: allow first -- y\na: one # guidec: allow first -- z\nb: one\n", "\n"},
      {"b: 1\n# guidec: allow first -- y\na: one # guidec: allow first -- z\n", "\n"},
      {"b: 1\n# guidec: allow first -- y\na: >-\n  one\n  x\nc: one # guidec: allow first -- z\nd: one\n",
       "7:first \n"},
  };
  for (const auto& [text, left] : texts) {
    INFO(text);
    CHECK(Bench(text).Left() == left);
  }
}

TEST_CASE("what is wrong with a suppression is said") {
  const std::pair<const char*, const char*> texts[] = {
      {"a: one # guidec: allow first\n",
       "\nsuppression-without-reason <# guidec: allow first> nothing says why this is allowed; add `-- ` and "
       "the "
       "reason\n"},
      {"a: one # guidec: allow frist -- y\n",
       "1:first \nmalformed-suppression <frist> there is no rule `frist`; did you mean `first`?\n"},
      {"a: one # guidec: allow LG -- y\n", "1:first \nmalformed-suppression <LG> there is no rule `LG`\n"},
      {"a: one # guidec: allow nothing at all, first -- y\n",
       "\nmalformed-suppression <nothing> there is no rule `nothing`\n"},
      {"a: yaml # guidec: allow bad-yaml -- y\n",
       "1:bad-yaml 1:bad-yaml \nmalformed-suppression <bad-yaml> `bad-yaml` cannot be allowed; fix what it "
       "finds\n"},
      {"a: 1 # guidec: allow unused-suppression -- y\n",
       "\nmalformed-suppression <unused-suppression> `unused-suppression` cannot be allowed; fix what it "
       "finds\n"},
      // Behind an error, nothing is called unused.
      {"a: 1 # guidec: allow first -- y\nb: three\n", "2:third \n"},
      {"a: 1 # guidec: allow first -- y\nb: three # guidec: allow third -- y\n",
       "\nunused-suppression <first> `first` finds nothing here; take the suppression away\n"
       "take `first` away:\na: 1\nb: three # guidec: allow third -- y\n"},
  };
  for (const auto& [text, left] : texts) {
    INFO(text);
    CHECK(Bench(text).Left() == left);
  }
  Bench off("a: 1 # guidec: allow first, LG002 -- y\n");
  off.library.workspace.rule_settings = {{.key = {"first", {}}, .severity = "off", .files = {}},
                                         {.key = {"second", {}}, .severity = "info", .files = {}}};
  CHECK(off.Left() ==
        "\nunused-suppression <LG002> `LG002` finds nothing here; take the suppression away\n"
        "take `LG002` away:\na: 1 # guidec: allow first -- y\n");
}

TEST_CASE("what is not used is taken away, with its line or the blanks before it") {
  const auto told = [](const char* rule, const std::string& after, const char* where = "here") {
    return fmt::format(
        "\nunused-suppression <{0}> `{0}` finds nothing {1}; take the suppression away\n"
        "take `{0}` away:\n{2}",
        rule, where, after);
  };
  CHECK(Bench("# guidec: allow first -- y\na: 1\n").Left() == told("first", "a: 1\n", "in this file"));
  CHECK(Bench("a: 1\n  # guidec: allow first -- y\nb: 1\n").Left() == told("first", "a: 1\nb: 1\n"));
  CHECK(Bench("a: 1\r\n# guidec: allow first -- y\r\nb: 1\r\n").Left() == told("first", "a: 1\r\nb: 1\r\n"));
  CHECK(Bench("a: 1\n# guidec: allow first -- y").Left() == told("first", "a: 1\n"));
  CHECK(Bench("a: 1 \t # guidec: allow first -- y\nb: 1\n").Left() == told("first", "a: 1\nb: 1\n"));
  CHECK(Bench("a: 1 # guidec: allow first -- y # more\n").Left() == told("first", "a: 1 # more\n"));
  CHECK(Bench("a: 1\n# guidec: allow first -- y # more\nb: 1\n").Left() ==
        told("first", "a: 1\n # more\nb: 1\n"));
  CHECK(Bench("a: two # guidec: allow first, second -- y\n").Left() ==
        told("first", "a: two # guidec: allow second -- y\n"));
  CHECK(Bench("a: one # guidec: allow first, second -- y\n").Left() ==
        told("second", "a: one # guidec: allow first -- y\n"));
  CHECK(Bench("a: one two # guidec: allow first, LG003, second -- y\n").Left() ==
        told("LG003", "a: one two # guidec: allow first, second -- y\n"));
  CHECK(Bench("a: one two # guidec: allow first second third -- y\n").Left() ==
        told("third", "a: one two # guidec: allow first second -- y\n"));
}

// What is written above the findings `one`, `two`, … of a text.
std::string Allowed(const std::string& text) {
  const Bench bench(text);
  const std::vector<SourceId> files = {SourceId{0}};
  const auto rewrites = AddSuppressions(bench.findings, bench.sources, files, "why");
  if (rewrites.empty()) return "nothing";
  CHECK(rewrites.size() == 1);
  CHECK(rewrites.front().path == "a.yaml");
  CHECK(rewrites.front().before == text);
  return rewrites.front().after;
}

TEST_CASE("suppressions are written above what is found, and behind the first value") {
  const std::pair<const char*, const char*> texts[] = {
      {"a: one\n", "a: one # guidec: allow first -- why\n"},
      {"a: one \t\r\nb: two\r\n",
       "a: one # guidec: allow first -- why \t\r\n# guidec: allow second -- why\r\nb: two\r\n"},
      {"# one\n# x\na: 1\n", "# one\n# x\n# guidec: allow first -- why\na: 1\n"},
      {"# one\n# two\na: 1\n", "# one\n# two\n# guidec: allow first, second -- why\na: 1\n"},
      {"# one\r\na: 1\r\n", "# one\r\n# guidec: allow first -- why\r\na: 1\r\n"},
      {"a: 1\nb:\n  - two one\n  - x\n",
       "a: 1\nb:\n  # guidec: allow first, second -- why\n  - two one\n  - x\n"},
      {"a: 1\nb: one one\n", "a: 1\n# guidec: allow first -- why\nb: one one\n"},
      {"a: 1\nb: >-\n  x\n  one\n  two\nc: two\n",
       "a: 1\n# guidec: allow first, second -- why\nb: >-\n  x\n  one\n  two\n# guidec: allow second -- "
       "why\nc: two\n"},
      {"a: 1\n# one\n", "a: 1\n# guidec: allow first -- why\n# one\n"},
      {"a: 1\nb: [\"x\n  x\", \"x\n  one\"]\n",
       "a: 1\n# guidec: allow first -- why\nb: [\"x\n  x\", \"x\n  one\"]\n"},
      {"a: yaml\n", "nothing"},
      {"a: 1\n", "nothing"},
      {"a: one\nb: [\n", "nothing"},
  };
  for (const auto& [text, after] : texts) {
    INFO(text);
    CHECK(Allowed(text) == after);
  }
}

TEST_CASE("suppressions are written into the files that are named, by their paths") {
  Sources sources;
  std::vector<Diagnostic> findings;
  for (const char* path : {"c.yaml", "a.yaml", "b.yaml"}) {
    const Source& source = sources.Add(path, "x: one\n");
    findings.push_back({&kFirst, Severity::kWarning, {source.id(), 3, 6}, "wrong", {}, {}});
  }
  const std::vector<SourceId> files = {SourceId{0}, SourceId{1}};
  const auto rewrites = AddSuppressions(findings, sources, files, "why");
  REQUIRE(rewrites.size() == 2);
  CHECK(rewrites[0].path == "a.yaml");
  CHECK(rewrites[1].path == "c.yaml");
}

}  // namespace suppression_test
}  // namespace guidec
