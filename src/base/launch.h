// Starts a program of which nothing outlives guidec.
#ifndef GUIDEC_BASE_LAUNCH_H_
#define GUIDEC_BASE_LAUNCH_H_

#include <sys/types.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace guidec {

struct Launch {
  std::filesystem::path program;         // the file that runs
  std::vector<std::string> arguments;    // the first is its name
  std::vector<std::string> environment;  // all of it, as "NAME=VALUE"
  std::filesystem::path directory;       // where it runs; empty: here
  std::array<int, 3> descriptors{};      // its standard input, output and error; none is below 3
  std::uint64_t memory = 0;              // bytes that no process of it may ask for; 0: no limit
};

// A program that runs in a process group of its own, without a network. The group is ended with the program,
// when the object goes, and when guidec ends for whatever reason, SIGKILL too:
//   - the kernel kills the program itself (PR_SET_PDEATHSIG, which counts from the end of the thread that
//     started it, so that this thread must keep the object);
//   - a guard, which leads the group, kills whatever else is in it once a pipe that only guidec holds is
//   closed.
class Child {
 public:
  static Result<Child> Start(const Launch& launch);

  Child(Child&& other) noexcept
      : group_(std::exchange(other.group_, -1)),
        life_(std::exchange(other.life_, -1)),
        pid_(std::exchange(other.pid_, -1)) {}
  Child& operator=(Child&&) = delete;
  ~Child();

  pid_t pid() const { return pid_; }

  // Its status once it has ended, as waitpid() gives it.
  std::optional<int> Ended();

 private:
  Child() = default;
  Result<void> StartGuard(const std::string& name);

  pid_t group_ = -1;  // the guard's
  int life_ = -1;     // the end of the pipe that the guard watches
  pid_t pid_ = -1;    // -1 when it has been waited for
};

}  // namespace guidec

#endif  // GUIDEC_BASE_LAUNCH_H_
