// The report for people: what stands around its frames.
#include <string>

#include <catch2/catch.hpp>

#include "render/tally.h"
#include "unit/render/bench.h"

namespace guidec {
namespace text_test {

// What follows the first frame, where no other is shown.
std::string Ending(Report report) {
  report.max_findings = 1;
  const std::string text = text_format.render(report);
  return text.substr(text.find("\n\n") + 2);
}

TEST_CASE("things are counted in the singular and in the plural") {
  CHECK(Counted(0, "file") == "0 files");
  CHECK(Counted(1, "file") == "1 file");
  CHECK(Counted(2, "file") == "2 files");
  CHECK(Summary({.errors = 0, .warnings = 0, .infos = 1}) == "1 info");
  CHECK(Summary({.errors = 2, .warnings = 1, .infos = 2}) == "2 errors, 1 warning, 2 infos");
  CHECK(Summary({.errors = 0, .warnings = 3, .infos = 0}) == "3 warnings");
  CHECK(Tally{.errors = 2, .warnings = 1, .infos = 4}.total() == 7);
}

TEST_CASE("a tally has the findings of each severity") {
  Bench bench;
  const Source& source = bench.Add("one.yaml", "a: b\n");
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kInfo, Severity::kWarning,
                                  Severity::kInfo, Severity::kInfo, Severity::kOff}) {
    bench.Find(source, "a").severity = severity;
  }
  const Tally tally = TallyOf(bench.MakeReport().findings);
  CHECK(tally.errors == 1);
  CHECK(tally.warnings == 2);
  CHECK(tally.infos == 3);
}

TEST_CASE("the rest is counted by rule, the most frequent first, and of equals the first code") {
  Bench bench;
  const Source& source = bench.Add("one.yaml", "a: b\n");
  bench.Find(source, "a");
  bench.Find(source, "a", kOtherRule);
  CHECK(Ending(bench.MakeReport()) ==
        "1 more finding is not shown; `--max-findings 0` shows all:\n"
        "  1  XX002 other-rule\n"
        "\n"
        "1 error, 1 warning in 1 file\n");
  bench.Find(source, "a");
  CHECK(Ending(bench.MakeReport()) ==
        "2 more findings are not shown; `--max-findings 0` shows all:\n"
        "  1  XX001 some-rule\n"
        "  1  XX002 other-rule\n"
        "\n"
        "2 errors, 1 warning in 1 file\n");
  for (int i = 0; i < 9; ++i) bench.Find(source, "a", kOtherRule);
  Report report = bench.MakeReport();
  report.counts_only = true;
  CHECK(text_format.render(report) ==
        "  10  XX002 other-rule\n"
        "   2  XX001 some-rule\n"
        "\n"
        "2 errors, 10 warnings in 1 file\n");
  report.summary = false;
  CHECK(text_format.render(report) ==
        "  10  XX002 other-rule\n"
        "   2  XX001 some-rule\n"
        "\n");
}

TEST_CASE("a report of nothing counts its files, unless none could be read") {
  Bench bench;
  Report report = bench.MakeReport();
  CHECK(text_format.render(report) == "no findings in 0 files\n");
  report.counts_only = true;
  CHECK(text_format.render(report) == "no findings in 0 files\n");
  report.complete = false;
  CHECK(text_format.render(report).empty());
  bench.Add("one.yaml", "");
  Report incomplete = bench.MakeReport();
  incomplete.complete = false;
  CHECK(text_format.render(incomplete) == "no findings in 1 file; not everything could be read\n");
  incomplete.summary = false;
  CHECK(text_format.render(incomplete).empty());
}

TEST_CASE("a report says how many of its findings can be fixed, and how") {
  struct Case {
    int safe;
    int unsafe;
    const char* remedy;
  };
  const Case cases[] = {
      {0, 0, ""},
      {1, 0, "`--fix` fixes 1 of them\n"},
      {0, 2, "`--fix --unsafe-fixes` fixes 2 of them, to be read over afterwards\n"},
      {2, 1,
       "`--fix` fixes 2 of them\n"
       "`--fix --unsafe-fixes` fixes 1 more, to be read over afterwards\n"},
  };
  for (const Case& c : cases) {
    Bench bench;
    const Source& source = bench.Add("one.yaml", "a: b\n");
    bench.Find(source, "a");
    for (int i = 0; i < c.safe + c.unsafe; ++i) {
      bench.Find(source, "a").fix = Fix{"b", {}, i < c.safe ? Safety::kSafe : Safety::kUnsafe};
    }
    const std::string text = bench.Render("text");
    CHECK(text.substr(text.find(" in 1 file\n") + 11) == c.remedy);
  }
}

}  // namespace text_test
}  // namespace guidec
