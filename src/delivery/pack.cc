#include "delivery/pack.h"

#include "base/hash.h"
#include "emit/zip/zip.h"

namespace guidec {

Result<std::string> PackOf(const std::string& bundle, const std::vector<LoadedPicture>& pictures,
                           Manifest manifest, const Tools& tools) {
  ZipFiles files = {{"bundle.json", bundle}};
  for (const LoadedPicture& picture : pictures) files[picture.file.name] = picture.bytes;
  manifest.files.clear();
  for (const auto& [path, bytes] : files) {
    manifest.files.push_back({.path = path,
                              .size = bytes.size(),
                              .sha256 = Sha256(bytes),
                              .sources_sha256 = manifest.sources_sha256,
                              .tools = tools});
  }
  files[kManifestName] = WriteManifest(manifest);
  return WriteZip(files);
}

}  // namespace guidec
