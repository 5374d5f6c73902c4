#include "delivery/makers.h"

#include <stdlib.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "base/hash.h"
#include "delivery/pack.h"
#include "lint/example.h"

namespace guidec {
namespace makers_test {

struct Folder {
  Folder() {
    std::string name = "/tmp/guidec-makers-XXXXXX";
    path = ::mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;

  fs::path path;
  Disk disk;
};

TEST_CASE("what is staged is in its place, counted, and known by what made it") {
  Folder folder;
  const Cache cache(folder.disk, folder.path / "cache", kDefaultCacheBytes, "test");
  std::string told;
  const Progress progress = [&](const std::string& path, std::size_t done, std::size_t total) {
    told += fmt::format("{} {}/{} ", path, done, total);
  };
  const Artefact json{.path = "a.json", .format = "json"};
  const Artefact page{.path = "b/c.txt", .maker = Maker::kPandoc, .format = "plain"};
  const KeyedArtefact keyed{&page, cache.KeyOf({"page"})};
  {
    StagedDelivery staged(folder.path / "one", {{"guidec", "1"}}, 3, folder.disk, cache, progress);
    CHECK(staged.PathOf(page) == folder.path / "one/b/c.txt");
    REQUIRE(staged.Put(json, "{}"));
    CHECK(folder.disk.Read(folder.path / "one/a.json", 100).value() == "{}");
    const auto broken = staged.Put(json, "{");
    REQUIRE_FALSE(broken);
    CHECK(broken.error().message.find("a.json") != std::string::npos);
    const auto taken = staged.Take(keyed);
    REQUIRE(taken);
    CHECK_FALSE(*taken);
    CHECK(told == "a.json 1/3 ");
    REQUIRE(staged.Put(page, "text"));
    REQUIRE(staged.Keep(keyed, {{"pandoc", "2"}, {"guidec", "0"}}));
    CHECK(told == "a.json 1/3 b/c.txt 2/3 ");
    CHECK(staged.ToolsOf(json) == Tools{{"guidec", "1"}});
    CHECK(staged.ToolsOf(page) == Tools{{"guidec", "0"}, {"pandoc", "2"}});
    CHECK_FALSE(staged.WasKept(page));
  }
  told.clear();
  StagedDelivery staged(folder.path / "two", {{"guidec", "2"}}, 1, folder.disk, cache, progress);
  const auto taken = staged.Take(keyed);
  REQUIRE(taken);
  CHECK(*taken);
  CHECK(told == "b/c.txt 1/1 ");
  CHECK(folder.disk.Read(folder.path / "two/b/c.txt", 100).value() == "text");
  CHECK(staged.WasKept(page));
  CHECK_FALSE(staged.WasKept(json));
  CHECK(staged.ToolsOf(page) == Tools{{"guidec", "0"}, {"pandoc", "2"}});
  CHECK(staged.HasCache());
  // An entry that is none is not there.
  cache.Put(keyed.key, "no JSON");
  CHECK_FALSE(*staged.Take(keyed));
  // Without a cache, what made a file is known all the same.
  const Cache none(folder.disk, {}, kDefaultCacheBytes, "test");
  StagedDelivery without(folder.path / "three", {{"guidec", "2"}}, 1, folder.disk, none, progress);
  CHECK_FALSE(without.HasCache());
  REQUIRE(without.Keep(keyed, {{"pandoc", "3"}}));
  CHECK(without.ToolsOf(page) == Tools{{"guidec", "2"}, {"pandoc", "3"}});
}

struct Bench : Folder {
  Bench()
      : library(LoadExample("exercises/plank.yaml", "", sources)),
        view(library, library.guides.front()),
        options{.out = path, .formats = {}, .editions = {}, .print = {}, .data = {}, .version = "1.2"},
        recipe{.view = view,
               .options = options,
               .plan = {{.path = "a", .maker = Maker::kData, .edition = Edition::kInstructor},
                        {.path = "b", .maker = Maker::kPandoc},
                        {.path = "c", .maker = Maker::kData}}} {
    recipe.pictures = {{{.name = "pictures/a.png", .path = {}}, "A"},
                       {{.name = "pictures/b.jpg", .path = {}}, "B"},
                       {{.name = "pictures/c.svg", .path = {}}, "C"}};
  }

  Sources sources;
  Library library;
  GuideView view;
  BuildOptions options;
  Recipe recipe;
};

TEST_CASE("a recipe finds the first artefact of a maker and an edition") {
  const Bench bench;
  CHECK(bench.recipe.Find(Maker::kData, Edition::kLearner)->path == "c");
  CHECK(bench.recipe.Find(Maker::kData, Edition::kInstructor)->path == "a");
  CHECK(bench.recipe.Find(Maker::kPandoc, Edition::kInstructor) == nullptr);
  CHECK(bench.recipe.Has(Maker::kPandoc));
  CHECK_FALSE(bench.recipe.Has(Maker::kTypst));
  CHECK(bench.recipe.Generator() == "guidec 1.2");
  CHECK(bench.recipe.Timestamp() == 1795305600);
}

TEST_CASE("pictures that a text names are digested, and staged where they are not yet") {
  Bench bench;
  const std::string text = "see pictures/c.svg and (pictures/a.png)";
  CHECK(DigestOfPictures(bench.recipe, text) ==
        fmt::format("pictures/a.png {}\npictures/c.svg {}\n", Sha256("A"), Sha256("C")));
  CHECK(DigestOfPictures(bench.recipe, "no picture").empty());
  const Cache none(bench.disk, {}, kDefaultCacheBytes, "test");
  const Progress quiet = [](const std::string&, std::size_t, std::size_t) {};
  StagedDelivery staged(bench.path, {}, 1, bench.disk, none, quiet);
  REQUIRE(bench.disk.CreateDirectories(bench.path / "x/pictures"));
  REQUIRE(bench.disk.Write(bench.path / "x/pictures/a.png", "there"));
  REQUIRE(StagePictures(bench.recipe, text, bench.path / "x", staged, bench.disk));
  CHECK(bench.disk.Read(bench.path / "x/pictures/a.png", 100).value() == "there");
  CHECK(bench.disk.Read(bench.path / "x/pictures/c.svg", 100).value() == "C");
  CHECK_FALSE(fs::exists(bench.path / "x/pictures/b.jpg"));
}

TEST_CASE("data is made for the editions that want it, and a bundle that would not be valid is an error") {
  Bench bench;
  bench.options.editions = {Edition::kLearner, Edition::kInstructor};
  bench.recipe.plan = {
      {.path = "hips.json", .format = "json"},
      {.path = "instructor/key.pdf", .maker = Maker::kTypst, .edition = Edition::kInstructor}};
  const Cache none(bench.disk, {}, kDefaultCacheBytes, "test");
  std::string told;
  const Progress progress = [&](const std::string& path, std::size_t, std::size_t) { told += path + " "; };
  StagedDelivery staged(bench.path, {}, 1, bench.disk, none, progress);
  const auto bundles = MakeData(bench.recipe, staged);
  REQUIRE(bundles);
  CHECK(told == "hips.json ");
  REQUIRE(bundles->size() == 1);
  const std::string text = bench.disk.Read(bench.path / "hips.json", 1 << 20).value();
  CHECK(text.ends_with("}\n"));
  CHECK(text.find("guidec 1.2") != std::string::npos);
  CHECK(text.find("\"answer\"") == std::string::npos);
  CHECK(bundles->at(Edition::kInstructor).dump().find("\"answer\"") != std::string::npos);

  bench.library.guides.front().version.value = "no version";
  const auto broken = MakeData(bench.recipe, staged);
  REQUIRE_FALSE(broken);
  CHECK(broken.error().message.starts_with("the bundle would not be valid, at "));
  CHECK(broken.error().hint == "fix the errors that `guidec lint` shows");
}

TEST_CASE("pictures are listed with their kinds, sizes and hashes, and packed with a manifest of their own") {
  const std::vector<LoadedPicture> pictures = {{{.name = "pictures/a.png", .path = {}}, "A"},
                                               {{.name = "pictures/b.jpg", .path = {}}, "BB"},
                                               {{.name = "pictures/c.svg", .path = {}}, "CCC"},
                                               {{.name = "pictures/d.jpeg", .path = {}}, ""}};
  std::string told;
  for (const Asset& asset : AssetsOf(pictures)) {
    CHECK(asset.sha256 == Sha256(std::string(asset.size, "ABC"[asset.size == 0 ? 0 : asset.size - 1])));
    told += fmt::format("{} {} {}\n", asset.path, asset.media_type, asset.size);
  }
  CHECK(told ==
        "pictures/a.png image/png 1\npictures/b.jpg image/jpeg 2\npictures/c.svg image/svg+xml 3\n"
        "pictures/d.jpeg image/jpeg 0\n");

  const Manifest of_build{.guide = "hips",
                          .guide_version = "1",
                          .sources_sha256 = std::string(64, 'a'),
                          .sources = {},
                          .files = {{.path = "other", .sha256 = {}}}};
  const auto zip = PackOf("{}", {pictures[0]}, of_build, {{"guidec", "1"}});
  REQUIRE(zip);
  const auto with_other = PackOf("[]", {pictures[0]}, of_build, {{"guidec", "1"}});
  CHECK(*zip != *with_other);
  for (const std::string_view name : {"bundle.json", "pictures/a.png", "manifest.json"}) {
    CHECK(zip->find(name) != std::string::npos);
  }
  CHECK(zip->find("other") == std::string::npos);
}

}  // namespace makers_test
}  // namespace guidec
