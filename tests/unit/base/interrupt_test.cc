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

TEST_CASE("a second signal that asks to end ends the program, whichever came first") {
  for (const int second : {SIGINT, SIGTERM, SIGHUP}) {
    INFO(second);
    const Ended ended = RunChild([&] {
      CatchInterrupts();
      std::raise(SIGTERM);
      std::raise(second);
    });
    CHECK(ended.status == 128 + second);
  }
}

}  // namespace interrupt_test
}  // namespace guidec
