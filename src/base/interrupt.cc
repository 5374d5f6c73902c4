#include "base/interrupt.h"

#include <time.h>

#include <csignal>
#include <cstdint>
#include <initializer_list>

namespace guidec {
namespace {

volatile std::sig_atomic_t interrupted = 0;
volatile std::int64_t first_at = 0;  // of the handler alone

// `timeout` and shells send one signal twice, to the program and to its group.
constexpr std::int64_t kOneSignal = 500;  // milliseconds

std::int64_t Now() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

void Take(int signal) {
  if (interrupted == 0) {
    first_at = Now();
    interrupted = 1;
  } else if (Now() - first_at > kOneSignal) {
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
}

}  // namespace

void CatchInterrupts() {
  struct sigaction action {};
  action.sa_handler = Take;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    ::sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_IGN) ::sigaction(signal, &action, nullptr);
  }
}

bool Interrupted() {
  return interrupted != 0;
}

}  // namespace guidec
