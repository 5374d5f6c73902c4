// Changes texts on disk, all of them or none: for fixes and suppressions in an author's own files, and
// for single files that people name, such as reports.
#ifndef GUIDEC_BASE_REWRITE_H_
#define GUIDEC_BASE_REWRITE_H_

#include <set>
#include <span>
#include <string>
#include <string_view>

#include "base/files.h"
#include "base/result.h"

namespace guidec {

struct Rewrite {
  std::string path;
  std::string before;  // what was read
  std::string after;
};

// Each file gets its new text in one step, and keeps its mode. Nothing is written when one of them has
// changed since it was read, is not ours to write or cannot be written; the error names it.
//
// A link stays one, and the file behind it is written: that is the text that was checked, and a link
// that turned into a copy would part from its file in silence.
Result<void> RewriteAll(FileSystem& files, std::span<const Rewrite> rewrites);

// Removes what runs left in these folders that were killed while they rewrote files there.
void RemoveLeftovers(FileSystem& files, const std::set<fs::path>& folders);

// The file holds `bytes`, or on failure what it held before. A pipe, a device or a stream below /dev is written
// as it is; a link is refused, since the workspace that it lies in may be a stranger's.
Result<void> WriteWhole(FileSystem& files, const fs::path& path, std::string_view bytes);

}  // namespace guidec

#endif  // GUIDEC_BASE_REWRITE_H_
