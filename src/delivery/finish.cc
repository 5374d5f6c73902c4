#include "delivery/finish.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/hash.h"
#include "delivery/delivery.h"
#include "delivery/manifest.h"

namespace guidec {
namespace {

bool IsPlanned(const std::vector<Artefact>& plan, const std::string& path) {
  return std::ranges::find(plan, path, &Artefact::path) != plan.end();
}

// Whether a format makes that file of the guide as it is now, in either edition.
class Current {
 public:
  explicit Current(const GuideView& view) : view_(view) {}

  bool Has(const std::string& format, const std::string& path) {
    const auto [plan, is_new] = plans_.try_emplace(format);
    if (is_new) {
      const std::vector<std::string> formats = {format};
      const std::vector<Edition> both = {Edition::kLearner, Edition::kInstructor};
      plan->second = PlanOf(view_.library, view_.guide, formats, both);
    }
    return plan->second && IsPlanned(*plan->second, path);
  }

 private:
  const GuideView& view_;
  std::map<std::string, Result<std::vector<Artefact>>> plans_;  // by format
};

class Finisher {
 public:
  Finisher(const Recipe& recipe, const StagedDelivery& staged, const fs::path& delivery, FileSystem& files)
      : recipe_(recipe), staged_(staged), delivery_(delivery), files_(files), manifest_(recipe.manifest) {}

  Result<std::vector<WrittenFile>> Run() {
    if (auto listed = ListArtefacts(); !listed) return tl::unexpected(std::move(listed.error()));
    auto there = InventoryOf(delivery_, files_);
    if (!there) return tl::unexpected(std::move(there.error()));
    if (auto kept = TakeOver(*there); !kept) return tl::unexpected(std::move(kept.error()));
    if (auto put = WriteManifestAndSignature(); !put) return tl::unexpected(std::move(put.error()));
    if (auto linked = LinkForeign(*there, delivery_, staged_.folder(), files_); !linked) {
      return tl::unexpected(std::move(linked.error()));
    }
    return std::move(written_);
  }

 private:
  Result<void> ListArtefacts() {
    for (const Artefact& artefact : recipe_.plan) {
      const auto bytes = files_.Read(staged_.PathOf(artefact), kMaxArtefactBytes);
      if (!bytes) return tl::unexpected(bytes.error());
      written_.push_back({artefact.path, bytes->size(), staged_.WasKept(artefact)});
      manifest_.files.push_back({.path = artefact.path,
                                 .format = artefact.format,
                                 .edition = std::string(NameOf(artefact.edition)),
                                 .size = bytes->size(),
                                 .sha256 = Sha256(*bytes),
                                 .sources_sha256 = manifest_.sources_sha256,
                                 .tools = staged_.ToolsOf(artefact)});
    }
    return {};
  }

  // Takes over files of earlier builds that this one does not make, while the guide still has them. One that
  // it no longer has goes, unless somebody has edited it: then it is theirs.
  Result<void> TakeOver(Inventory& there) {
    Current current(recipe_.view);
    for (const ManifestEntry& entry : there.ours) {
      if (IsPlanned(recipe_.plan, entry.path)) continue;
      const fs::path file = delivery_ / entry.path;
      if (current.Has(entry.format, entry.path)) {
        if (auto linked = files_.Link(file, staged_.folder() / entry.path); !linked) return linked;
        manifest_.files.push_back(entry);
        continue;
      }
      const auto bytes = files_.Read(file, kMaxArtefactBytes);
      if (!bytes) return tl::unexpected(bytes.error());
      if (Sha256(*bytes) != entry.sha256) there.foreign.push_back(entry.path);
    }
    return {};
  }

  Result<void> WriteManifestAndSignature() {
    const SigningKey* key = recipe_.options.signing_key;
    std::ranges::sort(manifest_.files, {}, &ManifestEntry::path);
    manifest_.is_signed = key != nullptr;
    const std::string text = WriteManifest(manifest_);
    if (auto put = Write(kManifestName, text); !put || key == nullptr) return put;
    const auto signature = key->Sign(text);
    if (!signature) return tl::unexpected(signature.error());
    return Write(kSignatureName, *signature);
  }

  Result<void> Write(const char* name, const std::string& text) {
    written_.push_back({name, text.size()});
    return files_.Write(staged_.folder() / name, text);
  }

  const Recipe& recipe_;
  const StagedDelivery& staged_;
  const fs::path& delivery_;
  FileSystem& files_;
  Manifest manifest_;
  std::vector<WrittenFile> written_;
};

}  // namespace

Result<std::vector<WrittenFile>> Finish(const Recipe& recipe, const StagedDelivery& staged,
                                        const fs::path& delivery, FileSystem& files) {
  return Finisher(recipe, staged, delivery, files).Run();
}

}  // namespace guidec
