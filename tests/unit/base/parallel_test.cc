#include "base/parallel.h"

#include <algorithm>
#include <mutex>
#include <vector>

#include <catch2/catch.hpp>

namespace guidec {
namespace {

TEST_CASE("a loop tells how it gets on, from one share to another") {
  std::mutex mutex;
  std::vector<double> shares;
  std::vector<std::size_t> done;
  ParallelFor(
      4,
      [&](std::size_t i) {
        const std::scoped_lock guard(mutex);
        done.push_back(i);
      },
      [&](double share) {
        const std::scoped_lock guard(mutex);
        shares.push_back(share);
      },
      0.5, 0.75);
  std::ranges::sort(done);
  std::ranges::sort(shares);
  CHECK(done == std::vector<std::size_t>{0, 1, 2, 3});
  CHECK(shares == std::vector<double>{0.5625, 0.625, 0.6875, 0.75});
}

TEST_CASE("a loop that nobody listens to, or that has nothing to do, is a loop") {
  std::size_t sum = 0;
  ParallelFor(1, [&](std::size_t i) { sum += i + 1; }, {}, 0, 1);
  ParallelFor(0, [&](std::size_t) { sum += 100; });
  CHECK(sum == 1);
}

}  // namespace
}  // namespace guidec
