// What a cache keeps, for how long, and from whom.
#include <sys/stat.h>

#include <chrono>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "cache/cache.h"
#include "unit/cache/scratch.h"

namespace guidec {
namespace upkeep_test {

// A key in the folder of its first digit, at whose entries the folder is looked at when the second is 0.
std::string KeyIn(char folder, char second, int number) {
  return fmt::format("{}{}{:062x}", folder, second, number);
}

constexpr std::size_t kHead = 86;  // bytes of an entry before its own

TEST_CASE("a folder beyond its share loses what was used first, down to nine tenths") {
  Scratch scratch;
  Disk disk;
  const Cache cache(disk, scratch.path(), 16'000, "program");
  const std::string bytes(100 - kHead, 'x');
  const auto now = fs::file_time_type::clock::now();
  for (int i = 0; i < 10; ++i) {
    // The later its name, the earlier it was used.
    cache.Put(KeyIn('a', '1', i), bytes);
    fs::last_write_time(FileOf(scratch.path(), KeyIn('a', '1', i)), now - std::chrono::hours(i + 1));
  }
  CHECK(cache.Usage().bytes == 1000);
  cache.Put(KeyIn('b', '0', 0), bytes);
  CHECK(cache.Usage().entries == 11);
  // Just as much as its share.
  REQUIRE(disk.Remove(FileOf(scratch.path(), KeyIn('a', '1', 0))));
  cache.Put(KeyIn('a', '0', 0), bytes);
  CHECK(cache.Usage().entries == 11);
  // More, but nobody looks.
  cache.Put(KeyIn('a', '2', 0), bytes);
  CHECK(cache.Usage().entries == 12);
  REQUIRE(cache.Get(KeyIn('a', '1', 9)));
  cache.Put(KeyIn('a', '0', 0), bytes);
  CHECK(cache.Usage().entries == 10);
  CHECK(cache.Usage().bytes == 1000);
  for (const int gone : {7, 8}) CHECK_FALSE(cache.Get(KeyIn('a', '1', gone)));
  for (const int left : {1, 2, 3, 4, 5, 6, 9}) CHECK(cache.Get(KeyIn('a', '1', left)));
}

TEST_CASE("what takes just a folder's share is kept") {
  Scratch scratch;
  Disk disk;
  const Cache cache(disk, scratch.path(), kLimit, "program");
  cache.Put(KeyOf(1), std::string(kLimit / 16 - kHead, 'x'));
  CHECK(cache.Usage().entries == 1);
  CHECK(cache.Usage().bytes == kLimit / 16);
  CHECK(cache.Get(KeyOf(1)));
  cache.Put(KeyOf(2), std::string(kLimit / 16 - kHead + 1, 'x'));
  CHECK(cache.Usage().entries == 1);
}

TEST_CASE("what a killed run left is removed once no run can still be writing it") {
  Scratch scratch;
  Disk disk;
  const Cache cache(disk, scratch.path(), kLimit, "program");
  cache.Put(KeyIn('a', '1', 0), "one");
  const fs::path folder = scratch.path() / "a";
  const auto now = fs::file_time_type::clock::now();
  const auto leave = [&](const std::string& stem, std::chrono::seconds age) {
    const fs::path staging = disk.CreateStaging(folder, stem).value();
    fs::last_write_time(staging, now - age);
    return staging;
  };
  const std::string name = KeyIn('a', '1', 1).substr(1);
  const fs::path old = leave(name, std::chrono::seconds(601));
  const fs::path young = leave(name, std::chrono::seconds(540));
  const fs::path foreign = leave("guide", std::chrono::hours(9));
  const fs::path longer = leave(name + "0", std::chrono::hours(9));
  const fs::path capital = leave("A" + name.substr(1), std::chrono::hours(9));
  cache.Put(KeyIn('a', '0', 0), "two");
  CHECK_FALSE(fs::exists(old));
  for (const fs::path& left : {young, foreign, longer, capital}) CHECK(fs::exists(left));
  CHECK(cache.Clear().entries == 2);
  CHECK_FALSE(fs::exists(young));
  for (const fs::path& left : {foreign, longer, capital}) CHECK(fs::exists(left));
}

TEST_CASE("only files with an entry's name count as entries") {
  Scratch scratch;
  Disk disk;
  const Cache cache(disk, scratch.path(), kLimit, "program");
  cache.Put(KeyIn('0', '1', 0), "one");
  cache.Put(KeyIn('f', '1', 0), "three");
  CHECK(cache.Usage().entries == 2);
  CHECK(cache.Usage().bytes == 2 * kHead + 8);
  const std::string name = KeyIn('0', '1', 1).substr(1);
  for (const std::string& other : {name + "0", name.substr(1), "g" + name.substr(1), "A" + name.substr(1)}) {
    REQUIRE(disk.Write(scratch.path() / "0" / other, "mine"));
  }
  fs::create_directories(scratch.path() / "0" / name);
  REQUIRE(disk.Write(scratch.path() / "0" / name / name, "mine"));
  CHECK(cache.Usage().entries == 2);
  const CacheUsage removed = cache.Clear();
  CHECK(removed.entries == 2);
  CHECK(removed.bytes == 2 * kHead + 8);
  CHECK(fs::exists(scratch.path() / "0" / name / name));
  CHECK_FALSE(fs::exists(scratch.path() / "f"));
  CHECK_FALSE(fs::exists(scratch.path() / "CACHEDIR.TAG"));
}

TEST_CASE("a folder is tagged for backups, and its tag goes with the entries") {
  Scratch scratch;
  Disk disk;
  const Cache cache(disk, scratch.path(), kLimit, "program");
  const fs::path tag = scratch.path() / "CACHEDIR.TAG";
  cache.Put(KeyOf(1), "one");
  CHECK(disk.Read(tag, 1000).value() ==
        "Signature: 8a477f597d28d172789f06886806bc55\n"
        "# Results that guidec can make again. Delete at any time.\n");
  fs::create_directories(scratch.path() / "0");
  (void)cache.Clear();
  CHECK(fs::is_empty(scratch.path()));
  // Somebody's own tag stays, and so do their empty folders.
  REQUIRE(disk.Write(tag, "mine"));
  fs::create_directories(scratch.path() / "0");
  cache.Put(KeyIn('a', '1', 0), "one");
  CHECK(cache.Clear().entries == 1);
  CHECK(disk.Read(tag, 10).value() == "mine");
  CHECK(fs::exists(scratch.path() / "0"));
  CHECK_FALSE(fs::exists(scratch.path() / "a"));
}

fs::perms PermissionsOf(const fs::path& path) {
  return fs::status(path).permissions();
}

TEST_CASE("only what is new, and without a secret, is kept from others") {
  const mode_t umask_before = ::umask(0);
  for (const bool has_secret : {false, true}) {
    for (const bool is_old : {false, true}) {
      Scratch scratch;
      Disk disk;
      const fs::path folder = scratch.path() / "cache";
      const fs::path entry = FileOf(folder, KeyIn('a', '1', 0));
      if (is_old) fs::create_directories(folder);
      Cache(disk, folder, kLimit, "program", has_secret ? "swordfish" : "").Put(KeyIn('a', '1', 0), "one");
      const fs::perms closed{0755};
      CHECK((PermissionsOf(folder) == closed) == (!has_secret && !is_old));
      CHECK((PermissionsOf(folder / "a") == closed) == !has_secret);
      CHECK(PermissionsOf(entry) == fs::perms(has_secret ? 0666 : 0644));
    }
  }
  ::umask(umask_before);
}

TEST_CASE("each of the sixteen folders is looked at, whether others may write to it") {
  Scratch scratch;
  Disk disk;
  const Cache cache(disk, scratch.path(), kLimit, "program");
  for (const char digit : std::string_view("0123456789abcdef")) {
    const fs::path folder = scratch.path() / std::string(1, digit);
    fs::create_directories(folder);
    fs::permissions(folder, fs::perms::others_write, fs::perm_options::add);
    CHECK(cache.Untrusted() == folder);
    fs::permissions(folder, fs::perms::others_write, fs::perm_options::remove);
  }
  CHECK_FALSE(cache.Untrusted());
  CHECK_FALSE(Cache(disk, "", kLimit, "program").Untrusted());
}

}  // namespace upkeep_test
}  // namespace guidec
