#include "lint/baseline.h"

#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/json_depth.h"
#include "diag/content_key.h"

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;

}  // namespace

Baseline::Entry Baseline::EntryOf(const Diagnostic& finding, const Sources& sources, const PathOf& path_of) {
  return {path_of(sources[finding.span.source]), std::string(finding.rule->code),
          ContentKey(finding, sources)};
}

Baseline Baseline::Of(std::span<const Diagnostic> findings, const Sources& sources, const PathOf& path_of) {
  Baseline baseline;
  for (const Diagnostic& finding : findings) {
    Held& held = baseline.held_[EntryOf(finding, sources, path_of)];
    ++held.count;
    if (held.message.empty()) held.message = finding.message;
  }
  return baseline;
}

Result<Baseline> Baseline::Parse(std::string_view text, const std::string& path) {
  const std::string remedy = "`guidec lint --baseline FILE --update-baseline` writes one";
  const Json json = IsJsonTooDeep(text) ? Json() : Json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("guidec-baseline")) {
    return Failure(fmt::format("`{}` is no baseline of guidec's", path), remedy);
  }
  if (json["guidec-baseline"] != kVersion) {
    return Failure(
        fmt::format("`{}` is a baseline of version {}, and this guidec reads version {}", path,
                    json["guidec-baseline"].dump(-1, ' ', false, Json::error_handler_t::replace), kVersion),
        remedy);
  }
  Baseline baseline;
  const auto findings = json.find("findings");
  bool is_good = findings != json.end() && findings->is_array();
  for (const Json& finding : is_good ? *findings : Json::array()) {
    const auto has = [&](const char* key) { return finding.contains(key) && finding[key].is_string(); };
    if (!finding.is_object() || !has("path") || !has("rule") || !has("key") || !finding.contains("count") ||
        !finding["count"].is_number_unsigned() || finding["count"] > 1'000'000) {
      is_good = false;
      break;
    }
    Held& held = baseline.held_[{finding["path"], finding["rule"], finding["key"]}];
    held.count += finding["count"].get<int>();
    if (finding.contains("message") && finding["message"].is_string()) held.message = finding["message"];
  }
  if (!is_good) return Failure(fmt::format("`{}` is a damaged baseline", path), remedy);
  return baseline;
}

void Baseline::KeepFrom(const Baseline& old,
                        const std::function<bool(const std::string& path, const std::string& code)>& keeps) {
  for (const auto& [entry, held] : old.held_) {
    if (keeps(entry.path, entry.code)) held_.insert_or_assign(entry, held);
  }
}

std::string Baseline::Write() const {
  std::string out = fmt::format("{{\"guidec-baseline\": {}, \"findings\": [", kVersion);
  const char* joint = "\n";
  for (const auto& [entry, held] : held_) {
    const Json json{{"path", entry.path},
                    {"rule", entry.code},
                    {"key", entry.key},
                    {"count", held.count},
                    {"message", held.message}};
    out += joint + json.dump(-1, ' ', false, Json::error_handler_t::replace);
    joint = ",\n";
  }
  return out + "\n]}\n";
}

std::vector<Diagnostic> Baseline::Without(std::vector<Diagnostic> findings, const Sources& sources,
                                          const PathOf& path_of, int& gone) const {
  std::map<Entry, Held> left = held_;
  std::erase_if(findings, [&](const Diagnostic& finding) {
    const auto held = left.find(EntryOf(finding, sources, path_of));
    return held != left.end() && held->second.count-- > 0;
  });
  std::set<std::string> paths;
  for (const Source& source : sources) paths.insert(path_of(source));
  gone = 0;
  for (const auto& [entry, held] : left) {
    if (paths.contains(entry.path) && held.count > 0) gone += held.count;
  }
  return findings;
}

}  // namespace guidec
