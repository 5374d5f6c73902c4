#include "render/formats.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "render/tally.h"

namespace guidec {
namespace {

using Json = nlohmann::json;

constexpr Rule kRule{.code = "XX001",
                     .name = "some-rule",
                     .severity = Severity::kError,
                     .since = "0.1",
                     .summary = "Something is wrong.",
                     .rationale = "Because.",
                     .source = "Common sense.",
                     .examples = {}};
constexpr Rule kOtherRule{.code = "XX002",
                          .name = "other-rule",
                          .severity = Severity::kWarning,
                          .since = "0.1",
                          .summary = "Something else is wrong.",
                          .rationale = "Because.",
                          .source = "Common sense.",
                          .examples = {}};
constexpr const Rule* kRules[] = {&kRule, &kOtherRule};

// What the formats are given: files with text, and findings at words in them.
class Bench {
 public:
  const Source& Add(std::string path, std::string text) {
    const Source& source = sources_.Add(std::move(path), std::move(text));
    files_.push_back(source.id());
    return source;
  }
  Diagnostic& Find(const Source& source, std::string_view word, const Rule& rule = kRule,
                   std::string message = "something is wrong") {
    return findings_.emplace_back(
        Diagnostic{&rule, rule.severity, SpanOf(source, word), std::move(message), {}, std::nullopt});
  }
  static Span SpanOf(const Source& source, std::string_view word) {
    const auto begin = static_cast<std::uint32_t>(source.text().find(word));
    return {source.id(), begin, begin + static_cast<std::uint32_t>(word.size())};
  }
  Report MakeReport() const {
    return {.findings = findings_, .sources = sources_, .files = files_, .rules = kRules, .version = "0.1"};
  }
  std::string Render(std::string_view format) const { return FindFormat(format)->render(MakeReport()); }

 private:
  Sources sources_;
  std::vector<SourceId> files_;
  std::vector<Diagnostic> findings_;
};

TEST_CASE("concise and JSON say the same") {
  Bench bench;
  const Source& source = bench.Add("one.yaml", "caf\xC3\xA9: wrong\n");
  bench.Find(source, "wrong");
  CHECK(bench.Render("concise") == "one.yaml:1:7: error[XX001] something is wrong (some-rule)\n");
  const auto json = Json::parse(bench.Render("json"));
  CHECK(json.at(0).at("column") == 7);
  CHECK(json.at(0).at("byteBegin") == 7);
  CHECK(json.at(0).at("endColumn") == 12);
}

TEST_CASE("text counts the findings and the files") {
  Bench bench;
  const Source& source = bench.Add("one.yaml", "right: wrong\n");
  CHECK(bench.Render("text") == "no findings in 1 file\n");
  bench.Add("two.yaml", "");
  bench.Find(source, "wrong");
  CHECK(bench.Render("text").ends_with("\n\n1 error in 2 files\n"));
}

TEST_CASE("text stops at its limit and counts the rest by rule") {
  Bench bench;
  const Source& source = bench.Add("one.yaml", "right: wrong\n");
  for (int i = 0; i < 3; ++i) bench.Find(source, "right");
  for (int i = 0; i < 12; ++i) bench.Find(source, "wrong", kOtherRule);
  Report report = bench.MakeReport();
  report.max_findings = 2;
  const std::string text = text_format.render(report);
  CHECK(text.find("error[XX001]") != std::string::npos);
  CHECK(text.find("warning[XX002]") == std::string::npos);
  CHECK(
      text.ends_with("\n\n13 more findings are not shown:\n"
                     "  12  XX002 other-rule\n"
                     "   1  XX001 some-rule\n"
                     "`--format concise` shows each on one line, `--max-findings 0` shows all in full\n\n"
                     "3 errors, 12 warnings in 1 file\n"));
  report.max_findings = 15;
  CHECK(text_format.render(report) == bench.Render("text"));
}

TEST_CASE("a run that could read nothing has no summary") {
  const Sources sources;
  CHECK(text_format.render({.findings = {}, .sources = sources, .files = {}, .complete = false}).empty());
}

TEST_CASE("a tally in words") {
  CHECK(Summary({}) == "no findings");
  CHECK(Summary({.errors = 1, .warnings = 2, .infos = 0}) == "1 error, 2 warnings");
}

}  // namespace
}  // namespace guidec
