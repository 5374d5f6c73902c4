#include "base/data_directory.h"

#include <cstdlib>
#include <system_error>

#include <fmt/format.h>

namespace guidec {

Result<fs::path> DataDirectory(const FileSystem& files, const fs::path& override) {
  const auto holds_data = [&](const fs::path& folder) {
    return files.Kind(folder / "templates") == FileKind::kDirectory;
  };
  if (!override.empty()) {
    if (holds_data(override)) return override;
    return Failure(fmt::format("`{}` has no folder `templates`", override.string()),
                   "give --data-dir the folder that holds guidec's templates/");
  }
  if (const char* value = std::getenv("GUIDEC_DATA_DIR"); value != nullptr && *value != '\0') {
    if (holds_data(value)) return fs::path(value);
    return Failure(fmt::format("GUIDEC_DATA_DIR is `{}`, which has no folder `templates`", value),
                   "set it to the folder that holds guidec's templates/, or unset it");
  }
  std::error_code code;
  const fs::path binary = fs::read_symlink("/proc/self/exe", code);
  const fs::path folder = binary.parent_path();
  for (const fs::path& candidate : {folder / "share/guidec", folder.parent_path() / "share/guidec"}) {
    if (holds_data(candidate)) return candidate;
  }
  return Failure(fmt::format("guidec's templates are not beside its binary `{}`", binary.string()),
                 "install guidec anew, its package or by `cmake --install build`, or set GUIDEC_DATA_DIR");
}

}  // namespace guidec
