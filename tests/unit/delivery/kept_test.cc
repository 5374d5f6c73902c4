// What a kept document depends on: that it changes with all that could change the document.
#include "delivery/kept.h"

#include <stdlib.h>

#include <chrono>
#include <functional>
#include <map>
#include <string>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "base/hash.h"

namespace guidec {
namespace kept_test {

constexpr auto kEarlier = std::chrono::hours(1);

struct Folder {
  Folder() {
    std::string name = "/tmp/guidec-kept-XXXXXX";
    path = ::mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void Put(const fs::path& name, std::string_view text, std::chrono::seconds age = {}) {
    fs::create_directories((path / name).parent_path());
    REQUIRE(disk.Write(path / name, text));
    fs::permissions(path / name, fs::perms::owner_all);
    fs::last_write_time(path / name, start - age);
  }

  fs::path path;
  Disk disk;
  fs::file_time_type start = fs::file_time_type::clock::now();
};

// The value of PATH, and its old one when this goes.
struct SearchPath {
  explicit SearchPath(const std::string& folders) {
    if (const char* value = std::getenv("PATH")) old = value;
    ::setenv("PATH", folders.c_str(), 1);
  }
  ~SearchPath() { ::setenv("PATH", old.c_str(), 1); }
  SearchPath(const SearchPath&) = delete;
  SearchPath& operator=(const SearchPath&) = delete;

  std::string old;
};

TEST_CASE("the state of a program tells another program by the same name") {
  Folder folder;
  folder.Put("one/pandoc", "#!/bin/sh\necho 2\n", kEarlier);
  folder.Put("two/pandoc", "#!/bin/sh\necho 2\n", kEarlier);
  const std::string one = (folder.path / "one").string();
  const std::string two = (folder.path / "two").string();
  const auto state_in = [&](const std::string& folders) {
    const SearchPath path(folders);
    return StateOfProgram("pandoc", folder.disk);
  };
  const std::string before = state_in(one);
  CHECK(state_in(one) == before);

  SECTION("of the same size") {
    folder.Put("one/pandoc", "#!/bin/sh\necho 3\n");
    CHECK(state_in(one) != before);
  }
  SECTION("as old as the other") {
    folder.Put("one/pandoc", "#!/bin/sh\necho 10\n", kEarlier);
    CHECK(state_in(one) != before);
  }
  SECTION("elsewhere") {
    CHECK(state_in(two) != before);
    CHECK(state_in(two + ":" + one) != before);
  }
  SECTION("behind a link that has moved") {
    fs::create_directory(folder.path / "links");
    fs::create_symlink(folder.path / "one/pandoc", folder.path / "links/pandoc");
    const std::string linked = state_in((folder.path / "links").string());
    fs::remove(folder.path / "links/pandoc");
    fs::create_symlink(folder.path / "two/pandoc", folder.path / "links/pandoc");
    CHECK(state_in((folder.path / "links").string()) != linked);
  }
  SECTION("or none") {
    fs::remove(folder.path / "one/pandoc");
    CHECK(state_in(one) != before);
  }
}

struct Change {
  std::string name;
  std::function<void(Folder&)> make;
};

const Change kChanges[] = {
    {"a file of the same size", [](Folder& folder) { folder.Put("fonts/a.ttf", "xyz"); }},
    {"a larger file", [](Folder& folder) { folder.Put("fonts/a.ttf", "abcd", kEarlier); }},
    {"one file more", [](Folder& folder) { folder.Put("fonts/deep/c.ttf", "c", kEarlier); }},
    {"one file fewer", [](Folder& folder) { fs::remove(folder.path / "fonts/deep/b.ttf"); }},
    {"another name",
     [](Folder& folder) { fs::rename(folder.path / "fonts/a.ttf", folder.path / "fonts/c.ttf"); }},
    {"no folder", [](Folder& folder) { fs::remove_all(folder.path / "fonts"); }}};

TEST_CASE("the state and the digest of a folder change with what it holds") {
  const auto all = [](const fs::path&) { return true; };
  for (const Change& change : kChanges) {
    INFO(change.name);
    Folder folder;
    folder.Put("fonts/a.ttf", "abc", kEarlier);
    folder.Put("fonts/deep/b.ttf", "b", kEarlier);
    const fs::path fonts = folder.path / "fonts";
    const std::string state = StateOfFolder(fonts, folder.disk);
    const std::string digest = DigestOfFolder(fonts, folder.disk, all);
    CHECK(StateOfFolder(fonts, folder.disk) == state);
    CHECK(DigestOfFolder(fonts, folder.disk, all) == digest);
    change.make(folder);
    CHECK(StateOfFolder(fonts, folder.disk) != state);
    CHECK(DigestOfFolder(fonts, folder.disk, all) != digest);
  }
}

TEST_CASE("the digest of a folder is of what its wanted files hold, not of when they were written") {
  Folder folder;
  folder.Put("templates/a.typ", "a", kEarlier);
  folder.Put("templates/notes.txt", "n", kEarlier);
  const auto is_template = [](const fs::path& path) { return path.extension() == ".typ"; };
  const auto digest = [&] { return DigestOfFolder(folder.path / "templates", folder.disk, is_template); };
  const std::string before = digest();
  folder.Put("templates/a.typ", "a");
  folder.Put("templates/notes.txt", "other notes");
  CHECK(digest() == before);
  folder.Put("templates/a.typ", "b", kEarlier);
  CHECK(digest() != before);
}

TEST_CASE("states and digests are of names, sizes, times and bytes, and of nothing hidden") {
  Folder folder;
  folder.Put("fonts/deep/b.ttf", "b", kEarlier);
  folder.Put("fonts/a.ttf", "abc");
  folder.Put("fonts/.hidden", "h");
  const fs::path fonts = folder.path / "fonts";
  const auto time = [&](const char* path) {
    return folder.disk.Status(fonts / path)->modified.time_since_epoch().count();
  };
  CHECK(StateOfFolder(fonts, folder.disk) ==
        fmt::format("{}\na.ttf 3 {}\ndeep/b.ttf 1 {}\n", fonts.string(), time("a.ttf"), time("deep/b.ttf")));
  CHECK(StateOfFolder(folder.path / "none", folder.disk) == (folder.path / "none").string() + ": none\n");
  const auto all = [](const fs::path&) { return true; };
  CHECK(DigestOfFolder(fonts, folder.disk, all) ==
        Sha256(fmt::format("a.ttf {}\ndeep/b.ttf {}\n", Sha256("abc"), Sha256("b"))));
  CHECK(DigestOfFolder(folder.path / "none", folder.disk, all) == Sha256("none"));
  const SearchPath path(fonts.string());
  CHECK(StateOfProgram("nothing", folder.disk) == "nothing: none\n");
  CHECK(StateOfProgram("a.ttf", folder.disk) ==
        fmt::format("a.ttf: {} 3 {}\n", folder.disk.Resolve(fonts / "a.ttf")->string(), time("a.ttf")));
}

TEST_CASE("a kept document is read as it was written, and nothing else is taken for one") {
  const KeptFile file{{{"pandoc", "2.17"}, {"typst", "0.11"}}, "line\n\nline\n"};
  const auto read = ReadKept(WriteKept(file));
  REQUIRE(read);
  CHECK(read->tools == file.tools);
  CHECK(read->bytes == file.bytes);
  for (const char* other : {"", "{}", "no JSON\nbytes", "[1]\nbytes"}) CHECK_FALSE(ReadKept(other));
}

}  // namespace kept_test
}  // namespace guidec
