#include "delivery/manifest.h"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/unsafe_json.h"
#include "schema/shape.h"

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

constexpr char kFormat[] = "guidec-manifest";
constexpr char kVersion[] = "1.2.0";
constexpr std::string_view kReadableMajor = "1.";
constexpr std::size_t kMaxPathBytes = 4096;
constexpr char kHint[] = "build the guide again, or take the manifest of the delivery as it was made";

Json EntryJson(const ManifestEntry& entry) {
  Json json{{"path", entry.path}};
  if (!entry.format.empty()) json["format"] = entry.format;
  if (!entry.edition.empty()) json["edition"] = entry.edition;
  json["size"] = entry.size;
  json["sha256"] = entry.sha256;
  if (!entry.sources_sha256.empty()) json["sourcesSha256"] = entry.sources_sha256;
  if (!entry.tools.empty()) json["tools"] = entry.tools;
  return json;
}

Json EntriesJson(const std::vector<ManifestEntry>& entries) {
  Json array = Json::array();
  for (const ManifestEntry& entry : entries) array.push_back(EntryJson(entry));
  return array;
}

std::vector<ManifestEntry> ReadEntries(const Json& array) {
  std::vector<ManifestEntry> entries;
  for (const Json& json : array) {
    entries.push_back({.path = json.at("path"),
                       .format = json.value("format", ""),
                       .edition = json.value("edition", ""),
                       .size = json.at("size"),
                       .sha256 = json.at("sha256"),
                       .sources_sha256 = json.value("sourcesSha256", ""),
                       .tools = json.value("tools", Tools())});
  }
  std::ranges::sort(entries, {}, &ManifestEntry::path);
  return entries;
}

// Whether every part of the path is a name.
bool IsInside(std::string_view path) {
  if (path.empty() || path.size() > kMaxPathBytes || path.find('\0') != std::string_view::npos) return false;
  for (std::size_t from = 0; from <= path.size();) {
    const std::size_t end = std::min(path.find('/', from), path.size());
    const std::string_view part = path.substr(from, end - from);
    if (part.empty() || part == "." || part == "..") return false;
    from = end + 1;
  }
  return true;
}

bool IsInsideOrAbove(std::string_view path) {
  while (path.starts_with("../")) path.remove_prefix(3);
  return IsInside(path);
}

// What is wrong with the paths, `place` being the key of their list.
std::optional<std::string> PathFault(const std::vector<ManifestEntry>& entries, std::string_view place,
                                     bool (*is_allowed)(std::string_view)) {
  for (const ManifestEntry& entry : entries) {
    if (!is_allowed(entry.path)) {
      return fmt::format("`{}` names `{}`, which is no place in the folder", place, entry.path);
    }
  }
  const auto twin = std::ranges::adjacent_find(entries, {}, &ManifestEntry::path);
  if (twin != entries.end()) return fmt::format("`{}` names `{}` twice", place, twin->path);
  return std::nullopt;
}

// A key that an object has twice, of which readers take the one or the other.
std::optional<std::string> RepeatedKey(std::string_view text) {
  std::vector<std::set<std::string>> open;
  std::optional<std::string> repeated;
  [[maybe_unused]] const Json parsed = Json::parse(
      text,
      [&](int, Json::parse_event_t event, Json& value) {
        if (event == Json::parse_event_t::object_start) open.emplace_back();
        if (event == Json::parse_event_t::object_end) open.pop_back();
        if (event == Json::parse_event_t::key && !open.back().insert(value.get<std::string>()).second) {
          repeated = value.get<std::string>();
        }
        return true;
      },
      false);
  return repeated;
}

bool IsManifestJson(const Json& json) {
  return json.is_object() && json.value("format", Json()) == kFormat;
}

}  // namespace

std::string SourcesDigest(const std::vector<ManifestEntry>& sources) {
  return Sha256(EntriesJson(sources).dump());
}

std::string WriteManifest(const Manifest& manifest) {
  Json json{{"format", kFormat},
            {"manifestVersion", kVersion},
            {"guide", manifest.guide},
            {"guideVersion", manifest.guide_version},
            {"sourcesSha256", manifest.sources_sha256},
            {"sources", EntriesJson(manifest.sources)},
            {"files", EntriesJson(manifest.files)}};
  if (manifest.is_signed) json["signature"] = kSignatureName;
  return json.dump(1) + "\n";
}

bool IsManifest(std::string_view text) {
  return !IsUnsafeJson(text) && IsManifestJson(Json::parse(text, nullptr, false));
}

Result<Manifest> ReadManifest(std::string_view text, const std::string& shown) {
  if (IsUnsafeJson(text)) {
    return Failure(fmt::format("`{}` is no manifest of guidec", shown), "name the folder that guidec built");
  }
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return Failure(fmt::format("`{}` is no JSON", shown), kHint);
  if (!IsManifestJson(json)) {
    return Failure(fmt::format("`{}` is no manifest of guidec", shown), "name the folder that guidec built");
  }
  const Json version = json.value("manifestVersion", Json());
  if (version.is_string() && !version.get<std::string>().starts_with(kReadableMajor)) {
    return Failure(fmt::format("`{}` is of version {}, which is newer than this guidec", shown,
                               version.get<std::string>().substr(0, 32)),
                   "use the guidec that made it, or a newer one");
  }
  if (const auto key = RepeatedKey(text)) {
    return Failure(fmt::format("`{}` is damaged: it has the key `{}` twice", shown, *key), kHint);
  }
  if (const auto violation = FirstViolation(text, "manifest")) {
    return Failure(fmt::format("`{}` is damaged, at {}", shown, *violation), kHint);
  }
  Manifest manifest{.guide = json.at("guide"),
                    .guide_version = json.at("guideVersion"),
                    .sources_sha256 = json.at("sourcesSha256"),
                    .sources = ReadEntries(json.at("sources")),
                    .files = ReadEntries(json.at("files")),
                    .is_signed = json.contains("signature")};
  auto fault = PathFault(manifest.files, "files", IsInside);
  if (!fault) fault = PathFault(manifest.sources, "sources", IsInsideOrAbove);
  if (fault) return Failure(fmt::format("`{}` is damaged: {}", shown, *fault), kHint);
  return manifest;
}

Result<Manifest> Merged(Manifest manifest, const Manifest& other, const std::string& shown) {
  if (other.guide != manifest.guide) {
    return Failure(fmt::format("`{}` is of the guide `{}`, not of `{}`", shown, other.guide, manifest.guide),
                   "merge the manifests of each guide by themselves");
  }
  if (other.sources_sha256 != manifest.sources_sha256) {
    return Failure(fmt::format("`{}` was made of other sources", shown),
                   "build all parts from the same sources");
  }
  for (const ManifestEntry& file : other.files) {
    const auto place = std::ranges::lower_bound(manifest.files, file.path, {}, &ManifestEntry::path);
    if (place == manifest.files.end() || place->path != file.path) {
      manifest.files.insert(place, file);
    } else if (place->sha256 != file.sha256) {
      return Failure(fmt::format("`{}` has another `{}` than an earlier manifest", shown, file.path),
                     "build each file once, or with the same options and tools everywhere");
    }
  }
  return manifest;
}

}  // namespace guidec
