#include "lint/cached_lint.h"

#include <stdlib.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "lint/fix.h"
#include "lint/rule_context.h"
#include "lint/runner.h"
#include "rules/registry.h"
#include "support/expectations.h"
#include "support/faulty.h"

namespace guidec {
namespace cached_lint_test {

int runs = 0;  // of all rules, in this process

void Count(const Library& /*library*/, RuleContext& /*context*/) {
  ++runs;
}

constinit const Rule kCounter = {.code = "ZZ001",
                                 .name = "counter",
                                 .severity = Severity::kInfo,
                                 .since = "0.1",
                                 .summary = "",
                                 .rationale = "",
                                 .source = "",
                                 .examples = {},
                                 .workspace = Count};

// A machine whose files are these, and a cache in a folder of its own.
class Bench {
 public:
  Bench() {
    folder_ = ::mkdtemp(name_);
    rules_.assign(AllRules().begin(), AllRules().end());
    rules_.push_back(&kCounter);
  }
  ~Bench() { fs::remove_all(folder_); }
  Bench(const Bench&) = delete;

  struct Run {
    Sources sources;
    LintResult result;
    bool was_remembered = false;
  };

  std::unique_ptr<Run> Lint(std::vector<NamedText> texts, const fs::path& root = ".") {
    auto run = std::make_unique<Run>();
    // As behind another workspace that was read before.
    run->sources.Add("before.yaml", "a: 1\n");
    const Cache cache(disk, folder_, kDefaultCacheBytes, program);
    const LintInputs inputs = Inputs();
    const int before = runs;
    run->result = LintTexts(std::move(texts), root, inputs, rules_, run->sources, cache);
    run->was_remembered = runs == before;
    return run;
  }

  LintInputs Inputs() const {
    return {.today = today,
            .read = [this](const fs::path& path) -> Result<std::string> {
              const auto file = files.find(path.generic_string());
              if (file == files.end()) return Failure(fmt::format("cannot read `{}`", path.string()), "fix it");
              return file->second;
            },
            .kind =
                [this](const fs::path& path) {
                  return files.contains(path.generic_string()) ? FileKind::kFile : FileKind::kMissing;
                },
            .dictionary = [this](const std::string& language) { return dictionary + language; }};
  }
  const fs::path& Folder() const { return folder_; }
  std::span<const Rule* const> Rules() const { return rules_; }

  std::vector<fs::path> Entries() const {
    std::vector<fs::path> entries;
    for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
      if (entry.is_regular_file() && entry.path().filename() != "CACHEDIR.TAG") entries.push_back(entry);
    }
    return entries;
  }

  Disk disk;
  std::map<std::string, std::string> files;
  std::string today = kToday;
  std::string dictionary = "first";
  std::string program = "program";

 private:
  char name_[32] = "/tmp/guidec-lint-XXXXXX";
  fs::path folder_;
  std::vector<const Rule*> rules_;
};

// All that a run has found, to its last byte.
std::string Describe(const Bench::Run& run) {
  const auto place = [&](const Span& span) {
    return fmt::format("{}:{}-{}", run.sources[span.source].path(), span.begin, span.end);
  };
  std::string text;
  for (const Source& source : run.sources)
    text += fmt::format("{} {}\n", source.path(), source.text().size());
  for (const LintedFile& file : run.result.files) {
    text += fmt::format("{} {}\n", run.sources[file.source].path(), file.is_settings);
  }
  for (const Diagnostic& finding : run.result.findings) {
    text += fmt::format("{} {} {} {}\n", finding.rule->code, SeverityName(finding.severity),
                        place(finding.span), finding.message);
    for (const Label& label : finding.labels)
      text += fmt::format("  {} {}\n", place(label.span), label.message);
    if (!finding.fix) continue;
    text += fmt::format("  fix {} {}\n", finding.fix->title, finding.fix->safety == Safety::kSafe);
    for (const Edit& edit : finding.fix->edits)
      text += fmt::format("  {} {}\n", place(edit.span), edit.replacement);
  }
  return text;
}

std::vector<NamedText> TextsOf(const Fixture& fixture) {
  Sources sources;
  LoadExample(fixture.file, std::string_view(fixture.text).substr(fixture.header), sources);
  return TextsOf(sources);
}

TEST_CASE("a faulty text has the same findings when they are remembered") {
  Bench bench;
  std::size_t remembered = 0;
  const std::vector<Fixture> fixtures = ThirdOfFaultyFixtures(0);
  for (const Fixture& fixture : fixtures) {
    INFO(fixture.name);
    const auto texts = TextsOf(fixture);
    const auto first = bench.Lint(texts);
    const auto second = bench.Lint(texts);
    CHECK(Describe(*first) == Describe(*second));
    remembered += second->was_remembered;
  }
  // A message may repeat what is no UTF-8; that is not kept.
  CHECK(remembered > fixtures.size() - 10);
}

const char kWorkspace[] =
    "# yaml-language-server: $schema=schema/workspace.schema.json\n"
    "name: Cache\nlanguage: en-US\nextends: [../house.yaml]\ndictionary: words.txt\n"
    "theme: {logo: {file: logo.svg, alt: A bridge}}\n";
const char kGlossary[] =
    "# yaml-language-server: $schema=schema/glossary.schema.json\n"
    "terms:\n  psoas:\n    term: psoas\n    meaning: a large large muscle with a zzyzx\n";

std::vector<NamedText> Workspace() {
  return {{"guidec.yaml", kWorkspace}, {"glossary.yaml", kGlossary}};
}

struct Settled : Bench {
  Settled() {
    files["../house.yaml"] =
        "name: House\nlanguage: en-US\nrules: {repeated-word: warning, spellling: error}\n";
    files["words.txt"] = "zzyzx\n";
    files["logo.svg"] = "<svg viewBox=\"0 0 9 9\"/>";
    first = Lint(Workspace());
  }
  std::unique_ptr<Run> first;
};

TEST_CASE("findings are remembered with the texts that the settings extend") {
  Settled bench;
  const auto again = bench.Lint(Workspace());
  CHECK_FALSE(bench.first->was_remembered);
  CHECK(again->was_remembered);
  CHECK(Describe(*again) == Describe(*bench.first));
  CHECK(Describe(*again).find("../house.yaml:") != std::string::npos);
  CHECK(Describe(*again).find("../house.yaml true") != std::string::npos);
}

TEST_CASE("whatever findings depend on, a change of it is seen, and taken back finds them again") {
  struct Change {
    const char* what;
    std::function<void(Bench&)> make;
  };
  const Change changes[] = {
      {"the day", [](Bench& bench) { bench.today = "2031-01-01"; }},
      {"the program", [](Bench& bench) { bench.program = "next"; }},
      {"a dictionary of the machine", [](Bench& bench) { bench.dictionary = "second"; }},
      {"the workspace's dictionary", [](Bench& bench) { bench.files["words.txt"] = "xyzzy\n"; }},
      {"its dictionary is gone", [](Bench& bench) { bench.files.erase("words.txt"); }},
      {"what it extends", [](Bench& bench) { bench.files["../house.yaml"] = "name: House\n"; }},
      {"what it extends is gone", [](Bench& bench) { bench.files.erase("../house.yaml"); }},
      {"the logo is gone", [](Bench& bench) { bench.files.erase("logo.svg"); }},
      {"the logo is no drawing any more", [](Bench& bench) { bench.files["logo.svg"] = "<svg"; }},
  };
  for (const Change& change : changes) {
    INFO(change.what);
    Settled bench;
    const auto files = bench.files;
    change.make(bench);
    const auto changed = bench.Lint(Workspace());
    CHECK_FALSE(changed->was_remembered);
    CHECK(Describe(*bench.Lint(Workspace())) == Describe(*changed));
    bench.files = files;
    bench.today = kToday;
    bench.program = "program";
    bench.dictionary = "first";
    CHECK(Describe(*bench.Lint(Workspace())) == Describe(*bench.first));
  }
  Settled bench;
  auto texts = Workspace();
  texts[1].text += "\n";
  CHECK_FALSE(bench.Lint(texts)->was_remembered);
  texts = Workspace();
  texts[1].path = "glossary-2.yaml";
  CHECK_FALSE(bench.Lint(texts)->was_remembered);
  CHECK_FALSE(bench.Lint(Workspace(), "elsewhere")->was_remembered);
}

TEST_CASE("an entry that is damaged or cut short anywhere is passed over and fixed") {
  Settled bench;
  const auto entries = bench.Entries();
  REQUIRE(entries.size() == 1);
  const std::string whole = *bench.disk.Read(entries[0], 1 << 20);
  const auto is_passed_over = [&](const std::string& damaged) {
    REQUIRE(bench.disk.Write(entries[0], damaged));
    const auto run = bench.Lint(Workspace());
    return !run->was_remembered && Describe(*run) == Describe(*bench.first);
  };
  // Each costs a run; every byte of the frame is tried in cache_test.cc.
  for (std::size_t i = 0; i < whole.size(); i += whole.size() / 8) {
    INFO("byte " << i << " of " << whole.size());
    std::string damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    CHECK(is_passed_over(damaged));
    CHECK(is_passed_over(whole.substr(0, i)));
  }
  CHECK(bench.Lint(Workspace())->was_remembered);
}

TEST_CASE("what stands in an entry is read whatever it is, and never trusted with a place") {
  Settled bench;
  const auto entries = bench.Entries();
  REQUIRE(entries.size() == 1);
  const std::string file = *bench.disk.Read(entries[0], 1 << 20);
  const std::string payload = file.substr(file.find('[', file.find('\n')));
  const std::string key = entries[0].parent_path().filename().string() + entries[0].filename().string();
  const auto entry = ReadLintEntry(payload, AllRules());
  REQUIRE(entry);
  CHECK(WriteLintEntry(*entry) == payload);
  for (std::size_t i = 0; i < payload.size(); ++i) {
    (void)ReadLintEntry(payload.substr(0, i), AllRules());
    for (const char byte : {'0', '9', '-', '[', ']', '"', '{', 'n', '\0', '\xff'}) {
      std::string damaged = payload;
      damaged[i] = byte;
      if (const auto read = ReadLintEntry(damaged, AllRules())) (void)WriteLintEntry(*read);
    }
  }
  CHECK_FALSE(ReadLintEntry(payload, {}));
  for (const char* number : {"2e62", "-1", "2.5"}) {
    INFO(number);
    CHECK_FALSE(ReadLintEntry(fmt::format("[[],[],[[{},false]],[]]", number), AllRules()));
  }
  const auto beyond = ReadLintEntry("[[],[],[[99999999999,false]],[]]", AllRules());
  REQUIRE(beyond);
  CHECK(static_cast<std::uint32_t>(beyond->result.files[0].source) == 0xFFFFFFFF);
  // Sealed by whoever can write into a shared folder.
  LintEntry forged = *entry;
  REQUIRE_FALSE(forged.result.findings.empty());
  for (const Span span : {Span{SourceId{0}, 0, 1 << 20}, Span{SourceId{7}, 0, 1}, Span{SourceId{0}, 9, 3}}) {
    forged.result.findings[0].span = span;
    REQUIRE(bench.disk.Write(entries[0], SealEntry(key, *WriteLintEntry(forged))));
    const auto run = bench.Lint(Workspace());
    CHECK_FALSE(run->was_remembered);
    CHECK(Describe(*run) == Describe(*bench.first));
  }
}

// Answers, extended paths, files, findings.
constexpr std::string_view kEntry =
    R"([[[0,"a.yaml","d"],[1,"b.png","e"],[2,"en-US","f"]],["a.yaml"],[[0,true],[2,false]],)"
    R"([["ZZ001",3,[0,1,2],"m",[[[2,3,4],"l"],[[0,5,6],"k"]],["t",true,[[[0,7,8],"r"],[[0,9,9],"s"]]]],)"
    R"(["ZZ001",0,[2,0,0],"n",[],null],["ZZ001",1,[0,0,1],"o",[],["u",false,[]]]]])";

TEST_CASE("an entry is written and read to its last word") {
  const Rule* rules[] = {&kCounter};
  const auto entry = ReadLintEntry(kEntry, rules);
  REQUIRE(entry);
  CHECK(WriteLintEntry(*entry) == kEntry);
  using Answers = std::map<LintEntry::Asked, std::string>;
  CHECK(entry->answers == Answers{{{LintEntry::kText, "a.yaml"}, "d"},
                                  {{LintEntry::kKind, "b.png"}, "e"},
                                  {{LintEntry::kDictionary, "en-US"}, "f"}});
  CHECK(entry->extended == std::vector<std::string>{"a.yaml"});
  REQUIRE(entry->result.files.size() == 2);
  CHECK(entry->result.files[0].is_settings);
  CHECK(entry->result.files[1].source == SourceId{2});
  REQUIRE(entry->result.findings.size() == 3);
  const Diagnostic& first = entry->result.findings[0];
  CHECK(first.rule == &kCounter);
  CHECK(first.severity == Severity::kError);
  CHECK(first.span == Span{SourceId{0}, 1, 2});
  REQUIRE(first.labels.size() == 2);
  CHECK(first.labels[0].span == Span{SourceId{2}, 3, 4});
  REQUIRE(first.fix);
  CHECK(first.fix->safety == Safety::kSafe);
  REQUIRE(first.fix->edits.size() == 2);
  CHECK(first.fix->edits[1].span == Span{SourceId{0}, 9, 9});
  CHECK(entry->result.findings[1].severity == Severity::kOff);
  CHECK_FALSE(entry->result.findings[1].fix);
  CHECK(entry->result.findings[2].fix->safety == Safety::kUnsafe);
}

TEST_CASE("what is no entry is told from one") {
  const Rule* rules[] = {&kCounter};
  const std::pair<std::string_view, bool> entries[] = {
      {"", false},
      {"null", false},
      {"{}", false},
      {"[[],[],[]]", false},
      {"[[],[],[],[]]", true},
      {R"([[[2,"en","x"]],[],[],[]])", true},
      {R"([[[3,"en","x"]],[],[],[]])", false},
      {R"([[[0,1,"x"]],[],[],[]])", false},
      {R"([[[0,"a"]],[],[],[]])", false},
      {R"([[],[1],[],[]])", false},
      {R"([[],[],[[0,1]],[]])", false},
      {R"([[],[],[],[["ZZ001",3,[0,0,0],"m",[],null]]])", true},
      {R"([[],[],[],[["ZZ001",4,[0,0,0],"m",[],null]]])", false},
      {R"([[],[],[],[["ZZ002",3,[0,0,0],"m",[],null]]])", false},
      {R"([[],[],[],[["ZZ001",3,[0,0],"m",[],null]]])", false},
      {R"([[],[],[],[["ZZ001",3,[0,0,0],"m",[]]]])", false},
      {R"([[],[],[],[["ZZ001",3,[0,0,0],"m",[],["t",true]]]])", false},
  };
  for (const auto& [text, is_entry] : entries) {
    INFO(text);
    CHECK(ReadLintEntry(text, rules).has_value() == is_entry);
  }
  LintEntry entry;
  entry.extended = {"caf\xE9"};
  CHECK_FALSE(WriteLintEntry(entry));
}

// A run that is loaded without Recall having been asked.
TEST_CASE("findings are remembered behind a load, too") {
  Settled bench;
  const Cache cache(bench.disk, bench.Folder(), kDefaultCacheBytes, bench.program);
  const LintInputs inputs = bench.Inputs();
  const auto rules = bench.Rules();
  Bench::Run run;
  run.sources.Add("before.yaml", "a: 1\n");
  LintRun lint_run(Workspace(), ".", inputs, rules, cache);
  const int before = runs;
  const Library library = lint_run.Load(run.sources);
  run.result = lint_run.Lint(library);
  CHECK(runs == before);
  CHECK(Describe(run) == Describe(*bench.first));
  CHECK(lint_run.key().size() == 64);
}

TEST_CASE("limits and links that are not followed have a part in the key") {
  Settled bench;
  const Cache cache(bench.disk, bench.Folder(), kDefaultCacheBytes, bench.program);
  const auto rules = bench.Rules();
  const auto key = [&](const std::function<void(LintInputs&)>& change) {
    LintInputs inputs = bench.Inputs();
    change(inputs);
    return LintRun(Workspace(), ".", inputs, rules, cache).key();
  };
  std::vector<std::string> keys = {
      key([](LintInputs&) {}),
      key([](LintInputs& inputs) { inputs.limits.findings = 7; }),
      key([](LintInputs& inputs) { inputs.skipped = {{"link", "leads out"}}; }),
      key([](LintInputs& inputs) { inputs.skipped = {{"other", "leads out"}}; }),
      key([](LintInputs& inputs) { inputs.skipped = {{"link", "is a link"}}; }),
  };
  CHECK(keys.front() == key([](LintInputs&) {}));
  std::ranges::sort(keys);
  CHECK(std::ranges::adjacent_find(keys) == keys.end());
  const Cache none(bench.disk, {}, kDefaultCacheBytes, bench.program);
  const LintInputs inputs = bench.Inputs();
  CHECK(LintRun(Workspace(), ".", inputs, rules, none).key().empty());
}

}  // namespace cached_lint_test
}  // namespace guidec
