#ifndef GUIDEC_TEXT_NEAREST_H_
#define GUIDEC_TEXT_NEAREST_H_

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace guidec {

// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, in bytes. A distance
// above `most` is not worked out to its end, and is `most + 1`.
std::size_t EditDistance(std::string_view a, std::string_view b,
                         std::size_t most = std::numeric_limits<std::size_t>::max() - 1);

// A stranger's file may have any number of names, of any length, each of which would be compared with all others.
inline constexpr std::size_t kLongestSlip = 200;     // bytes; nobody mistypes a longer name
inline constexpr std::size_t kMostCandidates = 2000;

// The candidate that `name` was probably meant to be: at most a third of its letters differ. The
// first of equals wins, so that the answer depends only on the candidates' order; only the first
// kMostCandidates are looked at.
template <class Range>
std::optional<std::string> Nearest(std::string_view name, const Range& candidates) {
  std::optional<std::string> best;
  if (name.size() > kLongestSlip) return best;
  std::size_t best_distance = std::max<std::size_t>(1, name.size() / 3) + 1;
  std::size_t compared = 0;
  for (const auto& candidate : candidates) {
    if (++compared > kMostCandidates) break;
    const std::size_t distance = EditDistance(name, candidate, best_distance - 1);
    if (distance < best_distance) {
      best_distance = distance;
      best = std::string(candidate);
    }
  }
  return best;
}

// "; did you mean `hold`?", or nothing when no candidate is near.
template <class Range>
std::string DidYouMean(std::string_view name, const Range& candidates) {
  const auto nearest = Nearest(name, candidates);
  return nearest ? fmt::format("; did you mean `{}`?", *nearest) : std::string();
}

}  // namespace guidec

#endif  // GUIDEC_TEXT_NEAREST_H_
