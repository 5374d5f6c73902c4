#include "base/memory.h"

#include <csignal>
#include <cstdint>
#include <exception>
#include <new>
#include <system_error>

#include <catch2/catch.hpp>

#include "base/sanitizer.h"
#include "unit/base/child.h"

namespace guidec {
namespace memory_test {

constexpr char kNoMemory[] =
    "error: out of memory\n"
    "  hint: give guidec more (`ulimit -v`, or the container's limit), or start fewer threads with `--jobs 1`\n";
constexpr char kNoThreads[] =
    "error: no more threads can be started\n"
    "  hint: raise what limits them (`ulimit -u`, or the container's limit on processes), or start fewer with "
    "`--jobs 1`\n";

// The compiler warns of a `throw` that it sees.
template <class Exception>
void Throw(const Exception& exception) {
  throw exception;
}

template <class Exception>
void ThrowPastNoexcept(const Exception& exception) {
  [&]() noexcept { Throw(exception); }();
}

TEST_CASE("without memory or threads, the program says so and ends") {
  const Ended no_memory = RunChild(EndOutOfMemory);
  CHECK(no_memory.status == 2);
  CHECK(no_memory.said == kNoMemory);
  // There is room for the stack, so that it is the threads that are too many.
  const Ended no_threads = RunChild([] { EndWithoutThread(8 << 20); });
  CHECK(no_threads.status == 2);
  CHECK(no_threads.said == kNoThreads);
#ifndef GUIDEC_SANITIZED
  const Ended no_stack = RunChild([] { EndWithoutThread(SIZE_MAX / 2); });
  CHECK(no_stack.status == 2);
  CHECK(no_stack.said == kNoMemory);
#endif
}

#ifndef GUIDEC_SANITIZED
TEST_CASE("of what nothing catches, only a lack of memory or threads ends the program so") {
  const auto ended = [](const std::function<void()>& work) {
    return RunChild([&] {
      EndWhenOutOfMemory();
      work();
    });
  };
  const Ended no_memory = ended([] { ThrowPastNoexcept(std::bad_alloc()); });
  CHECK(no_memory.status == 2);
  CHECK(no_memory.said == kNoMemory);
  const auto failure = [](std::errc reason) {
    return [reason] { ThrowPastNoexcept(std::system_error(std::make_error_code(reason))); };
  };
  CHECK(ended(failure(std::errc::resource_unavailable_try_again)).said == kNoMemory);
  const std::function<void()> others[] = {failure(std::errc::io_error), [] { ThrowPastNoexcept(3); },
                                          [] { std::terminate(); }};
  for (const auto& other : others) {
    // The standard library's own last words.
    const Ended terminated = ended(other);
    CHECK(terminated.status == 128 + SIGABRT);
    CHECK(terminated.said.starts_with("terminate called "));
  }
}
#endif

}  // namespace memory_test
}  // namespace guidec
