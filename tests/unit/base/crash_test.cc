// Each case ends a program of its own: a child of this one.
#include <pthread.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/crash.h"
#include "base/memory.h"
#include "base/parallel.h"
#include "base/sanitizer.h"

#ifndef GUIDEC_SANITIZED

namespace guidec {
namespace {

struct Ended {
  int status = -1;  // 128 and the signal where one ended it
  std::string said;
};

Ended RunChild(const std::function<void()>& work) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::dup2(ends[1], STDERR_FILENO);
    ::close(ends[0]);
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    EndWhenOutOfMemory();
    ReportCrashes("1.2.3");
    work();
    ::_exit(0);
  }
  ::close(ends[1]);
  Ended ended;
  char buffer[4096];
  for (ssize_t count; (count = ::read(ends[0], buffer, sizeof buffer)) > 0;)
    ended.said.append(buffer, static_cast<std::size_t>(count));
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  ended.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return ended;
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
    const Ended ended = RunChild([signal] {
      const WorkingOn outer("checking", "spelling");
      const WorkingOn working_on("reading", "exercises/plank.yaml");
      std::raise(signal);
    });
    CHECK(ended.status == 3);
    CHECK_THAT(ended.said, Catch::Contains("this is a bug in guidec; please report it"));
    CHECK_THAT(ended.said, Catch::Contains("guidec 1.2.3"));
    CHECK_THAT(ended.said, Catch::Contains(name));
    CHECK_THAT(ended.said, Catch::Contains("while it was reading `exercises/plank.yaml`"));
    CHECK_THAT(ended.said, !Catch::Contains("spelling"));
  }
}

TEST_CASE("a report has no control of a terminal in it, from whatever file") {
  const Ended ended = RunChild([] {
    const WorkingOn working_on("reading", "a\x1B[2J\xC2\x9B\x7F\xC3\x9Bz");
    std::raise(SIGSEGV);
  });
  CHECK_THAT(ended.said, Catch::Contains("while it was reading `a?[2J???\xC3\x9Bz`"));
}

TEST_CASE("a stack that runs out is reported, in the main thread and in others") {
  const Ended in_main = RunChild(RunOutOfStack);
  CHECK(in_main.status == 3);
  CHECK_THAT(in_main.said, Catch::Contains("the stack ran out"));
  const Ended in_worker = RunChild([] {
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
  const Ended ended = RunChild([] { []() noexcept { Throw(std::runtime_error("why")); }(); });
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
    const Ended ended = RunChild([&] {
      refuse_memory();
      ways[i]();
    });
    CHECK(ended.status == 2);
    CHECK_THAT(ended.said, Catch::StartsWith("error: out of memory\n  hint: "));
  }
}

TEST_CASE("a stack that the machine has no memory for is no bug") {
  const Ended ended = RunChild([] {
    // Nothing more is given: the stack cannot grow.
    const rlimit limit{1, 1};
    ::setrlimit(RLIMIT_AS, &limit);
    RunOutOfStack();
  });
  CHECK(ended.status == 2);
  CHECK_THAT(ended.said, Catch::StartsWith("error: out of memory"));
}

}  // namespace
}  // namespace guidec

#endif
