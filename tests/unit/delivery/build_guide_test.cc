// Every call that a build makes to the disk and to other programs fails in turn; each time the build
// must say so, leave the earlier outputs as they were and leave nothing beside them.
#include "delivery/build.h"

#include <stdlib.h>
#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <map>

#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "delivery/plan.h"
#include "lint/example.h"
#include "support/faulty_disk.h"

namespace guidec {
namespace build_guide_test {

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
    return BuildOn(disk, std::move(formats), machine, std::move(version), std::move(editions));
  }

  Result<std::vector<WrittenFile>> BuildOn(FileSystem& disk, std::vector<std::string> formats, Machine& machine,
                                           std::string version = "test", std::vector<Edition> editions = kBoth) {
    FakeTools tools(machine);
    auto written = BuildGuide(library, library.guides.front(),
                              {.out = folder / "outputs",
                               .formats = std::move(formats),
                               .editions = std::move(editions),
                               .print = {{"paper", "a4"}, {"large-print", "true"}},
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
  for (int failing = 0; failing < 1000; ++failing) {
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
    if (written) {
      // Only the cleaning up failed. The next run does it.
      REQUIRE(bench.Build({"json", "pdf", "zip", "ndjson"}, sound, "before"));
      CHECK(Snapshot(bench.folder / "outputs") == before);
      continue;
    }
    ++failures;
    CHECK_FALSE(written.error().message.empty());
    CHECK(Snapshot(bench.folder / "outputs") == before);
  }
  CHECK(failures > 20);
}

// A delivery in which others have put things of every kind.
struct Shared : Bench {
  Shared() {
    Machine machine;
    REQUIRE(Build({"json", "pdf"}, machine, "before"));
    Disk disk;
    for (const char* name : {".git/objects/ab", "empty/deeper", "locked"}) {
      REQUIRE(disk.CreateDirectories(At(name)));
    }
    for (const char* name : {".git/config", ".git/objects/ab/cd", ".htaccess", ".env", "handouts/notes.txt",
                             "instructor/.secret", "locked/file", "my.pdf"}) {
      REQUIRE(disk.Write(At(name), name));
    }
    fs::create_symlink("nowhere", At("dangling"));
    fs::create_symlink(folder, At("handouts/outside"));
    fs::create_symlink("hips.json", At("latest"));
    REQUIRE(::mkfifo(At("pipe").c_str(), 0600) == 0);
    REQUIRE(::chmod(At("locked").c_str(), 0555) == 0);
    REQUIRE(::chmod(At(".git").c_str(), 02750) == 0);
    REQUIRE(::chmod(At("").c_str(), 02710) == 0);
    foreign = Foreign();
    CHECK(foreign.size() == 18);
  }

  fs::path At(const std::string& path) const { return folder / "outputs/hips" / path; }

  // What is in the delivery but not in its manifest.
  std::map<std::string, std::string> Foreign() const {
    auto contents = Snapshot(folder / "outputs/hips");
    const auto manifest = nlohmann::json::parse(contents.at("manifest.json"));
    contents.erase("manifest.json");
    for (const auto& file : manifest.at("files")) contents.erase(file.at("path").get<std::string>());
    for (const char* ours : {"handouts", "instructor", "instructor/pictures", "instructor/pictures/exercises",
                             "pictures", "pictures/exercises"}) {
      contents.erase(ours);
    }
    return contents;
  }

  std::map<std::string, std::string> foreign;
};

TEST_CASE("what guidec has not made stays where it is") {
  for (const bool can_swap : {true, false}) {
    for (const bool can_link : {true, false}) {
      INFO("can swap: " << can_swap << ", can link: " << can_link);
      Shared shared;
      if (!can_link) {
        // Cannot be copied, and is not lost.
        DyingDisk disk(100000, can_swap, can_link);
        Machine machine;
        const auto refused = shared.BuildOn(disk, {"json", "pdf"}, machine, "after");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.find("pipe`") != std::string::npos);
        CHECK(shared.Foreign() == shared.foreign);
        REQUIRE(Disk().Remove(shared.At("pipe")));
        shared.foreign.erase("pipe");
      }
      DyingDisk disk(100000, can_swap, can_link);
      Machine machine;
      REQUIRE(shared.BuildOn(disk, {"json", "pdf"}, machine, "after"));
      CHECK(Snapshot(shared.At("")).at("manifest.json").find("\"guidec\": \"after\"") != std::string::npos);
      CHECK(shared.Foreign() == shared.foreign);
      struct stat status {};
      REQUIRE(::stat(shared.At(".git").c_str(), &status) == 0);
      CHECK((status.st_mode & 07777) == 02750);
      REQUIRE(::stat(shared.At("").c_str(), &status) == 0);
      CHECK((status.st_mode & 07777) == 02710);
      CHECK(Snapshot(shared.folder / "outputs").size() == Snapshot(shared.At("")).size() + 1);
    }
  }
}

TEST_CASE("a folder that only has the name of a staging folder stays") {
  Shared shared;
  const fs::path out = shared.folder / "outputs";
  for (const char* name : {".hips.bak", ".hips.abc123", ".hips.guidec-abc123"}) {
    REQUIRE(Disk().CreateDirectories(out / name));
    REQUIRE(Disk().Write(out / name / "mine", name));
  }
  fs::create_symlink(".hips.bak", out / ".hips.guidec-abc124");
  REQUIRE(Disk().CreateStaging(out, "hips"));
  Machine machine;
  REQUIRE(shared.Build({"json"}, machine));
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(out)) names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  CHECK(names == std::vector<std::string>{".hips.abc123", ".hips.bak", ".hips.guidec-abc123",
                                          ".hips.guidec-abc124", "hips"});
  CHECK(Disk().Read(out / ".hips.bak/mine", 100).value() == ".hips.bak");
}

TEST_CASE("what is in the way of a build ends it, and stays") {
  struct Case {
    const char* what;
    std::function<void(const Shared&)> make;
    const char* named;
  };
  const auto put = [](const Shared& shared, const char* path) {
    REQUIRE(Disk().Write(shared.At(path), "mine"));
  };
  const Case cases[] = {
      {"a link in the place of a file",
       [](const Shared& shared) {
         REQUIRE(Disk().Remove(shared.At("quiz.pdf")));
         fs::create_symlink(shared.folder / "precious", shared.At("quiz.pdf"));
       },
       "quiz.pdf` is a link"},
      {"a folder in the place of a file",
       [&](const Shared& shared) {
         REQUIRE(Disk().Remove(shared.At("quiz.pdf")));
         REQUIRE(Disk().CreateDirectories(shared.At("quiz.pdf")));
         put(shared, "quiz.pdf/notes");
       },
       "quiz.pdf` is a folder"},
      {"a link in the place of a folder",
       [](const Shared& shared) {
         fs::rename(shared.At("handouts"), shared.folder / "elsewhere");
         fs::create_symlink(shared.folder / "elsewhere", shared.At("handouts"));
       },
       "handouts` is a link"},
      {"a file in the place of a folder",
       [&](const Shared& shared) {
         fs::rename(shared.At("handouts"), shared.folder / "elsewhere");
         put(shared, "handouts");
       },
       "handouts` is a file"},
      {"a file that no manifest lists", [&](const Shared& shared) { put(shared, "hips.ndjson"); },
       "hips.ndjson` is a file"},
      {"a manifest that is none", [&](const Shared& shared) { put(shared, "manifest.json"); },
       "` is a file that no manifest lists"},
      {"a link in the place of the manifest",
       [](const Shared& shared) {
         fs::rename(shared.At("manifest.json"), shared.folder / "manifest.json");
         fs::create_symlink(shared.folder / "manifest.json", shared.At("manifest.json"));
       },
       "which guidec has not made"},
      {"a link in the place of the delivery",
       [](const Shared& shared) {
         fs::rename(shared.At(""), shared.folder / "elsewhere");
         fs::create_symlink(shared.folder / "elsewhere", shared.folder / "outputs/hips");
       },
       "outputs/hips` is a link"},
      {"a file in the place of the delivery",
       [](const Shared& shared) {
         fs::rename(shared.folder / "outputs/hips", shared.folder / "elsewhere");
         REQUIRE(Disk().Write(shared.folder / "outputs/hips", "mine"));
       },
       "outputs/hips` is no folder"},
  };
  for (const Case& in : cases) {
    INFO(in.what);
    Shared shared;
    REQUIRE(Disk().Write(shared.folder / "precious", "precious"));
    in.make(shared);
    const auto before = Snapshot(shared.folder);
    Machine machine;
    const auto written = shared.Build({"json", "pdf", "ndjson"}, machine, "after");
    REQUIRE_FALSE(written);
    CHECK(written.error().message.find(in.named) != std::string::npos);
    CHECK(Snapshot(shared.folder) == before);
  }
}

TEST_CASE("without a manifest that can be used, nothing is guidec's, and what is the same may be made again") {
  for (const char* text : {"", "{", R"({"format": "guidec-manifest", "manifestVersion": "1.1.0"})",
                           R"({"format": "guidec-manifest", "manifestVersion": "9.0.0", "files": []})"}) {
    INFO(text);
    Shared shared;
    REQUIRE(Disk().Write(shared.folder / "outputs/victim", "precious"));
    const bool is_ours = std::string_view(text).find("guidec-manifest") != std::string_view::npos;
    REQUIRE(Disk().Remove(shared.At("manifest.json")));
    if (is_ours) REQUIRE(Disk().Write(shared.At("manifest.json"), text));
    Machine machine;
    REQUIRE(shared.Build({"pdf"}, machine, "before"));
    CHECK(Disk().Read(shared.At("hips.json"), 1 << 20));
    shared.library.guides.front().version.value = "9.0.0";
    if (is_ours) REQUIRE(Disk().Write(shared.At("manifest.json"), text));
    else REQUIRE(Disk().Remove(shared.At("manifest.json")));
    const auto before = Snapshot(shared.folder);
    CHECK_FALSE(shared.Build({"json"}, machine, "before"));
    CHECK(Snapshot(shared.folder) == before);
  }
}

TEST_CASE("a manifest that lists what lies elsewhere lets nothing be removed") {
  for (const std::string path : {"../victim", "/tmp", "handouts/outside/victim", "handouts/../../victim"}) {
    INFO(path);
    Shared shared;
    REQUIRE(Disk().Write(shared.folder / "victim", "precious"));
    REQUIRE(Disk().Write(shared.folder / "outputs/victim", "precious"));
    auto manifest = nlohmann::json::parse(Disk().Read(shared.At("manifest.json"), 1 << 20).value());
    auto entry = manifest.at("files").at(0);
    entry["path"] = path;
    entry["sha256"] = Sha256("precious");
    manifest["files"].push_back(entry);
    REQUIRE(Disk().Write(shared.At("manifest.json"), manifest.dump()));
    Machine machine;
    (void)shared.Build({"json"}, machine, "before");
    CHECK(Disk().Read(shared.folder / "victim", 100).value() == "precious");
    CHECK(Disk().Read(shared.folder / "outputs/victim", 100).value() == "precious");
  }
}

TEST_CASE("an output that the guide no longer has stays if somebody has edited it") {
  Shared shared;
  REQUIRE(Disk().Write(shared.At("quiz.pdf"), "edited"));
  shared.library.guides.front().quiz.reset();
  Machine machine;
  REQUIRE(shared.Build({"pdf"}, machine));
  CHECK(Disk().Read(shared.At("quiz.pdf"), 100).value() == "edited");
  CHECK_FALSE(fs::exists(shared.At("instructor/answer-key.pdf")));
}

// Where what is not guidec's is after a kill: in the delivery, or in the one that was set aside.
std::map<std::string, std::string> ForeignAfterKill(const Shared& shared) {
  if (fs::exists(shared.At("manifest.json"))) return shared.Foreign();
  for (const auto& entry : fs::directory_iterator(shared.folder / "outputs")) {
    if (!fs::exists(entry.path() / "old")) continue;
    fs::create_directory_symlink(entry.path() / "old", shared.folder / "outputs/hips");
    auto foreign = shared.Foreign();
    fs::remove(shared.folder / "outputs/hips");
    return foreign;
  }
  return {};
}

TEST_CASE("a kill at any step loses nothing, and the next run is as if it had not been") {
  for (const bool can_swap : {true, false}) {
    int steps = 0;
    for (;; ++steps) {
      INFO("can swap: " << can_swap << ", step " << steps);
      Shared shared;
      DyingDisk disk(steps, can_swap);
      Machine machine;
      (void)shared.BuildOn(disk, {"json", "pdf"}, machine, "after");
      CHECK(ForeignAfterKill(shared) == shared.foreign);
      DyingDisk sound(100000, can_swap);
      REQUIRE(shared.BuildOn(sound, {"json", "pdf"}, machine, "after"));
      REQUIRE(shared.Foreign() == shared.foreign);
      REQUIRE(Snapshot(shared.folder / "outputs").size() == Snapshot(shared.At("")).size() + 1);
      if (!disk.is_dead()) break;
    }
    CHECK(steps > 60);
  }
}

TEST_CASE("what comes into the delivery while it is exchanged is moved over") {
  // Writes into the delivery of before, right ahead of the exchange.
  class LateDisk : public DyingDisk {
   public:
    LateDisk(const fs::path& delivery, bool can_swap) : DyingDisk(100000, can_swap), delivery_(delivery) {}
    Result<void> Exchange(const fs::path& staged, const fs::path& target, const fs::path& aside) override {
      REQUIRE(Disk::CreateDirectories(delivery_ / "late/empty"));
      REQUIRE(Disk::Write(delivery_ / "handouts/late.txt", "late"));
      REQUIRE(Disk::Write(delivery_ / ".git/late", "late"));
      return Disk::Exchange(staged, target, aside);
    }

   private:
    fs::path delivery_;
  };
  for (const bool can_swap : {true, false}) {
    Shared shared;
    LateDisk disk(shared.At(""), can_swap);
    Machine machine;
    REQUIRE(shared.BuildOn(disk, {"json", "pdf"}, machine, "after"));
    auto foreign = shared.foreign;
    foreign["late"] = foreign["late/empty"] = "folder";
    foreign["handouts/late.txt"] = foreign[".git/late"] = "late";
    CHECK(shared.Foreign() == foreign);
    CHECK(Snapshot(shared.folder / "outputs").size() == Snapshot(shared.At("")).size() + 1);
  }
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
      {"the program that sets them",
       [](Bench& bench) { REQUIRE(Disk().Write(bench.folder / "templates/compile.mjs", "x")); },
       {}},
      {"what only documents are made with",
       [](Bench& bench) { REQUIRE(Disk().Write(bench.folder / "templates/page.html", "x")); },
       {"handouts/hip-stretch.pdf", "handouts/plank.pdf", "handouts/session.pdf", "hips.pdf",
        "instructor/answer-key.pdf", "quiz.pdf"}},
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

TEST_CASE("an output whose name is no file's everywhere is not planned, and the error names it") {
  Sources sources;
  const Library device = LoadExample("guides/hips/guide.yaml", "id: con\n", sources);
  const auto plan = PlanOf(device, device.guides.front(), std::vector<std::string>{"json"}, kBoth);
  REQUIRE_FALSE(plan);
  CHECK(plan.error().message.starts_with("the output `con/con.json` cannot be written: its name "));
}

TEST_CASE("a version of the quiz whose key would be wrong is not printed") {
  Bench bench;
  Machine machine;
  bench.library.workspace.quiz_versions = 2;
  REQUIRE(bench.Build({"pdf"}, machine));
  CHECK(fs::exists(bench.folder / "outputs/hips/quiz-b.pdf"));
  bench.library.guides.front().facts = {};
  const auto written = bench.Build({"pdf"}, machine);
  REQUIRE_FALSE(written);
  CHECK(written.error().message == "version A of the quiz would have a wrong key, at question `form`");
  CHECK(written.error().hint == "this is a bug in guidec");
}

TEST_CASE("outputs carry the day of the review, or that of SOURCE_DATE_EPOCH") {
  Guide guide;
  guide.reviewed = {*ReadDay("2026-11-22"), {}};
  CHECK(TimestampOf(guide, std::nullopt) == 1795305600);
  guide.reviewed.reset();
  CHECK(TimestampOf(guide, std::nullopt) == 315532800);
  CHECK(TimestampOf(guide, 1700000000) == 1700000000);
}

}  // namespace build_guide_test
}  // namespace guidec
