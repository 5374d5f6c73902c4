// The whole road from text to findings, over a workspace that was damaged at random.
#include <algorithm>
#include <iterator>
#include <random>
#include <set>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "base/files.h"
#include "diag/edits.h"
#include "lint/example.h"
#include "lint/runner.h"
#include "model/read/load.h"
#include "rules/registry.h"
#include "support/expectations.h"
#include "support/faulty.h"
#include "support/random_edits.h"

namespace guidec {
namespace robustness_test {

std::vector<NamedText> FlagshipTexts() {
  Sources sources;
  const Disk disk;
  const auto loaded = LoadWorkspace(disk, GUIDEC_PROJECT "/sources", sources);
  REQUIRE(loaded);
  std::vector<NamedText> texts;
  for (const Source& source : sources) texts.push_back({source.path(), source.text()});
  return texts;
}

std::string NoDictionary(const std::string&) {
  return {};
}

bool IsInBounds(const Span& span, const Sources& sources) {
  return span.begin <= span.end && span.end <= sources[span.source].text().size();
}

std::string FirstOutOfBounds(const std::vector<Diagnostic>& findings, const Sources& sources) {
  for (const Diagnostic& finding : findings) {
    bool good = IsInBounds(finding.span, sources);
    for (const Label& label : finding.labels) good = good && IsInBounds(label.span, sources);
    if (finding.fix) {
      for (const Edit& edit : finding.fix->edits) good = good && IsInBounds(edit.span, sources);
    }
    if (!good || finding.message.empty()) return fmt::format("{} {}", finding.rule->code, finding.message);
  }
  return {};
}

TEST_CASE("damaged workspaces are linted, with every place inside its file") {
  const std::vector<NamedText> texts = FlagshipTexts();
  REQUIRE(texts.size() >= 10);
  std::mt19937 random(20261122);
  std::size_t with_findings = 0;
  for (int round = 0; round < 3; ++round) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      std::vector<NamedText> damaged = texts;
      damaged[i].text = WithRandomEdits(damaged[i].text, random);
      const std::string text = damaged[i].text;
      Sources sources;
      const Library library = LoadTexts(std::move(damaged), GUIDEC_PROJECT "/sources", NoDictionary, sources);
      const std::vector<Diagnostic> findings = Lint(library, AllRules(), kToday);
      INFO(texts[i].path << "\n" << text);
      CHECK(FirstOutOfBounds(findings, sources) == "");
      if (!findings.empty()) ++with_findings;
    }
  }
  CHECK(with_findings > texts.size());
}

TEST_CASE("findings do not depend on the order of the files") {
  std::vector<NamedText> texts = FlagshipTexts();
  std::mt19937 random(7);
  for (NamedText& named : texts) named.text = WithRandomEdits(named.text, random);
  const auto lint = [](std::vector<NamedText> given) {
    Sources sources;
    const Library library = LoadTexts(std::move(given), GUIDEC_PROJECT "/sources", NoDictionary, sources);
    std::vector<std::string> lines;
    for (const Diagnostic& finding : Lint(library, AllRules(), kToday)) {
      const Source& source = sources[finding.span.source];
      lines.push_back(fmt::format("{}:{}-{} {} {}", source.path(), finding.span.begin, finding.span.end,
                                  finding.rule->code, finding.message));
    }
    return lines;
  };
  const std::vector<std::string> expected = lint(texts);
  CHECK(expected.size() > texts.size());
  for (int round = 0; round < 3; ++round) {
    std::ranges::shuffle(texts, random);
    CHECK(lint(texts) == expected);
  }
}

// What is found outside of `broken`, but for what a file that cannot be read might use. Behind an error may
// hide what a suppression allows.
std::vector<std::string> FoundBeside(const std::string& broken, const std::vector<NamedText>& pieces) {
  static const std::set<std::string_view> kOnUse = {"unused-term", "uncited-reference", "unused-exercise",
                                                    "unused-suppression"};
  Sources sources;
  const Library library = LoadExample(pieces, sources);
  std::vector<std::string> lines;
  for (const Diagnostic& finding : Lint(library, AllRules(), kToday)) {
    const Source& source = sources[finding.span.source];
    if (source.path() == broken || kOnUse.contains(finding.rule->name)) continue;
    lines.push_back(fmt::format("{}:{}-{} {} {}", source.path(), finding.span.begin, finding.span.end,
                                finding.rule->code, finding.message));
  }
  return lines;
}

TEST_CASE("damage in one file silences nothing in another") {
  const std::string modeline = "# yaml-language-server: $schema=../../";
  const NamedText broken_files[] = {
      {"exercises/broken.yaml",
       modeline + "schema/exercise.schema.json\nid: broken\nname Broken\nkind: strength\n"},
      {"guides/broken/guide.yaml",
       modeline + "../schema/guide.schema.json\nid: broken\ntitle Broken\nlanguage: en-US\n"}};
  std::size_t findings = 0;
  for (const Fixture& fixture : ThirdOfFaultyFixtures(0)) {
    const NamedText faulty{fixture.file, fixture.text.substr(fixture.header)};
    for (const NamedText& broken : broken_files) {
      INFO(fixture.name << " beside " << broken.path);
      const std::vector<std::string> alone = FoundBeside(broken.path, {faulty});
      CHECK(FoundBeside(broken.path, {faulty, broken}) == alone);
      findings += alone.size();
    }
  }
  CHECK(findings > 300);
}

std::vector<std::string> KindsOf(const std::vector<Diagnostic>& findings) {
  std::vector<std::string> kinds;
  for (const Diagnostic& finding : findings) kinds.emplace_back(finding.rule->code);
  std::ranges::sort(kinds);
  return kinds;
}

// An unsafe fix may bring to light what the fault hid.
TEST_CASE("a fix fixes its finding, and a safe one adds none") {
  std::size_t fixes = 0;
  for (const Fixture& fixture : FaultyFixtures()) {
    const Linted before(fixture);
    // What a limit left out comes in the place of what was fixed.
    if (std::ranges::count(KindsOf(before.findings), "YM016") > 0) continue;
    for (const Diagnostic& finding : before.findings) {
      if (!finding.fix) continue;
      ++fixes;
      INFO(fixture.name << ": " << before.Describe(finding) << "\nfix: " << finding.fix->title);
      CHECK_FALSE(finding.fix->title.empty());
      REQUIRE_FALSE(finding.fix->edits.empty());
      const Source& source = before.sources[finding.fix->edits.front().span.source];
      const std::string fixed = Apply(source, finding.fix->edits);
      // A file that opens with no modeline would be laid over the clean one.
      const bool is_whole = fixed.starts_with("# yaml-language-server");
      if (!is_whole) continue;
      const Linted after(Fixture{"", source.path(), fixed, 0});
      std::vector<std::string> expected = KindsOf(before.findings);
      expected.erase(std::ranges::find(expected, std::string(finding.rule->code)));
      const std::vector<std::string> left = KindsOf(after.findings);
      std::vector<std::string> added;
      std::ranges::set_difference(left, expected, std::back_inserter(added));
      for (const Diagnostic& other : after.findings) UNSCOPED_INFO("then: " << after.Describe(other));
      CHECK(std::ranges::count(left, finding.rule->code) <
            std::ranges::count(KindsOf(before.findings), finding.rule->code));
      if (finding.fix->safety == Safety::kSafe) CHECK(added == std::vector<std::string>());
    }
  }
  CHECK(fixes > 20);
}

}  // namespace robustness_test
}  // namespace guidec
