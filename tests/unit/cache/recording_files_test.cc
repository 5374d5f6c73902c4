#include "cache/recording_files.h"

#include <stdlib.h>

#include <chrono>
#include <functional>

#include <catch2/catch.hpp>

namespace guidec {
namespace {

struct Folder {
  Folder() {
    path = ::mkdtemp(name);
    fs::create_directories(path / "fonts");
    fs::create_directories(path / "out");
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
  (void)files.Resolve(folder.path / "fonts");
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
    CHECK(answers.size() == 6);
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

}  // namespace
}  // namespace guidec
