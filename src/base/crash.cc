// A stack that has run out cannot serve the handler, so each thread has a second one: the main thread gets it
// at once, oneTBB's threads when they come to work. It is the thread's own storage and needs no memory later.
// The handler calls nothing that is not safe in one (signal-safety(7)).
#include "base/crash.h"

#include <sys/auxv.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include <tbb/task_scheduler_observer.h>

#include "base/memory.h"
#include "base/sanitizer.h"

namespace guidec {

class CrashReport {
 public:
  CrashReport& operator<<(std::string_view part) {
    const std::size_t count = std::min(part.size(), text_.size() - size_);
    std::memcpy(text_.data() + size_, part.data(), count);
    size_ += count;
    return *this;
  }
  CrashReport& operator<<(int number) {
    std::array<char, 12> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    return *this << std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data()));
  }
  CrashReport& operator<<(const WorkingOn& work) {
    *this << ", while it was " << work.stage_;
    if (work.what_.empty()) return *this;
    *this << " `";
    const std::size_t begin = size_;
    *this << work.what_.substr(0, kLongestName);
    ReplaceControls(begin);
    return *this << "`";
  }
  void Write() const { [[maybe_unused]] const auto ignored = ::write(STDERR_FILENO, text_.data(), size_); }

 private:
  static constexpr std::size_t kLongestName = 500;

  // A stranger names the files; a terminal acts on controls, those of Unicode's second block (C2 80 to C2 9F) too.
  void ReplaceControls(std::size_t begin) {
    for (std::size_t i = begin; i < size_; ++i) {
      const auto byte = static_cast<unsigned char>(text_[i]);
      const bool is_second = text_[i - 1] == '\xC2' && byte >= 0x80 && byte < 0xA0;
      if (byte < 0x20 || byte == 0x7F || is_second) text_[i] = '?';
      if (is_second) text_[i - 1] = '?';
    }
  }

  std::array<char, 2000> text_{};
  std::size_t size_ = 0;
};

namespace {

constexpr int kStatus = 3;
constexpr std::size_t kStackSize = 32 << 10;
// How far from the stack's pointer its growth touches memory.
constexpr std::uintptr_t kNear = 1 << 20;

struct SignalName {
  int number;
  std::string_view name;
};

constexpr SignalName kSignals[] = {
    {SIGSEGV, "SIGSEGV"}, {SIGBUS, "SIGBUS"}, {SIGFPE, "SIGFPE"}, {SIGILL, "SIGILL"}, {SIGABRT, "SIGABRT"}};

std::string_view version_of_program;
constinit thread_local const WorkingOn* working_on = nullptr;
alignas(16) constinit thread_local std::array<std::byte, kStackSize> second_stack{};

struct Range {
  std::uintptr_t low = 0;
  std::uintptr_t high = 0;
};

Range main_stack;

// What the main thread's stack may take. At its upper end is the name by which the program was called.
Range MainStack() {
  rlimit limit{};
  const std::uintptr_t name = ::getauxval(AT_EXECFN);
  if (name == 0 || ::getrlimit(RLIMIT_STACK, &limit) != 0) return {};
  const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  const std::uintptr_t end = name + std::strlen(reinterpret_cast<const char*>(name)) + 1;
  const std::uintptr_t high = (end + page - 1) / page * page;
  return {limit.rlim_cur < high ? high - limit.rlim_cur : 0, high};
}

void UseSecondStack() {
  stack_t stack{};
  stack.ss_sp = second_stack.data();
  stack.ss_size = second_stack.size();
  ::sigaltstack(&stack, nullptr);
}

class StacksOfWorkers : public tbb::task_scheduler_observer {
 public:
  StacksOfWorkers() { observe(true); }
  void on_scheduler_entry(bool is_worker) override {
    if (is_worker) UseSecondStack();
  }
};

std::uintptr_t StackPointer(const void* context) {
#if defined(__x86_64__)
  return static_cast<std::uintptr_t>(static_cast<const ucontext_t*>(context)->uc_mcontext.gregs[REG_RSP]);
#elif defined(__aarch64__)
  return static_cast<std::uintptr_t>(static_cast<const ucontext_t*>(context)->uc_mcontext.sp);
#else
  (void)context;
  return 0;
#endif
}

bool IsNear(std::uintptr_t address, std::uintptr_t other) {
  return (address > other ? address - other : other - address) < kNear;
}

[[noreturn]] void Report(int signal, siginfo_t* info, void* context) {
  static std::atomic_flag is_reporting = ATOMIC_FLAG_INIT;
  if (is_reporting.test_and_set()) {
    while (true) ::pause();
  }
  const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
  const bool is_of_stack = signal == SIGSEGV && info->si_code > 0 && IsNear(address, StackPointer(context));
  // Within what the stack may take: the machine refused it.
  if (is_of_stack && main_stack.low <= address && address < main_stack.high) EndOutOfMemory();
  CrashReport report;
  report << "guidec: this is a bug in guidec; please report it with the files that cause it\n  guidec "
         << version_of_program << ", ";
  for (const SignalName& known : kSignals) {
    if (known.number == signal) report << known.name << " (signal " << signal << ")";
  }
  if (is_of_stack) report << ", the stack ran out";
  if (working_on != nullptr) report << *working_on;
  report << "\n";
  report.Write();
  ::_exit(kStatus);
}

}  // namespace

void ReportCrashes(std::string_view version) {
  version_of_program = version;
#ifdef GUIDEC_SANITIZED
  // The sanitizers report better, and have second stacks of their own.
  return;
#endif
  main_stack = MainStack();
  UseSecondStack();
  // As long as the program, for its threads are.
  static auto& observer = *new StacksOfWorkers();
  (void)observer;
  struct sigaction action {};
  action.sa_sigaction = Report;
  // One of them in the handler, where all are blocked, ends the program by itself.
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  ::sigemptyset(&action.sa_mask);
  for (const SignalName& signal : kSignals) ::sigaddset(&action.sa_mask, signal.number);
  for (const SignalName& signal : kSignals) ::sigaction(signal.number, &action, nullptr);
}

WorkingOn::WorkingOn(std::string_view stage, std::string_view what)
    : stage_(stage), what_(what), around_(working_on) {
  working_on = this;
}

WorkingOn::~WorkingOn() {
  working_on = around_;
}

}  // namespace guidec
