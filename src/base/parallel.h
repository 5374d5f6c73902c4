// Runs work on all processors that the command line allows.
#ifndef GUIDEC_BASE_PARALLEL_H_
#define GUIDEC_BASE_PARALLEL_H_

#include <atomic>
#include <cstddef>
#include <functional>

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace guidec {

// Calls `work(i)` for every i below `count`, in any order and on any thread, and returns when all are done:
// what `work` changes is either its own or guarded. Loops may be nested; a thread that waits for an inner
// one takes up no more of an outer one, so that no more is held at a time than there are threads.
template <class Work>
void ParallelFor(std::size_t count, const Work& work) {
  tbb::this_task_arena::isolate([&] { tbb::parallel_for(std::size_t{0}, count, work); });
}

// Told, from any thread, which share of a run is done: from 0 to 1, and not always more than before.
using ShareDone = std::function<void(double share)>;

// The same, and tells `progress`, which may be empty, how the run gets on from `begin` to `end`.
template <class Work>
void ParallelFor(std::size_t count, const Work& work, const ShareDone& progress, double begin, double end) {
  std::atomic<std::size_t> done = 0;
  ParallelFor(count, [&](std::size_t i) {
    work(i);
    const double share = static_cast<double>(++done) / static_cast<double>(count);
    if (progress) progress(begin + share * (end - begin));
  });
}

}  // namespace guidec

#endif  // GUIDEC_BASE_PARALLEL_H_
