#include "lint/cached_lint.h"

#include <stdlib.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "lint/fix.h"
#include "lint/rule_context.h"
#include "lint/runner.h"
#include "rules/registry.h"
#include "support/expectations.h"
#include "support/faulty.h"

namespace guidec {
namespace {

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
    const LintInputs inputs{.today = today,
                            .read = [&](const fs::path& path) -> Result<std::string> {
                              const auto file = files.find(path.generic_string());
                              if (file == files.end())
                                return Failure(fmt::format("cannot read `{}`", path.string()), "fix it");
                              return file->second;
                            },
                            .kind =
                                [&](const fs::path& path) {
                                  return files.contains(path.generic_string()) ? FileKind::kFile
                                                                               : FileKind::kMissing;
                                },
                            .dictionary = [&](const std::string& language) { return dictionary + language; }};
    const int before = runs;
    run->result = LintTexts(std::move(texts), root, inputs, rules_, run->sources, cache);
    run->was_remembered = runs == before;
    return run;
  }

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

TEST_CASE("every faulty text has the same findings when they are remembered") {
  Bench bench;
  std::size_t remembered = 0;
  const std::vector<Fixture> fixtures = FaultyFixtures();
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

}  // namespace
}  // namespace guidec
