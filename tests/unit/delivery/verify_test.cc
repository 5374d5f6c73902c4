#include "delivery/verify.h"

#include <stdlib.h>
#include <sys/stat.h>

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "base/hash.h"
#include "delivery/delivery.h"
#include "delivery/unchanged.h"

namespace guidec {
namespace verify_test {

// As in base/signature_test.cc.
constexpr char kPrivate[] =
    "-----BEGIN PRIVATE KEY-----\n"
    "MC4CAQAwBQYDK2VwBCIEIEzNCJso/5banbbDRuwRTg9bijGfNaumJNqM9u1PuKb7\n"
    "-----END PRIVATE KEY-----\n";
constexpr char kPublic[] =
    "-----BEGIN PUBLIC KEY-----\n"
    "MCowBQYDK2VwAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=\n"
    "-----END PUBLIC KEY-----\n";

SigningKey Key() {
  std::string pem = kPrivate;
  return std::move(*SigningKey::FromPem(pem, "the key"));
}

// The delivery out/hips of a workspace ws, with a manifest of its own.
struct Bench {
  Bench() {
    std::string name = "/tmp/guidec-verify-XXXXXX";
    folder = disk.Resolve(::mkdtemp(name.data())).value();
    Put("ws/guidec.yaml", "name: x\n");
    Put("ws/a.yaml", "a");
    manifest = {.guide = "hips",
                .guide_version = "1.0.0",
                .sources_sha256 = std::string(64, 'a'),
                .sources = {},
                .files = {}};
    for (const char* path : {"a.yaml", "guidec.yaml"}) manifest.sources.push_back(Entry("ws", path));
    for (const char* path : {"a.json", "b/c.pdf", "instructor/a.json"}) {
      Put(fs::path("out/hips") / path, path);
      manifest.files.push_back(Entry("out/hips", path));
    }
    WriteIt();
  }
  ~Bench() { disk.RemoveAll(folder); }
  Bench(const Bench&) = delete;

  fs::path At(const fs::path& path) const { return folder / "out/hips" / path; }
  void Put(const fs::path& path, std::string_view bytes) {
    REQUIRE(disk.CreateDirectories((folder / path).parent_path()));
    REQUIRE(disk.Write(folder / path, bytes));
  }
  ManifestEntry Entry(const char* in, const char* path) const {
    const std::string bytes = disk.Read(folder / in / path, 1000).value();
    return {.path = path, .size = bytes.size(), .sha256 = Sha256(bytes)};
  }
  void WriteIt() { Put("out/hips/manifest.json", WriteManifest(manifest)); }

  // "STATE PATH (DETAIL)", a line each; those of sources behind "sources:".
  std::string Verified(const VerifyOptions& options = {}) const {
    const auto verified = Verify(disk, folder / "out/hips", options);
    if (!verified) return verified.error().message;
    std::string told;
    const auto tell = [&](const std::vector<DeviantFile>& files) {
      for (const DeviantFile& file : files) {
        told += fmt::format("{} {}", DeviationName(file.deviation), file.path);
        if (!file.detail.empty()) told += fmt::format(" ({})", file.detail);
        told += "\n";
      }
    };
    tell(verified->files);
    for (const std::string& path : verified->older_files) told += "older " + path + "\n";
    if (verified->sources) told += "sources:\n";
    if (verified->sources) tell(*verified->sources);
    if (verified->signature) told += fmt::format("{}\n", SignatureStateName(*verified->signature));
    CHECK(verified->manifest_sha256 == Sha256(*disk.Read(At("manifest.json"), 1 << 20)));
    return told;
  }

  Disk disk;
  fs::path folder;
  Manifest manifest;
};

TEST_CASE("states have their names") {
  const std::pair<Deviation, std::string_view> deviations[] = {{Deviation::kTouched, "touched"},
                                                               {Deviation::kMissing, "missing"},
                                                               {Deviation::kAdded, "added"},
                                                               {Deviation::kUnreadable, "unreadable"}};
  for (const auto& [deviation, name] : deviations) CHECK(DeviationName(deviation) == name);
  CHECK(SignatureStateName(SignatureState::kGood) == "good");
  CHECK(SignatureStateName(SignatureState::kMissing) == "missing");
  CHECK(SignatureStateName(SignatureState::kWrong) == "wrong");
}

TEST_CASE("a verification is clean when nothing differs, and knows what does") {
  Verification verification;
  CHECK(verification.IsClean());
  verification.sources.emplace();
  verification.signature = SignatureState::kGood;
  CHECK(verification.IsClean());
  CHECK_FALSE(verification.Has(Deviation::kTouched));
  verification.signature = SignatureState::kMissing;
  CHECK_FALSE(verification.IsClean());
  verification.signature = {};
  verification.sources->push_back({"x", Deviation::kMissing});
  CHECK_FALSE(verification.IsClean());
  CHECK(verification.Has(Deviation::kMissing));
  CHECK_FALSE(verification.Has(Deviation::kAdded));
  verification.sources.reset();
  verification.files = {{"x", Deviation::kTouched}, {"y", Deviation::kAdded}};
  CHECK_FALSE(verification.IsClean());
  CHECK(verification.Has(Deviation::kAdded));
  CHECK_FALSE(verification.Has(Deviation::kMissing));
}

TEST_CASE("each way in which a delivery may differ is told") {
  struct Row {
    std::function<void(Bench&)> change;
    std::string told;
  };
  const auto remove = [](Bench& bench, const char* path) { fs::remove_all(bench.At(path)); };
  const Row rows[] = {
      {[](Bench&) {}, ""},
      {[](Bench& bench) { bench.Put("out/hips/a.json", "A.json"); }, "touched a.json (of the same size)\n"},
      {[](Bench& bench) { bench.Put("out/hips/b/c.pdf", "12345678"); },
       "touched b/c.pdf (8 bytes, was 7 bytes)\n"},
      {[&](Bench& bench) { remove(bench, "b"); }, "missing b/c.pdf\n"},
      {[](Bench& bench) { bench.Put("out/hips/.x/y", ""); }, "added .x/y\n"},
      {[&](Bench& bench) {
         remove(bench, "a.json");
         REQUIRE(bench.disk.CreateDirectories(bench.At("a.json")));
         bench.Put("out/hips/zz", "");
       },
       "missing a.json\nadded zz\n"},
      {[&](Bench& bench) {
         remove(bench, "a.json");
         fs::create_symlink("b/c.pdf", bench.At("a.json"));
         fs::create_symlink("b", bench.At("d"));
       },
       "touched a.json (is a link now)\nadded d\n"},
      {[&](Bench& bench) {
         remove(bench, "a.json");
         REQUIRE(::mkfifo(bench.At("a.json").c_str(), 0600) == 0);
       },
       "touched a.json (is no file any more)\n"},
      {[](Bench& bench) { bench.Put("out/hips/manifest.json.sig", "x"); }, "added manifest.json.sig\n"},
      {[](Bench& bench) {
         bench.manifest.files[0].sources_sha256 = std::string(64, 'a');
         bench.manifest.files[1].sources_sha256 = std::string(64, 'b');
         bench.WriteIt();
       },
       "older b/c.pdf\n"},
      {[&](Bench& bench) { remove(bench, "manifest.json"); }, "`{}` has no manifest.json"},
      {[](Bench& bench) { bench.Put("out/hips/manifest.json", "{}"); },
       "`{}/manifest.json` is no manifest of guidec"},
  };
  for (const Row& row : rows) {
    Bench bench;
    row.change(bench);
    CHECK(bench.Verified() == fmt::format(fmt::runtime(row.told), (bench.folder / "out/hips").string()));
  }
}

TEST_CASE("only what is for one edition is looked at when it is named") {
  Bench bench;
  fs::remove(bench.At("a.json"));
  fs::remove(bench.At("instructor/a.json"));
  bench.Put("out/hips/x", "");
  bench.Put("out/hips/instructor/x", "");
  CHECK(bench.Verified({.edition = Edition::kLearner}) == "missing a.json\nadded x\n");
  CHECK(bench.Verified({.edition = Edition::kInstructor}) ==
        "missing instructor/a.json\nadded instructor/x\n");
  const auto verified = Verify(bench.disk, bench.folder / "out/hips", {.edition = Edition::kInstructor});
  REQUIRE(verified->manifest.files.size() == 1);
  CHECK(verified->manifest.files[0].path == "instructor/a.json");
}

TEST_CASE("sources are compared where the workspace would read them") {
  Bench bench;
  const VerifyOptions options{.workspace = bench.folder / "ws"};
  CHECK(bench.Verified(options) == "sources:\n");
  bench.Put("ws/a.yaml", "b");
  bench.Put("ws/new.yaml", "n");
  CHECK(bench.Verified(options) == "sources:\ntouched a.yaml (of the same size)\n");
  fs::remove(bench.folder / "ws/a.yaml");
  CHECK(bench.Verified(options) == "sources:\nmissing a.yaml\n");
  REQUIRE(bench.disk.CreateDirectories(bench.folder / "ws/a.yaml"));
  CHECK(bench.Verified(options) == "sources:\ntouched a.yaml (is no file any more)\n");
}

TEST_CASE("a signature is good, missing or wrong, and only a key tells") {
  const auto key = VerifyingKey::FromPem(kPublic, "the key");
  REQUIRE(key);
  Bench bench;
  bench.manifest.is_signed = true;
  bench.WriteIt();
  const VerifyOptions options{.key = &*key};
  CHECK(bench.Verified() == "missing manifest.json.sig\n");
  CHECK(bench.Verified(options) == "missing manifest.json.sig\nmissing\n");
  const std::string signature = *Key().Sign(WriteManifest(bench.manifest));
  bench.Put("out/hips/manifest.json.sig", signature);
  CHECK(bench.Verified().empty());
  CHECK(bench.Verified(options) == "good\n");
  const std::string wrong_ones[] = {signature.substr(1), "", std::string(2000, 'x')};
  for (const std::string& wrong : wrong_ones) {
    bench.Put("out/hips/manifest.json.sig", wrong);
    CHECK(bench.Verified().empty());
    CHECK(bench.Verified(options) == "wrong\n");
  }
  bench.Put("out/signature", signature);
  fs::remove(bench.At("manifest.json.sig"));
  fs::create_symlink("../signature", bench.At("manifest.json.sig"));
  CHECK(bench.Verified(options) == "missing\n");
}

TEST_CASE("what a build left is unchanged while each byte of it is there") {
  struct Row {
    std::function<void(Bench&)> change;
    bool is_unchanged;
  };
  const auto link_away = [](Bench& bench, const char* path) {
    fs::rename(bench.At(path), bench.folder / "away");
    fs::create_symlink(bench.folder / "away", bench.At(path));
  };
  const Row rows[] = {
      {[](Bench&) {}, true},
      {[](Bench& bench) { bench.Put("out/hips/notes", "mine"); }, true},
      {[](Bench& bench) { bench.Put("out/hips/a.json", "A.json"); }, false},
      {[](Bench& bench) { bench.Put("out/hips/instructor/a.json", ""); }, false},
      {[](Bench& bench) { fs::remove(bench.At("b/c.pdf")); }, false},
      {[&](Bench& bench) { link_away(bench, "b/c.pdf"); }, false},
      {[&](Bench& bench) { link_away(bench, "b"); }, false},
      {[](Bench& bench) { fs::remove(bench.At("manifest.json")); }, false},
      {[](Bench& bench) { bench.Put("out/hips/manifest.json", WriteManifest(bench.manifest) + "\n"); },
       false},
      {[](Bench& bench) { fs::remove_all(bench.folder / "out"); }, false},
      {[](Bench& bench) { REQUIRE(bench.disk.CreateStaging(bench.folder / "out", "hips")); }, true},
  };
  for (const Row& row : rows) {
    INFO(&row - rows);
    Bench bench;
    const std::vector<WrittenFile> written = {
        {"b/c.pdf", 7}, {"a.json", 6}, {"manifest.json", 1}, {"manifest.json.sig", 1}};
    const auto outputs = OutputsOf("hips", written, bench.folder / "out", bench.disk);
    REQUIRE(outputs);
    CHECK(outputs->guide == "hips");
    CHECK(outputs->manifest == WriteManifest(bench.manifest));
    CHECK(outputs->written == std::vector<std::string>{"b/c.pdf", "a.json"});
    const BuildRecord record{{}, {*outputs}};
    row.change(bench);
    const auto unchanged = UnchangedOutputs(record, bench.folder / "out", bench.disk);
    REQUIRE(unchanged.has_value() == row.is_unchanged);
    CHECK((!fs::exists(bench.folder / "out") || bench.disk.Stagings(bench.folder / "out", "hips").empty()));
    if (!unchanged) continue;
    REQUIRE(unchanged->size() == 1);
    std::string told;
    for (const WrittenFile& file : unchanged->front()) {
      told += fmt::format("{} {} {}\n", file.path, file.size, file.was_kept);
    }
    CHECK(told ==
          fmt::format("b/c.pdf 7 true\na.json 6 true\nmanifest.json {} true\n", outputs->manifest.size()));
    const BuildRecord of_more{{}, {{"hips", outputs->manifest, {"a.json", "other.json"}}}};
    CHECK_FALSE(UnchangedOutputs(of_more, bench.folder / "out", bench.disk));
    const BuildRecord of_two{{}, {*outputs, {"knees", outputs->manifest, {}}}};
    CHECK_FALSE(UnchangedOutputs(of_two, bench.folder / "out", bench.disk));
  }
  const Bench bench;
  CHECK_FALSE(OutputsOf("knees", {}, bench.folder / "out", bench.disk));
}

TEST_CASE("a signed delivery is unchanged where it bears the signature of this key") {
  const SigningKey key = Key();
  for (const bool is_signed : {false, true}) {
    Bench bench;
    bench.manifest.is_signed = is_signed;
    bench.WriteIt();
    const std::string text = WriteManifest(bench.manifest);
    const BuildRecord record{{}, {{"hips", text, {"a.json"}}}};
    const auto count = [&](const SigningKey* with) -> std::size_t {
      const auto unchanged = UnchangedOutputs(record, bench.folder / "out", bench.disk, with);
      return unchanged ? unchanged->front().size() : 0;
    };
    CHECK(count(nullptr) == (is_signed ? 0 : 2));
    CHECK(count(&key) == 0);
    const std::string signature = *key.Sign(text);
    bench.Put("out/hips/manifest.json.sig", signature);
    CHECK(count(nullptr) == (is_signed ? 0 : 2));
    CHECK(count(&key) == (is_signed ? 3 : 0));
    bench.Put("out/hips/manifest.json.sig", signature + "\n");
    CHECK(count(&key) == 0);
    bench.Put("out/signature", signature);
    fs::remove(bench.At("manifest.json.sig"));
    fs::create_symlink("../signature", bench.At("manifest.json.sig"));
    CHECK(count(&key) == 0);
  }
}

TEST_CASE("a record of a build is read as it was written") {
  const BuildRecord record{{{"a", "1"}, {"b", "2"}}, {{"hips", "text\n", {"x", "y"}}, {"knees", "", {}}}};
  const std::string text = WriteBuildRecord(record);
  CHECK(text == R"([{"a":"1","b":"2"},[["hips","text\n",["x","y"]],["knees","",[]]]])");
  const auto read = ReadBuildRecord(text);
  REQUIRE(read);
  CHECK(read->answers == record.answers);
  CHECK(WriteBuildRecord(*read) == text);
  for (const char* wrong :
       {"", "null", "[]", "[{}]", R"([{"a":1},[]])", "[{},[1]]", R"([{},[["hips"]]])",
        R"([{},[["hips","text"]]])", R"([{},[["hips",1,[]]]])", R"([{},[[1,"text",[]]]])"}) {
    INFO(wrong);
    CHECK_FALSE(ReadBuildRecord(wrong));
  }
  CHECK(ReadBuildRecord("[{},[]]"));
  CHECK(WriteBuildRecord({{}, {{"hips", "", {"caf\xE9"}}}}).empty());
  CHECK_FALSE(ReadBuildRecord(""));
}

}  // namespace verify_test
}  // namespace guidec
