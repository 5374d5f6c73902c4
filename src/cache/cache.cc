#include "cache/cache.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/signature.h"
#include "base/trust.h"

namespace guidec {
namespace {

constexpr std::string_view kMagic = "guidec cache entry 1\n";
constexpr std::size_t kDigits = 64;
constexpr std::string_view kHex = "0123456789abcdef";
constexpr char kTagName[] = "CACHEDIR.TAG";
// What tells a backup to leave the folder out: https://bford.info/cachedir/.
constexpr std::string_view kTag =
    "Signature: 8a477f597d28d172789f06886806bc55\n# Results that guidec can make again. Delete at any "
    "time.\n";
// What a killed run leaves is never older than the longest write.
constexpr std::chrono::minutes kStaleAfter{10};

std::string_view VariableOf(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

bool IsHex(std::string_view text) {
  return text.find_first_not_of(kHex) == std::string_view::npos;
}

// The name of an entry, in the folder of its key's first digit.
bool IsEntryName(std::string_view name) {
  return name.size() == kDigits - 1 && IsHex(name);
}

// The staging folder in which an entry is written, as FileSystem::CreateStaging names it.
bool IsStagingName(std::string_view name) {
  return name.size() > kDigits && name.starts_with('.') && IsEntryName(name.substr(1, kDigits - 1)) &&
         name[kDigits] == '.';
}

struct Kept {
  fs::path path;
  FileStatus status;
};

// The entries in one of the sixteen folders.
std::vector<Kept> EntriesIn(const FileSystem& files, const fs::path& folder) {
  std::vector<Kept> entries;
  // What lies behind a link is not the cache's.
  if (files.IsLink(folder)) return entries;
  const auto listed = files.List(folder, Hidden::kLeftOut);
  if (!listed) return entries;
  for (const fs::path& path : *listed) {
    if (path.parent_path() != folder || !IsEntryName(path.filename().native())) continue;
    if (files.Kind(path) != FileKind::kFile) continue;
    if (const auto status = files.Status(path)) entries.push_back({path, *status});
  }
  return entries;
}

std::uint64_t SizeOf(const std::vector<Kept>& entries) {
  std::uint64_t bytes = 0;
  for (const Kept& entry : entries) bytes += entry.status.size;
  return bytes;
}

// What killed runs have left in one of the sixteen folders, if it is older than `age`.
void RemoveStagings(FileSystem& files, const fs::path& folder, std::chrono::minutes age) {
  const auto listed = files.List(folder, Hidden::kListed);
  if (!listed) return;
  for (const fs::path& path : *listed) {
    if (path.parent_path() != folder || !IsStagingName(path.filename().native())) continue;
    if (!files.IsStaging(path)) continue;
    const auto status = files.Status(path);
    if (status && fs::file_time_type::clock::now() - status->modified >= age) files.RemoveAll(path);
  }
}

bool IsTagged(const FileSystem& files, const fs::path& root) {
  const auto tag = files.Read(root / kTagName, kTag.size());
  return tag && *tag == kTag;
}

// Without the tag of a cache, somebody's own files may have such names, and only what begins as an entry does is one.
std::vector<Kept> OwnEntriesIn(const FileSystem& files, const fs::path& folder, bool is_tagged) {
  std::vector<Kept> entries = EntriesIn(files, folder);
  if (is_tagged) return entries;
  std::erase_if(entries, [&](const Kept& entry) {
    const auto file = files.Read(entry.path, entry.status.size);
    return !file || !file->starts_with(kMagic);
  });
  return entries;
}

bool IsEmptyFolder(const FileSystem& files, const fs::path& folder) {
  const auto listed = files.List(folder, Hidden::kListed);
  return listed && listed->empty();
}

}  // namespace

Cache::Cache(FileSystem& files, fs::path folder, std::uint64_t limit, std::string program, std::string secret)
    : files_(files),
      folder_(std::move(folder)),
      limit_(limit),
      program_(std::move(program)),
      secret_(std::move(secret)) {}

Cache::~Cache() {
  Wipe(secret_);
}

std::optional<fs::path> Cache::Untrusted() const {
  if (!secret_.empty() || folder_.empty()) return std::nullopt;
  if (MayBeChangedByOthers(folder_)) return folder_;
  for (const char digit : kHex) {
    fs::path folder = folder_ / std::string(1, digit);
    if (MayBeChangedByOthers(folder)) return folder;
  }
  return std::nullopt;
}

std::string Cache::KeyOf(const std::vector<std::string>& parts) const {
  // Each part with its length, so that no two lists of parts read alike.
  std::string all = program_;
  for (const std::string& part : parts) all += fmt::format("{} {}\n", part.size(), part);
  return Sha256(all);
}

fs::path Cache::PathOf(const std::string& key) const {
  return folder_ / key.substr(0, 1) / key.substr(1);
}

std::optional<std::string> Cache::Get(const std::string& key) const {
  if (!is_on()) return std::nullopt;
  const fs::path path = PathOf(key);
  if (secret_.empty() && MayBeChangedByOthers(path)) return std::nullopt;
  const auto file = files_.Read(path, limit_);
  if (!file) return std::nullopt;
  auto bytes = OpenEntry(key, *file, secret_);
  if (bytes) files_.Touch(path);
  return bytes;
}

void Cache::Put(const std::string& key, std::string_view bytes) const {
  const std::string file = SealEntry(key, bytes, secret_);
  if (!is_on() || file.size() > limit_ / kHex.size()) return;
  const fs::path path = PathOf(key);
  const fs::path folder = path.parent_path();
  // Folders and files that the umask opens to a group would not be used again.
  const bool is_new = files_.Kind(folder_) == FileKind::kMissing;
  const bool is_new_inside = files_.Kind(folder) == FileKind::kMissing;
  if (!files_.CreateDirectories(folder)) return;
  if (secret_.empty() && is_new) KeepFromOthers(folder_);
  if (secret_.empty() && is_new_inside) KeepFromOthers(folder);
  if (files_.Kind(folder_ / kTagName) == FileKind::kMissing) (void)files_.Write(folder_ / kTagName, kTag);
  const auto staging = files_.CreateStaging(folder, path.filename().string());
  if (!staging) return;
  if (files_.Write(*staging / "entry", file)) {
    if (secret_.empty()) KeepFromOthers(*staging / "entry");
    (void)files_.Replace(*staging / "entry", path);
  }
  files_.RemoveAll(*staging);
  // The second digit is as good as a die.
  if (key[1] == '0') Trim(folder);
}

void Cache::Trim(const fs::path& folder) const {
  RemoveStagings(files_, folder, kStaleAfter);
  std::vector<Kept> entries = EntriesIn(files_, folder);
  std::uint64_t bytes = SizeOf(entries);
  const std::uint64_t share = limit_ / kHex.size();
  if (bytes <= share) return;
  std::ranges::sort(entries, {}, [](const Kept& entry) { return entry.status.modified; });
  // Some room, so that the next entry does not bring it here again.
  for (const Kept& entry : entries) {
    if (bytes <= share / 10 * 9) break;
    files_.RemoveAll(entry.path);
    bytes -= entry.status.size;
  }
}

CacheUsage Cache::Usage() const {
  CacheUsage usage;
  if (folder_.empty()) return usage;
  const bool is_tagged = IsTagged(files_, folder_);
  for (const char digit : kHex) {
    const std::vector<Kept> entries = OwnEntriesIn(files_, folder_ / std::string(1, digit), is_tagged);
    usage.entries += entries.size();
    usage.bytes += SizeOf(entries);
  }
  return usage;
}

CacheUsage Cache::Clear() const {
  CacheUsage removed;
  if (folder_.empty()) return removed;
  const bool is_tagged = IsTagged(files_, folder_);
  for (const char digit : kHex) {
    const fs::path folder = folder_ / std::string(1, digit);
    if (files_.IsLink(folder)) continue;
    const std::vector<Kept> entries = OwnEntriesIn(files_, folder, is_tagged);
    for (const Kept& entry : entries) {
      files_.RemoveAll(entry.path);
      ++removed.entries;
      removed.bytes += entry.status.size;
    }
    RemoveStagings(files_, folder, std::chrono::minutes{0});
    // Somebody's own folder may have such a name, where no cache is.
    if ((is_tagged || !entries.empty()) && IsEmptyFolder(files_, folder)) (void)files_.Remove(folder);
  }
  if (is_tagged) files_.RemoveAll(folder_ / kTagName);
  return removed;
}

fs::path CacheFolder() {
  if (const std::string_view folder = VariableOf("GUIDEC_CACHE_DIR"); !folder.empty()) return folder;
  // Others than absolute ones are to be passed over: XDG Base Directory Specification.
  if (const fs::path folder = VariableOf("XDG_CACHE_HOME"); folder.is_absolute()) return folder / "guidec";
  if (const fs::path home = VariableOf("HOME"); home.is_absolute()) return home / ".cache/guidec";
  return {};
}

Result<std::uint64_t> CacheLimit() {
  const std::string_view value = VariableOf("GUIDEC_CACHE_SIZE");
  if (value.empty()) return kDefaultCacheBytes;
  constexpr std::uint32_t kMostMegabytes = 1'000'000;
  std::uint32_t megabytes = 0;
  const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), megabytes);
  if (failure != std::errc() || end != value.data() + value.size() || megabytes > kMostMegabytes) {
    return Failure(
        fmt::format("GUIDEC_CACHE_SIZE is `{}`, which is no number of megabytes", value),
        fmt::format("set it to a whole number from 0, which keeps nothing, to {}", kMostMegabytes));
  }
  return std::uint64_t{megabytes} * 1'000'000;
}

std::string SealEntry(const std::string& key, std::string_view bytes, std::string_view secret) {
  const std::string whole = fmt::format("{}\n{}", key, bytes);
  std::string file = fmt::format("{}{}\n", kMagic, secret.empty() ? Sha256(whole) : Hmac(secret, whole));
  return file.append(bytes);
}

std::optional<std::string> OpenEntry(const std::string& key, std::string_view file, std::string_view secret) {
  const std::size_t head = kMagic.size() + kDigits + 1;
  if (file.size() < head) return std::nullopt;
  std::string bytes(file.substr(head));
  if (!AreEqualInSecret(SealEntry(key, bytes, secret), file)) return std::nullopt;
  return bytes;
}

}  // namespace guidec
