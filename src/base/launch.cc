#include "base/launch.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <cstring>
#include <thread>

#include <fmt/format.h>

#include "base/pipe.h"

namespace guidec {
namespace {

// A few lines of every system's shell take next to no memory, where a fork would hold on to ours. It ignores
// what asks the group to end, since it must be there for what does not listen.
constexpr char kShell[] = "/bin/sh";
constexpr char kGuard[] = "trap '' HUP INT QUIT TERM; read -r line; kill -s KILL 0";

// What a program that is asked to end gets before it is killed.
constexpr std::chrono::milliseconds kGrace(1000);
constexpr std::chrono::milliseconds kPause(10);

#if defined(__x86_64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t kArchitecture = 0;  // no filter
#endif

// No tool needs a socket, so that none is opened, of whatever family; io_uring would open one unseen. Bit 30
// of a number means x32, another way to the same calls. A program of another architecture is let through:
// only the tools themselves could start one.
constexpr std::uint32_t kX32 = 0x40000000;
constexpr std::uint32_t kForbidden = SECCOMP_RET_ERRNO | EACCES;
constexpr std::uint32_t kUnknown = SECCOMP_RET_ERRNO | ENOSYS;
constexpr sock_filter kNoNetwork[] = {
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kArchitecture, 0, 6),
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
    BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, kX32, 3, 0),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_io_uring_setup, 2, 0),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 2),
    BPF_STMT(BPF_RET | BPF_K, kForbidden),
    BPF_STMT(BPF_RET | BPF_K, kUnknown),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
};

std::vector<char*> Pointers(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& text : strings) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

tl::unexpected<Error> CannotStart(const std::string& name, int code) {
  const bool is_full = code == EMFILE || code == ENFILE;
  return Failure(fmt::format("cannot start `{}`: {}", name, std::strerror(code)),
                 is_full ? "too many files are open; `ulimit -n` shows how many may be, and raises it"
                         : "try again when the machine has more to give");
}

// All that the child needs, made before it is there: between vfork() and execve() it may only make system
// calls.
struct Plan {
  const char* program = nullptr;
  char* const* arguments = nullptr;
  char* const* environment = nullptr;
  const char* directory = nullptr;
  std::array<int, 3> descriptors{};
  std::uint64_t memory = 0;
  pid_t group = -1;
  pid_t parent = -1;
  sigset_t signals{};     // those to hold back, as before
  volatile int code = 0;  // why it could not start
};

void Limit(__rlimit_resource resource, rlim_t value) {
  rlimit limit{value, value};
  rlimit now{};
  if (::getrlimit(resource, &now) == 0) limit.rlim_cur = limit.rlim_max = std::min(value, now.rlim_max);
  ::setrlimit(resource, &limit);
}

// Best effort: what can be reached is decided by what is staged.
void CloseNetwork() {
  if (kArchitecture == 0) return;
  const sock_fprog program{std::size(kNoNetwork), const_cast<sock_filter*>(kNoNetwork)};
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return;
  ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

[[noreturn]] void Become(Plan& plan) {
  const auto check = [&plan](bool holds) {
    if (holds) return;
    plan.code = errno;
    ::_exit(127);
  };
  ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  // It may have ended before it could be noticed.
  if (::getppid() != plan.parent) ::_exit(127);
  check(::setpgid(0, plan.group) == 0);
  for (int i = 0; i < 3; ++i) check(::dup2(plan.descriptors[static_cast<std::size_t>(i)], i) == i);
  if (plan.directory != nullptr) check(::chdir(plan.directory) == 0);
  Limit(RLIMIT_CORE, 0);
  if (plan.memory > 0) Limit(RLIMIT_DATA, plan.memory);
  CloseNetwork();
  struct sigaction usual {};
  usual.sa_handler = SIG_DFL;
  for (const int signal : {SIGPIPE, SIGXFSZ}) ::sigaction(signal, &usual, nullptr);
  ::sigprocmask(SIG_SETMASK, &plan.signals, nullptr);
  ::execve(plan.program, plan.arguments, plan.environment);
  check(false);
  ::_exit(127);
}

void WaitFor(pid_t process) {
  while (process > 0 && ::waitpid(process, nullptr, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace

Result<void> Child::StartGuard(const std::string& name) {
  Pipe life;
  if (!life.Open()) return CannotStart(name, errno);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, life.read, 0);
  for (const int output : {1, 2}) {
    ::posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0);
  }
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  ::posix_spawnattr_setpgroup(&attributes, 0);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  std::vector<std::string> arguments = {"sh", "-c", kGuard};
  std::vector<std::string> environment = {"PATH=/usr/bin:/bin"};
  const int code = ::posix_spawn(&group_, kShell, &actions, &attributes, Pointers(arguments).data(),
                                 Pointers(environment).data());
  ::posix_spawn_file_actions_destroy(&actions);
  ::posix_spawnattr_destroy(&attributes);
  if (code != 0) {
    group_ = -1;
    return CannotStart(name, code);
  }
  life_ = std::exchange(life.write, -1);
  return {};
}

Result<Child> Child::Start(const Launch& launch) {
  Child child;
  const std::string& name = launch.arguments.front();
  if (auto guarded = child.StartGuard(name); !guarded) return tl::unexpected(std::move(guarded.error()));
  std::vector<std::string> arguments = launch.arguments;
  std::vector<std::string> environment = launch.environment;
  const std::vector<char*> argument_pointers = Pointers(arguments);
  const std::vector<char*> environment_pointers = Pointers(environment);
  Plan plan{.program = launch.program.c_str(),
            .arguments = argument_pointers.data(),
            .environment = environment_pointers.data(),
            .directory = launch.directory.empty() ? nullptr : launch.directory.c_str(),
            .descriptors = launch.descriptors,
            .memory = launch.memory,
            .group = child.group_,
            .parent = ::getpid()};
  // None of our handlers runs in the child, which shares our memory until it is another program.
  sigset_t all;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &plan.signals);
  // posix_spawn() has no PR_SET_PDEATHSIG and no limits; a fork copies what a large library takes.
  const pid_t pid = ::vfork();  // NOLINT(clang-analyzer-security.insecureAPI.vfork)
  if (pid == 0) Become(plan);
  const int code = pid < 0 ? errno : plan.code;
  ::pthread_sigmask(SIG_SETMASK, &plan.signals, nullptr);
  if (pid > 0) child.pid_ = pid;
  if (code != 0) return CannotStart(name, code);
  return child;
}

std::optional<int> Child::Ended() {
  int status = 0;
  if (pid_ < 0 || ::waitpid(pid_, &status, WNOHANG) != pid_) return std::nullopt;
  pid_ = -1;
  return status;
}

Child::~Child() {
  if (group_ > 0) {
    if (pid_ > 0) ::kill(-group_, SIGTERM);
    for (auto waited = std::chrono::milliseconds(0); pid_ > 0 && waited < kGrace; waited += kPause) {
      if (Ended()) break;
      std::this_thread::sleep_for(kPause);
    }
    // The guard has not been waited for, so that its number is still the group's.
    ::kill(-group_, SIGKILL);
    WaitFor(pid_);
    WaitFor(group_);
  }
  if (life_ >= 0) ::close(life_);
}

}  // namespace guidec
