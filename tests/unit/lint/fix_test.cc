// The fixer, over a linter of its own that finds letters: what it does with fixes that overlap, bring
// new findings or fix nothing.
#include "lint/fix.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

namespace guidec {
namespace fix_test {

Rule MakeRule(std::string_view code, std::string_view name) {
  return {.code = code,
          .name = name,
          .severity = Severity::kError,
          .since = "0.1",
          .summary = "",
          .rationale = "",
          .source = "",
          .examples = {}};
}

const Rule kFirst = MakeRule("XX001", "first");
const Rule kSecond = MakeRule("XX002", "second");

struct Fault {
  std::string pattern;  // each place of it is a finding
  const Rule* rule = &kFirst;
  std::optional<std::string> instead = {};  // the fix
  std::size_t from = 0;                     // of the pattern, where the fix's edit begins
  std::size_t size = std::string::npos;     // and its length
  Safety safety = Safety::kSafe;
};

Judge Finds(std::vector<Fault> faults) {
  return [faults = std::move(faults)](std::vector<NamedText> texts) {
    Judged judged;
    for (NamedText& text : texts) judged.sources.Add(std::move(text.path), std::move(text.text));
    for (const Source& source : judged.sources) {
      for (const Fault& fault : faults) {
        for (std::size_t at = source.text().find(fault.pattern); at != std::string::npos;
             at = source.text().find(fault.pattern, at + 1)) {
          const auto begin = static_cast<std::uint32_t>(at);
          const auto end = static_cast<std::uint32_t>(at + fault.pattern.size());
          Diagnostic finding{fault.rule, Severity::kError, {source.id(), begin, end}, "m", {}, {}};
          if (fault.instead) {
            const auto first = static_cast<std::uint32_t>(at + fault.from);
            const auto last = static_cast<std::uint32_t>(std::min(
                at + fault.pattern.size(), fault.size == std::string::npos ? end : first + fault.size));
            finding.fix = Fix{"fix", {{{source.id(), first, last}, *fault.instead}}, fault.safety};
          }
          judged.findings.push_back(std::move(finding));
        }
      }
    }
    return judged;
  };
}

struct Fixed {
  std::string text;
  int fixed = 0;
  std::size_t left = 0;
};

Fixed FixOne(const std::string& text, const std::vector<Fault>& faults, const FixLimits& limits = {}) {
  const FixResult result = FixTexts({{"a", text}}, Finds(faults), limits);
  const std::string after = result.rewrites.empty() ? text : result.rewrites.front().after;
  CHECK((result.rewrites.empty() || result.rewrites.front().before == text));
  CHECK(result.judged.sources.begin()->text() == after);
  // What is left is left for good.
  CHECK(FixTexts({{"a", after}}, Finds(faults), limits).rewrites.empty());
  return {after, result.fixed, result.judged.findings.size()};
}

// How often the fixer asks what is found.
int JudgementsOf(const std::string& text, const std::vector<Fault>& faults) {
  int judgements = 0;
  const Judge finds = Finds(faults);
  const Judge judge = [&](std::vector<NamedText> texts) {
    ++judgements;
    return finds(std::move(texts));
  };
  (void)FixTexts({{"a", text}}, judge, {});
  return judgements;
}

TEST_CASE("fixes are made everywhere, also at both ends and behind letters of several bytes") {
  const Fixed fixed =
      FixOne("bad \xF0\x9F\x8F\x83 bad \xC3\xBC\nbad", {{.pattern = "bad", .instead = "good"}});
  CHECK(fixed.text == "good \xF0\x9F\x8F\x83 good \xC3\xBC\ngood");
  CHECK(fixed.fixed == 3);
  CHECK(fixed.left == 0);
}

TEST_CASE("a finding without a fix stays, and its text may move") {
  const Fixed fixed = FixOne("bad worse bad", {{.pattern = "bad", .instead = "fine"}, {.pattern = "worse"}});
  CHECK(fixed.text == "fine worse fine");
  CHECK(fixed.left == 1);
}

TEST_CASE("a fix that overlaps another waits for its turn") {
  // `aa` is found twice in `aaa`; either fix alone fixes both.
  const Fixed fixed = FixOne("aaa", {{.pattern = "aa", .instead = "a"}});
  CHECK(fixed.text == "a");
  CHECK(fixed.fixed == 2);
}

TEST_CASE("two insertions at one place are not made at once") {
  // Both want a `!`, which one of them is enough for.
  const std::vector<Fault> faults = {
      {.pattern = "x?", .instead = "!", .from = 1, .size = 0},
      {.pattern = "x?", .rule = &kSecond, .instead = "!", .from = 1, .size = 0}};
  const Fixed fixed = FixOne("x?", faults);
  CHECK(fixed.text == "x!?");
  CHECK(fixed.fixed == 1);
}

TEST_CASE("a fix that brings a finding is taken back, and the others stay") {
  const std::vector<Fault> faults = {{.pattern = "bad", .instead = "good"},
                                     {.pattern = "sly", .instead = "vile"},
                                     {.pattern = "vile", .rule = &kSecond}};
  const Fixed fixed = FixOne("bad sly bad bad sly bad", faults);
  CHECK(fixed.text == "good sly good good sly good");
  CHECK(fixed.fixed == 4);
  CHECK(fixed.left == 2);
}

TEST_CASE("a fix that brings a finding of its own rule elsewhere is taken back too") {
  const std::vector<Fault> faults = {{.pattern = "(x)", .instead = "x"}, {.pattern = "ax"}};
  CHECK(FixOne("b(x) a(x)", faults).text == "bx a(x)");
}

TEST_CASE("a fix that fixes nothing is not made, and does not go on for ever") {
  CHECK(FixOne("bad", {{.pattern = "ba", .instead = "ba.ba"}}).text == "bad");
  CHECK(FixOne("bad", {{.pattern = "bad", .instead = "!", .from = 3, .size = 0}}).text == "bad");
}

TEST_CASE("fixes that are fine alone and wrong together: the first is made") {
  const std::vector<Fault> faults = {{.pattern = "1", .instead = "2"}, {.pattern = "2x2", .rule = &kSecond}};
  CHECK(FixOne("1x1", faults).text == "2x1");
}

TEST_CASE("fixes that only work together are made together") {
  const std::vector<Fault> faults = {{.pattern = "1", .instead = "2"},
                                     {.pattern = "2x1", .rule = &kSecond},
                                     {.pattern = "1x2", .rule = &kSecond}};
  CHECK(FixOne("1x1", faults).text == "2x2");
}

TEST_CASE("unsafe fixes and unwanted findings are left alone") {
  const std::vector<Fault> faults = {{.pattern = "bad", .instead = "good", .safety = Safety::kUnsafe}};
  CHECK(FixOne("bad", faults).text == "bad");
  CHECK(FixOne("bad", faults, {.allow_unsafe = true}).text == "good");
  const auto second_half = [](const Diagnostic& finding, const Sources&) { return finding.span.begin > 3; };
  CHECK(FixOne("bad bad", faults, {true, second_half}).text == "bad good");
}

TEST_CASE("what is put in takes the file's line ends, unless it fixes them") {
  CHECK(FixOne("a\r\nbad\r\n", {{.pattern = "bad", .instead = "x\ny"}}).text == "a\r\nx\r\ny\r\n");
  CHECK(FixOne("a\nbad\n", {{.pattern = "bad", .instead = "x\ny"}}).text == "a\nx\ny\n");
  CHECK(FixOne("a\r\nb\r\n", {{.pattern = "\r\n", .instead = "\n"}}).text == "a\nb\n");
  CHECK(FixOne("a\r\nb\r\n", {{.pattern = "\r", .instead = ""}}).text == "a\nb\n");
}

TEST_CASE("texts that change are named in order") {
  const std::vector<Fault> faults = {{.pattern = "bad", .instead = "good"}};
  const FixResult result = FixTexts({{"c", "bad"}, {"a", "bad"}, {"b", "fine"}}, Finds(faults), {});
  REQUIRE(result.rewrites.size() == 2);
  CHECK(result.rewrites[0].path == "a");
  CHECK(result.rewrites[1].path == "c");
  CHECK(result.fixed == 2);
}

TEST_CASE("many fixes, each of which brings a finding, end in good time") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "sly ";
  const std::vector<Fault> faults = {{.pattern = "sly", .instead = "vile"},
                                     {.pattern = "vile", .rule = &kSecond}};
  const Fixed fixed = FixOne(text, faults);
  CHECK(fixed.fixed == 0);
  CHECK(fixed.text == text);
  CHECK(JudgementsOf(text, faults) == 401);
}

TEST_CASE("fixes that do not meet are tried at once, and others one after the other") {
  struct Row {
    const char* text;
    std::vector<Fault> faults;
    int judgements;  // the first sees what there is; the last round finds nothing to fix, and asks nobody
    const char* after;
  };
  const Fault put_in{.pattern = "ab", .rule = &kSecond, .instead = "-", .from = 1, .size = 0};
  const Row rows[] = {
      {"abab", {{.pattern = "a", .instead = "x"}, {.pattern = "b", .instead = "y"}}, 2, "xyxy"},
      {"b x b x b", {{.pattern = "b", .instead = "y"}}, 2, "y x y x y"},
      {"aa", {{.pattern = "aa", .instead = "b"}, {.pattern = "aa", .rule = &kSecond, .instead = "b"}}, 2, "b"},
      // An insertion meets what is replaced right before it and right behind it.
      {"ab", {{.pattern = "a", .instead = "x"}, put_in}, 2, "xb"},
      {"ab", {{.pattern = "b", .instead = "x"}, put_in}, 2, "ax"},
      {"cab", {{.pattern = "c", .instead = "x"}, put_in}, 2, "xa-b"},
      {"abc", {{.pattern = "c", .instead = "x"}, put_in}, 2, "a-bx"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(FixTexts({{"a", row.text}}, Finds(row.faults), {}).judged.sources.begin()->text() == row.after);
    CHECK(JudgementsOf(row.text, row.faults) == row.judgements);
  }
}

// Every `x` is a finding, and each fix takes the last one away from the whole text.
TEST_CASE("of fixes that all overlap one is made a round, and there are ten rounds") {
  const Judge judge = [](std::vector<NamedText> texts) {
    Judged judged;
    const Source& source = judged.sources.Add(texts[0].path, texts[0].text);
    const auto size = static_cast<std::uint32_t>(source.text().size());
    for (std::uint32_t i = 0; i < size; ++i) {
      Diagnostic finding{&kFirst, Severity::kError, {source.id(), 0, size}, "m", {}, {}};
      finding.fix = Fix{"fix", {{{source.id(), 0, size}, source.text().substr(1)}}, Safety::kSafe};
      judged.findings.push_back(std::move(finding));
    }
    return judged;
  };
  const FixResult result = FixTexts({{"a", std::string(14, 'x')}}, judge, {});
  CHECK(result.fixed == 10);
  CHECK(result.judged.sources.begin()->text() == "xxxx");
}

TEST_CASE("fixes that are taken back are counted, and those left for a later round are not") {
  const std::vector<Fault> sly = {{.pattern = "bad", .instead = "good"},
                                  {.pattern = "sly", .instead = "vile"},
                                  {.pattern = "vile", .rule = &kSecond}};
  const auto taken_back = [](const char* text, const std::vector<Fault>& faults) {
    return FixTexts({{"a", text}}, Finds(faults), {}).taken_back;
  };
  CHECK(taken_back("bad sly bad sly", sly) == 2);
  CHECK(taken_back("sly", sly) == 1);
  CHECK(taken_back("bad", sly) == 0);
  CHECK(taken_back("aaa", {{.pattern = "aa", .instead = "a"}}) == 0);
}

TEST_CASE("what the linter has read beside the texts is not fixed") {
  const Judge finds = Finds({{.pattern = "bad", .instead = "good"}});
  const Judge reads_more = [&](std::vector<NamedText> texts) {
    if (texts.size() < 3) texts.push_back({"extended", "bad"});
    return finds(std::move(texts));
  };
  const FixResult result = FixTexts({{"a", "bad"}, {"b", "bad"}}, reads_more, {});
  CHECK(result.fixed == 2);
  CHECK(result.rewrites.size() == 2);
  REQUIRE(result.judged.sources.size() == 3);
  CHECK(result.judged.sources[SourceId{1}].text() == "good");
  CHECK(result.judged.sources[SourceId{2}].text() == "bad");
  CHECK(result.judged.findings.size() == 1);
  const std::vector<NamedText> texts = TextsOf(result.judged.sources);
  REQUIRE(texts.size() == 3);
  CHECK(texts[0].path == "a");
  CHECK(texts[2].path == "extended");
  CHECK(texts[2].text == "bad");
}

// A fix of several edits, in several texts.
TEST_CASE("a fix is made whole or not at all, in all texts that it is about") {
  const Judge finds = Finds({{.pattern = "bad", .instead = "good"}});
  const auto judge_with = [&](std::vector<Edit> edits) -> Judge {
    return [&finds, edits = std::move(edits)](std::vector<NamedText> texts) {
      const bool is_there = texts[0].text.starts_with("one");
      Judged judged = finds(std::move(texts));
      if (is_there) {
        Diagnostic finding{&kSecond, Severity::kError, {SourceId{0}, 0, 3}, "m", {}, {}};
        finding.fix = Fix{"fix", edits, Safety::kSafe};
        judged.findings.insert(judged.findings.begin(), std::move(finding));
      }
      return judged;
    };
  };
  const auto fixed = [&](std::vector<Edit> edits) {
    const FixResult result = FixTexts({{"a", "one bad"}, {"b", "two bad"}}, judge_with(std::move(edits)), {});
    return result.judged.sources[SourceId{0}].text() + "|" + result.judged.sources[SourceId{1}].text();
  };
  const SourceId a{0};
  const SourceId b{1};
  CHECK(fixed({{{a, 0, 3}, "1"}, {{b, 0, 3}, "2"}}) == "1 good|2 good");
  CHECK(fixed({{{b, 0, 3}, "two and"}, {{a, 0, 3}, "1"}, {{a, 3, 4}, ", "}}) == "1, good|two and good");
  CHECK(fixed({{{a, 0, 3}, "1"}, {{SourceId{2}, 0, 3}, "2"}}) == "one good|two good");
}

}  // namespace fix_test
}  // namespace guidec
