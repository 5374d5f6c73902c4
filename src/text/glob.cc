#include "text/glob.h"

#include <fnmatch.h>

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace guidec {
namespace {

using Names = std::span<const std::string>;

std::vector<std::string> Split(std::string_view path) {
  std::vector<std::string> names;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view name = path.substr(0, end);
    if (!name.empty() && name != ".") names.emplace_back(name);
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return names;
}

// Each reachable set of positions is worked out once, so that many `**` cost no more than one.
bool Matches(Names path, Names glob) {
  std::vector<bool> reached(path.size() + 1, false);
  reached[0] = true;
  for (const std::string& pattern : glob) {
    std::vector<bool> next(path.size() + 1, false);
    if (pattern == "**") {
      bool any = false;
      for (std::size_t i = 0; i <= path.size(); ++i) next[i] = any = any || reached[i];
    } else {
      for (std::size_t i = 0; i < path.size(); ++i) {
        next[i + 1] = reached[i] && ::fnmatch(pattern.c_str(), path[i].c_str(), 0) == 0;
      }
    }
    reached = std::move(next);
  }
  // What is matched before the path's end is a folder above it.
  for (std::size_t i = 1; i <= path.size(); ++i) {
    if (reached[i]) return true;
  }
  return false;
}

}  // namespace

bool MatchesGlob(std::string_view path, std::string_view glob) {
  return Matches(Split(path), Split(glob));
}

}  // namespace guidec
