#include "base/process_memory.h"

#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <thread>

#include <catch2/catch.hpp>

namespace guidec {
namespace process_memory_test {

constexpr std::size_t kPrivate = 32 << 20;
constexpr std::size_t kShared = 16 << 20;

// Holds memory of both kinds, written to, until it is killed.
[[noreturn]] void Hold(int ready) {
  for (const auto& [size, kind] : {std::pair(kPrivate, MAP_PRIVATE), {kShared, MAP_SHARED}}) {
    std::memset(::mmap(nullptr, size, PROT_READ | PROT_WRITE, kind | MAP_ANONYMOUS, -1, 0), 'x', size);
  }
  (void)!::write(ready, "x", 1);
  while (true) ::pause();
}

// What proc(5) says of one process.
std::uint64_t BytesIn(pid_t process, const std::string& field) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(field + ":")) return 1024 * std::stoull(line.substr(field.size() + 1));
  }
  return 0;
}

std::uint64_t OwnMemory(pid_t process) {
  return BytesIn(process, "RssAnon") + BytesIn(process, "RssShmem") + BytesIn(process, "VmSwap");
}

TEST_CASE("the memory of a process is its own, with that of all that it started, by whichever thread") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  pid_t child = 0;
  // A child with a child, started by a thread that is still there.
  std::thread starter([&] {
    child = ::fork();
    if (child == 0) {
      if (::fork() == 0) Hold(ends[1]);
      Hold(ends[1]);
    }
    ::waitpid(child, nullptr, 0);
  });
  char ready[2];
  for (char& byte : ready) REQUIRE(::read(ends[0], &byte, 1) == 1);
  pid_t grandchild = 0;
  std::ifstream("/proc/" + std::to_string(child) + "/task/" + std::to_string(child) + "/children") >> grandchild;
  CHECK(grandchild > 0);
  CHECK(OwnMemory(child) >= kPrivate + kShared);
  CHECK(BytesIn(child, "RssShmem") >= kShared);
  CHECK(MemoryOf(grandchild) == OwnMemory(grandchild));
  CHECK(MemoryOf(child) == OwnMemory(child) + OwnMemory(grandchild));
  CHECK(MemoryOf(::getpid()) >= MemoryOf(child) + OwnMemory(::getpid()) / 2);
  for (const pid_t process : {grandchild, child}) ::kill(process, SIGKILL);
  starter.join();
  CHECK(MemoryOf(child) == 0);
  ::close(ends[0]);
  ::close(ends[1]);
}

}  // namespace process_memory_test
}  // namespace guidec
