#include <fcntl.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/process.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "base/hash.h"
#include "base/interrupt.h"
#include "base/pipe.h"
#include "base/sanitizer.h"
#include "base/standard_streams.h"
#include "unit/base/child.h"
#include "unit/base/folder.h"

namespace guidec {
namespace process_test {

constexpr char kTooMany[] = "too many files are open; `ulimit -n` shows how many may be, and raises it";

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

TEST_CASE("a variable that is set takes the place of ours, and the others stay") {
  ::setenv("GUIDEC_TEST", "ours", 1);
  ::setenv("GUIDEC_TEST_TOO", "ours=too", 1);
  const auto finished = Processes().Run({.argv = {"sh", "-c", "env | grep ^GUIDEC_TEST | sort"},
                                         .environment = {{"GUIDEC_TEST", "theirs"}, {"GUIDEC_TEST_NEW", ""}}});
  ::unsetenv("GUIDEC_TEST");
  ::unsetenv("GUIDEC_TEST_TOO");
  REQUIRE(finished);
  CHECK(finished->out == "GUIDEC_TEST=theirs\nGUIDEC_TEST_NEW=\nGUIDEC_TEST_TOO=ours=too\n");
}

TEST_CASE("a program has the usual signals, whatever is ignored here, and may leave no core") {
  const auto status = [](const char* command) { return Processes().Run({.argv = {"sh", "-c", command}})->status; };
  const auto ignored = ::signal(SIGXFSZ, SIG_IGN);
  CHECK(status("kill -PIPE $$") == 128 + SIGPIPE);
  CHECK(status("kill -XFSZ $$") == 128 + SIGXFSZ);
  CHECK(status("kill -TERM $$") == 128 + SIGTERM);
  ::signal(SIGXFSZ, ignored);
  // Twice what it may use, and a reserve, in units of 1024 bytes.
  const auto limits = Processes({.memory = 64 << 20}).Run({.argv = {"sh", "-c", "ulimit -c; ulimit -d"}});
  REQUIRE(limits);
  CHECK(limits->out == "0\n1179648\n");
#ifndef GUIDEC_SANITIZED  // which has more memory than that
  const Ended ended = RunChild([] {
    const rlimit low{100 << 20, 100 << 20};
    ::setrlimit(RLIMIT_DATA, &low);
    const auto lower = Processes().Run({.argv = {"sh", "-c", "ulimit -d"}});
    (void)!::write(2, lower->out.data(), lower->out.size());
  });
  CHECK(ended.said == "102400\n");
#endif
}

TEST_CASE("a program that is ended is asked first, and a run that is interrupted ends it") {
  const Folder folder;
  const std::string path = (folder / "asked").string();
  const std::string stay = fmt::format("trap 'echo bye > {}; exit' TERM; while :; do sleep 0.01; done", path);
  CHECK_FALSE(Processes({.time = std::chrono::seconds(1)}).Run({.argv = {"sh", "-c", stay}}));
  CHECK(Disk().Read(path, 10).value() == "bye\n");
  const Ended ended = RunChild([] {
    CatchInterrupts();
    std::raise(SIGINT);
    const auto finished = Processes().Run({.argv = {"sleep", "30"}});
    Say("{}{}", finished.error().message, finished.error().hint);
  });
  CHECK(ended.said == "interrupted");
}

TEST_CASE("a line may come in parts, and be empty") {
  std::vector<std::string> lines;
  const auto finished =
      Processes().Run({.argv = {"sh", "-c", "printf a; sleep 0.1; printf 'b\\n\\nc'; sleep 0.1; echo"},
                       .on_line = [&](std::string_view line) { lines.emplace_back(line); }});
  REQUIRE(finished);
  CHECK(finished->out == "ab\n\nc\n");
  CHECK(lines == std::vector<std::string>{"ab", "", "c"});
}

TEST_CASE("as much as may be printed is, on both outputs together") {
  Processes processes({.output = 10});
  const auto print = [&](const char* command) { return processes.Run({.argv = {"sh", "-c", command}}).has_value(); };
  CHECK(print("printf 0123456789"));
  CHECK(print("printf 01234; printf 56789 >&2"));
  CHECK_FALSE(print("printf 0123456789a"));
  CHECK_FALSE(print("printf 012345; printf 56789 >&2"));
}

TEST_CASE("a program is the first file of its name in PATH that runs") {
  const Folder folder;
  Disk disk;
  for (const char* name : {"one/folder/sub", "two"}) REQUIRE(disk.CreateDirectories(folder / name));
  fs::rename(folder / "one/folder", folder / "one/tool-a");  // no file
  for (const char* name : {"one/tool-b", "one/tool-c", "two/tool-a", "two/tool-b", "two/tool-c"}) {
    REQUIRE(disk.Write(folder / name, "#!/bin/sh\npwd\n"));
    if (std::string_view(name) != "one/tool-b") fs::permissions(folder / name, fs::perms::owner_all);
  }
  const std::string before = ::getenv("PATH");
  const fs::path here = fs::current_path();
  ::setenv("PATH", fmt::format("{}:{}", (folder / "one").string(), (folder / "two").string()).c_str(), 1);
  CHECK(FindProgram("tool-a") == folder / "two/tool-a");
  CHECK(FindProgram("tool-b") == folder / "two/tool-b");
  CHECK(FindProgram("tool-c") == folder / "one/tool-c");
  CHECK(FindProgram("tool-d") == std::nullopt);
  fs::current_path(folder / "two");
  ::setenv("PATH", "none::/bin", 1);
  CHECK(FindProgram("tool-a") == fs::path("./tool-a"));
  const auto elsewhere = Processes().Run({.argv = {"tool-a"}, .directory = "/"});
  ::unsetenv("PATH");
  CHECK(FindProgram("sh") == fs::path("/bin/sh"));
  fs::current_path(here);
  ::setenv("PATH", before.c_str(), 1);
  REQUIRE(elsewhere);
  CHECK(elsewhere->out == "/\n");
}

TEST_CASE("a program that cannot start says why") {
  const Folder folder;
  REQUIRE(Disk().Write(folder / "guidec-no-program", "\x7F" "ELF"));
  fs::permissions(folder / "guidec-no-program", fs::perms::owner_all);
  const std::string before = ::getenv("PATH");
  ::setenv("PATH", (folder.path().string() + ":" + before).c_str(), 1);
  CHECK(Told(Processes().Run({.argv = {"guidec-no-program"}})) ==
        "cannot start `guidec-no-program`: Exec format error; try again when the machine has more to give");
  ::setenv("PATH", before.c_str(), 1);
  CHECK(Told(Processes().Run({.argv = {"true"}, .directory = folder / "none"})) ==
        "cannot start `true`: No such file or directory; try again when the machine has more to give");
}

TEST_CASE("a program that has too few descriptors says so in its own words") {
  for (const auto& [err, hint] : {std::pair{"x: Too many open files\n", kTooMany},
                                  {"x: too many open files", kTooMany},
                                  {"a\nlibx.so: cannot open: Error 24", kTooMany},
                                  {"many open files", "install x"},
                                  {"", "install x"}}) {
    CHECK(HintFor(Finished{1, "Error 24", err}, "install x") == hint);
  }
  const Error silent = NoVersion("x", {1, "out", ""}, "install x");
  CHECK(silent.message == "`x --version` does not answer with a version");
  CHECK(silent.hint == "install x");
  const Error told = NoVersion("x", {1, "out", "Error 24\nmore\n"}, "install x");
  CHECK(told.message == "`x --version` does not answer with a version: Error 24");
  CHECK(told.hint == kTooMany);
}

TEST_CASE("a pipe has no number of a standard stream, and is closed in other programs and with the object") {
  for (const int closed : {0, 1, 3}) {  // a bit for each stream
    const Ended ended = RunChild([closed] {
      for (const int stream : {0, 1}) {
        if ((closed & (1 << stream)) != 0) ::close(stream);
      }
      int read = 0;
      int write = 0;
      {
        Pipe pipe;
        if (!pipe.Open()) ::_exit(10);
        read = pipe.read;
        write = pipe.write;
        for (const int end : {read, write}) {
          if (end < 3 || ::fcntl(end, F_GETFD) != FD_CLOEXEC) ::_exit(11);
        }
        char byte = 'x';
        if (::write(write, &byte, 1) != 1 || ::read(read, &byte, 1) != 1) ::_exit(12);
      }
      for (const int end : {read, write}) {
        if (::fcntl(end, F_GETFD) != -1) ::_exit(13);
      }
      for (const int stream : {0, 1}) {
        if ((closed & (1 << stream)) != 0 && ::fcntl(stream, F_GETFD) != -1) ::_exit(14);
      }
    });
    CHECK(ended.status == 0);
  }
}

TEST_CASE("a missing program, an overrun and a signal are told apart") {
  Processes processes;
  const auto missing = processes.Run({.argv = {"guidec-no-such-program"}});
  REQUIRE_FALSE(missing);
  CHECK(Told(missing) == "`guidec-no-such-program` is not installed or not in PATH; ");

  Processes impatient({.time = std::chrono::seconds(1)});
  const auto overrun = impatient.Run({.argv = {"sleep", "30"}});
  REQUIRE_FALSE(overrun);
  CHECK(Told(overrun) ==
        "`sleep` did not finish within 1 s and was ended; try again, or give it longer with --tool-timeout");

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
    CHECK(finished.error().hint ==
          "no guide needs that: look at its pictures, templates and fonts, or raise it with `--limit tool-output=N`");
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
    CHECK(finished.error().hint ==
          "no guide needs that: look at its pictures, templates and fonts, or raise it with `--limit tool-memory=N`");
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
    CHECK(finished.error().hint == kTooMany);
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
  // io_uring would open one unseen, and so would calls by the numbers of x32.
  constexpr char kCall[] =
      "import ctypes, sys; c = ctypes.CDLL(None, use_errno=True); c.syscall(int(sys.argv[1]), 1, 0); "
      "print(ctypes.get_errno())";
  const auto error = [&](const char* number) {
    const auto finished = Processes().Run({.argv = {"python3", "-c", kCall, number}});
    return finished ? finished->out + finished->err : finished.error().message;
  };
  CHECK(error("425") == fmt::format("{}\n", ENOSYS));
  CHECK(error("1073741865") == fmt::format("{}\n", ENOSYS));
  const auto status = Processes().Run({.argv = {"grep", "-E", "^(NoNewPrivs|Seccomp):", "/proc/self/status"}});
  REQUIRE(status);
  CHECK(status->out == "NoNewPrivs:\t1\nSeccomp:\t2\n");
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

}  // namespace process_test
}  // namespace guidec
