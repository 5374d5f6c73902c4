// A delivery, outputs/<guide>/, and how a new one takes its place.
//
// Others may keep things in that folder: `.git`, `.htaccess`, notes, links. guidec's own are the files that
// the delivery's manifest lists, as long as they are files, the manifest, and the signature that it names;
// nothing else is ever replaced or removed. The new delivery is made in a staging folder beside the old one:
//
//   outputs/.<guide>.guidec-XXXXXX/
//     new/     what is being made; what is not ours is linked into it at the end
//     ready/   the same when it is whole; after the exchange, the delivery of before
//     old/     the delivery of before, on a disk that cannot exchange two names
//
// A kill may come at any moment: what is not ours has a name in the delivery, or is in `old` until the next
// run puts that back.
#ifndef GUIDEC_DELIVERY_DELIVERY_H_
#define GUIDEC_DELIVERY_DELIVERY_H_

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "delivery/manifest.h"

namespace guidec {

inline constexpr std::uint64_t kMaxArtefactBytes = 1ULL << 30;
inline constexpr char kStagedDelivery[] = "new";  // in the staging folder

// What is in a delivery. Paths are from its folder.
struct Inventory {
  std::vector<ManifestEntry> ours;        // of the manifest's, those that are files; sorted by path
  std::vector<std::string> foreign;       // files, links and folders
  std::set<std::string> foreign_folders;  // those folders; a folder that holds something of ours is none
};

// Empty where there is no delivery. Fails when it is a link or no folder, or cannot be read.
Result<Inventory> InventoryOf(const fs::path& delivery, const FileSystem& files);

// What of the delivery is not guidec's, as people are told: a folder, with `/` behind it, stands for all in
// it.
std::vector<std::string> ForeignNames(const Inventory& inventory);

// Links into `staged` what is foreign in the delivery. Fails when the build has made another thing of that
// name.
Result<void> LinkForeign(const Inventory& inventory, const fs::path& delivery, const fs::path& staged,
                         FileSystem& files);

// Puts `staging`/new in the place of the delivery, and removes what was ours of the one before.
Result<void> Deliver(const fs::path& staging, const fs::path& delivery, FileSystem& files);

// Puts back what a run that failed or was killed left of the delivery in a staging folder, and removes the
// rest of that folder. What can be put nowhere stays there. Hold the lock.
void CleanUp(const fs::path& staging, const fs::path& delivery, FileSystem& files);
void CleanUpAll(const fs::path& out, const std::string& guide, FileSystem& files);

}  // namespace guidec

#endif  // GUIDEC_DELIVERY_DELIVERY_H_
