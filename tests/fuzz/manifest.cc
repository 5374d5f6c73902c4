// A manifest that can be read is the same after it was written and read again, and names no path that leads
// out of the delivery.
#include <filesystem>

#include "delivery/manifest.h"
#include "fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidec;
  const Result<Manifest> manifest = ReadManifest(TextOf(data, size), "manifest.json");
  if (!manifest) {
    Require(!manifest.error().message.empty(), "an error without words");
    return 0;
  }
  for (const ManifestEntry& file : manifest->files) {
    const std::filesystem::path path(file.path);
    Require(path.is_relative() && path == path.lexically_normal() && *path.begin() != "..", file.path);
  }
  const std::string written = WriteManifest(*manifest);
  const Result<Manifest> again = ReadManifest(written, "manifest.json");
  Require(again && WriteManifest(*again) == written, "a manifest changes when it is written");
  return 0;
}
