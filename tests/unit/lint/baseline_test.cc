#include "lint/baseline.h"

#include <string>
#include <utility>

#include <fmt/format.h>
#include <catch2/catch.hpp>

namespace guidec {
namespace {

constexpr Rule MakeRule(std::string_view code) {
  return {.code = code,
          .name = "some-rule",
          .severity = Severity::kError,
          .since = "0.1",
          .summary = "Something is wrong.",
          .rationale = "It confuses.",
          .source = "Common sense.",
          .examples = {}};
}
constexpr Rule kRule = MakeRule("XX001");
constexpr Rule kOtherRule = MakeRule("XX002");

std::string PathIn(const Source& source) {
  return "library/" + source.path();
}

// Texts, and a finding at each place of a word in them.
struct Bench {
  void Find(const std::string& path, const std::string& text, std::string_view word, const Rule& rule = kRule,
            const std::string& message = "wrong") {
    const Source& source = sources.Add(path, text);
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
      const auto begin = static_cast<std::uint32_t>(at);
      const Span span{source.id(), begin, begin + static_cast<std::uint32_t>(word.size())};
      findings.push_back(Diagnostic{&rule, rule.severity, span, message, {}, std::nullopt});
    }
  }
  Baseline Held() const { return Baseline::Of(findings, sources, PathIn); }
  // How many findings the baseline leaves, and how many of its own are gone.
  std::pair<std::size_t, int> Left(const Baseline& baseline) const {
    int gone = -1;
    const std::size_t left = baseline.Without(findings, sources, PathIn, gone).size();
    return {left, gone};
  }

  Sources sources;
  std::vector<Diagnostic> findings;
};

using Pair = std::pair<std::size_t, int>;

Baseline Reread(const Baseline& baseline) {
  const std::string text = baseline.Write();
  const auto read = Baseline::Parse(text, "known.json");
  REQUIRE(read);
  CHECK(read->Write() == text);
  return *read;
}

TEST_CASE("a baseline holds what was there, file by file and rule by rule, and as often as it was") {
  Bench before;
  before.Find("a.yaml", "bad, bad", "bad");
  before.Find("b.yaml", "bad", "bad", kOtherRule);
  const Baseline baseline = Reread(before.Held());
  CHECK(before.Left(baseline) == Pair{0, 0});

  struct Row {
    const char* path;
    const char* text;
    const Rule& rule;
    Pair left;
  };
  const Row rows[] = {{"a.yaml", "first of all bad, bad", kRule, {0, 0}},
                      {"a.yaml", "bad, bad, bad, bad", kRule, {2, 0}},
                      {"a.yaml", "bad", kRule, {0, 1}},
                      {"a.yaml", "good", kRule, {0, 2}},
                      {"a.yaml", "bad, bad", kOtherRule, {2, 2}},
                      {"b.yaml", "bad", kOtherRule, {0, 0}},
                      {"b.yaml", "bad", kRule, {1, 1}},
                      {"c.yaml", "bad, bad", kRule, {2, 0}}};
  for (const Row& row : rows) {
    INFO(row.path << ": " << row.text << ", " << row.rule.code);
    Bench now;
    now.Find(row.path, row.text, "bad", row.rule);
    CHECK(now.Left(baseline) == row.left);
  }
}

TEST_CASE("a baseline takes over what another keeps, and its own counts go before that") {
  Bench old;
  old.Find("a.yaml", "bad, bad", "bad");
  old.Find("b.yaml", "bad", "bad");
  old.Find("b.yaml", "bad", "bad", kOtherRule);
  Bench now;
  now.Find("a.yaml", "bad", "bad");
  Baseline baseline = now.Held();
  baseline.KeepFrom(old.Held(), [](const std::string& path, const std::string& code) {
    return path == "library/b.yaml" && code == "XX001";
  });
  CHECK(now.Left(baseline) == Pair{0, 0});
  Bench other;
  other.Find("b.yaml", "bad", "bad");
  CHECK(other.Left(baseline) == Pair{0, 0});
  Bench of_other_rule;
  of_other_rule.Find("b.yaml", "bad", "bad", kOtherRule);
  CHECK(of_other_rule.Left(baseline) == Pair{1, 1});
}

TEST_CASE("a baseline is one finding a line, sorted, with the message of the first") {
  Bench bench;
  bench.Find("b.yaml", "bad", "bad", kRule, "second file");
  bench.Find("a.yaml", "bad", "bad", kRule, "first");
  bench.Find("a.yaml", "bad", "bad", kRule, "again");
  const std::string text = bench.Held().Write();
  const std::string key = text.substr(text.find("\"key\":\"") + 7, 16);
  CHECK(text ==
        fmt::format(
            "{{\"guidec-baseline\": 1, \"findings\": [\n"
            R"({{"path":"library/a.yaml","rule":"XX001","key":"{0}","count":2,"message":"first"}},)"
            "\n"
            R"({{"path":"library/b.yaml","rule":"XX001","key":"{0}","count":1,"message":"second file"}})"
            "\n]}}\n",
            key));
  CHECK(Baseline().Write() == "{\"guidec-baseline\": 1, \"findings\": [\n]}\n");
}

TEST_CASE("a message that is not UTF-8 is written all the same") {
  Bench bench;
  bench.Find("a.yaml", "bad", "bad", kRule, "caf\xE9");
  Reread(bench.Held());
}

std::string Entry(std::string_view changed) {
  return fmt::format(R"({{"guidec-baseline": 1, "findings": [{{{}}}]}})", changed);
}

TEST_CASE("what is no baseline, one of another version and a damaged one are told apart") {
  struct Row {
    std::string text;
    std::string_view message;  // empty: it is read
  };
  const Row rows[] = {
      {"", "no baseline"},
      {"[]", "no baseline"},
      {"{}", "no baseline"},
      {R"({"findings": []})", "no baseline"},
      {R"({"guidec-baseline": 2, "findings": []})", "of version 2"},
      {R"({"guidec-baseline": "1", "findings": []})", "of version \"1\""},
      {R"({"guidec-baseline": 1})", "damaged"},
      {R"({"guidec-baseline": 1, "findings": {}})", "damaged"},
      {R"({"guidec-baseline": 1, "findings": [1]})", "damaged"},
      {R"({"guidec-baseline": 1, "findings": []})", ""},
      {Entry(R"("path": "a", "rule": "R", "key": "k", "count": 1)"), ""},
      {Entry(R"("path": "a", "rule": "R", "key": "k", "count": 1, "message": 7)"), ""},
      {Entry(R"("path": "a", "rule": "R", "key": "k", "count": 1000000)"), ""},
      {Entry(R"("path": "a", "rule": "R", "key": "k", "count": 1000001)"), "damaged"},
      {Entry(R"("path": "a", "rule": "R", "key": "k", "count": -1)"), "damaged"},
      {Entry(R"("path": "a", "rule": "R", "key": "k", "count": "1")"), "damaged"},
      {Entry(R"("path": "a", "rule": "R", "key": "k")"), "damaged"},
      {Entry(R"("path": "a", "rule": "R", "key": 1, "count": 1)"), "damaged"},
      {Entry(R"("path": "a", "rule": "R", "count": 1)"), "damaged"},
      {Entry(R"("path": "a", "key": "k", "count": 1)"), "damaged"},
      {Entry(R"("rule": "R", "key": "k", "count": 1)"), "damaged"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto read = Baseline::Parse(row.text, "known.json");
    CHECK(static_cast<bool>(read) == row.message.empty());
    if (read || row.message.empty()) continue;
    CHECK(read.error().message.find("`known.json`") != std::string::npos);
    CHECK(read.error().message.find(row.message) != std::string::npos);
    CHECK(read.error().hint.find("--update-baseline") != std::string::npos);
  }
}

TEST_CASE("entries for the same finding add up") {
  Bench now;
  now.Find("a.yaml", "bad, bad, bad", "bad");
  Bench one;
  one.Find("a.yaml", "bad", "bad");
  const std::string text = one.Held().Write();
  const std::size_t begin = text.find("[\n") + 2;
  const std::string entry = text.substr(begin, text.find("\n]") - begin);
  const auto twice = Baseline::Parse(
      fmt::format(R"({{"guidec-baseline": 1, "findings": [{0}, {0}]}})", entry), "known.json");
  REQUIRE(twice);
  CHECK(now.Left(*twice) == Pair{1, 0});
}

}  // namespace
}  // namespace guidec
