#include "base/memory.h"

#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <exception>
#include <new>
#include <string_view>
#include <system_error>

namespace guidec {
namespace {

constexpr int kOutOfMemoryStatus = 2;
constexpr std::string_view kMessage =
    "error: out of memory\n"
    "  hint: give guidec more (`ulimit -v`, or the container's limit), or start fewer threads with `--jobs "
    "1`\n";
constexpr std::string_view kThreadMessage =
    "error: no more threads can be started\n"
    "  hint: raise what limits them (`ulimit -u`, or the container's limit on processes), or start fewer with "
    "`--jobs 1`\n";

std::terminate_handler terminate_otherwise = nullptr;

// Where an exception may not pass, as in a destructor, it ends here. Threads that cannot be started have no
// memory for their stacks.
[[noreturn]] void Terminate() {
  if (const std::exception_ptr exception = std::current_exception()) {
    try {
      std::rethrow_exception(exception);
    } catch (const std::bad_alloc&) {
      EndOutOfMemory();
    } catch (const std::system_error& error) {
      if (error.code() == std::errc::resource_unavailable_try_again) EndOutOfMemory();
    } catch (...) {
    }
  }
  if (terminate_otherwise != nullptr) terminate_otherwise();
  std::abort();
}

[[noreturn]] void End(std::string_view message) {
  static std::atomic_flag is_ending = ATOMIC_FLAG_INIT;
  // Said once, however many threads find out.
  if (is_ending.test_and_set()) {
    while (true) ::pause();
  }
  [[maybe_unused]] const auto ignored = ::write(STDERR_FILENO, message.data(), message.size());
  ::_exit(kOutOfMemoryStatus);
}

}  // namespace

void EndOutOfMemory() {
  End(kMessage);
}

void EndWithoutThread(std::size_t stack_size) {
  // glibc has one number (EAGAIN) for both.
  const void* stack =
      ::mmap(nullptr, stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
  End(stack == MAP_FAILED ? kMessage : kThreadMessage);
}

void EndWhenOutOfMemory() {
  std::set_new_handler(EndOutOfMemory);
  terminate_otherwise = std::set_terminate(Terminate);
}

}  // namespace guidec
