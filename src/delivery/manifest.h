// manifest.json: what a delivery holds and what it was made of, so that anybody can check it
// (delivery/verify.h). Its shape is schema/manifest.schema.json.
#ifndef GUIDEC_DELIVERY_MANIFEST_H_
#define GUIDEC_DELIVERY_MANIFEST_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace guidec {

inline constexpr char kManifestName[] = "manifest.json";
// Next to the manifest of a signed delivery: the Ed25519 signature of the manifest's bytes, in base64, and a
// line end.
inline constexpr char kSignatureName[] = "manifest.json.sig";

// Versions by name: {"guidec", "0.1.0"}, {"pandoc", "2.17.1.1"}.
using Tools = std::map<std::string, std::string>;

struct ManifestEntry {
  std::string path;          // from the delivery's folder, or from the workspace's; forward slashes
  std::string format = {};   // of a build's files: what asked for it, as --to has it; may be empty
  std::string edition = {};  // of a build's files: for whom; may be empty
  std::uint64_t size = 0;
  std::string sha256;               // 64 lower-case hexadecimal digits
  std::string sources_sha256 = {};  // of files: Manifest::sources_sha256 when it was made; may be empty
  Tools tools = {};                 // of files: what made it
};

struct Manifest {
  std::string guide;
  std::string guide_version;
  std::string sources_sha256;          // of the list of sources
  std::vector<ManifestEntry> sources;  // sorted by path
  std::vector<ManifestEntry> files;    // sorted by path, without the manifest and its signature
  bool is_signed = false;              // a signature belongs to it
};

std::string WriteManifest(const Manifest& manifest);

// Of a list of sources: two lists have the same when their paths, sizes and hashes are the same.
std::string SourcesDigest(const std::vector<ManifestEntry>& sources);

// Whether the text is a manifest's, sound or not.
bool IsManifest(std::string_view text);

// The manifest in `text`, read from `shown`. Fails on what is no JSON, no manifest, of a later major
// version, damaged, names a path twice or one that leads out of the delivery. Sources may lie above
// their workspace, which extends a house style there.
Result<Manifest> ReadManifest(std::string_view text, const std::string& shown);

// The files of both, which are parts of one delivery: of one guide, made of the same sources. Fails where
// they are not, or differ in a file; `shown` names `other`.
Result<Manifest> Merged(Manifest manifest, const Manifest& other, const std::string& shown);

}  // namespace guidec

#endif  // GUIDEC_DELIVERY_MANIFEST_H_
