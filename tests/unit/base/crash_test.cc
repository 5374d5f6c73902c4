#include <pthread.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "base/crash.h"
#include "base/memory.h"
#include "base/parallel.h"
#include "base/sanitizer.h"
#include "unit/base/child.h"

#ifndef GUIDEC_SANITIZED

namespace guidec {
namespace crash_test {

constexpr char kBug[] =
    "guidec: this is a bug in guidec; please report it with the files that cause it\n  guidec 1.2.3, ";

// What is reported of the work.
Ended RunReported(const std::function<void()>& work) {
  return RunChild([&] {
    EndWhenOutOfMemory();
    ReportCrashes("1.2.3");
    work();
  });
}

// The compiler warns of a `throw` that it sees.
template <class Exception>
void Throw(const Exception& exception) {
  throw exception;
}

// Calls itself until the stack ends. The compiler cannot tell that it does not stop.
std::size_t Recurse(volatile std::size_t* depth) {
  volatile char frame[1024];
  *depth = *depth + 1;
  frame[0] = static_cast<char>(*depth);
  return *depth == 0 ? 0 : Recurse(depth) + static_cast<std::size_t>(frame[0]);
}

void RunOutOfStack() {
  volatile std::size_t depth = 0;
  Recurse(&depth);
}

TEST_CASE("a signal that only a bug raises is reported, with what was worked on") {
  struct Case {
    int signal;
    const char* name;
  };
  for (const auto& [signal, name] : {Case{SIGSEGV, "SIGSEGV"}, Case{SIGBUS, "SIGBUS"}, Case{SIGFPE, "SIGFPE"},
                                     Case{SIGILL, "SIGILL"}, Case{SIGABRT, "SIGABRT"}}) {
    INFO(name);
    const Ended ended = RunReported([signal] {
      const WorkingOn outer("checking", "spelling");
      const WorkingOn working_on("reading", "exercises/plank.yaml");
      std::raise(signal);
    });
    CHECK(ended.status == 3);
    CHECK(ended.said == fmt::format("{}{} (signal {}), while it was reading `exercises/plank.yaml`\n", kBug, name,
                                    signal));
  }
}

TEST_CASE("a report says what was worked on then, as far as it is known") {
  CHECK(RunReported([] { std::raise(SIGSEGV); }).said == std::string(kBug) + "SIGSEGV (signal 11)\n");
  const Ended after = RunReported([] {
    const WorkingOn outer("checking");
    { const WorkingOn inner("reading", "exercises/plank.yaml"); }
    std::raise(SIGSEGV);
  });
  CHECK(after.said == std::string(kBug) + "SIGSEGV (signal 11), while it was checking\n");
  const Ended outside = RunReported([] {
    { const WorkingOn working_on("checking"); }
    std::raise(SIGSEGV);
  });
  CHECK(outside.said == std::string(kBug) + "SIGSEGV (signal 11)\n");
}

TEST_CASE("a report has the beginning of a long name, and never more than it has room for") {
  const std::string name(700, 'n');
  const Ended cut = RunReported([&] {
    const WorkingOn working_on("reading", name);
    std::raise(SIGSEGV);
  });
  CHECK(cut.said == fmt::format("{}SIGSEGV (signal 11), while it was reading `{}`\n", kBug, name.substr(0, 500)));
  const std::string stage(3000, 's');
  const Ended full = RunReported([&] {
    const WorkingOn working_on(stage, name);
    std::raise(SIGSEGV);
  });
  CHECK(full.said.size() == 2000);
  CHECK(full.said.ends_with("sss"));
}

TEST_CASE("memory that is not there has nothing to do with the stack") {
  const Ended ended = RunReported([] {
    void* page = ::mmap(nullptr, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    *static_cast<volatile char*>(page) = 1;
  });
  CHECK(ended.status == 3);
  CHECK(ended.said == std::string(kBug) + "SIGSEGV (signal 11)\n");
}

TEST_CASE("a report has no control of a terminal in it, from whatever file") {
  for (const auto& [name, shown] : {std::pair{"a\x1B[2J\xC2\x9B\x7F\xC3\x9Bz", "a?[2J???\xC3\x9Bz"},
                                    {"\x01\x1F \x7E", "?? \x7E"},
                                    {"\xC2\x80\xC2\x9F\xC2\xA0\xC2", "????\xC2\xA0\xC2"},
                                    {"\x80\xC3\x80", "\x80\xC3\x80"}}) {
    const char* what = name;
    const Ended ended = RunReported([what] {
      const WorkingOn working_on("reading", what);
      std::raise(SIGSEGV);
    });
    CHECK(ended.said == fmt::format("{}SIGSEGV (signal 11), while it was reading `{}`\n", kBug, shown));
  }
}

TEST_CASE("a stack that runs out is reported, in the main thread and in others") {
  const Ended in_main = RunReported(RunOutOfStack);
  CHECK(in_main.status == 3);
  CHECK_THAT(in_main.said, Catch::Contains("the stack ran out"));
  const Ended in_worker = RunReported([] {
    const pthread_t main = ::pthread_self();
    ParallelFor(64, [&](std::size_t) {
      if (::pthread_equal(::pthread_self(), main) != 0) {
        ::usleep(20'000);
        return;
      }
      ::usleep(200'000);
    });
    ParallelFor(64, [&](std::size_t) {
      if (::pthread_equal(::pthread_self(), main) == 0) RunOutOfStack();
      ::usleep(20'000);
    });
  });
  CHECK(in_worker.status == 3);
  CHECK_THAT(in_worker.said, Catch::Contains("the stack ran out"));
}

TEST_CASE("an exception that nothing catches is a bug") {
  const Ended ended = RunReported([] { []() noexcept { Throw(std::runtime_error("why")); }(); });
  CHECK(ended.status == 3);
  CHECK_THAT(ended.said, Catch::Contains("SIGABRT"));
}

TEST_CASE("a lack of memory is none, however it is found out") {
  const auto refuse_memory = [] {
    const rlimit limit{200'000'000, 200'000'000};
    ::setrlimit(RLIMIT_AS, &limit);
  };
  const std::function<void()> ways[] = {
      [] { std::vector<char>(1 << 30)[0] = 1; },
      [] { *static_cast<volatile char*>(std::malloc(1 << 30)) = 1; },
      [] { *static_cast<volatile char*>(std::calloc(1 << 15, 1 << 15)) = 1; },
      [] { *static_cast<volatile char*>(std::realloc(nullptr, 1 << 30)) = 1; },
      [] { []() noexcept { Throw(std::bad_alloc()); }(); },
      [] { ParallelFor(8, [](std::size_t) { std::vector<char>(1 << 30)[0] = 1; }); },
  };
  for (std::size_t i = 0; i < std::size(ways); ++i) {
    INFO(i);
    const Ended ended = RunReported([&] {
      refuse_memory();
      ways[i]();
    });
    CHECK(ended.status == 2);
    CHECK_THAT(ended.said, Catch::StartsWith("error: out of memory\n  hint: "));
  }
}

TEST_CASE("a stack that the machine has no memory for is no bug") {
  const Ended ended = RunReported([] {
    // Nothing more is given: the stack cannot grow.
    const rlimit limit{1, 1};
    ::setrlimit(RLIMIT_AS, &limit);
    RunOutOfStack();
  });
  CHECK(ended.status == 2);
  CHECK_THAT(ended.said, Catch::StartsWith("error: out of memory"));
}

}  // namespace crash_test
}  // namespace guidec

#endif
