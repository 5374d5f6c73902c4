// Every call that a build makes to the disk and to other programs fails in turn; each time the build
// must say so, leave the earlier outputs as they were and leave nothing beside them.
#include "build/build.h"

#include <stdlib.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <map>

#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "build/plan.h"
#include "lint/example.h"
#include "support/faulty_disk.h"

namespace guidec {
namespace {

// Answers as node does and writes what Typst would.
class FakeTools : public ProcessRunner {
 public:
  explicit FakeTools(Machine& machine) : machine_(machine) {}

  Result<Finished> Run(const Command& command) override {
    if (machine_.Fails()) return Failure("the program crashed", "try again");
    if (command.argv.back() == "--version") return Finished{0, "v18.20.4\n", ""};
    const auto request = nlohmann::json::parse(command.input);
    ++settings;
    command.on_line(nlohmann::json{{"typst", "0.7.0"}}.dump());
    for (const auto& job : request.at("jobs")) {
      const std::string output = job.at("output");
      const std::string bundle = request.at("bundles").at(job.at("bundle"));
      const auto part = Disk().Read(bundle, 1 << 20);
      const std::string text =
          fmt::format("pdf of {} with {}", job.at("template").get<std::string>(), part ? Sha256(*part) : "");
      if (!part || !Disk().Write(output, text)) return Failure("disk");
      ++sheets;
      command.on_line(nlohmann::json{{"output", output}, {"pages", 1}}.dump());
    }
    return Finished{};
  }

  int settings = 0;  // processes that set PDFs
  int sheets = 0;    // PDFs that they set

 private:
  Machine& machine_;
};

const std::vector<Edition> kBoth = {Edition::kLearner, Edition::kInstructor};

struct Bench {
  Bench() {
    std::string name = "/tmp/guidec-build-XXXXXX";
    folder = ::mkdtemp(name.data());
    CHECK(Disk().CreateDirectories(folder / "templates"));
    library = LoadExample("guides/hips/guide.yaml",
                          "routine:\n  exercises: [hip-stretch, plank]\n  total: 2 min 10 s\n", sources);
  }
  ~Bench() { Disk().RemoveAll(folder); }

  Result<std::vector<WrittenFile>> Build(std::vector<std::string> formats, Machine& machine,
                                         std::string version = "test",
                                         std::vector<Edition> editions = kBoth) {
    FaultyDisk disk(machine);
    FakeTools tools(machine);
    auto written = BuildGuide(library, library.guides.front(),
                              {.out = folder / "outputs",
                               .formats = std::move(formats),
                               .editions = std::move(editions),
                               .paper = "a4",
                               .large_print = true,
                               .data = folder,
                               .version = std::move(version)},
                              disk, tools, Cache(disk, cache, kDefaultCacheBytes, "test"),
                              [](const std::string&, std::size_t, std::size_t) {});
    settings = tools.settings;
    sheets = tools.sheets;
    return written;
  }

  int settings = 0;  // processes that set PDFs in the last build
  int sheets = 0;    // PDFs that it set
  fs::path cache;    // empty: without one
  Sources sources;
  Library library;
  fs::path folder;
};

TEST_CASE("a call that fails leaves the earlier outputs as they were") {
  Bench bench;
  Machine sound;
  REQUIRE(bench.Build({"json", "pdf", "zip", "ndjson"}, sound, "before"));
  Disk disk;
  REQUIRE(disk.Write(bench.folder / "outputs/hips/my-own-notes.txt", "kept"));
  const auto before = Snapshot(bench.folder / "outputs");
  CHECK(before.contains("hips/handouts/plank.pdf"));

  int failures = 0;
  for (int failing = 0; failing < 200; ++failing) {
    Machine machine(failing);
    const auto written = bench.Build({"json", "pdf", "zip", "ndjson"}, machine);
    if (!machine.has_failed()) {
      // No call left to fail: this build is the new one.
      REQUIRE(written);
      CHECK(Snapshot(bench.folder / "outputs") != before);
      CHECK(Snapshot(bench.folder / "outputs").at("hips/my-own-notes.txt") == "kept");
      break;
    }
    INFO("call " << failing);
    REQUIRE_FALSE(written);
    ++failures;
    CHECK_FALSE(written.error().message.empty());
    CHECK(Snapshot(bench.folder / "outputs") == before);
  }
  CHECK(failures > 20);
}

TEST_CASE("all PDFs of a build are set by one process") {
  Bench bench;
  Machine machine;
  const auto written = bench.Build({"json", "pdf"}, machine);
  REQUIRE(written);
  const auto is_pdf = [](const WrittenFile& file) { return file.path.ends_with(".pdf"); };
  CHECK(std::ranges::count_if(*written, is_pdf) == 6);
  CHECK(bench.settings == 1);
  REQUIRE(bench.Build({"json"}, machine));
  CHECK(bench.settings == 0);
}

std::vector<std::string> KeptOf(const std::vector<WrittenFile>& written) {
  std::vector<std::string> kept;
  for (const WrittenFile& file : written) {
    if (file.was_kept) kept.push_back(file.path);
  }
  return kept;
}

TEST_CASE("an unchanged build starts no program and gives the same files") {
  Bench bench;
  bench.cache = bench.folder / "cache";
  Machine machine;
  const auto first = bench.Build({"json", "pdf"}, machine);
  REQUIRE(first);
  CHECK(KeptOf(*first).empty());
  CHECK(bench.sheets == 6);
  const auto before = Snapshot(bench.folder / "outputs");
  Disk().RemoveAll(bench.folder / "outputs");
  const auto second = bench.Build({"json", "pdf"}, machine);
  REQUIRE(second);
  CHECK(bench.settings == 0);
  CHECK(KeptOf(*second).size() == 6);
  CHECK(Snapshot(bench.folder / "outputs") == before);
}

TEST_CASE("after a change, the PDFs that show it are set and no others") {
  struct Change {
    const char* what;
    std::function<void(Bench&)> make;
    std::vector<std::string> kept;
  };
  const Change changes[] = {
      {"an exercise",
       [](Bench& bench) { bench.library.exercises.front().equipment.emplace_back().value = "chair"; },
       {"handouts/plank.pdf", "instructor/answer-key.pdf", "quiz.pdf"}},
      {"the quiz",
       [](Bench& bench) { bench.library.guides.front().quiz->questions.pop_back(); },
       {"handouts/hip-stretch.pdf", "handouts/plank.pdf", "handouts/session.pdf", "hips.pdf"}},
      {"the guide's version", [](Bench& bench) { bench.library.guides.front().version.value = "9.0.0"; }, {}},
      {"the theme", [](Bench& bench) { bench.library.workspace.theme.clinic = "Riverside"; }, {}},
      {"a template",
       [](Bench& bench) { REQUIRE(Disk().Write(bench.folder / "templates/quiz.typ", "x")); },
       {}},
  };
  for (const Change& change : changes) {
    INFO(change.what);
    Bench bench;
    bench.cache = bench.folder / "cache";
    Machine machine;
    REQUIRE(Disk().CreateDirectories(bench.folder / "templates"));
    REQUIRE(bench.Build({"pdf"}, machine));
    change.make(bench);
    const auto written = bench.Build({"pdf"}, machine);
    REQUIRE(written);
    CHECK(KeptOf(*written) == change.kept);
    CHECK(bench.sheets == 6 - static_cast<int>(change.kept.size()));
    const auto warm = Snapshot(bench.folder / "outputs");
    bench.cache.clear();
    REQUIRE(bench.Build({"pdf"}, machine));
    CHECK(Snapshot(bench.folder / "outputs") == warm);
  }
}

TEST_CASE("whichever call fails, a build with a cache gives the right files or the earlier ones") {
  Bench cold;
  Machine sound;
  REQUIRE(cold.Build({"pdf"}, sound));
  const auto right = Snapshot(cold.folder / "outputs");
  Bench bench;
  bench.cache = bench.folder / "cache";
  int failing = 0;
  for (; failing < 400; ++failing) {
    Disk().RemoveAll(bench.cache);
    Disk().RemoveAll(bench.folder / "outputs");
    Machine machine(failing);
    const auto written = bench.Build({"pdf"}, machine);
    INFO("call " << failing);
    if (written) CHECK(Snapshot(bench.folder / "outputs") == right);
    // What is in the cache now is right too.
    REQUIRE(bench.Build({"pdf"}, sound));
    REQUIRE(Snapshot(bench.folder / "outputs") == right);
    if (!machine.has_failed()) break;
  }
  CHECK(failing > 60);
}

TEST_CASE("a build of one format keeps the others") {
  Bench bench;
  Machine machine;
  REQUIRE(bench.Build({"json"}, machine));
  const auto written = bench.Build({"pdf"}, machine);
  REQUIRE(written);
  const auto contents = Snapshot(bench.folder / "outputs/hips");
  CHECK(contents.contains("hips.json"));
  CHECK(contents.contains("quiz.pdf"));
  const auto manifest = nlohmann::json::parse(contents.at("manifest.json"));
  const auto files =
      std::ranges::count_if(contents, [](const auto& entry) { return entry.second != "folder"; });
  CHECK(manifest.at("files").size() == static_cast<std::size_t>(files) - 1);  // all but itself
}

TEST_CASE("what a guide no longer makes goes away") {
  Bench bench;
  Machine machine;
  REQUIRE(bench.Build({"pdf"}, machine));
  bench.library.guides.front().quiz.reset();
  REQUIRE(bench.Build({"pdf"}, machine));
  CHECK_FALSE(Snapshot(bench.folder / "outputs/hips").contains("quiz.pdf"));
}

TEST_CASE("a build of one edition keeps the other, and each PDF reads its edition's bundle") {
  Bench bench;
  Machine machine;
  REQUIRE(bench.Build({"json", "pdf"}, machine, "test", {Edition::kInstructor}));
  auto contents = Snapshot(bench.folder / "outputs/hips");
  CHECK(contents.contains("instructor/hips.json"));
  CHECK(contents.at("instructor/answer-key.pdf").starts_with("pdf of answer-key.typ"));
  CHECK_FALSE(contents.contains("hips.json"));
  CHECK_FALSE(contents.contains("quiz.pdf"));
  REQUIRE(bench.Build({"json", "pdf"}, machine, "test", {Edition::kLearner}));
  contents = Snapshot(bench.folder / "outputs/hips");
  CHECK(contents.at("quiz.pdf").starts_with("pdf of quiz.typ"));
  CHECK(contents.contains("instructor/answer-key.pdf"));
}

TEST_CASE("the plan names every file once") {
  Bench bench;
  std::vector<std::string> paths;
  const auto plan = PlanOf(bench.library, bench.library.guides.front(),
                           std::vector<std::string>{"epub", "pdf", "json"}, kBoth);
  REQUIRE(plan);
  for (const Artefact& artefact : *plan) paths.push_back(artefact.path);
  CHECK(paths == std::vector<std::string>{
                     "handouts/hip-stretch.pdf", "handouts/plank.pdf", "handouts/session.pdf", "hips.epub",
                     "hips.json", "hips.pdf", "instructor/answer-key.pdf", "instructor/hips.epub",
                     "instructor/hips.json", "instructor/pictures/exercises/hip-stretch-hold.svg",
                     "instructor/pictures/exercises/plank-hold.svg",
                     "pictures/exercises/hip-stretch-hold.svg", "pictures/exercises/plank-hold.svg",
                     "quiz.pdf"});
  Sources sources;
  const NamedText pieces[] = {{"exercises/plank.yaml", "id: session\n"},
                              {"guides/hips/guide.yaml", "routine:\n  exercises: [session]\n"}};
  const Library twins = LoadExample(pieces, sources);
  CHECK_FALSE(PlanOf(twins, twins.guides.front(), std::vector<std::string>{"pdf"}, kBoth));
}

TEST_CASE("outputs carry the day of the review, or that of SOURCE_DATE_EPOCH") {
  Guide guide;
  guide.reviewed.value = "2026-11-22";
  CHECK(TimestampOf(guide, std::nullopt) == 1795305600);
  guide.reviewed.value = "soon";
  CHECK(TimestampOf(guide, std::nullopt) == 315532800);
  CHECK(TimestampOf(guide, 1700000000) == 1700000000);
}

}  // namespace
}  // namespace guidec
