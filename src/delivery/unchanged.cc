#include "delivery/unchanged.h"

#include <algorithm>
#include <atomic>

#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/parallel.h"
#include "delivery/delivery.h"
#include "delivery/manifest.h"

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

bool AreThere(const std::vector<ManifestEntry>& entries, const fs::path& folder, const FileSystem& files) {
  const auto there = InventoryOf(folder, files);
  if (!there || there->ours.size() != entries.size()) return false;
  std::atomic<bool> are_same = true;
  ParallelFor(entries.size(), [&](std::size_t i) {
    const auto bytes = files.Read(folder / entries[i].path, kMaxArtefactBytes);
    if (!bytes || Sha256(*bytes) != entries[i].sha256) are_same = false;
  });
  return are_same;
}

std::optional<std::vector<WrittenFile>> Unchanged(const BuildRecord::Outputs& outputs, const fs::path& out,
                                                  const FileSystem& files, const SigningKey* key) {
  const fs::path folder = out / outputs.guide;
  const auto text = files.Read(folder / kManifestName, kMaxArtefactBytes);
  if (!text || *text != outputs.manifest) return std::nullopt;
  const auto manifest = ReadManifest(*text, folder.string());
  if (!manifest || !AreThere(manifest->files, folder, files)) return std::nullopt;
  std::vector<WrittenFile> written;
  for (const std::string& path : outputs.written) {
    const auto entry = std::ranges::find(manifest->files, path, &ManifestEntry::path);
    if (entry == manifest->files.end()) return std::nullopt;
    written.push_back({path, entry->size, true});
  }
  written.push_back({kManifestName, text->size(), true});
  if (manifest->is_signed != (key != nullptr)) return std::nullopt;
  if (key == nullptr) return written;
  const auto made = key->Sign(*text);
  const auto there = files.Read(folder / kSignatureName, kMaxArtefactBytes);
  if (!made || !there || *made != *there || files.IsLink(folder / kSignatureName)) return std::nullopt;
  written.push_back({kSignatureName, there->size(), true});
  return written;
}

}  // namespace

std::string WriteBuildRecord(const BuildRecord& record) {
  Json outputs = Json::array();
  for (const BuildRecord::Outputs& of_guide : record.outputs) {
    outputs.push_back({of_guide.guide, of_guide.manifest, of_guide.written});
  }
  try {
    return Json::array({record.answers, std::move(outputs)}).dump();
  } catch (const Json::exception&) {
    // A path that is no UTF-8: nothing that ReadBuildRecord takes.
    return {};
  }
}

std::optional<BuildRecord> ReadBuildRecord(std::string_view bytes) {
  try {
    const Json json = Json::parse(bytes);
    BuildRecord record{json.at(0).get<DiskAnswers>(), {}};
    for (const Json& of_guide : json.at(1)) {
      record.outputs.push_back({of_guide.at(0).get<std::string>(), of_guide.at(1).get<std::string>(),
                                of_guide.at(2).get<std::vector<std::string>>()});
    }
    return record;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

Result<BuildRecord::Outputs> OutputsOf(const std::string& guide, const std::vector<WrittenFile>& written,
                                       const fs::path& out, const FileSystem& files) {
  auto manifest = files.Read(out / guide / kManifestName, kMaxArtefactBytes);
  if (!manifest) return tl::unexpected(std::move(manifest.error()));
  BuildRecord::Outputs outputs{guide, *std::move(manifest), {}};
  for (const WrittenFile& file : written) {
    if (file.path != kManifestName && file.path != kSignatureName) outputs.written.push_back(file.path);
  }
  return outputs;
}

std::optional<std::vector<std::vector<WrittenFile>>> UnchangedOutputs(const BuildRecord& record,
                                                                      const fs::path& out, FileSystem& files,
                                                                      const SigningKey* key) {
  const auto lock = files.Lock(out);
  if (!lock) return std::nullopt;
  std::vector<std::vector<WrittenFile>> all;
  for (const BuildRecord::Outputs& outputs : record.outputs) {
    CleanUpAll(out, outputs.guide, files);
    auto written = Unchanged(outputs, out, files, key);
    if (!written) return std::nullopt;
    all.push_back(*std::move(written));
  }
  return all;
}

}  // namespace guidec
