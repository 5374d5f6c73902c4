#include "lint/baseline.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/unsafe_json.h"
#include "diag/content_key.h"

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;
// A finding that so many files have says little of which of them is which.
constexpr std::size_t kCommon = 32;

using Content = std::pair<std::string, std::string>;               // a rule's code and a content key
using Counts = std::map<std::string, std::map<Content, int>>;  // by path
// How much two files have in common: findings, then names at the end of their paths.
using Likeness = std::pair<int, int>;

int Sum(const std::map<Content, int>& counts) {
  int sum = 0;
  for (const auto& [content, count] : counts) sum += count;
  return sum;
}

// One less of it, if there is any.
bool Take(std::map<Content, int>& counts, const Content& content) {
  const auto found = counts.find(content);
  if (found == counts.end() || found->second == 0) return false;
  --found->second;
  return true;
}

int SharedNames(std::string_view one, std::string_view other) {
  int names = 0;
  while (!one.empty() && !other.empty()) {
    const std::string_view name = one.substr(one.rfind('/') + 1);
    if (name != other.substr(other.rfind('/') + 1)) break;
    ++names;
    one.remove_suffix(std::min(name.size() + 1, one.size()));
    other.remove_suffix(std::min(name.size() + 1, other.size()));
  }
  return names;
}

// The files that are most like one, and how much: the best so far.
struct Best {
  Likeness likeness = {};
  std::string path;
  bool is_alone = false;

  void Offer(const std::string& other, Likeness offered) {
    if (offered < likeness) return;
    is_alone = offered > likeness;
    likeness = offered;
    path = other;
  }
};

// For each pair of files that share findings: how many.
std::map<std::pair<std::string, std::string>, int> Overlaps(const Counts& gone, const Counts& added) {
  std::map<Content, std::pair<std::vector<std::string>, std::vector<std::string>>> files;
  for (const auto& [path, counts] : gone) {
    for (const auto& [content, count] : counts) {
      if (count > 0) files[content].first.push_back(path);
    }
  }
  for (const auto& [path, counts] : added) {
    for (const auto& [content, count] : counts) files[content].second.push_back(path);
  }
  std::map<std::pair<std::string, std::string>, int> overlaps;
  for (const auto& [content, pairs] : files) {
    if (pairs.first.size() > kCommon || pairs.second.size() > kCommon) continue;
    for (const std::string& from : pairs.first) {
      for (const std::string& to : pairs.second) {
        overlaps[{from, to}] += std::min(gone.at(from).at(content), added.at(to).at(content));
      }
    }
  }
  return overlaps;
}

// By the old path: those of which each is most like the other, and like no third.
std::map<std::string, std::string> NewNames(const Counts& gone, const Counts& added) {
  std::map<std::string, Best> of_gone;
  std::map<std::string, Best> of_added;
  for (const auto& [pair, overlap] : Overlaps(gone, added)) {
    const auto& [from, to] = pair;
    const Likeness likeness{overlap, SharedNames(from, to)};
    of_gone[from].Offer(to, likeness);
    of_added[to].Offer(from, likeness);
  }
  std::map<std::string, std::string> names;
  for (const auto& [from, best] : of_gone) {
    const Best& back = of_added.at(best.path);
    if (best.is_alone && back.is_alone && back.path == from) names.emplace(from, best.path);
  }
  return names;
}

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
  const Json json = IsUnsafeJson(text) ? Json() : Json::parse(text, nullptr, false);
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

Baseline::Comparison Baseline::Compare(std::vector<Diagnostic> findings, const Sources& sources,
                                       const PathOf& path_of,
                                       const std::function<bool(const std::string& path)>& exists) const {
  Counts left;
  for (const auto& [entry, held] : held_) left[entry.path][{entry.code, entry.key}] += held.count;
  const auto take_known = [&](const std::string& path, const Diagnostic& finding) {
    const auto file = left.find(path);
    return file != left.end() && Take(file->second, {std::string(finding.rule->code), ContentKey(finding, sources)});
  };
  std::erase_if(findings, [&](const Diagnostic& finding) {
    return take_known(path_of(sources[finding.span.source]), finding);
  });
  std::set<std::string> there;
  for (const Source& source : sources) there.insert(path_of(source));
  Comparison compared;
  Counts gone;
  for (auto& [path, counts] : left) {
    if (there.contains(path)) {
      compared.fixed += Sum(counts);
    } else if (Sum(counts) > 0 && !exists(path)) {
      gone.emplace(path, counts);
    }
  }
  Counts added;
  for (const Diagnostic& finding : findings) {
    const Entry entry = EntryOf(finding, sources, path_of);
    if (!left.contains(entry.path)) ++added[entry.path][{entry.code, entry.key}];
  }
  const std::map<std::string, std::string> new_names = NewNames(gone, added);
  std::map<std::string, std::string> old_names;
  for (const auto& [from, to] : new_names) old_names.emplace(to, from);
  std::map<std::string, int> renamed;
  std::erase_if(findings, [&](const Diagnostic& finding) {
    const auto old = old_names.find(path_of(sources[finding.span.source]));
    const bool is_known = old != old_names.end() && take_known(old->second, finding);
    if (is_known) ++renamed[old->second];
    return is_known;
  });
  for (const auto& [path, counts] : gone) {
    if (const auto name = new_names.find(path); name != new_names.end()) {
      compared.renamed.push_back({path, name->second, renamed[path]});
      compared.fixed += Sum(left[path]);
    } else {
      compared.gone.emplace_back(path, Sum(counts));
    }
  }
  compared.unknown = std::move(findings);
  return compared;
}

void Baseline::Rename(std::span<const Renamed> files) {
  std::map<std::string_view, std::string_view> names;
  for (const Renamed& file : files) names.emplace(file.from, file.to);
  std::map<Entry, Held> all;
  for (auto& [entry, held] : held_) {
    const auto name = names.find(entry.path);
    Held& same = all[{name == names.end() ? entry.path : std::string(name->second), entry.code, entry.key}];
    same.count += held.count;
    if (same.message.empty()) same.message = std::move(held.message);
  }
  held_ = std::move(all);
}

}  // namespace guidec
