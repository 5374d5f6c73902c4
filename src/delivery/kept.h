// What makes a file that another program writes, to know whether it would be written the same again.
#ifndef GUIDEC_DELIVERY_KEPT_H_
#define GUIDEC_DELIVERY_KEPT_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/files.h"
#include "delivery/manifest.h"

namespace guidec {

// The state of a program or of a folder of fonts: names, sizes and times of change, not their bytes, of which
// there are hundreds of megabytes. Whoever installs another changes it.
std::string StateOfProgram(const std::string& name, const FileSystem& files);
std::string StateOfFolder(const fs::path& folder, const FileSystem& files);

// A digest of the bytes of the folder's files, and of their names, for which `is_wanted` holds.
std::string DigestOfFolder(const fs::path& folder, const FileSystem& files,
                           const std::function<bool(const fs::path&)>& is_wanted);

// A file as the cache keeps it: with what made it.
struct KeptFile {
  Tools tools;
  std::string bytes;
};
std::string WriteKept(const KeptFile& file);
std::optional<KeptFile> ReadKept(std::string_view entry);

}  // namespace guidec

#endif  // GUIDEC_DELIVERY_KEPT_H_
