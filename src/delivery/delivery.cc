#include "delivery/delivery.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace guidec {
namespace {

constexpr char kReady[] = "ready";
constexpr char kOld[] = "old";

bool IsThere(const fs::path& path, const FileSystem& files) {
  return files.IsLink(path) || files.Kind(path) != FileKind::kMissing;
}

bool IsPlainFile(const fs::path& path, const FileSystem& files) {
  return !files.IsLink(path) && files.Kind(path) == FileKind::kFile;
}

bool IsPlainFolder(const fs::path& path, const FileSystem& files) {
  return !files.IsLink(path) && files.Kind(path) == FileKind::kDirectory;
}

// What the manifest in the folder lists. `is_ours` says whether the manifest itself is guidec's, sound or
// not.
struct Listed {
  std::vector<ManifestEntry> files;
  bool is_ours = false;
  bool is_signed = false;  // so that the signature is guidec's too
};

Result<Listed> ListedIn(const fs::path& folder, const FileSystem& files) {
  const fs::path path = folder / kManifestName;
  if (!IsPlainFile(path, files)) return Listed{};
  const auto text = files.Read(path, kMaxArtefactBytes);
  if (!text) return tl::unexpected(text.error());
  auto manifest = ReadManifest(*text, path.string());
  if (!manifest) return Listed{{}, IsManifest(*text)};
  return Listed{std::move(manifest->files), true, manifest->is_signed};
}

bool IsListed(const Listed& listed, const std::string& path) {
  if (path == kManifestName) return listed.is_ours;
  if (path == kSignatureName) return listed.is_signed;
  return std::ranges::binary_search(listed.files, path, {}, &ManifestEntry::path);
}

// The folders that the path runs through, the outermost first.
std::vector<std::string> FoldersAbove(const std::string& path) {
  std::vector<std::string> folders;
  for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    folders.push_back(path.substr(0, slash));
  }
  return folders;
}

bool HaveSameBytes(const fs::path& one, const fs::path& other, const FileSystem& files) {
  if (!IsPlainFile(one, files) || !IsPlainFile(other, files)) return false;
  const auto first = files.Status(one);
  const auto second = files.Status(other);
  if (!first || !second || first->size != second->size) return false;
  const auto bytes = files.Read(one, kMaxArtefactBytes);
  const auto others = files.Read(other, kMaxArtefactBytes);
  return bytes && others && *bytes == *others;
}

tl::unexpected<Error> InTheWay(const fs::path& path, const FileSystem& files) {
  const char* what = files.IsLink(path)                         ? "a link"
                     : files.Kind(path) == FileKind::kDirectory ? "a folder with other things in it"
                                                                : "a file that no manifest lists";
  return Failure(
      fmt::format("`{}` is {}, which guidec has not made and does not replace", path.string(), what),
      "move it away, or build into another folder with --out");
}

// Moves what has come into the old folder since the new one was made, if its place there is free.
void MoveOver(const std::string& path, const fs::path& from, const fs::path& delivery, FileSystem& files) {
  if (IsThere(delivery / path, files)) return;
  for (const std::string& folder : FoldersAbove(path)) {
    if (IsPlainFolder(delivery / folder, files)) continue;
    // Not through a link, nor where a file has taken the folder's name.
    if (IsThere(delivery / folder, files) || !files.CreateDirectoryLike(from / folder, delivery / folder))
      return;
  }
  (void)files.Move(from / path, delivery / path);
}

// Takes a folder apart that was the delivery, or would have been: what its manifest lists goes, what the
// delivery has too goes, all else moves there. What cannot stays, with the folder and without being looked
// at.
void Retire(const fs::path& folder, const fs::path& delivery, FileSystem& files) {
  if (!IsPlainFolder(folder, files)) return;
  const auto listed = ListedIn(folder, files);
  const auto paths = files.List(folder, Hidden::kListed);
  if (!listed || !paths) return;
  std::set<std::string> full;  // folders with something in them
  for (const fs::path& path : *paths) {
    const auto above = FoldersAbove(path.lexically_relative(folder).generic_string());
    full.insert(above.begin(), above.end());
  }
  // From the innermost out, and the manifest last: it tells what is ours when a kill comes in between.
  for (auto path = paths->rbegin(); path != paths->rend(); ++path) {
    const std::string name = path->lexically_relative(folder).generic_string();
    if (name == kManifestName && listed->is_ours) continue;
    const fs::path now = delivery / name;
    if (IsPlainFolder(*path, files)) {
      if (!full.contains(name) && !IsPlainFolder(now, files)) MoveOver(name, folder, delivery, files);
      if (IsPlainFolder(*path, files)) (void)files.Remove(*path);
      continue;
    }
    const bool is_ours = IsPlainFile(*path, files) && IsListed(*listed, name);
    if (is_ours || files.AreSame(*path, now) || HaveSameBytes(*path, now, files)) {
      (void)files.Remove(*path);
    } else {
      MoveOver(name, folder, delivery, files);
    }
  }
  const auto left = files.List(folder, Hidden::kListed);
  if (!left || left->size() > 1) return;
  if (!left->empty() && left->front() == folder / kManifestName && listed->is_ours) {
    (void)files.Remove(left->front());
  }
  (void)files.Remove(folder);
}

}  // namespace

Result<Inventory> InventoryOf(const fs::path& delivery, const FileSystem& files) {
  Inventory inventory;
  if (!IsThere(delivery, files)) return inventory;
  if (!IsPlainFolder(delivery, files)) {
    return Failure(fmt::format("`{}` is {}, and no folder takes its place", delivery.string(),
                               files.IsLink(delivery) ? "a link" : "no folder"),
                   "move it away, or build into another folder with --out");
  }
  auto listed = ListedIn(delivery, files);
  if (!listed) return tl::unexpected(std::move(listed.error()));
  const auto paths = files.List(delivery, Hidden::kListed);
  if (!paths) return tl::unexpected(paths.error());
  std::set<std::string> ours;
  std::set<std::string> folders;  // that hold something of ours
  for (const fs::path& path : *paths) {
    std::string name = path.lexically_relative(delivery).generic_string();
    if (files.IsMount(path)) {
      return Failure(fmt::format("`{}` is mounted there, and a build would leave it behind", path.string()),
                     "mount it elsewhere, or build into another folder with --out");
    }
    if (!IsListed(*listed, name) || !IsPlainFile(path, files)) {
      if (IsPlainFolder(path, files)) inventory.foreign_folders.insert(name);
      inventory.foreign.push_back(std::move(name));
      continue;
    }
    for (const std::string& folder : FoldersAbove(name)) folders.insert(folder);
    ours.insert(std::move(name));
  }
  std::erase_if(inventory.foreign, [&](const std::string& name) { return folders.contains(name); });
  for (const std::string& folder : folders) inventory.foreign_folders.erase(folder);
  std::ranges::copy_if(listed->files, std::back_inserter(inventory.ours),
                       [&](const ManifestEntry& entry) { return ours.contains(entry.path); });
  return inventory;
}

std::vector<std::string> ForeignNames(const Inventory& inventory) {
  std::vector<std::string> names;
  for (const std::string& name : inventory.foreign) {
    const auto above = FoldersAbove(name);
    const auto is_named = [&](const std::string& folder) {
      return inventory.foreign_folders.contains(folder);
    };
    if (std::ranges::any_of(above, is_named)) continue;
    names.push_back(is_named(name) ? name + "/" : name);
  }
  return names;
}

Result<void> LinkForeign(const Inventory& inventory, const fs::path& delivery, const fs::path& staged,
                         FileSystem& files) {
  for (const std::string& name : inventory.foreign) {
    const fs::path from = delivery / name;
    const fs::path to = staged / name;
    for (const std::string& folder : FoldersAbove(name)) {
      if (IsPlainFolder(staged / folder, files)) continue;
      if (IsThere(staged / folder, files)) return InTheWay(delivery / folder, files);
      if (auto made = files.CreateDirectoryLike(delivery / folder, staged / folder); !made) return made;
    }
    const bool is_folder = IsPlainFolder(from, files);
    if (IsThere(to, files)) {
      const bool is_same = is_folder ? IsPlainFolder(to, files) : HaveSameBytes(from, to, files);
      if (!is_same) return InTheWay(from, files);
    } else if (auto made = is_folder ? files.CreateDirectoryLike(from, to) : files.Link(from, to); !made) {
      return made;
    }
  }
  return {};
}

Result<void> Deliver(const fs::path& staging, const fs::path& delivery, FileSystem& files) {
  if (auto moved = files.Move(staging / kStagedDelivery, staging / kReady); !moved) return moved;
  if (auto done = files.Exchange(staging / kReady, delivery, staging / kOld); !done) return done;
  CleanUp(staging, delivery, files);
  return {};
}

void CleanUp(const fs::path& staging, const fs::path& delivery, FileSystem& files) {
  if (IsPlainFolder(staging / kOld, files) && !IsThere(delivery, files) &&
      !files.Move(staging / kOld, delivery)) {
    return;
  }
  if (IsPlainFolder(staging / kStagedDelivery, files)) files.RemoveAll(staging / kStagedDelivery);
  Retire(staging / kReady, delivery, files);
  Retire(staging / kOld, delivery, files);
  const auto left = files.List(staging, Hidden::kListed);
  const bool is_empty = left && std::ranges::all_of(*left, [](const fs::path& path) {
                          return path.filename() == kStagingMark;
                        });
  if (is_empty) files.RemoveAll(staging);
}

void CleanUpAll(const fs::path& out, const std::string& guide, FileSystem& files) {
  for (const fs::path& staging : files.Stagings(out, guide)) CleanUp(staging, out / guide, files);
}

}  // namespace guidec
