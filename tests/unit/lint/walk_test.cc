// Rules that report all that they are shown.
#include "lint/walk.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "lint/example.h"
#include "lint/rule_context.h"
#include "lint/runner.h"
#include "model/prose/passage.h"

namespace guidec {
namespace walk_test {

void Note(RuleContext& context, const Span& span, std::string_view what) {
  context.Report(span, fmt::format("{} {} {}", what, context.language(), context.today()));
}

constexpr Rule MakeRule(std::string_view code, std::string_view name) {
  return {
      .code = code,
      .name = name,
      .severity = Severity::kWarning,
      .since = "0.1",
      .summary = "",
      .rationale = "",
      .source = "",
      .examples = {},
      .workspace = [](const Library& library,
                      RuleContext& context) { Note(context, library.workspace.span, "workspace"); },
      .file = [](const File& file, RuleContext& context) { Note(context, file.document.root.span, "file"); },
      .exercise = [](const Exercise& exercise,
                     RuleContext& context) { Note(context, exercise.id.span, "exercise"); },
      .guide = [](const Guide& guide, RuleContext& context) { Note(context, guide.id.span, "guide"); },
      .quiz = [](const Guide&, const Quiz& quiz,
                 RuleContext& context) { Note(context, quiz.id.span, "quiz"); },
      .question = [](const Guide&, const Question& question,
                     RuleContext& context) { Note(context, question.id.span, "question"); },
      .prose = [](const ProseUse& use, RuleContext& context) { Note(context, use.prose->span(), "prose"); },
      .passage = [](const ProseUse& use, const Passage&,
                    RuleContext& context) { Note(context, use.prose->span(), "passage"); }};
}

constexpr std::string_view kGerman[] = {"de"};

constexpr Rule InGerman() {
  Rule rule = MakeRule("XX002", "german");
  rule.languages = kGerman;
  return rule;
}
constexpr Rule OfWhole() {
  Rule rule = MakeRule("XX003", "whole");
  rule.skips_damaged = true;
  return rule;
}
constinit const Rule kAll = MakeRule("XX001", "all");
constinit const Rule kInGerman = InGerman();
constinit const Rule kOfWhole = OfWhole();
constinit const Rule kTooMany = {.code = "YM016",
                                 .name = "too-many-findings",
                                 .severity = Severity::kError,
                                 .since = "0.1",
                                 .summary = "",
                                 .rationale = "",
                                 .source = "",
                                 .examples = {}};

// How often what was shown: "exercise en-US 2026-12-01" twice.
using Shown = std::map<std::string, std::size_t>;

Shown ShownTo(const Rule& rule, const Library& library) {
  const Rule* rules[] = {&rule};
  Shown shown;
  for (const Diagnostic& finding : Walk(library, rules, kExampleDay)) {
    CHECK(finding.rule == &rule);
    CHECK(finding.severity == Severity::kWarning);
    ++shown[finding.message.substr(0, finding.message.rfind(' '))];
    CHECK(finding.message.ends_with(" 2026-12-01"));
  }
  return shown;
}

TEST_CASE("every thing in a library is shown once, in its own language") {
  Sources sources;
  std::string steps = "steps:\n";
  for (int i = 0; i < 200; ++i) steps += "  - Lift your hips.\n";
  const NamedText pieces[] = {{"guides/hips/guide.yaml", "language: de-AT\n"},
                              {"exercises/plank.yaml", steps}};
  const Library library = LoadExample(pieces, sources);
  const auto in = [&](std::string_view language) {
    return static_cast<std::size_t>(std::ranges::count_if(
        library.prose, [&](const ProseUse& use) { return LanguageOf(use, library) == language; }));
  };
  const Shown shown = ShownTo(kAll, library);
  CHECK(shown.at("workspace en-US") == 1);
  CHECK(shown.at("file en-US") == library.files.size());
  CHECK(library.files.size() == 7);
  CHECK(shown.at("exercise en-US") == 2);
  CHECK(shown.at("guide de-AT") == 1);
  CHECK(shown.at("quiz de-AT") == 1);
  CHECK(shown.at("question de-AT") == 2);
  CHECK(in("en-US") > 200);
  CHECK(in("de-AT") > 20);
  CHECK(shown.at("prose en-US") == in("en-US"));
  CHECK(shown.at("prose de-AT") == in("de-AT"));
  CHECK(shown.at("passage en-US") >= in("en-US"));
  CHECK(shown.at("passage de-AT") >= in("de-AT"));
  CHECK(shown.size() == 10);

  const Shown german = ShownTo(kInGerman, library);
  CHECK(german.size() == 5);
  for (const auto& [what, count] : german) CHECK(shown.at(what) == count);
  CHECK(german.contains("guide de-AT"));
}

TEST_CASE("what is damaged is not shown to a rule that wants it whole") {
  struct Row {
    const char* file;
    const char* damage;
    std::vector<std::string>
        hidden;  // from the rule that wants all whole; the rest is as often there as before
  };
  const Row rows[] = {
      {"exercises/plank.yaml", "extra: [\n", {"exercise", "file"}},
      {"guides/hips/guide.yaml", "extra: [\n", {"file", "guide"}},
      {"guides/hips/quiz.yaml", "extra: [\n", {"file", "quiz"}},
      {"guides/hips/quiz.yaml",
       "questions:\n  - id: a\n    ask: One?\n    choices: {x: X, y: Y}\n    answer: x\n    why: So.\n    "
       "extra: [\n",
       {"file", "question", "quiz"}},
      {"glossary.yaml", "extra: [\n", {"file"}},
  };
  for (const Row& row : rows) {
    INFO(row.file << " " << row.damage);
    Sources sources;
    const Library library = LoadExample(row.file, row.damage, sources);
    const Shown all = ShownTo(kAll, library);
    Shown whole = ShownTo(kOfWhole, library);
    std::vector<std::string> hidden;
    for (const auto& [what, count] : all) {
      if (whole[what] == count) continue;
      CHECK(whole[what] + 1 == count);
      hidden.push_back(what.substr(0, what.find(' ')));
    }
    CHECK(hidden == row.hidden);
  }
}

TEST_CASE("a rule that is off everywhere is not asked, and one that some files turn on is") {
  Sources sources;
  Library library = LoadExample("exercises/plank.yaml", "", sources);
  const Rule* rules[] = {&kAll, &kTooMany};
  const auto paths = [&] {
    std::map<std::string, Severity> found;
    for (const Diagnostic& finding : Lint(library, rules, kExampleDay)) {
      found[sources[finding.span.source].path()] = finding.severity;
    }
    return found;
  };
  CHECK(paths().size() == 7);
  library.workspace.rule_settings = {{.key = {"all", {}}, .severity = "off", .files = {}}};
  CHECK(paths().empty());
  library.workspace.rule_settings.push_back(
      {.key = {"XX", {}}, .severity = "error", .files = {{"exercises/plank.yaml", {}}}, .block = 1});
  CHECK(paths() == std::map<std::string, Severity>{{"exercises/plank.yaml", Severity::kError}});
  library.workspace.rule_settings.back().key.value = "YY";
  CHECK(paths().empty());
}

TEST_CASE("of each file only so many findings are shown, the first ones, and the others counted") {
  Sources sources;
  Library library = LoadExample("exercises/plank.yaml", "", sources);
  const Rule* rules[] = {&kAll, &kTooMany};
  const auto of_plank = [&](std::uint64_t limit) {
    library.limits.findings = limit;
    std::vector<std::string> found;
    for (const Diagnostic& finding : Lint(library, rules, kExampleDay)) {
      if (sources[finding.span.source].path() != "exercises/plank.yaml") continue;
      found.push_back(fmt::format("{} {}-{} {}", finding.rule->name, finding.span.begin, finding.span.end,
                                  finding.message));
    }
    return found;
  };
  const auto all = of_plank(1000);
  REQUIRE(all.size() > 10);
  CHECK(std::ranges::none_of(all,
                             [](const std::string& told) { return told.starts_with("too-many-findings"); }));
  CHECK(of_plank(all.size()) == all);
  for (const std::size_t limit : {all.size() - 1, std::size_t{3}, std::size_t{1}}) {
    INFO(limit);
    const auto some = of_plank(limit);
    REQUIRE(some.size() == limit + 1);
    const auto is_told = [](const std::string& told) { return told.starts_with("too-many-findings"); };
    const auto told = std::ranges::find_if(some, is_told);
    REQUIRE(told != some.end());
    // It stands where the first of the others would.
    const std::string& first = all[limit];
    CHECK(*told ==
          fmt::format("too-many-findings {} from here on, {} more are not shown; fix the others first",
                      first.substr(4, first.find(' ', 4) - 4), all.size() - limit));
    auto shown = some;
    shown.erase(shown.begin() + (told - some.begin()));
    CHECK(shown == std::vector<std::string>(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(limit)));
  }
}

TEST_CASE("findings are sorted by path, place, code and message") {
  Sources sources;
  for (const char* path : {"b", "a"}) sources.Add(path, "0123456789");
  const auto finding = [&](std::uint32_t source, std::uint32_t begin, std::uint32_t end, const Rule& rule,
                           const char* message) {
    return Diagnostic{&rule, Severity::kWarning, {SourceId{source}, begin, end}, message, {}, {}};
  };
  const std::vector<Diagnostic> sorted = {
      finding(1, 0, 1, kAll, "z"),      finding(1, 0, 2, kAll, "m"),     finding(1, 0, 2, kAll, "n"),
      finding(1, 0, 2, kInGerman, "a"), finding(1, 5, 5, kAll, "a"),     finding(0, 0, 1, kOfWhole, "a"),
      finding(0, 4, 5, kAll, "a"),      finding(0, 4, 5, kOfWhole, "a"),
  };
  const auto told = [&](const std::vector<Diagnostic>& findings) {
    std::string text;
    for (const Diagnostic& one : findings) {
      text += fmt::format("{} {}-{} {} {}\n", sources[one.span.source].path(), one.span.begin, one.span.end,
                          one.rule->code, one.message);
    }
    return text;
  };
  std::vector<Diagnostic> findings(sorted.rbegin(), sorted.rend());
  SortFindings(findings, sources);
  CHECK(told(findings) == told(sorted));
  std::swap(findings[0], findings[3]);
  std::swap(findings[1], findings[6]);
  SortFindings(findings, sources);
  CHECK(told(findings) == told(sorted));
}

TEST_CASE("the day is that of the given time, in UTC") {
  CHECK(Today(0) == "1970-01-01");
  CHECK(Today(86399) == "1970-01-01");
  CHECK(Today(86400) == "1970-01-02");
  CHECK(Today(1795305600) == "2026-11-22");
  CHECK(Today(std::nullopt) > "2020-01-01");
  CHECK(Today(std::nullopt).size() == 10);
}

TEST_CASE("a rule's context knows which words the rule reads") {
  const Library library{};
  const std::string today = kExampleDay;
  RuleContext context(library, today);
  Rule rule = MakeRule("XX004", "reader");
  rule.reads = kGerman;
  const std::string language = "en-US";
  context.Visit(rule, language);
  CHECK(context.Reads("de"));
  CHECK(context.Reads("de-AT"));
  CHECK_FALSE(context.Reads("en"));
  CHECK_FALSE(context.Reads("d"));
}

}  // namespace walk_test
}  // namespace guidec
