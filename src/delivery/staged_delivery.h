// A delivery while it is made, in its staging folder.
#ifndef GUIDEC_DELIVERY_STAGED_DELIVERY_H_
#define GUIDEC_DELIVERY_STAGED_DELIVERY_H_

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "cache/cache.h"
#include "delivery/build.h"
#include "delivery/manifest.h"
#include "delivery/plan.h"

namespace guidec {

// An artefact that another program makes, and the cache's key of all that it is made from.
struct KeyedArtefact {
  const Artefact* artefact = nullptr;
  std::string key;
};

// May be used from several threads.
class StagedDelivery {
 public:
  // `ours` makes what no other program does; `total` is the number of artefacts, for `progress`.
  StagedDelivery(fs::path folder, Tools ours, std::size_t total, FileSystem& files, const Cache& cache,
                 const Progress& progress);

  const fs::path& folder() const { return folder_; }
  // For what is needed only while the delivery is made. Made by whoever writes into it.
  fs::path Scratch() const { return folder_ / ".scratch"; }
  fs::path PathOf(const Artefact& artefact) const { return folder_ / artefact.path; }
  bool HasCache() const { return cache_.is_on(); }
  std::string KeyOf(const std::vector<std::string>& parts) const { return cache_.KeyOf(parts); }

  // Writes a file, whatever it is, and the folders above it.
  Result<void> Write(const fs::path& path, std::string_view bytes);
  // Writes an artefact, which is read again first (emit/well_formed.h).
  Result<void> Put(const Artefact& artefact, std::string_view bytes);
  // Puts the artefact in its place if an earlier run has kept it.
  Result<bool> Take(const KeyedArtefact& keyed);
  // Notes which programs made the artefact that is in its place, and keeps it for later runs.
  Result<void> Keep(const KeyedArtefact& keyed, Tools tools);
  // Tells of an artefact that is in its place. Put and Take do.
  void Done(const std::string& path);

  bool WasKept(const Artefact& artefact) const { return kept_.contains(artefact.path); }
  // What made it.
  Tools ToolsOf(const Artefact& artefact) const;

 private:
  fs::path folder_;
  Tools ours_;
  std::size_t total_;
  FileSystem& files_;
  const Cache& cache_;
  const Progress& progress_;
  std::mutex mutex_;                    // of all below
  std::set<std::string> kept_;          // by path
  std::map<std::string, Tools> tools_;  // by path
  std::size_t done_ = 0;
};

}  // namespace guidec

#endif  // GUIDEC_DELIVERY_STAGED_DELIVERY_H_
