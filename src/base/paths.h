#ifndef GUIDEC_BASE_PATHS_H_
#define GUIDEC_BASE_PATHS_H_

#include <filesystem>

namespace guidec {

// From the root, without `.`, `..` and a slash at the end. Links are not followed.
std::filesystem::path Absolute(const std::filesystem::path& path);

// Whether `path` is `folder` or lies in it, by their parts alone.
bool IsBelow(const std::filesystem::path& path, const std::filesystem::path& folder);

}  // namespace guidec

#endif  // GUIDEC_BASE_PATHS_H_
