#ifndef GUIDEC_MODEL_READ_LIBRARY_H_
#define GUIDEC_MODEL_READ_LIBRARY_H_

#include <filesystem>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "model/content/library.h"
#include "text/source.h"

namespace guidec {

// Takes what the earlier stages made; what is missing or wrong in it is reported in `faults` and
// left out. Of several files of settings, a later one overrides an earlier one, and the last is the
// workspace's own. `dictionary` is the text of the workspace's dictionary file.
Library BuildLibrary(const Sources& sources, std::vector<File> files, const std::filesystem::path& root,
                     std::string_view dictionary, const Limits& limits);

}  // namespace guidec

#endif  // GUIDEC_MODEL_READ_LIBRARY_H_
