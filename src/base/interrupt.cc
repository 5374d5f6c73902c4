#include "base/interrupt.h"

#include <csignal>
#include <initializer_list>

namespace guidec {
namespace {

volatile std::sig_atomic_t interrupted = 0;

}  // namespace

void CatchInterrupts() {
  struct sigaction action {};
  action.sa_handler = [](int signal) {
    if (interrupted != 0) {
      std::signal(signal, SIG_DFL);
      std::raise(signal);
    }
    interrupted = 1;
  };
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
