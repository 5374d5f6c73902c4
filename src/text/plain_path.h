// Names of files that mean the same on every machine and show what they are.
#ifndef GUIDEC_TEXT_PLAIN_PATH_H_
#define GUIDEC_TEXT_PLAIN_PATH_H_

#include <optional>
#include <string>
#include <string_view>

namespace guidec {

// Why a relative path with forward slashes, of a file that guidec reads or writes for a stranger, is not to
// be trusted, as the end of a sentence ("leads out of its folder"); nothing when it is fine. It is not when
// it is absolute, has an empty part, `.` or `..`, a backslash or a colon, a character that is not seen, turns
// the writing round or looks like a slash or dot, a blank or dot at a part's end, or is named after a device
// as Windows has it (Unicode Technical Report 36, section 3; Microsoft, "Naming Files, Paths, and
// Namespaces").
std::optional<std::string> FaultInPath(std::string_view path);

// The same for all paths that are one on a disk that tells no `A` from `a`. `path` is UTF-8.
std::string WithoutCase(std::string_view path);

}  // namespace guidec

#endif  // GUIDEC_TEXT_PLAIN_PATH_H_
