#include "base/interrupt.h"

#include <csignal>

#include <catch2/catch.hpp>

#include "unit/base/child.h"

namespace guidec {
namespace interrupt_test {

TEST_CASE("a signal that asks to end sets a flag, unless whoever started us had it ignored") {
  CHECK_FALSE(Interrupted());
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    for (const bool is_ignored : {false, true}) {
      INFO(signal << " " << is_ignored);
      const Ended ended = RunChild([&] {
        if (is_ignored) std::signal(signal, SIG_IGN);
        CatchInterrupts();
        if (Interrupted()) ::_exit(10);
        std::raise(signal);
        ::_exit(Interrupted() ? 1 : 0);
      });
      CHECK(ended.status == (is_ignored ? 0 : 1));
    }
  }
}

TEST_CASE("another signal that asks to end ends the program, unless it is the first one's double") {
  for (const int second : {SIGINT, SIGTERM, SIGHUP}) {
    for (const bool is_double : {false, true}) {
      INFO(second << " " << is_double);
      const Ended ended = RunChild([&] {
        CatchInterrupts();
        std::raise(SIGTERM);
        if (!is_double) ::usleep(600'000);
        std::raise(second);
      });
      CHECK(ended.status == (is_double ? 0 : 128 + second));
    }
  }
}

}  // namespace interrupt_test
}  // namespace guidec
