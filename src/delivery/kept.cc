#include "delivery/kept.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/process.h"

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t kMaxBytes = 64 << 20;

std::string StateOfFile(const fs::path& path, const FileSystem& files) {
  const auto status = files.Status(path);
  return status ? fmt::format("{} {}\n", status->size, status->modified.time_since_epoch().count())
                : "none\n";
}

}  // namespace

std::string StateOfProgram(const std::string& name, const FileSystem& files) {
  const auto program = FindProgram(name);
  if (!program) return name + ": none\n";
  const auto file = files.Resolve(*program);
  return fmt::format("{}: {} {}", name, file ? file->string() : "none", StateOfFile(*program, files));
}

std::string StateOfFolder(const fs::path& folder, const FileSystem& files) {
  const auto listed = files.List(folder, Hidden::kLeftOut);
  std::string state = folder.generic_string() + (listed ? "\n" : ": none\n");
  for (const fs::path& path : listed ? *listed : std::vector<fs::path>()) {
    if (files.Kind(path) == FileKind::kFile) {
      state +=
          fmt::format("{} {}", path.lexically_relative(folder).generic_string(), StateOfFile(path, files));
    }
  }
  return state;
}

std::string DigestOfFolder(const fs::path& folder, const FileSystem& files,
                           const std::function<bool(const fs::path&)>& is_wanted) {
  const auto listed = files.List(folder, Hidden::kLeftOut);
  std::string digests = listed ? "" : "none";
  for (const fs::path& path : listed ? *listed : std::vector<fs::path>()) {
    if (!is_wanted(path) || files.Kind(path) != FileKind::kFile) continue;
    const auto bytes = files.Read(path, kMaxBytes);
    digests += fmt::format("{} {}\n", path.lexically_relative(folder).generic_string(),
                           bytes ? Sha256(*bytes) : bytes.error().message);
  }
  return Sha256(digests);
}

std::string WriteKept(const KeptFile& file) {
  return Json(file.tools).dump() + "\n" + file.bytes;
}

std::optional<KeptFile> ReadKept(std::string_view entry) {
  const std::size_t end = entry.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  try {
    return KeptFile{Json::parse(entry.substr(0, end)).get<Tools>(), std::string(entry.substr(end + 1))};
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

}  // namespace guidec
