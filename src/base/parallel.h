// Runs work on all processors that the command line allows.
#ifndef GUIDEC_BASE_PARALLEL_H_
#define GUIDEC_BASE_PARALLEL_H_

#include <cstddef>
#include <functional>

namespace guidec {

// Calls `work(i)` for every i below `count`, in any order and on any thread, and returns when all are done:
// what `work` changes is either its own or guarded. Loops may be nested; a thread that waits for an inner
// one takes up no more of an outer one, so that no more is held at a time than there are threads.
void ParallelFor(std::size_t count, const std::function<void(std::size_t)>& work);

// Calls both, on any thread, and returns when both are done.
void ParallelInvoke(const std::function<void()>& first, const std::function<void()>& second);

// Told, from any thread, which share of a run is done: from 0 to 1, and not always more than before.
using ShareDone = std::function<void(double share)>;

// The same, and tells `progress`, which may be empty, how the run gets on from `begin` to `end`.
void ParallelFor(std::size_t count, const std::function<void(std::size_t)>& work, const ShareDone& progress,
                 double begin, double end);

}  // namespace guidec

#endif  // GUIDEC_BASE_PARALLEL_H_
