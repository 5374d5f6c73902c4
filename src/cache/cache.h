// What guidec keeps between runs: a file for each result, named by the hash of all that it is made from.
#ifndef GUIDEC_CACHE_CACHE_H_
#define GUIDEC_CACHE_CACHE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/result.h"

namespace guidec {

inline constexpr std::uint64_t kDefaultCacheBytes = 512'000'000;

struct CacheUsage {
  std::size_t entries = 0;
  std::uint64_t bytes = 0;
};

// A folder may be used by several processes and machines at once, and deleted at any time: an entry is
// written whole or not at all, and what is damaged, cut short or belongs elsewhere counts as not there. A
// disk that fails makes guidec slower, never wrong. Each entry knows its own key, so that one under
// another's name is found out. Functions may be called from several threads.
//
// Whoever can write an entry decides what guidec says of a guide. So an entry that others may have written is
// not there either (base/trust.h), unless there is a secret: then entries carry its tag (HMAC-SHA256), those
// without it are not there, and who may write to the folder makes no difference.
//
// The folder holds sixteen folders, 0 to f, each of which takes its share of `limit`. Of about every
// sixteenth entry that is put, its folder is brought below that: the least recently used go first.
class Cache {
 public:
  // `files` outlives the cache. `program` is ProgramId() and part of every key. With an empty folder or
  // program or a limit of 0, nothing is kept. An empty `secret` is none.
  Cache(FileSystem& files, fs::path folder, std::uint64_t limit, std::string program,
        std::string secret = {});
  ~Cache();
  Cache(const Cache&) = default;

  bool is_on() const { return limit_ > 0 && !folder_.empty() && !program_.empty(); }
  const fs::path& folder() const { return folder_; }
  std::uint64_t limit() const { return limit_; }  // bytes

  // The folder, or one in it, that others may write to although there is no secret.
  std::optional<fs::path> Untrusted() const;

  // The key of what is made from `parts`: 64 hexadecimal digits.
  std::string KeyOf(const std::vector<std::string>& parts) const;

  std::optional<std::string> Get(const std::string& key) const;
  void Put(const std::string& key, std::string_view bytes) const;

  CacheUsage Usage() const;
  // Removes every entry and what it leaves empty, nothing else. Returns what was there.
  CacheUsage Clear() const;

 private:
  fs::path PathOf(const std::string& key) const;
  void Trim(const fs::path& folder) const;

  FileSystem& files_;
  fs::path folder_;
  std::uint64_t limit_;
  std::string program_;
  std::string secret_;
};

// $GUIDEC_CACHE_DIR, else $XDG_CACHE_HOME/guidec, else ~/.cache/guidec; empty when none is set.
fs::path CacheFolder();
// $GUIDEC_CACHE_SIZE in megabytes, in bytes; 0 keeps nothing. Fails when it is no such number.
Result<std::uint64_t> CacheLimit();

// How an entry stands in its file, and back. Nothing when `file` is not the whole entry of that key.
std::string SealEntry(const std::string& key, std::string_view bytes, std::string_view secret = {});
std::optional<std::string> OpenEntry(const std::string& key, std::string_view file,
                                     std::string_view secret = {});

}  // namespace guidec

#endif  // GUIDEC_CACHE_CACHE_H_
