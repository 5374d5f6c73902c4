#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "base/process.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "base/hash.h"

namespace guidec {
namespace {

TEST_CASE("a program gets its input and gives both its outputs and its status") {
  Processes processes;
  const auto finished = processes.Run({.argv = {"sh", "-c", "cat; echo oops >&2; exit 3"}, .input = "in"});
  REQUIRE(finished);
  CHECK(finished->out == "in");
  CHECK(finished->err == "oops\n");
  CHECK(finished->status == 3);
}

TEST_CASE("lines are told as they come, and only whole ones") {
  Processes processes;
  std::vector<std::string> lines;
  const auto finished = processes.Run({.argv = {"printf", "one\\ntwo\\nrest"},
                                       .on_line = [&](std::string_view line) { lines.emplace_back(line); }});
  REQUIRE(finished);
  CHECK(lines == std::vector<std::string>{"one", "two"});
}

TEST_CASE("the time limit counts from the last line that is waited for") {
  Processes impatient({.time = std::chrono::seconds(2)});
  const std::vector<std::string> slow = {"sh", "-c", "for i in 1 2 3; do sleep 0.9; echo $i; done"};
  CHECK(impatient.Run({.argv = slow, .on_line = [](std::string_view) {}}));
  CHECK_FALSE(impatient.Run({.argv = slow}));
}

TEST_CASE("more than a pipe holds goes through, in both directions") {
  Processes processes;
  const std::string large(3'000'000, 'x');
  const auto finished = processes.Run({.argv = {"cat"}, .input = large});
  REQUIRE(finished);
  CHECK(finished->out == large);
}

TEST_CASE("a program that ignores its input is no failure") {
  Processes processes;
  const auto finished = processes.Run({.argv = {"true"}, .input = std::string(1'000'000, 'x')});
  REQUIRE(finished);
  CHECK(finished->status == 0);
}

TEST_CASE("folder and environment are those asked for") {
  Processes processes;
  const auto finished = processes.Run({.argv = {"sh", "-c", "pwd; echo $GUIDEC_TEST"},
                                       .directory = "/",
                                       .environment = {{"GUIDEC_TEST", "yes"}}});
  REQUIRE(finished);
  CHECK(finished->out == "/\nyes\n");
}

TEST_CASE("a missing program, an overrun and a signal are told apart") {
  Processes processes;
  const auto missing = processes.Run({.argv = {"guidec-no-such-program"}});
  REQUIRE_FALSE(missing);
  CHECK(missing.error().message == "`guidec-no-such-program` is not installed or not in PATH");

  Processes impatient({.time = std::chrono::seconds(1)});
  const auto overrun = impatient.Run({.argv = {"sleep", "30"}});
  REQUIRE_FALSE(overrun);
  CHECK(overrun.error().message == "`sleep` did not finish within 1 s and was ended");

  // Its outputs are closed early, yet it stays.
  CHECK_FALSE(impatient.Run({.argv = {"sh", "-c", "exec >&- 2>&-; sleep 30"}}));

  const auto killed = processes.Run({.argv = {"sh", "-c", "kill -9 $$"}});
  REQUIRE(killed);
  CHECK(killed->status == 128 + 9);
}

TEST_CASE("a program that prints without end is ended") {
  Processes processes({.output = 1'000'000});
  for (const char* flood : {"yes", "yes >&2"}) {
    const auto finished = processes.Run({.argv = {"sh", "-c", flood}});
    REQUIRE_FALSE(finished);
    CHECK(finished.error().message == "`sh` printed more than 1000000 bytes and was ended");
    CHECK(finished.error().hint.find("--limit tool-output=N") != std::string::npos);
  }
}

// Fills memory, as a string that is doubled, until it is ended.
constexpr char kGrow[] = "x=0123456789abcdef; while :; do x=$x$x; done";

TEST_CASE("a program that takes all memory is ended, and so is one that it started") {
  Processes processes({.memory = 64 << 20});
  for (const std::string& grow : {std::string(kGrow), "( " + std::string(kGrow) + " ) & wait"}) {
    const auto finished = processes.Run({.argv = {"sh", "-c", grow}});
    REQUIRE_FALSE(finished);
    CHECK(finished.error().message == "`sh` took more than 67108864 bytes of memory and was ended");
    CHECK(finished.error().hint.find("--limit tool-memory=N") != std::string::npos);
  }
}

TEST_CASE("what is short of descriptors is not said to be missing") {
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
  int failed = 0;
  for (rlim_t most = 3; most < 24; ++most) {
    const rlimit few{most, before.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_NOFILE, &few) == 0);
    const auto finished = Processes().Run({.argv = {"true"}});
    REQUIRE(::setrlimit(RLIMIT_NOFILE, &before) == 0);
    if (finished) continue;
    ++failed;
    CHECK(finished.error().message == "cannot start `true`: Too many open files");
    CHECK(finished.error().hint.find("ulimit -n") != std::string::npos);
  }
  CHECK(failed > 0);
}

TEST_CASE("no descriptor stays open for a program that has ended") {
  const auto open = [] {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), std::filesystem::directory_iterator());
  };
  const auto before = open();
  for (const char* program : {"true", "false", "no-such-program"}) (void)Processes().Run({.argv = {program}});
  CHECK(open() == before);
}

TEST_CASE("no program gets a socket") {
  // Python says which error it met; elsewhere the filter is unknown.
#if defined(__x86_64__) || defined(__aarch64__)
  for (const char* family : {"AF_INET", "AF_INET6", "AF_UNIX", "AF_NETLINK"}) {
    const auto finished = Processes().Run(
        {.argv = {"python3", "-c", fmt::format("import socket; socket.socket(socket.{})", family)}});
    REQUIRE(finished);
    CHECK(finished->status != 0);
    CHECK(finished->err.find("Permission denied") != std::string::npos);
  }
#endif
}

bool IsAlive(pid_t process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/stat");
  std::string number;
  std::string name;
  std::string state;
  return status >> number >> name >> state && state != "Z" && state != "X";
}

// Whether it ends at once: within five seconds, where the machine is busy.
bool Ends(pid_t process) {
  for (int tries = 0; tries < 500; ++tries) {
    if (!IsAlive(process)) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

TEST_CASE("nothing that was started outlives us, though we are killed") {
  // The program and one that it starts, neither of which minds being asked to end.
  constexpr char kStay[] =
      "trap '' HUP TERM; sh -c 'echo $$; while :; do :; done' & echo $$; while :; do :; done";
  std::array<int, 2> pipe{};
  REQUIRE(::pipe(pipe.data()) == 0);
  const pid_t parent = ::fork();
  if (parent == 0) {
    // From a thread that is not the first, as guidec's tools are.
    std::thread([&] {
      (void)Processes().Run({.argv = {"sh", "-c", kStay}, .on_line = [&](std::string_view line) {
                               const std::string text = std::string(line) + "\n";
                               (void)!::write(pipe[1], text.data(), text.size());
                             }});
    }).join();
    ::_exit(0);
  }
  ::close(pipe[1]);
  std::FILE* lines = ::fdopen(pipe[0], "r");
  std::vector<pid_t> started(2);
  for (pid_t& process : started) REQUIRE(std::fscanf(lines, "%d", &process) == 1);
  for (const pid_t process : started) CHECK(IsAlive(process));
  ::kill(parent, SIGKILL);
  ::waitpid(parent, nullptr, 0);
  for (const pid_t process : started) {
    CHECK(Ends(process));
    ::kill(process, SIGKILL);
  }
  std::fclose(lines);
}

TEST_CASE("a program ends only with its own parent, not with another thread of it") {
  // A thread that started one before ends while another waits.
  std::thread([] { CHECK(Processes().Run({.argv = {"true"}})); }).join();
  std::thread other([] { std::this_thread::sleep_for(std::chrono::milliseconds(100)); });
  const auto finished = Processes().Run({.argv = {"sh", "-c", "sleep 0.5; echo done"}});
  other.join();
  REQUIRE(finished);
  CHECK(finished->out == "done\n");
}

TEST_CASE("what a program leaves behind is ended with it") {
  Processes processes;
  const auto finished = processes.Run(
      {.argv = {"sh", "-c", "sh -c 'trap \"\" TERM; exec >&- 2>&-; while :; do :; done' & echo $!"}});
  REQUIRE(finished);
  CHECK(Ends(std::stoi(finished->out)));
}

TEST_CASE("SHA-256 of a known text") {
  // FIPS 180-2, appendix B.1.
  CHECK(Sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace guidec
