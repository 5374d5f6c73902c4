#include "base/launch.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <thread>
#include <utility>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "base/pipe.h"

namespace guidec {
namespace launch_test {

struct Ran {
  std::string out;
  int status = -1;
};

// Runs a shell command and waits for it.
Ran Run(const std::string& command, Launch launch = {}) {
  Pipe output;
  REQUIRE(output.Open());
  const int null = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  launch.program = "/bin/sh";
  launch.arguments = {"sh", "-c", command};
  launch.descriptors = {null, output.write, null};
  auto started = Child::Start(launch);
  REQUIRE(started);
  Child child = *std::move(started);
  Pipe::Close(output.write);
  ::close(null);
  Ran ran;
  char buffer[4096];
  for (ssize_t count; (count = ::read(output.read, buffer, sizeof buffer)) > 0;) {
    ran.out.append(buffer, static_cast<std::size_t>(count));
  }
  for (int tries = 0; tries < 1000 && ran.status < 0; ++tries) {
    if (const auto status = child.Ended()) {
      ran.status = *status;
    } else {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }
  CHECK(child.pid() == -1);
  CHECK_FALSE(child.Ended());
  return ran;
}

TEST_CASE("a program has the environment, the folder and the memory that it is given, and no more") {
  // What a shell adds is left out.
  const std::string show = "/usr/bin/env | grep -v -e ^PWD= -e ^_= -e ^SHLVL= | sort; pwd";
  Launch launch;
  launch.environment = {"A=b", "C=d e"};
  launch.directory = "/";
  CHECK(Run(show, launch).out == "A=b\nC=d e\n/\n");
  rlimit limit{};
  REQUIRE(::getrlimit(RLIMIT_DATA, &limit) == 0);
  CHECK(Run("ulimit -d").out ==
        (limit.rlim_cur == RLIM_INFINITY ? std::string("unlimited\n") : fmt::format("{}\n", limit.rlim_cur / 1024)));
  launch.memory = 1 << 30;
  CHECK(Run("ulimit -d", launch).out == "1048576\n");
}

TEST_CASE("a program ends with a status as waitpid gives it") {
  const Ran ended = Run("exit 3");
  CHECK(WIFEXITED(ended.status));
  CHECK(WEXITSTATUS(ended.status) == 3);
  const Ran killed = Run("kill -9 $$");
  CHECK(WIFSIGNALED(killed.status));
  CHECK(WTERMSIG(killed.status) == SIGKILL);
}

TEST_CASE("a program leads no group of its own, and is in ours no more") {
  const Ran ran = Run("cut -d ' ' -f 1,5 < /proc/$$/stat");
  const std::size_t blank = ran.out.find(' ');
  REQUIRE(blank != std::string::npos);
  const std::string group = ran.out.substr(blank + 1);
  CHECK(group != ran.out.substr(0, blank) + "\n");
  CHECK(group != fmt::format("{}\n", ::getpgrp()));
}

}  // namespace launch_test
}  // namespace guidec
