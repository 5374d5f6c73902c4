// One child at a time in a process group of its own (base/launch.h): its three pipes are served by poll()
// until it has ended and both outputs are closed, it goes beyond a limit or we are interrupted; then the
// group is ended whole.
#include "base/process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
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
#include "base/launch.h"
#include "base/pipe.h"
#include "base/process_memory.h"

namespace guidec {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kWatch(20);  // from one look at the memory to the next
constexpr char kTooManyFiles[] = "too many files are open; `ulimit -n` shows how many may be, and raises it";
constexpr char kBeyondHint[] = "no guide needs that: look at its pictures, templates and fonts, or raise";

// Beyond this the system refuses memory, where we could not look in time. What is asked for is more than what
// is used, so that it does not stand in for the limit itself.
std::uint64_t Backstop(std::uint64_t memory) {
  constexpr std::uint64_t kReserve = 1ULL << 30;
  return 2 * memory + kReserve;
}

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

// One run of a program.
class ToolRun {
 public:
  ToolRun(const Command& command, const ToolLimits& limits) : command_(command), limits_(limits) {}

  Result<Finished> Finish() {
    if (auto started = Start(); !started) return tl::unexpected(std::move(started.error()));
    while (true) {
      if (Clock::now() >= deadline_) return tl::unexpected(Overrun());
      if (auto error = Watch()) return tl::unexpected(*std::move(error));
      if (output_.read >= 0 || errors_.read >= 0) {
        Serve();
      } else if (const auto status = child_->Ended()) {
        finished_.status = WIFEXITED(*status) ? WEXITSTATUS(*status) : 128 + WTERMSIG(*status);
        return std::move(finished_);
      } else {
        // It may stay though its outputs are closed.
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
      }
    }
  }

 private:
  const std::string& name() const { return command_.argv.front(); }

  Result<void> Start() {
    const auto program = FindProgram(name());
    if (!program) return Failure(fmt::format("`{}` is not installed or not in PATH", name()));
    if (!input_.Open() || !output_.Open() || !errors_.Open()) {
      return Failure(fmt::format("cannot start `{}`: {}", name(), std::strerror(errno)), kTooManyFiles);
    }
    // A tool that closes its input early must not end us.
    (void)::signal(SIGPIPE, SIG_IGN);
    ::fcntl(input_.write, F_SETFL, O_NONBLOCK);
    auto child = Child::Start({.program = std::filesystem::absolute(*program),
                               .arguments = command_.argv,
                               .environment = MergedEnvironment(command_),
                               .directory = command_.directory,
                               .descriptors = {input_.read, output_.write, errors_.write},
                               .memory = Backstop(limits_.memory)});
    if (!child) return tl::unexpected(std::move(child.error()));
    child_.emplace(*std::move(child));
    Pipe::Close(input_.read);
    Pipe::Close(output_.write);
    Pipe::Close(errors_.write);
    to_write_ = command_.input;
    deadline_ = Clock::now() + limits_.time;
    return {};
  }

  void Serve() {
    if (to_write_.empty()) Pipe::Close(input_.write);
    std::array<pollfd, 3> polled = {pollfd{input_.write, POLLOUT, 0}, pollfd{output_.read, POLLIN, 0},
                                    pollfd{errors_.read, POLLIN, 0}};
    if (::poll(polled.data(), polled.size(), static_cast<int>(kWatch.count())) <= 0) return;
    if (polled[0].revents != 0) {
      const ssize_t count = ::write(input_.write, to_write_.data(), to_write_.size());
      if (count > 0) to_write_.remove_prefix(static_cast<std::size_t>(count));
      if (count < 0 && errno != EAGAIN && errno != EINTR) to_write_ = {};
    }
    if (polled[1].revents != 0) Drain(output_.read, finished_.out);
    if (polled[2].revents != 0) Drain(errors_.read, finished_.err);
    // A line that is waited for is a piece of work done.
    if (command_.on_line && ReportLines()) deadline_ = Clock::now() + limits_.time;
  }

  static void Drain(int& end, std::string& into) {
    std::array<char, 65536> buffer;
    const ssize_t count = ::read(end, buffer.data(), buffer.size());
    if (count > 0) into.append(buffer.data(), static_cast<std::size_t>(count));
    if (count == 0 || (count < 0 && errno != EINTR)) Pipe::Close(end);
  }

  // Hands complete lines to `on_line`; returns whether there was one.
  bool ReportLines() {
    const std::string& out = finished_.out;
    const std::size_t first = unread_;
    for (std::size_t end; (end = out.find('\n', std::max(unread_, searched_))) != std::string::npos;
         unread_ = end + 1) {
      command_.on_line(std::string_view(out).substr(unread_, end - unread_));
    }
    searched_ = out.size();
    return unread_ > first;
  }

  // Why it has to be ended now.
  std::optional<Error> Watch() {
    if (Interrupted()) return Error{"interrupted", ""};
    if (finished_.out.size() + finished_.err.size() > limits_.output) {
      return Beyond(fmt::format("printed more than {} bytes", limits_.output), "tool-output");
    }
    if (Clock::now() < next_look_) return std::nullopt;
    next_look_ = Clock::now() + kWatch;
    if (MemoryOf(child_->pid()) <= limits_.memory) return std::nullopt;
    return Beyond(fmt::format("took more than {} bytes of memory", limits_.memory), "tool-memory");
  }

  Error Beyond(std::string_view what, std::string_view limit) const {
    return {fmt::format("`{}` {} and was ended", name(), what),
            fmt::format("{} it with `--limit {}=N`", kBeyondHint, limit)};
  }

  Error Overrun() const {
    return {fmt::format("`{}` did not finish within {} s and was ended", name(), limits_.time.count()),
            "try again, or give it longer with --tool-timeout"};
  }

  const Command& command_;
  const ToolLimits& limits_;
  Pipe input_;
  Pipe output_;
  Pipe errors_;
  Finished finished_;
  std::string_view to_write_;
  std::size_t unread_ = 0;    // where the first line starts that `on_line` has not been told
  std::size_t searched_ = 0;  // up to where its end has been looked for
  Clock::time_point deadline_;
  Clock::time_point next_look_;
  std::optional<Child> child_;  // the first to go
};

}  // namespace

Result<Finished> Processes::Run(const Command& command) {
  return ToolRun(command, limits_).Finish();
}

std::string HintFor(const Finished& failed, std::string_view hint) {
  // As programs and as the loader of shared libraries put EMFILE.
  for (const char* words : {"oo many open files", "Error 24"}) {
    if (failed.err.find(words) != std::string::npos) return kTooManyFiles;
  }
  return std::string(hint);
}

Error NoVersion(std::string_view program, const Finished& finished, std::string_view hint) {
  const std::string_view complaint = std::string_view(finished.err).substr(0, finished.err.find('\n'));
  return {fmt::format("`{} --version` does not answer with a version{}{}", program,
                      complaint.empty() ? "" : ": ", complaint),
          HintFor(finished, hint)};
}

std::optional<std::filesystem::path> FindProgram(const std::string& name) {
  const char* path = std::getenv("PATH");
  // What the system takes without one.
  std::istringstream folders(path == nullptr ? "/bin:/usr/bin" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    const std::filesystem::path file = std::filesystem::path(folder.empty() ? "." : folder) / name;
    std::error_code ignored;
    if (std::filesystem::is_regular_file(file, ignored) && ::access(file.c_str(), X_OK) == 0) return file;
  }
  return std::nullopt;
}

}  // namespace guidec
