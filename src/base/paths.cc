#include "base/paths.h"

#include <algorithm>
#include <system_error>

namespace guidec {

namespace fs = std::filesystem;

fs::path Absolute(const fs::path& path) {
  std::error_code code;
  fs::path absolute = fs::absolute(path, code).lexically_normal();
  // `out/` has an empty name at its end.
  return absolute.has_filename() ? absolute : absolute.parent_path();
}

bool IsBelow(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

}  // namespace guidec
