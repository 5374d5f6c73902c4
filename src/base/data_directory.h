#ifndef GUIDEC_BASE_DATA_DIRECTORY_H_
#define GUIDEC_BASE_DATA_DIRECTORY_H_

#include <filesystem>

#include "base/files.h"
#include "base/result.h"

namespace guidec {

// Where templates and schemas lie: `override` when given, else GUIDEC_DATA_DIR, else
// share/guidec beside the binary (a build tree) or beside its bin/ (an installation).
Result<std::filesystem::path> DataDirectory(const FileSystem& files, const std::filesystem::path& override);

}  // namespace guidec

#endif  // GUIDEC_BASE_DATA_DIRECTORY_H_
