#include "delivery/verify.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "base/bounds.h"
#include "base/hash.h"
#include "delivery/plan.h"

namespace guidec {
namespace {

constexpr std::uint64_t kMaxManifestBytes = 16 << 20;
constexpr std::uint64_t kMaxSignatureBytes = 1 << 10;
constexpr std::uint64_t kMaxFileBytes = 1ULL << 30;

// How the file at `path` differs from its entry, if it does.
std::optional<DeviantFile> Compare(const FileSystem& files, const fs::path& path,
                                   const ManifestEntry& entry) {
  const auto deviant = [&](Deviation deviation, std::string detail = {}) {
    return DeviantFile{entry.path, deviation, std::move(detail)};
  };
  const FileKind kind = files.Kind(path);
  if (kind == FileKind::kMissing) return deviant(Deviation::kMissing);
  if (kind != FileKind::kFile) return deviant(Deviation::kTouched, "is no file any more");
  const auto bytes = files.Read(path, kMaxFileBytes);
  if (!bytes) return deviant(Deviation::kUnreadable, bytes.error().message);
  if (bytes->size() != entry.size) {
    return deviant(Deviation::kTouched, fmt::format("{} bytes, was {} bytes", bytes->size(), entry.size));
  }
  if (Sha256(*bytes) != entry.sha256) return deviant(Deviation::kTouched, "of the same size");
  return std::nullopt;
}

// Links are not followed: what lies behind them is not in the folder.
Result<std::vector<DeviantFile>> CompareFolder(const FileSystem& files, const fs::path& folder,
                                               const Manifest& manifest) {
  const auto listed = files.List(folder, Hidden::kListed);
  if (!listed) return tl::unexpected(listed.error());
  std::set<std::string> found;
  for (const fs::path& path : *listed) {
    if (files.IsLink(path) || files.Kind(path) != FileKind::kDirectory)
      found.insert(path.lexically_relative(folder).generic_string());
  }
  found.erase(kManifestName);
  std::vector<DeviantFile> deviants;
  // Only a key can tell more of it.
  if (manifest.is_signed && found.erase(kSignatureName) == 0) {
    deviants.push_back({kSignatureName, Deviation::kMissing});
  }
  for (const ManifestEntry& entry : manifest.files) {
    if (found.erase(entry.path) == 0) {
      deviants.push_back({entry.path, Deviation::kMissing});
    } else if (files.IsLink(folder / entry.path)) {
      deviants.push_back({entry.path, Deviation::kTouched, "is a link now"});
    } else if (auto deviant = Compare(files, folder / entry.path, entry)) {
      deviants.push_back(*std::move(deviant));
    }
  }
  for (const std::string& path : found) deviants.push_back({path, Deviation::kAdded});
  std::ranges::sort(deviants, {}, &DeviantFile::path);
  return deviants;
}

// A manifest may be a stranger's: what it calls a source is read only where the workspace itself would read.
std::vector<DeviantFile> CompareSources(const FileSystem& files, const fs::path& workspace,
                                        const std::vector<ManifestEntry>& sources) {
  const WorkspaceBounds bounds(files, workspace);
  std::vector<DeviantFile> deviants;
  for (const ManifestEntry& entry : sources) {
    const fs::path path = workspace / entry.path;
    if (auto fault = bounds.FaultIn(path)) {
      deviants.push_back({entry.path, Deviation::kUnreadable, std::move(fault->message)});
    } else if (auto deviant = Compare(files, path, entry)) {
      deviants.push_back(*std::move(deviant));
    }
  }
  return deviants;
}

SignatureState StateOfSignature(const FileSystem& files, const fs::path& folder, std::string_view manifest,
                                const VerifyingKey& key) {
  const fs::path path = folder / kSignatureName;
  if (files.IsLink(path) || files.Kind(path) != FileKind::kFile) return SignatureState::kMissing;
  const auto signature = files.Read(path, kMaxSignatureBytes);
  return signature && key.Holds(manifest, *signature) ? SignatureState::kGood : SignatureState::kWrong;
}

}  // namespace

std::string_view SignatureStateName(SignatureState state) {
  static constexpr std::array<std::string_view, 3> kNames = {"good", "missing", "wrong"};
  return kNames[static_cast<std::size_t>(state)];
}

std::string_view DeviationName(Deviation deviation) {
  static constexpr std::array<std::string_view, 4> kNames = {"touched", "missing", "added", "unreadable"};
  return kNames[static_cast<std::size_t>(deviation)];
}

bool Verification::Has(Deviation deviation) const {
  const auto has = [&](const std::vector<DeviantFile>& list) {
    return std::ranges::find(list, deviation, &DeviantFile::deviation) != list.end();
  };
  return has(files) || (sources && has(*sources));
}

Result<Verification> Verify(const FileSystem& files, const fs::path& folder, const VerifyOptions& options) {
  const fs::path path = folder / kManifestName;
  if (files.Kind(path) == FileKind::kMissing) {
    return Failure(fmt::format("`{}` has no {}", folder.string(), kManifestName),
                   "name a folder that guidec built, such as outputs/<guide>");
  }
  const auto text = files.Read(path, kMaxManifestBytes);
  if (!text) return tl::unexpected(text.error());
  auto manifest = ReadManifest(*text, path.string());
  if (!manifest) return tl::unexpected(std::move(manifest.error()));
  const auto is_left_out = [&](std::string_view path) {
    return options.edition && *options.edition != EditionOf(path);
  };
  std::erase_if(manifest->files, [&](const ManifestEntry& entry) { return is_left_out(entry.path); });
  auto deviants = CompareFolder(files, folder, *manifest);
  if (!deviants) return tl::unexpected(std::move(deviants.error()));
  std::erase_if(*deviants, [&](const DeviantFile& file) { return is_left_out(file.path); });
  Verification result{.manifest = *std::move(manifest),
                      .manifest_sha256 = Sha256(*text),
                      .files = *std::move(deviants),
                      .older_files = {},
                      .sources = {},
                      .signature = {}};
  if (options.key != nullptr) result.signature = StateOfSignature(files, folder, *text, *options.key);
  for (const ManifestEntry& entry : result.manifest.files) {
    const bool is_older =
        !entry.sources_sha256.empty() && entry.sources_sha256 != result.manifest.sources_sha256;
    if (is_older) result.older_files.push_back(entry.path);
  }
  if (options.workspace) result.sources = CompareSources(files, *options.workspace, result.manifest.sources);
  return result;
}

}  // namespace guidec
