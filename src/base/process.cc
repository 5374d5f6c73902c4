// One child at a time in a process group of its own: its three pipes are served by poll() until both
// outputs are closed, the time limit passes or we are interrupted; then the group is ended whole.
#include "base/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <sstream>
#include <system_error>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "base/interrupt.h"

namespace guidec {
namespace {

using Clock = std::chrono::steady_clock;

struct Pipe {
  int read = -1;
  int write = -1;

  bool Open() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
    read = ends[0];
    write = ends[1];
    return true;
  }
  static void Close(int& end) {
    if (end >= 0) ::close(std::exchange(end, -1));
  }
  Pipe() = default;
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    Close(read);
    Close(write);
  }
};

std::vector<std::string> MergedEnvironment(const Command& command) {
  std::vector<std::string> merged;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    if (!command.environment.contains(std::string(text.substr(0, text.find('='))))) {
      merged.emplace_back(text);
    }
  }
  for (const auto& [name, value] : command.environment) merged.push_back(fmt::format("{}={}", name, value));
  return merged;
}

std::vector<char*> Pointers(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& text : strings) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

// Hands complete lines to `on_line`; returns where the unfinished line starts.
std::size_t ReportLines(const Command& command, const std::string& out, std::size_t from) {
  if (!command.on_line) return out.size();
  for (std::size_t end; (end = out.find('\n', from)) != std::string::npos; from = end + 1) {
    command.on_line(std::string_view(out).substr(from, end - from));
  }
  return from;
}

int EndGroup(pid_t child) {
  ::kill(-child, SIGTERM);
  for (int tries = 0; tries < 40; ++tries) {
    int status = 0;
    if (::waitpid(child, &status, WNOHANG) == child) {
      ::kill(-child, SIGKILL);
      return status;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(25));
  }
  ::kill(-child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

tl::unexpected<Error> Overrun(const Command& command, std::chrono::seconds time_limit) {
  return Failure(
      fmt::format("`{}` did not finish within {} s and was ended", command.argv.front(), time_limit.count()),
      "try again, or give it longer with --tool-timeout");
}

}  // namespace

Result<Finished> Processes::Run(const Command& command) {
  const std::string& program = command.argv.front();
  Pipe input;
  Pipe output;
  Pipe errors;
  if (!input.Open() || !output.Open() || !errors.Open()) {
    return Failure(fmt::format("cannot start `{}`: {}", program, std::strerror(errno)));
  }
  // A tool that closes its input early must not end us.
  (void)::signal(SIGPIPE, SIG_IGN);
  ::fcntl(input.write, F_SETFL, O_NONBLOCK);

  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, input.read, 0);
  ::posix_spawn_file_actions_adddup2(&actions, output.write, 1);
  ::posix_spawn_file_actions_adddup2(&actions, errors.write, 2);
  if (!command.directory.empty()) {
    ::posix_spawn_file_actions_addchdir_np(&actions, command.directory.c_str());
  }
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  sigset_t defaults;
  ::sigemptyset(&defaults);
  ::sigaddset(&defaults, SIGPIPE);
  ::posix_spawnattr_setsigdefault(&attributes, &defaults);
  ::posix_spawnattr_setpgroup(&attributes, 0);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);

  std::vector<std::string> arguments = command.argv;
  std::vector<std::string> environment = MergedEnvironment(command);
  pid_t child = -1;
  const int code = ::posix_spawnp(&child, program.c_str(), &actions, &attributes, Pointers(arguments).data(),
                                  Pointers(environment).data());
  ::posix_spawn_file_actions_destroy(&actions);
  ::posix_spawnattr_destroy(&attributes);
  if (code == ENOENT) return Failure(fmt::format("`{}` is not installed or not in PATH", program));
  if (code != 0) return Failure(fmt::format("cannot start `{}`: {}", program, std::strerror(code)));
  Pipe::Close(input.read);
  Pipe::Close(output.write);
  Pipe::Close(errors.write);

  Finished finished;
  std::string_view to_write = command.input;
  std::size_t line_start = 0;
  auto deadline = Clock::now() + time_limit_;
  while (output.read >= 0 || errors.read >= 0) {
    if (Interrupted()) {
      EndGroup(child);
      return Failure("interrupted");
    }
    if (Clock::now() >= deadline) {
      EndGroup(child);
      return Overrun(command, time_limit_);
    }
    if (to_write.empty()) Pipe::Close(input.write);
    std::array<pollfd, 3> polled = {pollfd{input.write, POLLOUT, 0}, pollfd{output.read, POLLIN, 0},
                                    pollfd{errors.read, POLLIN, 0}};
    if (::poll(polled.data(), polled.size(), 50) <= 0) continue;
    if (polled[0].revents != 0) {
      const ssize_t count = ::write(input.write, to_write.data(), to_write.size());
      if (count > 0) to_write.remove_prefix(static_cast<std::size_t>(count));
      if (count < 0 && errno != EAGAIN && errno != EINTR) to_write = {};
    }
    const auto drain = [](pollfd& entry, int& end, std::string& into) {
      if (entry.revents == 0) return;
      std::array<char, 65536> buffer;
      const ssize_t count = ::read(end, buffer.data(), buffer.size());
      if (count > 0) into.append(buffer.data(), static_cast<std::size_t>(count));
      if (count == 0 || (count < 0 && errno != EINTR)) Pipe::Close(end);
    };
    drain(polled[1], output.read, finished.out);
    drain(polled[2], errors.read, finished.err);
    // A line that is waited for is a piece of work done.
    const std::size_t reported = ReportLines(command, finished.out, line_start);
    if (command.on_line && reported > line_start) deadline = Clock::now() + time_limit_;
    line_start = reported;
  }
  int status = 0;
  // Both outputs are closed, yet a child may linger: the time limit still holds.
  while (::waitpid(child, &status, WNOHANG) == 0) {
    if (Interrupted() || Clock::now() >= deadline) {
      EndGroup(child);
      return Interrupted() ? Failure("interrupted") : Overrun(command, time_limit_);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  finished.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return finished;
}

std::optional<std::filesystem::path> FindProgram(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    const std::filesystem::path file = std::filesystem::path(folder.empty() ? "." : folder) / name;
    std::error_code ignored;
    if (std::filesystem::is_regular_file(file, ignored) && ::access(file.c_str(), X_OK) == 0) return file;
  }
  return std::nullopt;
}

}  // namespace guidec
