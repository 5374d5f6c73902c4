#include "base/parallel.h"

#include <atomic>

#include <tbb/parallel_for.h>
#include <tbb/parallel_invoke.h>
#include <tbb/task_arena.h>

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#include <sanitizer/tsan_interface.h>
#define GUIDEC_THREAD_SANITIZER
// It does not see what a function itself reads and writes; what it calls, it sees.
#define GUIDEC_UNSEEN __attribute__((no_sanitize("thread")))
#endif
#endif
#ifndef GUIDEC_UNSEEN
#define GUIDEC_UNSEEN
#endif

namespace guidec {
namespace {

// ThreadSanitizer does not see oneTBB, which is compiled without it, hand work to other threads. It is told that
// what stands before comes before each piece of work, and all pieces before what follows; the pieces are in no
// order among themselves. Otherwise this is nothing.
class HandedOver {
 public:
#ifdef GUIDEC_THREAD_SANITIZER
  HandedOver() { __tsan_release(&begin_); }
  ~HandedOver() { __tsan_acquire(&end_); }
  HandedOver(const HandedOver&) = delete;
  HandedOver& operator=(const HandedOver&) = delete;
#endif

  template <class Work>
  void Do(const Work& work) const {
#ifdef GUIDEC_THREAD_SANITIZER
    __tsan_acquire(&begin_);
    work();
    __tsan_release(&end_);
#else
    work();
#endif
  }

 private:
#ifdef GUIDEC_THREAD_SANITIZER
  mutable char begin_ = 0;
  mutable char end_ = 0;
#endif
};

}  // namespace

void ParallelFor(std::size_t count, const std::function<void(std::size_t)>& work) {
  const HandedOver handed_over{};
  const auto one = [&](std::size_t i) GUIDEC_UNSEEN { handed_over.Do([&] { work(i); }); };
  tbb::this_task_arena::isolate([&] { tbb::parallel_for(std::size_t{0}, count, one); });
}

void ParallelInvoke(const std::function<void()>& first, const std::function<void()>& second) {
  const HandedOver handed_over{};
  tbb::parallel_invoke([&]() GUIDEC_UNSEEN { handed_over.Do(first); },
                       [&]() GUIDEC_UNSEEN { handed_over.Do(second); });
}

void ParallelFor(std::size_t count, const std::function<void(std::size_t)>& work, const ShareDone& progress,
                 double begin, double end) {
  std::atomic<std::size_t> done = 0;
  ParallelFor(count, [&](std::size_t i) {
    work(i);
    const double share = static_cast<double>(++done) / static_cast<double>(count);
    if (progress) progress(begin + share * (end - begin));
  });
}

}  // namespace guidec
