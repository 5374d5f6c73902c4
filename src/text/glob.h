#ifndef GUIDEC_TEXT_GLOB_H_
#define GUIDEC_TEXT_GLOB_H_

#include <string_view>

namespace guidec {

// Whether a relative path with forward slashes, or a folder above it, is one that the glob means: `*`, `?`
// and `[a-z]` stand for characters of one name, `**` for any number of folders.
bool MatchesGlob(std::string_view path, std::string_view glob);

}  // namespace guidec

#endif  // GUIDEC_TEXT_GLOB_H_
