#include "cache/cache.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "base/hash.h"
#include "base/program.h"
#include "base/signature.h"
#include "unit/cache/scratch.h"

namespace guidec {
namespace cache_test {

TEST_CASE("what is put comes back, under its key alone") {
  Scratch scratch;
  Disk disk;
  const Cache cache(disk, scratch.path() / "new/folder", kLimit, "program");
  const std::string bytes("a\0b\n\xff", 5);
  CHECK_FALSE(cache.Get(KeyOf(1)));
  cache.Put(KeyOf(1), bytes);
  CHECK(cache.Get(KeyOf(1)) == bytes);
  CHECK_FALSE(cache.Get(KeyOf(2)));
  cache.Put(KeyOf(1), "");
  CHECK(cache.Get(KeyOf(1)) == "");
  CHECK(cache.Usage().entries == 1);
}

TEST_CASE("keys differ with the program, with each part and with where one part ends") {
  Disk disk;
  const Cache cache(disk, "x", kLimit, "program");
  const auto key = [](const Cache& in, std::vector<std::string> parts) { return in.KeyOf(parts); };
  const std::string base = key(cache, {"ab", "c"});
  CHECK(base.size() == 64);
  CHECK(base == key(Cache(disk, "y", 2 * kLimit, "program"), {"ab", "c"}));
  CHECK(base != key(Cache(disk, "x", kLimit, "other"), {"ab", "c"}));
  CHECK(base != key(cache, {"a", "bc"}));
  CHECK(base != key(cache, {"c", "ab"}));
  CHECK(base != key(cache, {"ab", "c", ""}));
  CHECK(base != key(cache, {"ab1 c"}));
}

TEST_CASE("an entry that is damaged or cut short anywhere counts as not there") {
  const std::string whole = SealEntry(KeyOf(1), "some findings");
  REQUIRE(OpenEntry(KeyOf(1), whole) == "some findings");
  CHECK_FALSE(OpenEntry(KeyOf(2), whole));
  CHECK_FALSE(OpenEntry(KeyOf(1), whole + "x"));
  for (std::size_t i = 0; i < whole.size(); ++i) {
    INFO("byte " << i);
    CHECK_FALSE(OpenEntry(KeyOf(1), whole.substr(0, i)));
    for (const int bit : {0, 3, 7}) {
      std::string damaged = whole;
      damaged[i] = static_cast<char>(damaged[i] ^ (1 << bit));
      CHECK_FALSE(OpenEntry(KeyOf(1), damaged));
    }
  }
}

TEST_CASE("with a secret, only what was made with it counts as there") {
  const std::string tagged = SealEntry(KeyOf(1), "some findings", "swordfish");
  CHECK(OpenEntry(KeyOf(1), tagged, "swordfish") == "some findings");
  CHECK_FALSE(OpenEntry(KeyOf(1), tagged, "sardine"));
  CHECK_FALSE(OpenEntry(KeyOf(1), tagged));
  CHECK_FALSE(OpenEntry(KeyOf(2), tagged, "swordfish"));
  CHECK_FALSE(OpenEntry(KeyOf(1), SealEntry(KeyOf(1), "some findings"), "swordfish"));
  for (std::size_t i = 0; i < tagged.size(); ++i) {
    std::string damaged = tagged;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    CHECK_FALSE(OpenEntry(KeyOf(1), damaged, "swordfish"));
  }
}

TEST_CASE("what others may have written is not used, but with a secret") {
  Scratch scratch;
  Disk disk;
  const fs::path folder = scratch.path() / "cache";
  const Cache cache(disk, folder, kLimit, "program");
  const mode_t umask_before = ::umask(0);
  cache.Put(KeyOf(1), "one");
  ::umask(umask_before);
  const fs::path entry = FileOf(folder, KeyOf(1));
  CHECK_FALSE(cache.Untrusted());
  CHECK(cache.Get(KeyOf(1)) == "one");
  using fs::perms;
  for (const perms others : {perms::group_write, perms::others_write}) {
    fs::permissions(entry, others, fs::perm_options::add);
    CHECK_FALSE(cache.Get(KeyOf(1)));
    fs::permissions(entry, others, fs::perm_options::remove);
    CHECK(cache.Get(KeyOf(1)) == "one");
    for (const fs::path& place : {folder, entry.parent_path()}) {
      fs::permissions(place, others, fs::perm_options::add);
      CHECK(cache.Untrusted() == place);
      CHECK_FALSE(Cache(disk, folder, kLimit, "program", "swordfish").Untrusted());
      // Others can add what they own, which is looked at entry by entry.
      fs::permissions(place, perms::sticky_bit, fs::perm_options::add);
      CHECK_FALSE(cache.Untrusted());
      fs::permissions(place, others | perms::sticky_bit, fs::perm_options::remove);
    }
  }
  if (::geteuid() != 0) return;
  REQUIRE(::chown(entry.c_str(), 12345, 12345) == 0);
  CHECK_FALSE(cache.Get(KeyOf(1)));
  REQUIRE(::chown(folder.c_str(), 12345, 12345) == 0);
  CHECK(cache.Untrusted() == folder);
}

TEST_CASE("an entry under another's name is found out, and written anew") {
  Scratch scratch;
  Disk disk;
  const Cache cache(disk, scratch.path(), kLimit, "program");
  cache.Put(KeyOf(1), "one");
  cache.Put(KeyOf(2), "two");
  fs::copy_file(FileOf(scratch.path(), KeyOf(1)), FileOf(scratch.path(), KeyOf(2)),
                fs::copy_options::overwrite_existing);
  CHECK_FALSE(cache.Get(KeyOf(2)));
  cache.Put(KeyOf(2), "two");
  CHECK(cache.Get(KeyOf(2)) == "two");
}

TEST_CASE("the folder stays below its limit, and what was used last stays longest") {
  Scratch scratch;
  Disk disk;
  const Cache cache(disk, scratch.path(), kLimit, "program");
  const std::string bytes(5'000, 'x');
  const std::string favourite = KeyOf(0);
  cache.Put(favourite, bytes);
  for (int i = 1; i <= 2'000; ++i) {
    cache.Put(KeyOf(i), bytes);
    REQUIRE(cache.Get(favourite));
  }
  // Each folder may pass its share until one in sixteen of its entries looks.
  CHECK(cache.Usage().bytes < kLimit * 2);
  CHECK(cache.Usage().entries > 100);
  CHECK(cache.Get(KeyOf(2'000)));
  CHECK_FALSE(cache.Get(KeyOf(1)));
}

TEST_CASE("what is larger than a folder's share is not kept") {
  Scratch scratch;
  Disk disk;
  const Cache cache(disk, scratch.path(), kLimit, "program");
  cache.Put(KeyOf(1), std::string(kLimit / 16, 'x'));
  CHECK(cache.Usage().entries == 0);
}

TEST_CASE("clearing removes entries, what killed runs left and nothing else") {
  Scratch scratch;
  Disk disk;
  const Cache cache(disk, scratch.path(), kLimit, "program");
  cache.Put(KeyOf(1), "one");
  cache.Put(KeyOf(2), "two");
  const fs::path folder = FileOf(scratch.path(), KeyOf(1)).parent_path();
  REQUIRE(disk.CreateStaging(folder, KeyOf(1).substr(1)));
  const std::vector<fs::path> foreign = {scratch.path() / "letter.txt", folder / "notes",
                                         folder / ("." + KeyOf(3).substr(2) + ".x"),
                                         scratch.path() / "f/abc/def", scratch.path() / "g/more"};
  for (const fs::path& path : foreign) {
    fs::create_directories(path.parent_path());
    REQUIRE(disk.Write(path, "mine"));
  }
  const CacheUsage removed = cache.Clear();
  CHECK(removed.entries == 2);
  CHECK(removed.bytes > 6);
  CHECK(cache.Usage().entries == 0);
  std::vector<fs::path> left;
  for (const auto& entry : fs::recursive_directory_iterator(scratch.path())) {
    if (entry.is_regular_file()) left.push_back(entry.path());
  }
  CHECK_THAT(left, Catch::UnorderedEquals(foreign));
  CHECK_FALSE(fs::exists(FileOf(scratch.path(), KeyOf(2)).parent_path()));
}

TEST_CASE("where no cache is, clearing leaves even empty folders of its names") {
  Scratch scratch;
  Disk disk;
  fs::create_directories(scratch.path() / "a");
  CHECK(Cache(disk, scratch.path(), kLimit, "program").Clear().entries == 0);
  CHECK(fs::exists(scratch.path() / "a"));
}

TEST_CASE("clearing leaves somebody's own files of an entry's name, and what lies behind a link") {
  Scratch scratch;
  Disk disk;
  const fs::path used = scratch.path() / "used";
  const fs::path mine = scratch.path() / "mine";
  for (const fs::path& folder : {mine / "1", used / "3"}) fs::create_directories(folder);
  const std::string name = KeyOf(1).substr(1);
  REQUIRE(disk.Write(mine / "1" / name, "mine"));
  REQUIRE(disk.Write(used / "3" / name, "mine"));
  const Cache cache(disk, used, kLimit, "program");
  CHECK(cache.Usage().entries == 0);
  CHECK(cache.Clear().entries == 0);
  cache.Put(KeyOf(1), "one");
  fs::create_directory_symlink(mine / "1", used / "7");
  CHECK(cache.Usage().entries == 2);
  CHECK(cache.Clear().entries == 2);
  CHECK(disk.Read(mine / "1" / name, 9).value() == "mine");
  CHECK(fs::is_symlink(used / "7"));
}

TEST_CASE("nothing is kept, cleared or counted where there is no folder, no limit or no program") {
  Scratch scratch;
  Disk disk;
  for (const Cache& cache : {Cache(disk, "", kLimit, "program"), Cache(disk, scratch.path(), 0, "program"),
                             Cache(disk, scratch.path(), kLimit, "")}) {
    CHECK_FALSE(cache.is_on());
    cache.Put(KeyOf(1), "one");
    CHECK_FALSE(cache.Get(KeyOf(1)));
    CHECK(cache.Usage().entries == 0);
    CHECK(cache.Clear().entries == 0);
  }
  CHECK(fs::is_empty(scratch.path()));
}

TEST_CASE("threads that put and get the same entries see whole ones") {
  const mode_t umask_before = ::umask(022);
  ::umask(umask_before);
  Scratch scratch;
  Disk disk;
  const Cache cache(disk, scratch.path(), kLimit, "program");
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&] {
      for (int i = 0; i < 300; ++i) {
        const int number = i % 7;
        const std::string bytes(3'000, static_cast<char>('a' + number));
        if (const auto got = cache.Get(KeyOf(number)); got && *got != bytes) ++wrong;
        cache.Put(KeyOf(number), bytes);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  const mode_t umask_after = ::umask(umask_before);
  CHECK(umask_after == umask_before);
  CHECK(wrong == 0);
  CHECK(cache.Usage().entries == 7);
}

// The call of that number, of those that can fail, fails.
class FailingDisk : public Disk {
 public:
  explicit FailingDisk(int call) : left_(call) {}
  bool has_failed() const { return left_ < 0; }

  Result<FileStatus> Status(const fs::path& path) const override {
    return Fails() ? Result<FileStatus>(Broken()) : Disk::Status(path);
  }
  Result<std::string> ReadBelow(const fs::path& folder, const fs::path& path,
                                std::uint64_t max_bytes) const override {
    return Fails() ? Result<std::string>(Broken()) : Disk::ReadBelow(folder, path, max_bytes);
  }
  Result<std::vector<fs::path>> List(const fs::path& directory, Hidden hidden) const override {
    return Fails() ? Result<std::vector<fs::path>>(Broken()) : Disk::List(directory, hidden);
  }
  Result<void> Write(const fs::path& path, std::string_view bytes) override {
    if (!Fails()) return Disk::Write(path, bytes);
    (void)Disk::Write(path, bytes.substr(0, bytes.size() / 2));
    return Broken();
  }
  Result<void> CreateDirectories(const fs::path& path) override {
    return Fails() ? Result<void>(Broken()) : Disk::CreateDirectories(path);
  }
  Result<fs::path> CreateStaging(const fs::path& parent, const std::string& stem) override {
    return Fails() ? Result<fs::path>(Broken()) : Disk::CreateStaging(parent, stem);
  }
  Result<void> Replace(const fs::path& staged, const fs::path& target) override {
    return Fails() ? Result<void>(Broken()) : Disk::Replace(staged, target);
  }

 private:
  static tl::unexpected<Error> Broken() { return Failure("the disk is broken", "buy another"); }
  bool Fails() const { return left_-- == 0; }
  mutable int left_;
};

TEST_CASE("whichever call to the disk fails, an entry is the right one or not there") {
  int key_that_looks = 0;
  while (KeyOf(key_that_looks)[1] != '0') ++key_that_looks;
  for (int call = 0;; ++call) {
    Scratch scratch;
    FailingDisk disk(call);
    const Cache cache(disk, scratch.path(), kLimit, "program");
    cache.Put(KeyOf(key_that_looks), "one");
    const auto got = cache.Get(KeyOf(key_that_looks));
    if (!disk.has_failed()) {
      CHECK(got == "one");
      CHECK(call > 6);
      break;
    }
    INFO("call " << call);
    CHECK((!got || *got == "one"));
    CHECK(std::ranges::none_of(fs::recursive_directory_iterator(scratch.path()), [](const auto& entry) {
      return entry.path().filename().native().starts_with('.');
    }));
  }
}

TEST_CASE("the folder and the limit come from the environment") {
  const auto set = [](const char* name, const char* value) { ::setenv(name, value, 1); };
  set("HOME", "/home/ada");
  ::unsetenv("XDG_CACHE_HOME");
  ::unsetenv("GUIDEC_CACHE_DIR");
  CHECK(CacheFolder() == "/home/ada/.cache/guidec");
  set("XDG_CACHE_HOME", "relative");
  CHECK(CacheFolder() == "/home/ada/.cache/guidec");
  set("XDG_CACHE_HOME", "/var/cache/ada");
  CHECK(CacheFolder() == "/var/cache/ada/guidec");
  set("GUIDEC_CACHE_DIR", "here");
  CHECK(CacheFolder() == "here");
  ::unsetenv("GUIDEC_CACHE_SIZE");
  CHECK(CacheLimit() == kDefaultCacheBytes);
  for (const auto& [text, bytes] : {std::pair{"0", 0ULL}, {"3", 3'000'000ULL}, {"1000000", 1'000'000'000'000ULL}}) {
    set("GUIDEC_CACHE_SIZE", text);
    CHECK(CacheLimit() == bytes);
  }
  for (const char* bad : {"-1", "+1", " 1", "1.5", "5G", "1000001", "99999999999"}) {
    set("GUIDEC_CACHE_SIZE", bad);
    INFO(bad);
    REQUIRE_FALSE(CacheLimit());
    CHECK(CacheLimit().error().message ==
          fmt::format("GUIDEC_CACHE_SIZE is `{}`, which is no number of megabytes", bad));
    CHECK(CacheLimit().error().hint == "set it to a whole number from 0, which keeps nothing, to 1000000");
  }
  set("GUIDEC_CACHE_SIZE", "");
  CHECK(CacheLimit() == 512'000'000ULL);
  ::unsetenv("GUIDEC_CACHE_SIZE");
  for (const char* home : {"relative", ""}) {
    set("HOME", home);
    set("XDG_CACHE_HOME", "");
    set("GUIDEC_CACHE_DIR", "");
    CHECK(CacheFolder().empty());
  }
  ::unsetenv("HOME");
  CHECK(CacheFolder().empty());
}

TEST_CASE("an entry is its bytes behind a line that names the format, and the hash of key and bytes") {
  const std::string key = KeyOf(1);
  CHECK(SealEntry(key, "some\nfindings") ==
        "guidec cache entry 1\n" + Sha256(key + "\nsome\nfindings") + "\nsome\nfindings");
  CHECK(SealEntry(key, "", "swordfish") == "guidec cache entry 1\n" + Hmac("swordfish", key + "\n") + "\n");
  CHECK(OpenEntry(key, SealEntry(key, "")) == "");
  Disk disk;
  CHECK(Cache(disk, "x", kLimit, "program").KeyOf({"ab", "", "c"}) == Sha256("program2 ab\n0 \n1 c\n"));
}

TEST_CASE("a program has one name, while it runs") {
  CHECK(ProgramId().size() == 64);
  CHECK(ProgramId() == ProgramId());
}

}  // namespace cache_test
}  // namespace guidec
