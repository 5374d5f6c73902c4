// A delivery held against its manifest. It shows what happened to the files on their way. Against somebody
// who writes the manifest anew, a signature helps, with a key that came another way, or the manifest's own
// hash that did.
#ifndef GUIDEC_DELIVERY_VERIFY_H_
#define GUIDEC_DELIVERY_VERIFY_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "base/signature.h"
#include "delivery/manifest.h"
#include "model/content/edition.h"

namespace guidec {

enum class Deviation : unsigned char { kTouched, kMissing, kAdded, kUnreadable };

// "touched", "missing", …
std::string_view DeviationName(Deviation deviation);

struct DeviantFile {
  std::string path;  // from the folder; any bytes that a file's name may have
  Deviation deviation = Deviation::kTouched;
  std::string detail = {};  // "14 B, was 12.3 kB"; may be empty
};

enum class SignatureState : unsigned char { kGood, kMissing, kWrong };

// "good", "missing" or "wrong"
std::string_view SignatureStateName(SignatureState state);

struct Verification {
  Manifest manifest;
  std::string manifest_sha256;
  std::vector<DeviantFile> files;        // sorted by path
  std::vector<std::string> older_files;  // as they were built, but from other sources than the manifest's
  std::optional<std::vector<DeviantFile>> sources;  // what has changed since; nothing when not asked for
  std::optional<SignatureState> signature;          // of the manifest; nothing without a key

  bool Has(Deviation deviation) const;
  bool IsClean() const {
    return files.empty() && (!sources || sources->empty()) &&
           (!signature || *signature == SignatureState::kGood);
  }
};

struct VerifyOptions {
  std::optional<Edition> edition = {};     // only what is for these; all when left out
  std::optional<fs::path> workspace = {};  // whose sources are compared too
  const VerifyingKey* key = nullptr;       // that the manifest has to be signed with; outlives the call
};

// Hashes every file below `folder`, hidden ones too. Fails when there is no manifest, or none that can
// be used.
Result<Verification> Verify(const FileSystem& files, const fs::path& folder, const VerifyOptions& options);

}  // namespace guidec

#endif  // GUIDEC_DELIVERY_VERIFY_H_
