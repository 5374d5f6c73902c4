#include "lint/settings.h"

#include <map>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "lint/runner.h"
#include "model/read/load.h"
#include "rules/registry.h"

namespace guidec {
namespace settings_test {

constexpr char kModeline[] = "# yaml-language-server: $schema=workspace.schema.json\nname: x\n";

// The settings of `own`, with other files beside them.
class Read {
 public:
  explicit Read(const std::string& own, std::map<std::string, std::string> others = {})
      : others_(std::move(others)),
        library_(LoadTexts(
            {{"w/guidec.yaml", kModeline + own}}, "w",
            [this](const fs::path& path) -> Result<std::string> {
              const auto found = others_.find(path.generic_string());
              if (found == others_.end()) return Failure("cannot read `" + path.string() + "`");
              return found->second;
            },
            sources_)) {}

  std::string Severity(std::string_view rule, std::string_view path = "w/exercises/plank.yaml") const {
    return std::string(SeverityName(VerdictOn(*FindRule(rule), library_.workspace, path).severity));
  }
  // "house.yaml:3", or "" for a rule's default.
  std::string From(std::string_view rule) const {
    const RuleSetting* from = VerdictOn(*FindRule(rule), library_.workspace, "w/x.yaml").from;
    if (from == nullptr) return {};
    const Source& source = sources_[from->key.span.source];
    return source.path() + ":" + std::to_string(source.PositionOf(from->key.span.begin).line);
  }
  const Library& library() const { return library_; }
  std::vector<std::string> Faults() const {
    std::vector<std::string> faults;
    for (const Fault& fault : library_.faults) {
      faults.push_back(std::string(fault.rule.name) + " " + sources_[fault.span.source].path());
    }
    return faults;
  }

 private:
  std::map<std::string, std::string> others_;
  Sources sources_;
  Library library_;
};

TEST_CASE("a name goes before a code, a code before a group, a setting before the default") {
  const Read read("rules: {LG: info, LG001: error, long-sentence: \"off\"}\n");
  CHECK(read.Severity("long-sentence") == "off");
  CHECK(read.Severity("spelling") == "error");
  CHECK(read.Severity("doubled-word") == "info");
  CHECK(read.Severity("duplicate-choice") == "error");
  CHECK(read.From("duplicate-choice").empty());
}

TEST_CASE("settings for some files go before those for all, and later ones before earlier ones") {
  const Read read(R"(rules: {spelling: error}
paths:
  - files: [exercises]
    rules: {LG: info}
  - files: ["**/plank.yaml"]
    rules: {LG: warning}
)");
  CHECK(read.Severity("spelling", "w/guides/hips/guide.yaml") == "error");
  CHECK(read.Severity("spelling", "w/exercises/bridge.yaml") == "info");
  CHECK(read.Severity("spelling", "w/exercises/plank.yaml") == "warning");
}

constexpr Rule MakeRule(std::string_view code, std::string_view name) {
  return {.code = code,
          .name = name,
          .severity = Severity::kWarning,
          .since = "0.1",
          .summary = "",
          .rationale = "",
          .source = "",
          .examples = {}};
}
constexpr Rule kRule = MakeRule("AB001", "ab-rule");

TEST_CASE("a rule is meant by its name, its code and its group") {
  for (const char* name : {"ab-rule", "AB001", "AB"}) CHECK(Means(name, kRule));
  for (const char* name : {"", "A", "ab", "AB0", "AB00", "AB0011", "ab-rules", "AC", "001"}) {
    CHECK_FALSE(Means(name, kRule));
  }
}

TEST_CASE("of settings for a rule the nearest in the last block holds, and one that cannot be read does not") {
  struct Row {
    std::vector<RuleSetting> settings;
    Severity severity;
    int from;  // its place in the settings; -1 where none holds
  };
  const std::vector<Id> here = {{"x/*.yaml", {}}, {"exercises", {}}};
  const std::vector<Id> elsewhere = {{"x/*.yaml", {}}};
  const auto set = [](const char* key, const char* severity, int block = 0, const std::vector<Id>& files = {}) {
    return RuleSetting{.key = {key, {}}, .severity = severity, .files = files, .block = block};
  };
  const Row rows[] = {
      {{}, Severity::kWarning, -1},
      {{set("AB", "error")}, Severity::kError, 0},
      {{set("AC", "error")}, Severity::kWarning, -1},
      {{set("AB", "fatal")}, Severity::kWarning, -1},
      {{set("AB", "info"), set("AB001", "off")}, Severity::kOff, 1},
      {{set("AB001", "off"), set("AB", "info")}, Severity::kOff, 0},
      {{set("ab-rule", "warning"), set("AB001", "off")}, Severity::kWarning, 0},
      {{set("AB001", "off"), set("AB001", "info")}, Severity::kInfo, 1},
      {{set("ab-rule", "off"), set("AB", "info", 1)}, Severity::kInfo, 1},
      {{set("ab-rule", "off", 1), set("AB", "info")}, Severity::kOff, 0},
      {{set("AB", "off"), set("AB", "info", 1, here)}, Severity::kInfo, 1},
      {{set("AB", "off"), set("AB", "info", 1, elsewhere)}, Severity::kOff, 0},
      {{set("AB", "info", 0, here)}, Severity::kInfo, 0},
      {{set("AB", "fatal", 1), set("AB", "error")}, Severity::kError, 1},
  };
  for (const Row& row : rows) {
    Workspace workspace;
    workspace.root = "w";
    workspace.rule_settings = row.settings;
    INFO(&row - rows);
    const RuleVerdict verdict = VerdictOn(kRule, workspace, "w/exercises/a.yaml");
    CHECK(verdict.severity == row.severity);
    CHECK(verdict.from == (row.from < 0 ? nullptr : &workspace.rule_settings[static_cast<std::size_t>(row.from)]));
    Verdicts verdicts(workspace);
    CHECK(verdicts.SeverityOf(kRule, "w/exercises/a.yaml") == row.severity);
    CHECK(verdicts.SeverityOf(kRule, "w/exercises/a.yaml") == row.severity);
  }
}

TEST_CASE("verdicts differ by rule and by file") {
  Workspace workspace;
  workspace.rule_settings = {{.key = {"AB", {}}, .severity = "info", .files = {{"a.yaml", {}}}},
                             {.key = {"AB001", {}}, .severity = "error", .files = {{"b.yaml", {}}}}};
  constexpr Rule kOther = MakeRule("AB002", "ab-other");
  Verdicts verdicts(workspace);
  CHECK(verdicts.SeverityOf(kRule, "a.yaml") == Severity::kInfo);
  CHECK(verdicts.SeverityOf(kRule, "b.yaml") == Severity::kError);
  CHECK(verdicts.SeverityOf(kOther, "a.yaml") == Severity::kInfo);
  CHECK(verdicts.SeverityOf(kOther, "b.yaml") == Severity::kWarning);
  CHECK(verdicts.SeverityOf(kRule, "c.yaml") == Severity::kWarning);
}

TEST_CASE("a path counts from the workspace's folder") {
  const auto inside = [](const char* root, const char* path) {
    Workspace workspace;
    workspace.root = root;
    return PathInWorkspace(path, workspace);
  };
  CHECK(inside("", "exercises/a.yaml") == "exercises/a.yaml");
  CHECK(inside(".", "./exercises/a.yaml") == "exercises/a.yaml");
  CHECK(inside("w", "w/a.yaml") == "a.yaml");
  CHECK(inside("./w/x/..", "w/./a.yaml") == "a.yaml");
  CHECK(inside("w/in", "w/house.yaml") == "../house.yaml");
  CHECK(inside("/w", "/w/b/a.yaml") == "b/a.yaml");
}

TEST_CASE("errors of settings, of their shape and of their YAML spoil them") {
  const auto spoils = [](std::string_view code, Severity severity) {
    const Rule rule = MakeRule(code, "rule");
    return SpoilsSettings({&rule, severity, {}, "m", {}, {}});
  };
  for (const char* code : {"CF001", "SC001", "YM001"}) {
    CHECK(spoils(code, Severity::kError));
    CHECK_FALSE(spoils(code, Severity::kWarning));
    CHECK_FALSE(spoils(code, Severity::kOff));
  }
  for (const char* code : {"LG001", "RF001", "HT001", "CS001"}) CHECK_FALSE(spoils(code, Severity::kError));
}

TEST_CASE("what settings extend goes behind them, from any folder, each once") {
  const Read read(
      "extends: [../style/house.yaml, more.yaml]\nrules: {spelling: error}\n",
      {{"style/house.yaml", std::string(kModeline) +
                                "extends: base.yaml\nrules: {spelling: info, doubled-word: info}\n"
                                "thresholds: {step-words: 9, sentence-words: 9}\n"},
       {"style/base.yaml", std::string(kModeline) + "rules: {doubled-word: error, LG005: error}\n"},
       {"w/more.yaml",
        std::string(kModeline) + "extends: ../style/base.yaml\nthresholds: {step-words: 12}\n"}});
  CHECK(read.Faults().empty());
  CHECK(read.Severity("spelling") == "error");
  CHECK(read.Severity("doubled-word") == "info");
  CHECK(read.Severity("avoided-term") == "error");
  CHECK(read.From("avoided-term") == "style/base.yaml:3");
  CHECK(read.From("doubled-word") == "style/house.yaml:4");
  CHECK(read.library().Value({"step-words", 15}) == 12);
  CHECK(read.library().Value({"sentence-words", 20}) == 9);
  CHECK(read.library().workspace.document->source == SourceId{0});
}

TEST_CASE("settings that extend themselves or what is not there") {
  const Read circle("extends: a.yaml\nrules: {spelling: info}\n",
                    {{"w/a.yaml", std::string(kModeline) + "extends: guidec.yaml\n"}});
  CHECK(circle.Faults() == std::vector<std::string>{"circular-extends w/a.yaml"});
  CHECK(circle.Severity("spelling") == "info");
  CHECK(Read("extends: b.yaml\n").Faults() == std::vector<std::string>{"unreadable-settings w/guidec.yaml"});
  CHECK(Read("dictionary: words.txt\n").Faults() ==
        std::vector<std::string>{"unreadable-settings w/guidec.yaml"});
}

TEST_CASE("words that a pattern accepts are spelled right") {
  const auto unknown = [](const std::string& settings) {
    Sources sources;
    const Library library = LoadTexts(
        {{"guidec.yaml", kModeline + settings},
         {"glossary.yaml",
          "# yaml-language-server: $schema=glossary.schema.json\nterms:\n  tape:\n    term: tape\n"
          "    meaning: a kinestetik or kinestetic band\n"}},
        ".", [](const fs::path&) -> Result<std::string> { return Failure("none"); }, sources);
    std::vector<std::string> words;
    for (const Diagnostic& finding : Lint(library, AllRules(), "2026-11-22")) {
      if (finding.rule->name != "spelling") continue;
      words.emplace_back(sources[finding.span.source].Slice(finding.span));
    }
    return words;
  };
  CHECK(unknown("") == std::vector<std::string>{"kinestetik", "kinestetic"});
  CHECK(unknown("accept: [\"[Kk]inestetic\"]\n") == std::vector<std::string>{"kinestetik"});
  CHECK(unknown("accept: [\"[Kk]ines[a-z]+\"]\n").empty());
}

}  // namespace settings_test
}  // namespace guidec
