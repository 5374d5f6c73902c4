// A folder of a test's own, which goes with the object.
#ifndef GUIDEC_TESTS_UNIT_BASE_FOLDER_H_
#define GUIDEC_TESTS_UNIT_BASE_FOLDER_H_

#include <stdlib.h>

#include <cstddef>
#include <string>

#include "base/files.h"

namespace guidec {

class Folder {
 public:
  Folder() {
    std::string name = "/tmp/guidec-base-XXXXXX";
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { Disk().RemoveAll(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const fs::path& path() const { return path_; }
  fs::path operator/(const char* name) const { return path_ / name; }

  // Everything in it, hidden files too.
  std::size_t size() const {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : fs::recursive_directory_iterator(path_)) ++count;
    return count;
  }

 private:
  fs::path path_;
};

// What people are told of a failure; nothing when there is none.
template <class T>
std::string Told(const Result<T>& done) {
  return done ? "" : done.error().message + "; " + done.error().hint;
}

}  // namespace guidec

#endif  // GUIDEC_TESTS_UNIT_BASE_FOLDER_H_
