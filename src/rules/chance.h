// What chance gives: a quiz whose keys fall anywhere shows some pattern, too.
#ifndef GUIDEC_RULES_CHANCE_H_
#define GUIDEC_RULES_CHANCE_H_

#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

namespace guidec {

// A pattern that chance gives more often is none: of fifty quizzes one has it.
inline constexpr double kLeastSurprise = 0.02;

// How likely at least `count` of independent events happen, each of its own probability. `count` is at most
// one more than they are.
inline double ChanceOfAtLeast(std::size_t count, std::span<const double> probabilities) {
  std::vector<double> by_count(probabilities.size() + 1, 0);
  by_count[0] = 1;
  for (std::size_t seen = 0; seen < probabilities.size(); ++seen) {
    for (std::size_t at = seen + 1; at > 0; --at)
      by_count[at] += probabilities[seen] * (by_count[at - 1] - by_count[at]);
    by_count[0] *= 1 - probabilities[seen];
  }
  return std::accumulate(by_count.begin() + static_cast<std::ptrdiff_t>(count), by_count.end(), 0.0);
}

}  // namespace guidec

#endif  // GUIDEC_RULES_CHANCE_H_
