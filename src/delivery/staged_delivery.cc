#include "delivery/staged_delivery.h"

#include <optional>
#include <utility>

#include "delivery/delivery.h"
#include "delivery/kept.h"
#include "emit/well_formed.h"

namespace guidec {

StagedDelivery::StagedDelivery(fs::path folder, Tools ours, std::size_t total, FileSystem& files,
                               const Cache& cache, const Progress& progress)
    : folder_(std::move(folder)),
      ours_(std::move(ours)),
      total_(total),
      files_(files),
      cache_(cache),
      progress_(progress) {}

Result<void> StagedDelivery::Write(const fs::path& path, std::string_view bytes) {
  if (auto made = files_.CreateDirectories(path.parent_path()); !made) return made;
  return files_.Write(path, bytes);
}

Result<void> StagedDelivery::Put(const Artefact& artefact, std::string_view bytes) {
  if (auto checked = CheckWellFormed(artefact.format, artefact.path, bytes); !checked) return checked;
  if (auto written = Write(PathOf(artefact), bytes); !written) return written;
  Done(artefact.path);
  return {};
}

Result<bool> StagedDelivery::Take(const KeyedArtefact& keyed) {
  const auto entry = cache_.Get(keyed.key);
  auto kept = entry ? ReadKept(*entry) : std::nullopt;
  if (!kept) return false;
  const std::string& path = keyed.artefact->path;
  if (auto written = Write(PathOf(*keyed.artefact), kept->bytes); !written) {
    return tl::unexpected(std::move(written.error()));
  }
  {
    const std::scoped_lock guard(mutex_);
    kept_.insert(path);
    tools_.emplace(path, std::move(kept->tools));
  }
  Done(path);
  return true;
}

Result<void> StagedDelivery::Keep(const KeyedArtefact& keyed, Tools tools) {
  tools.merge(Tools(ours_));
  {
    const std::scoped_lock guard(mutex_);
    tools_.emplace(keyed.artefact->path, tools);
  }
  if (!cache_.is_on()) return {};
  auto bytes = files_.Read(PathOf(*keyed.artefact), kMaxArtefactBytes);
  if (!bytes) return tl::unexpected(std::move(bytes.error()));
  cache_.Put(keyed.key, WriteKept({std::move(tools), *std::move(bytes)}));
  return {};
}

void StagedDelivery::Done(const std::string& path) {
  const std::scoped_lock guard(mutex_);
  progress_(path, ++done_, total_);
}

Tools StagedDelivery::ToolsOf(const Artefact& artefact) const {
  const auto made_by = tools_.find(artefact.path);
  return made_by == tools_.end() ? ours_ : made_by->second;
}

}  // namespace guidec
