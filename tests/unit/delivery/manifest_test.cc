#include "delivery/manifest.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/hash.h"

namespace guidec {
namespace manifest_test {

using Json = nlohmann::ordered_json;

const std::string kA(64, 'a');
const std::string kB(64, 'b');
constexpr std::string_view kHint =
    "build the guide again, or take the manifest of the delivery as it was made";

Manifest Sound() {
  return {
      .guide = "hips",
      .guide_version = "1.2.3",
      .sources_sha256 = kB,
      .sources = {{.path = "../house.yaml", .size = 3, .sha256 = kA}, {.path = "guidec.yaml", .sha256 = kB}},
      .files = {{.path = "a.json",
                 .format = "json",
                 .edition = "learner",
                 .size = 9,
                 .sha256 = kA,
                 .sources_sha256 = kB,
                 .tools = {{"node", "18"}, {"guidec", "1"}}},
                {.path = "b/c.pdf", .size = 10, .sha256 = kB}}};
}

TEST_CASE("a manifest is written in one way, and read as it was written") {
  const std::string text = fmt::format(R"({{
 "format": "guidec-manifest",
 "manifestVersion": "1.2.0",
 "guide": "hips",
 "guideVersion": "1.2.3",
 "sourcesSha256": "{1}",
 "sources": [
  {{
   "path": "../house.yaml",
   "size": 3,
   "sha256": "{0}"
  }},
  {{
   "path": "guidec.yaml",
   "size": 0,
   "sha256": "{1}"
  }}
 ],
 "files": [
  {{
   "path": "a.json",
   "format": "json",
   "edition": "learner",
   "size": 9,
   "sha256": "{0}",
   "sourcesSha256": "{1}",
   "tools": {{
    "guidec": "1",
    "node": "18"
   }}
  }},
  {{
   "path": "b/c.pdf",
   "size": 10,
   "sha256": "{1}"
  }}
 ]
}}
)",
                                       kA, kB);
  CHECK(WriteManifest(Sound()) == text);
  const auto read = ReadManifest(text, "m");
  REQUIRE(read);
  CHECK_FALSE(read->is_signed);
  CHECK(WriteManifest(*read) == text);

  Manifest with_key = Sound();
  with_key.is_signed = true;
  const std::string with_signature = WriteManifest(with_key);
  CHECK(with_signature.ends_with(" ],\n \"signature\": \"manifest.json.sig\"\n}\n"));
  CHECK(ReadManifest(with_signature, "m")->is_signed);

  Manifest unsorted = Sound();
  std::swap(unsorted.files[0], unsorted.files[1]);
  std::swap(unsorted.sources[0], unsorted.sources[1]);
  CHECK(WriteManifest(*ReadManifest(WriteManifest(unsorted), "m")) == text);
}

TEST_CASE("the digest of sources is of their paths, sizes and hashes") {
  std::vector<ManifestEntry> sources = Sound().sources;
  CHECK(SourcesDigest(sources) == Sha256(fmt::format(R"([{{"path":"../house.yaml","size":3,"sha256":"{}"}},)"
                                                     R"({{"path":"guidec.yaml","size":0,"sha256":"{}"}}])",
                                                     kA, kB)));
  CHECK(SourcesDigest({}) == Sha256("[]"));
}

std::string With(const std::function<void(Json&)>& change) {
  Json json = Json::parse(WriteManifest(Sound()));
  change(json);
  return json.dump();
}

std::string MessageOf(std::string_view text, std::string_view hint = kHint) {
  const auto read = ReadManifest(text, "m");
  if (read) return "sound";
  CHECK(read.error().hint == hint);
  return read.error().message;
}

TEST_CASE("what is no manifest, of a later version or damaged is told apart") {
  constexpr std::string_view kName = "name the folder that guidec built";
  constexpr std::string_view kNewer = "use the guidec that made it, or a newer one";
  const auto version = [](const Json& value) {
    return With([&](Json& json) { json["manifestVersion"] = value; });
  };
  for (const char* text : {"", "{", "\xff", "{\"format\": }"}) CHECK(MessageOf(text) == "`m` is no JSON");
  for (const std::string text : {"[]", "null", "{}", R"({"format": "other"})", R"({"format": 1})"}) {
    CHECK(MessageOf(text, kName) == "`m` is no manifest of guidec");
    CHECK_FALSE(IsManifest(text));
  }
  CHECK(MessageOf(std::string(100'000, '['), kName) == "`m` is no manifest of guidec");
  CHECK_FALSE(IsManifest(std::string(100'000, '[')));
  CHECK(IsManifest(R"({"format": "guidec-manifest"})"));
  CHECK_FALSE(IsManifest(""));

  CHECK(MessageOf(version("1.0.0")) == "sound");
  CHECK(MessageOf(version("1.99.0")) == "sound");
  CHECK(MessageOf(version("2.0.0"), kNewer) == "`m` is of version 2.0.0, which is newer than this guidec");
  CHECK(MessageOf(version("10.0.0"), kNewer) == "`m` is of version 10.0.0, which is newer than this guidec");
  CHECK(MessageOf(version(std::string(40, '7')), kNewer) ==
        fmt::format("`m` is of version {}, which is newer than this guidec", std::string(32, '7')));
  CHECK(MessageOf(version("1.x")).starts_with("`m` is damaged, at "));
  CHECK(MessageOf(version(7)).starts_with("`m` is damaged, at "));
  CHECK(MessageOf(R"({"format": "guidec-manifest"})").starts_with("`m` is damaged, at "));

  std::string twice = WriteManifest(Sound());
  twice.insert(twice.find("\"guide\""), "\"guide\": \"x\", ");
  CHECK(MessageOf(twice) == "`m` is damaged: it has the key `guide` twice");
  twice = WriteManifest(Sound());
  twice.insert(twice.rfind("\"size\""), "\"size\": 1, ");
  CHECK(MessageOf(twice) == "`m` is damaged: it has the key `size` twice");
  twice = WriteManifest(Sound());
  twice.insert(twice.rfind(" ]\n}") + 2, ", \"files\": []");
  CHECK(MessageOf(twice) == "`m` is damaged: it has the key `files` twice");
}

TEST_CASE("paths lie in the folder, those of sources perhaps above it, and each is there once") {
  struct Row {
    std::string path;
    bool is_file_sound;
    bool is_source_sound;
  };
  const std::string long_name(4096, 'x');
  const Row rows[] = {
      {"x", true, true},
      {"x/y.z", true, true},
      {".hidden/..x/x..", true, true},
      {long_name, true, true},
      {long_name + "x", false, false},
      {"..", false, false},
      {".", false, false},
      {"/", false, false},
      {"/x", false, false},
      {"x/", false, false},
      {"x//y", false, false},
      {"./x", false, false},
      {"x/.", false, false},
      {"x/./y", false, false},
      {"x/../y", false, false},
      {"x/..", false, false},
      {std::string("x\0y", 3), false, false},
      {"../x", false, true},
      {"../../x/y", false, true},
      {"../", false, false},
      {"../..", false, false},
      {".././x", false, false},
      {"../x/../../y", false, false},
  };
  for (const Row& row : rows) {
    INFO(row.path.substr(0, 20));
    for (const char* list : {"files", "sources"}) {
      const bool is_sound = list == std::string_view("files") ? row.is_file_sound : row.is_source_sound;
      const std::string text = With([&](Json& json) { json[list][1]["path"] = row.path; });
      CHECK(MessageOf(text) ==
            (is_sound ? "sound"
                      : fmt::format("`m` is damaged: `{}` names `{}`, which is no place in the folder", list,
                                    row.path)));
    }
  }
  for (const char* list : {"files", "sources"}) {
    const std::string text = With([&](Json& json) {
      const Json first = json[list][0];
      json[list].push_back(first);
    });
    CHECK(MessageOf(text) == fmt::format("`m` is damaged: `{}` names `{}` twice", list,
                                         list == std::string_view("files") ? "a.json" : "../house.yaml"));
  }
}

TEST_CASE("manifests of one guide and the same sources are merged, file by file") {
  const auto paths = [](const Result<Manifest>& merged) {
    std::string text;
    if (!merged) return merged.error().message + "; " + merged.error().hint;
    for (const ManifestEntry& file : merged->files) text += file.path + " ";
    return text;
  };
  const auto other = [](const std::vector<std::pair<std::string, std::string>>& files) {
    Manifest manifest = Sound();
    manifest.files.clear();
    for (const auto& [path, sha256] : files) manifest.files.push_back({.path = path, .sha256 = sha256});
    return manifest;
  };
  CHECK(paths(Merged(Sound(), Sound(), "o")) == "a.json b/c.pdf ");
  CHECK(paths(Merged(Sound(), other({}), "o")) == "a.json b/c.pdf ");
  CHECK(paths(Merged(Sound(), other({{"0", kA}, {"a.json", kA}, {"b/a", kA}, {"z", kB}}), "o")) ==
        "0 a.json b/a b/c.pdf z ");
  CHECK(paths(Merged(Sound(), other({{"z", kA}, {"a.json", kB}}), "o")) ==
        "`o` has another `a.json` than an earlier manifest; build each file once, or with the same options "
        "and tools "
        "everywhere");
  Manifest of_another = Sound();
  of_another.guide = "knees";
  of_another.sources_sha256 = kA;
  CHECK(paths(Merged(Sound(), of_another, "o")) ==
        "`o` is of the guide `knees`, not of `hips`; merge the manifests of each guide by themselves");
  of_another.guide = "hips";
  CHECK(paths(Merged(Sound(), of_another, "o")) ==
        "`o` was made of other sources; build all parts from the same sources");
}

}  // namespace manifest_test
}  // namespace guidec
