// A folder for a cache of a test's own, and where the entries lie in it.
#ifndef GUIDEC_TESTS_UNIT_CACHE_SCRATCH_H_
#define GUIDEC_TESTS_UNIT_CACHE_SCRATCH_H_

#include <stdlib.h>

#include <cstdint>
#include <string>

#include "base/files.h"
#include "base/hash.h"

namespace guidec {

inline constexpr std::uint64_t kLimit = 1'600'000;  // 100 kB for each of the sixteen folders

class Scratch {
 public:
  Scratch() { path_ = ::mkdtemp(name_); }
  ~Scratch() { fs::remove_all(path_); }
  Scratch(const Scratch&) = delete;
  const fs::path& path() const { return path_; }

 private:
  char name_[32] = "/tmp/guidec-cache-XXXXXX";
  fs::path path_;
};

inline std::string KeyOf(int number) {
  return Sha256(std::to_string(number));
}

inline fs::path FileOf(const fs::path& folder, const std::string& key) {
  return folder / key.substr(0, 1) / key.substr(1);
}

}  // namespace guidec

#endif  // GUIDEC_TESTS_UNIT_CACHE_SCRATCH_H_
