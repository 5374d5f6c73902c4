#include "render/frame.h"

#include <catch2/catch.hpp>

#include "render/place.h"

namespace guidec {
namespace {

constexpr Rule kRule{.code = "XX001",
                     .name = "some-rule",
                     .severity = Severity::kError,
                     .since = "0.1",
                     .summary = "",
                     .rationale = "",
                     .source = "",
                     .examples = {}};

struct Bench {
  const Source& Add(std::string path, std::string text) {
    return sources.Add(std::move(path), std::move(text));
  }
  Diagnostic Find(const Source& source, std::string_view word, std::vector<Label> labels = {}) const {
    return {&kRule,      Severity::kError, SpanOf(source, word), "something is wrong", std::move(labels),
            std::nullopt};
  }
  static Span SpanOf(const Source& source, std::string_view word) {
    const auto begin = static_cast<std::uint32_t>(source.text().find(word));
    return {source.id(), begin, begin + static_cast<std::uint32_t>(word.size())};
  }
  Sources sources;
};

TEST_CASE("a frame shows the finding, its labels and other files, in line order") {
  Bench bench;
  const Source& one = bench.Add("one.yaml", "dose:\n  hold: 30 s\nsteps:\n  - Hold for 45 seconds.\n");
  const Source& two = bench.Add("two.yaml", "name: other\n");
  Diagnostic finding =
      bench.Find(one, "45 seconds",
                 {{Bench::SpanOf(one, "30 s"), "the dose"}, {Bench::SpanOf(two, "other"), "elsewhere"}});
  finding.fix = Fix{"write `{hold}`", {}};
  CHECK(RenderFrame(finding, bench.sources, false) ==
        "error[XX001] something is wrong\n"
        "  --> one.yaml:4:14 (some-rule)\n"
        " 2 |   hold: 30 s\n"
        "   |         ---- the dose\n"
        " 3 | steps:\n"
        " 4 |   - Hold for 45 seconds.\n"
        "   |              ^^^^^^^^^^\n"
        "  --> two.yaml:1:7\n"
        " 1 | name: other\n"
        "   |       ----- elsewhere\n"
        "  fix: write `{hold}`\n");
}

TEST_CASE("lines between that say nothing are left out") {
  Bench bench;
  const Source& source = bench.Add("one.yaml", "a: 1\nb: 2\nc: 3\nd: wrong\n");
  const Diagnostic finding = bench.Find(source, "wrong", {{Bench::SpanOf(source, "a"), "here"}});
  CHECK(RenderFrame(finding, bench.sources, false).find("- here\n  …\n 4 | d: wrong") != std::string::npos);
}

TEST_CASE("carets stand below wide characters, tabs and combining marks") {
  Bench bench;
  const Source& source = bench.Add("one.yaml", "\xE6\xB0\xB4 e\xCC\x81 \xF0\x9F\x8F\x83 x\ty wrong\n");
  const std::string frame = RenderFrame(bench.Find(source, "wrong"), bench.sources, false);
  // Columns: two for each of the wide ones, one for the accented e, one for the tab.
  CHECK(frame.ends_with("   | " + std::string(2 + 1 + 1 + 1 + 2 + 1 + 1 + 1 + 1 + 1, ' ') + "^^^^^\n"));
}

TEST_CASE("a long line is cut around what it points at") {
  Bench bench;
  const Source& source =
      bench.Add("one.yaml", std::string(500, 'a') + " wrong " + std::string(500, 'b') + "\n");
  const std::string frame = RenderFrame(bench.Find(source, "wrong"), bench.sources, false);
  CHECK(frame.find("…aaa") != std::string::npos);
  CHECK(frame.find("bbb…") != std::string::npos);
  CHECK(frame.size() < 500);
}

TEST_CASE("what nobody would see is shown by its code, and carets stand below what is shown") {
  Bench bench;
  const Source& source =
      bench.Add("one.yaml", "\x1b[31m\xC2\x9B\xE2\x80\xAE\xE2\x80\x8B\xF3\xA0\x81\x81 wr\xE2\x80\x8Bng\r\n");
  const std::string frame = RenderFrame(bench.Find(source, "wr\xE2\x80\x8Bng"), bench.sources, false);
  const std::string shown = R"(\x1b[31m\x9b\u202e\u200b\U000e0041 )";
  CHECK(frame.ends_with(" 1 | " + shown + "wr\\u200bng\n   | " + std::string(shown.size(), ' ') + "^^^^^^^^^^\n"));
}

TEST_CASE("letters and emoji that are joined are shown as they are") {
  const std::string joined = "\xD9\x85\xE2\x80\x8C\xD9\x85 \xE2\x9D\xA4\xEF\xB8\x8F\xE2\x80\x8D\xF0\x9F\x94\xA5";
  CHECK(Printable(joined) == joined);
  CHECK(Printable("a\xE2\x80\x8D\xE2\x80\x8C") == R"(a\u200d\u200c)");
  CHECK(Printable("a\tb\nc\xFF") == "a b c\xEF\xBF\xBD");
  CHECK(PrintableLines("a\tb\r\nc\x7F") == "a\tb\\x0d\nc\\x7f");
}

TEST_CASE("terminal codes in a source never reach the terminal") {
  Bench bench;
  const Source& source = bench.Add("one.yaml", "\x1b[31mred wrong\n");
  CHECK(RenderFrame(bench.Find(source, "wrong"), bench.sources, false).find('\x1b') == std::string::npos);
}

}  // namespace
}  // namespace guidec
