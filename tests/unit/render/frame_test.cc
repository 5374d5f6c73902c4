#include "render/frame.h"

#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "render/place.h"

namespace guidec {
namespace frame_test {

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

TEST_CASE("one line between is shown, and line numbers are as wide as the widest") {
  Bench bench;
  std::string text;
  for (int i = 1; i <= 12; ++i) text += "k" + std::to_string(i) + ": " + std::to_string(i * 1000) + "\n";
  const Source& source = bench.Add("one.yaml", text);
  const auto label = [&](const char* word) { return Label{Bench::SpanOf(source, word), word}; };
  const Diagnostic finding =
      bench.Find(source, "9000", {label("10000"), label("k7"), label("3000"), label("k3"), label("12000")});
  CHECK(RenderFrame(finding, bench.sources, false) ==
        "error[XX001] something is wrong\n"
        "  --> one.yaml:9:5 (some-rule)\n"
        "  3 | k3: 3000\n"
        "    |     ---- 3000\n"
        "    | -- k3\n"
        "   …\n"
        "  7 | k7: 7000\n"
        "    | -- k7\n"
        "  8 | k8: 8000\n"
        "  9 | k9: 9000\n"
        "    |     ^^^^\n"
        " 10 | k10: 10000\n"
        "    |      ----- 10000\n"
        " 11 | k11: 11000\n"
        " 12 | k12: 12000\n"
        "    |      ----- 12000\n");
}

TEST_CASE("colours are those of the severity, of places, labels and fixes") {
  Bench bench;
  const Source& one = bench.Add("one.yaml", "a: 1\nb: 2\nc: 3\nd: wrong\n");
  const Source& two = bench.Add("two.yaml", "name: other\n");
  for (const auto& [severity, colour] : {std::pair{Severity::kError, "1;31"}, {Severity::kWarning, "1;33"},
                                         {Severity::kInfo, "1;36"}}) {
    Diagnostic finding = bench.Find(
        one, "wrong", {{Bench::SpanOf(one, "1"), "here"}, {Bench::SpanOf(two, "other"), "elsewhere"}});
    finding.severity = severity;
    finding.fix = Fix{"right it", {}};
    const std::string name(SeverityName(severity));
    CHECK(RenderFrame(finding, bench.sources, true) ==
          "\x1b[" + std::string(colour) + "m" + name + "[XX001]\x1b[0m \x1b[1msomething is wrong\x1b[0m\n"
          "\x1b[34m  -->\x1b[0m one.yaml:4:4 \x1b[2m(some-rule)\x1b[0m\n"
          "\x1b[34m 1 |\x1b[0m a: 1\n"
          "\x1b[34m   |\x1b[0m    \x1b[34m- here\x1b[0m\n"
          "\x1b[34m  …\x1b[0m\n"
          "\x1b[34m 4 |\x1b[0m d: wrong\n"
          "\x1b[34m   |\x1b[0m    \x1b[" + std::string(colour) + "m^^^^^\x1b[0m\n"
          "\x1b[34m  -->\x1b[0m two.yaml:1:7\n"
          "\x1b[34m 1 |\x1b[0m name: other\n"
          "\x1b[34m   |\x1b[0m       \x1b[34m----- elsewhere\x1b[0m\n"
          "  \x1b[32mfix:\x1b[0m right it\n");
  }
}

// The shown line and the carets below it.
std::string Shown(const std::string& text, std::uint32_t begin, std::uint32_t end, std::vector<Label> labels = {}) {
  Bench bench;
  const Source& source = bench.Add("a", text);
  const Diagnostic finding{&kRule, Severity::kError, {source.id(), begin, end}, "m", std::move(labels), std::nullopt};
  const std::string frame = RenderFrame(finding, bench.sources, false);
  return frame.substr(frame.find('\n', frame.find("-->")) + 1);
}

TEST_CASE("what has no width has one caret, and what goes on ends with its line") {
  CHECK(Shown("abc\n", 1, 1) == " 1 | abc\n   |  ^\n");
  CHECK(Shown("abc", 3, 3) == " 1 | abc\n   |    ^\n");
  CHECK(Shown("", 0, 0) == " 1 | \n   | ^\n");
  CHECK(Shown("abc\ndef\n", 1, 6) == " 1 | abc\n   |  ^^\n");
  CHECK(Shown("abc\r\ndef\r\n", 1, 7) == " 1 | abc\n   |  ^^\n");
  CHECK(Shown("a\xE6\xB0\xB4", 1, 4) == " 1 | a\xE6\xB0\xB4\n   |  ^^\n");
}

TEST_CASE("a line of more than a hundred bytes is cut to a window that begins a third before the finding") {
  const auto as = [](std::size_t count) { return std::string(count, 'a'); };
  const auto blanks = [](std::size_t count) { return std::string(count, ' '); };
  const std::string wrong = "wrong";
  const std::string hundred = as(95) + wrong;
  CHECK(Shown(hundred, 95, 100) == " 1 | " + hundred + "\n   | " + blanks(95) + "^^^^^\n");
  CHECK(Shown(hundred + "b", 0, 1) == " 1 | " + hundred + "…\n   | ^\n");
  CHECK(Shown(as(33) + wrong + as(200), 33, 38) ==
        " 1 | " + as(33) + wrong + as(62) + "…\n   | " + blanks(33) + "^^^^^\n");
  CHECK(Shown(as(34) + wrong + as(200), 34, 39) ==
        " 1 | …" + as(33) + wrong + as(62) + "…\n   | " + blanks(34) + "^^^^^\n");
  CHECK(Shown(as(200) + wrong, 200, 205) == " 1 | …" + as(33) + wrong + "\n   | " + blanks(34) + "^^^^^\n");
  CHECK(Shown(as(200), 10, 200) == " 1 | " + as(100) + "…\n   | " + blanks(10) + std::string(90, '^') + "\n");
  // No character is cut in two, at either end.
  std::string accents;
  for (int i = 0; i < 100; ++i) accents += "\xC3\xA9";
  CHECK(Shown(accents, 100, 102) ==
        " 1 | …" + accents.substr(0, 100) + "…\n   | " + blanks(18) + "^\n");
  std::string wide;
  for (int i = 0; i < 100; ++i) wide += "\xE6\xB0\xB4";
  CHECK(Shown(wide, 153, 156) == " 1 | …" + wide.substr(0, 99) + "…\n   | " + blanks(23) + "^^\n");
  // Labels beyond the window stand at its ends.
  const SourceId id{};
  CHECK(Shown(as(100) + wrong + as(200), 100, 105, {{{id, 0, 1}, "left"}, {{id, 250, 260}, "right"}}) ==
        " 1 | …" + as(33) + wrong + as(62) + "…\n   | " + blanks(34) + "^^^^^\n   | " + blanks(1) +
            "- left\n   | " + blanks(101) + "- right\n");
}

TEST_CASE("a long line between two others is shown from its beginning") {
  const std::string between(150, 'b');
  const SourceId id{};
  CHECK(Shown("a\n" + between + "\nc\n", 0, 1, {{{id, 153, 154}, ""}}) ==
        " 1 | a\n   | ^\n 2 | " + between.substr(0, 100) + "…\n 3 | c\n   | -\n");
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

}  // namespace frame_test
}  // namespace guidec
