#include "cache/recording_files.h"

#include <stdlib.h>

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace guidec {
namespace recording_files_test {

struct Folder {
  Folder() {
    path = ::mkdtemp(name);
    fs::create_directories(path / "fonts");
    fs::create_directories(path / "out");
    fs::create_directories(path / "hidden");
    fs::create_symlink("logo.svg", path / "link.svg");
    fs::create_directory_symlink("fonts", path / "linked");
    Write("logo.svg", "<svg/>");
    Write("fonts/a.ttf", "a");
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;

  void Write(const std::string& file, std::string_view text) { REQUIRE(disk.Write(path / file, text)); }

  char name[32] = "/tmp/guidec-record-XXXXXX";
  fs::path path;
  Disk disk;
};

// Everything that can be asked.
DiskAnswers AskAll(Folder& folder) {
  RecordingFiles files(folder.disk, folder.path / "out");
  (void)files.Read(folder.path / "logo.svg", 100);
  (void)files.Read(folder.path / "missing.svg", 100);
  (void)files.Kind(folder.path / "later.svg");
  (void)files.List(folder.path / "fonts", Hidden::kLeftOut);
  (void)files.Status(folder.path / "fonts/a.ttf");
  (void)files.Resolve(folder.path / "linked");
  (void)files.IsLink(folder.path / "link.svg");
  (void)files.IsLink(folder.path / "plain.svg");
  (void)files.List(folder.path / "hidden", Hidden::kListed);
  CHECK(files.is_steady());
  return files.answers();
}

TEST_CASE("answers hold until one of them changes, and again when it is as it was") {
  struct Change {
    const char* what;
    std::function<void(Folder&)> make;
  };
  const Change changes[] = {
      {"a file's bytes", [](Folder& f) { f.Write("logo.svg", "<svg />"); }},
      {"a file that is gone", [](Folder& f) { fs::remove(f.path / "logo.svg"); }},
      {"a file that was missing", [](Folder& f) { f.Write("missing.svg", ""); }},
      {"what lies at a path", [](Folder& f) { f.Write("later.svg", ""); }},
      {"a new file in a folder", [](Folder& f) { f.Write("fonts/b.ttf", "b"); }},
      {"a hidden file, where those are listed", [](Folder& f) { f.Write("hidden/.a", ""); }},
      {"a link that is one no more",
       [](Folder& f) {
         fs::remove(f.path / "link.svg");
         f.Write("link.svg", "");
       }},
      {"a link that is new", [](Folder& f) { fs::create_symlink("logo.svg", f.path / "plain.svg"); }},
      {"where a link leads",
       [](Folder& f) {
         fs::remove(f.path / "linked");
         fs::create_directory_symlink("out", f.path / "linked");
       }},
      {"a file's size", [](Folder& f) { f.Write("fonts/a.ttf", "aa"); }},
      {"a file's time",
       [](Folder& f) { fs::last_write_time(f.path / "fonts/a.ttf", fs::file_time_type::clock::now()); }},
  };
  for (const Change& change : changes) {
    INFO(change.what);
    Folder folder;
    fs::last_write_time(folder.path / "fonts/a.ttf",
                        fs::file_time_type::clock::now() - std::chrono::hours(1));
    const DiskAnswers answers = AskAll(folder);
    CHECK(answers.size() == 9);
    CHECK(StillHold(answers, folder.disk));
    change.make(folder);
    CHECK_FALSE(StillHold(answers, folder.disk));
  }
  Folder folder;
  const DiskAnswers answers = AskAll(folder);
  folder.Write("logo.svg", "other");
  CHECK_FALSE(StillHold(answers, folder.disk));
  folder.Write("logo.svg", "<svg/>");
  CHECK(StillHold(answers, folder.disk));
  // Hidden files count only where they are listed, and nothing that was not asked does.
  folder.Write("fonts/.hidden", "");
  fs::last_write_time(folder.path / "logo.svg", fs::file_time_type::clock::now() - std::chrono::hours(1));
  folder.Write("unasked", "");
  CHECK(StillHold(answers, folder.disk));
  CHECK(StillHold({}, folder.disk));
  CHECK_FALSE(StillHold({{"", ""}}, folder.disk));
  CHECK_FALSE(StillHold({{"?x", "0"}}, folder.disk));
}

TEST_CASE("what lies below the outputs is not noted, and what changes meanwhile is found out") {
  Folder folder;
  RecordingFiles files(folder.disk, folder.path / "out/");
  REQUIRE(files.Write(folder.path / "out/a", "1"));
  CHECK(files.Read(folder.path / "out/a", 9).value() == "1");
  CHECK(files.Kind(folder.path / "out") == FileKind::kDirectory);
  CHECK(files.answers().empty());
  CHECK(files.Kind(folder.path / "outside") == FileKind::kMissing);
  CHECK(files.answers().size() == 1);
  folder.Write("outside", "");
  CHECK(files.Kind(folder.path / "outside") == FileKind::kFile);
  CHECK_FALSE(files.is_steady());
}

TEST_CASE("the same question has the same answer, or the run is not steady") {
  Folder folder;
  for (const bool is_same : {true, false}) {
    RecordingFiles files(folder.disk, folder.path / "out");
    (void)files.Read(folder.path / "logo.svg", 100);
    (void)files.Read(folder.path / "fonts/a.ttf", 100);
    if (!is_same) folder.Write("logo.svg", "<svg />");
    (void)files.Read(folder.path / "logo.svg", 100);
    (void)files.Read(folder.path / "fonts/a.ttf", 100);
    CHECK(files.is_steady() == is_same);
    CHECK(files.answers().size() == 2);
  }
}

TEST_CASE("what is written is the disk's to do") {
  Folder folder;
  RecordingFiles files(folder.disk, folder.path / "out");
  const auto at = [&](const char* name) { return folder.path / name; };
  const auto text = [&](const char* name) { return folder.disk.Read(at(name), 100).value_or("none"); };
  REQUIRE(files.Write(at("one"), "1"));
  CHECK(text("one") == "1");
  fs::permissions(at("one"), fs::perms::owner_all);
  REQUIRE(files.WriteLike(at("one"), at("two"), "2"));
  CHECK(text("two") == "2");
  CHECK(fs::status(at("two")).permissions() == fs::perms::owner_all);
  REQUIRE(files.CreateDirectories(at("a/b")));
  fs::permissions(at("a"), fs::perms::owner_all);
  REQUIRE(files.CreateDirectoryLike(at("a"), at("c")));
  CHECK(fs::status(at("c")).permissions() == fs::perms::owner_all);
  REQUIRE(files.Link(at("one"), at("same")));
  CHECK(files.AreSame(at("one"), at("same")));
  CHECK_FALSE(files.AreSame(at("one"), at("two")));
  REQUIRE(files.Move(at("same"), at("moved")));
  CHECK(text("same") == "none");
  REQUIRE(files.Replace(at("two"), at("moved")));
  CHECK(text("moved") == "2");
  CHECK(text("two") == "none");
  REQUIRE(files.Write(at("c/new"), ""));
  REQUIRE(files.Exchange(at("c"), at("a"), at("aside")));
  CHECK(fs::exists(at("a/new")));
  CHECK(fs::exists(at("c/b")));
  const auto staging = files.CreateStaging(folder.path, "guide");
  REQUIRE(staging);
  CHECK(files.IsStaging(*staging));
  CHECK_FALSE(files.IsStaging(at("a")));
  CHECK(files.Stagings(folder.path, "guide") == std::vector<fs::path>{*staging});
  REQUIRE(files.Remove(at("one")));
  CHECK(text("one") == "none");
  files.RemoveAll(at("a"));
  CHECK_FALSE(fs::exists(at("a")));
  CHECK(files.IsMount("/proc"));
  CHECK_FALSE(files.IsMount(folder.path));
  const auto hour_ago = fs::file_time_type::clock::now() - std::chrono::hours(1);
  fs::last_write_time(at("moved"), hour_ago);
  files.Touch(at("moved"));
  CHECK(fs::last_write_time(at("moved")) > hour_ago);
  const auto lock = files.Lock(folder.path);
  REQUIRE(lock);
  CHECK_FALSE(folder.disk.Lock(folder.path));
  CHECK(files.answers().empty());
}

}  // namespace recording_files_test
}  // namespace guidec
