#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

namespace guidec {
namespace parallel_test {

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

TEST_CASE("a thread that waits for an inner loop takes up no more of the outer one") {
  static thread_local bool is_in_outer = false;
  std::atomic<int> held = 0;
  ParallelFor(40, [&](std::size_t) {
    if (is_in_outer) ++held;
    is_in_outer = true;
    ParallelFor(8, [](std::size_t) { std::this_thread::sleep_for(std::chrono::microseconds(200)); });
    is_in_outer = false;
  });
  CHECK(held == 0);
}

TEST_CASE("of two works, each is done once, and both before what follows") {
  std::atomic<int> first = 0;
  std::atomic<int> second = 0;
  ParallelInvoke([&] { ++first; }, [&] { ++second; });
  CHECK(first == 1);
  CHECK(second == 1);
}

}  // namespace parallel_test
}  // namespace guidec
