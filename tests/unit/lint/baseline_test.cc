#include "lint/baseline.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

namespace guidec {
namespace baseline_test {

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
    const auto compared = Compare(baseline);
    return {compared.unknown.size(), compared.fixed};
  }
  // Where all files are there but those whose names start with "old".
  Baseline::Comparison Compare(const Baseline& baseline) const {
    return baseline.Compare(findings, sources, PathIn, [](const std::string& path) {
      return path.find("/old") == std::string::npos;
    });
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

// Texts of files by their paths, in which `a` to `f` and `same` are findings.
using Texts = std::map<std::string, std::string>;

Bench BenchOf(const Texts& texts) {
  Bench bench;
  for (const auto& [path, text] : texts) {
    const Source& source = bench.sources.Add(path, text);
    for (std::size_t at = 0; at < text.size(); at = std::min(text.find(' ', at), text.size() - 1) + 1) {
      const auto end = static_cast<std::uint32_t>(std::min(text.find(' ', at), text.size()));
      const Span span{source.id(), static_cast<std::uint32_t>(at), end};
      bench.findings.push_back(Diagnostic{&kRule, kRule.severity, span, "wrong", {}, std::nullopt});
    }
  }
  return bench;
}

// "old1>new1:2" of what is renamed, then "old2:1" of what is gone, then "+1" for what is unknown.
std::string Told(const Baseline::Comparison& compared) {
  std::string told;
  for (const auto& file : compared.renamed) {
    told += fmt::format("{}>{}:{} ", file.from.substr(8), file.to.substr(8), file.count);
  }
  for (const auto& [path, count] : compared.gone) told += fmt::format("{}:{} ", path.substr(8), count);
  return told + fmt::format("+{}", compared.unknown.size());
}

TEST_CASE("a file that is gone is named, and found again by its findings where that is clear") {
  struct Row {
    const char* what;
    Texts before;
    Texts now;
    const char* told;
  };
  const Row rows[] = {
      {"nothing is like it", {{"old1", "a b"}}, {{"new1", "c"}}, "old1:2 +1"},
      {"renamed", {{"old1", "a b"}}, {{"new1", "a b"}}, "old1>new1:2 +0"},
      {"renamed and changed", {{"old1", "a b c"}}, {{"new1", "b c d"}}, "old1>new1:2 +1"},
      {"as often as it was", {{"old1", "a"}}, {{"new1", "a a"}}, "old1>new1:1 +1"},
      {"two files", {{"old1", "a b"}, {"old2", "c d"}}, {{"new1", "c d"}, {"new2", "a b"}},
       "old1>new2:2 old2>new1:2 +0"},
      {"more in common decides", {{"old1", "a b"}}, {{"new1", "a b"}, {"new2", "a"}}, "old1>new1:2 +1"},
      {"two are alike", {{"old1", "a"}}, {{"new1", "a"}, {"new2", "a"}}, "old1:1 +2"},
      {"two were alike", {{"old1", "a"}, {"old2", "a"}}, {{"new1", "a"}}, "old1:1 old2:1 +1"},
      {"the end of the path decides", {{"old/x/q", "a"}, {"old/y/q", "a"}}, {{"new/x/q", "a"}, {"new/y/q", "a"}},
       "old/x/q>new/x/q:1 old/y/q>new/y/q:1 +0"},
      {"not into a file that was known", {{"old1", "a"}, {"new1", "b"}}, {{"new1", "a b"}}, "old1:1 +1"},
      {"not from a file that is there", {{"one", "a"}}, {{"new1", "a"}}, "+1"},
      {"more names decide", {{"old/x/y/q", "a"}}, {{"new/x/y/q", "a"}, {"new/z/y/q", "a"}}, "old/x/y/q>new/x/y/q:1 +1"},
      {"only from the end on", {{"old/x/q", "a"}}, {{"new/x/p", "a"}, {"new/y/q", "a"}}, "old/x/q>new/y/q:1 +1"},
      {"findings go before names", {{"old/x/q", "a b"}}, {{"new/x/q", "a"}, {"new1", "a b"}}, "old/x/q>new1:2 +1"},
      {"findings that are there twice", {{"old1", "a a b"}}, {{"new1", "a a"}, {"new2", "a b"}}, "old1:3 +4"},
      {"as many in common as there are", {{"old1", "a a"}}, {{"new1", "a a a"}, {"new2", "a"}}, "old1>new1:2 +2"},
      {"a third is worse", {{"old1", "a b"}, {"old2", "a"}}, {{"new1", "a b"}}, "old1>new1:2 old2:1 +0"},
      {"one of a known finding is left", {{"old1", "a"}, {"one", "b"}}, {{"new1", "a"}, {"one", "b b"}},
       "old1>new1:1 +1"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(Told(BenchOf(row.now).Compare(BenchOf(row.before).Held())) == row.told);
  }
}

TEST_CASE("what very many files have says nothing of which is which, and takes no time") {
  Texts before{{"old/own", "a b"}};
  Texts now{{"new/other", "a b"}};
  for (int i = 0; i < 2000; ++i) {
    before[fmt::format("old/{}", i)] = "same";
    now[fmt::format("new/{}x", i)] = "same";
  }
  const auto compared = BenchOf(now).Compare(BenchOf(before).Held());
  REQUIRE(compared.renamed.size() == 1);
  CHECK(compared.renamed.front() == Baseline::Renamed{"library/old/own", "library/new/other", 2});
  CHECK(compared.gone.size() == 2000);
}

TEST_CASE("what so many files have still says which is which, and one more says nothing") {
  for (const std::size_t count : {std::size_t{31}, std::size_t{32}, std::size_t{33}}) {
    INFO(count);
    Texts before;
    Texts now;
    for (std::size_t i = 0; i < count; ++i) {
      before[fmt::format("old/{}", i)] = "same";
      now[fmt::format("new/{}", i)] = "same";
    }
    CHECK(BenchOf(now).Compare(BenchOf(before).Held()).renamed.size() == (count <= 32 ? count : 0));
    const Texts one_now{{"new/0", "same"}};
    CHECK(BenchOf(one_now).Compare(BenchOf(before).Held()).renamed.size() == (count <= 32 ? 1 : 0));
    const Texts one_before{{"old/0", "same"}};
    CHECK(BenchOf(now).Compare(BenchOf(one_before).Held()).renamed.size() == (count <= 32 ? 1 : 0));
  }
}

TEST_CASE("what a renamed file no longer has is fixed, and what a file that is gone had is not") {
  const auto compared = BenchOf({{"new1", "a"}, {"one", "x"}})
                            .Compare(BenchOf({{"old1", "a b c"}, {"old2", "d d"}, {"one", "x y"}}).Held());
  CHECK(Told(compared) == "old1>new1:1 old2:2 +0");
  CHECK(compared.fixed == 3);
}

TEST_CASE("a renamed file's entries have its new path") {
  Baseline baseline = BenchOf({{"old1", "a b"}, {"one", "c"}}).Held();
  const std::vector<Baseline::Renamed> names = {{"library/old1", "library/new1", 2}};
  baseline.Rename(names);
  CHECK(baseline.Write() == BenchOf({{"new1", "a b"}, {"one", "c"}}).Held().Write());
  // Into one that has some of its own.
  baseline.Rename(std::vector<Baseline::Renamed>{{"library/one", "library/new1", 1}});
  CHECK(baseline.Write() == BenchOf({{"new1", "a b c"}}).Held().Write());
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
    CHECK(read.error().hint == "`guidec lint --baseline FILE --update-baseline` writes one");
  }
}

TEST_CASE("what is wrong with a baseline is told whole") {
  const auto message = [](std::string_view text) { return Baseline::Parse(text, "known.json").error().message; };
  CHECK(message("[]") == "`known.json` is no baseline of guidec's");
  CHECK(message(std::string(100'000, '[')) == "`known.json` is no baseline of guidec's");
  CHECK(message(R"({"guidec-baseline": {"a": "b"}})") ==
        "`known.json` is a baseline of version {\"a\":\"b\"}, and this guidec reads version 1");
  CHECK(message(R"({"guidec-baseline": 1})") == "`known.json` is a damaged baseline");
  const std::string sound = R"({"path":"b","rule":"R","key":"k","count":2,"message":"m"})";
  const auto read = Baseline::Parse(
      R"({"guidec-baseline": 1, "findings": [)" + sound + R"(, {"path":"a","rule":"R","key":"k","count":1}]})", "x");
  REQUIRE(read);
  CHECK(read->Write() ==
        "{\"guidec-baseline\": 1, \"findings\": [\n"
        R"({"path":"a","rule":"R","key":"k","count":1,"message":""},)"
        "\n" +
            sound + "\n]}\n");
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

}  // namespace baseline_test
}  // namespace guidec
