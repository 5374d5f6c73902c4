// Commands that run as `guidec` runs them, in this process.
#ifndef GUIDEC_TESTS_UNIT_CLI_WORKBENCH_H_
#define GUIDEC_TESTS_UNIT_CLI_WORKBENCH_H_

#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/main.h"

namespace guidec {

// Standard output and standard error go into a file while it lives.
class Capture {
 public:
  Capture() : file_(::tmpfile()), out_(::dup(STDOUT_FILENO)), err_(::dup(STDERR_FILENO)) {
    std::fflush(nullptr);
    ::dup2(::fileno(file_), STDOUT_FILENO);
    ::dup2(::fileno(file_), STDERR_FILENO);
  }
  Capture(const Capture&) = delete;
  ~Capture() {
    std::fflush(nullptr);
    ::dup2(out_, STDOUT_FILENO);
    ::dup2(err_, STDERR_FILENO);
    ::close(out_);
    ::close(err_);
    std::fclose(file_);
  }

  std::string Text() const {
    std::fflush(nullptr);
    std::string text(static_cast<std::size_t>(std::max(0L, ::lseek(::fileno(file_), 0, SEEK_END))), '\0');
    const auto read = ::pread(::fileno(file_), text.data(), text.size(), 0);
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(0, read)));
    return text;
  }

 private:
  std::FILE* file_;
  int out_;
  int err_;
};

struct Ran {
  int status;
  std::string said;
};

inline Ran Run(const std::vector<std::string>& words, FileSystem& files) {
  const Capture capture;
  const int status = RunWords(words, files);
  return {status, capture.Text()};
}

// A variable of the environment, until it goes; none when `value` is null.
class Variable {
 public:
  Variable(std::string name, const char* value) : name_(std::move(name)) {
    if (const char* before = std::getenv(name_.c_str())) before_ = before;
    Set(value);
  }
  Variable(const Variable&) = delete;
  ~Variable() { Set(before_ ? before_->c_str() : nullptr); }

 private:
  void Set(const char* value) const {
    if (value == nullptr) {
      ::unsetenv(name_.c_str());
    } else {
      ::setenv(name_.c_str(), value, 1);
    }
  }

  std::string name_;
  std::optional<std::string> before_;
};

// An empty folder in a folder of its own, which is the current one until it goes.
class Desk {
 public:
  Desk() : before_(fs::current_path()) {
    std::string name = "/tmp/guidec-desk-XXXXXX";
    around_ = ::mkdtemp(name.data());
    fs::create_directory(folder());
    fs::current_path(folder());
  }
  Desk(const Desk&) = delete;
  ~Desk() {
    fs::current_path(before_);
    Disk().RemoveAll(around_);
  }

  fs::path folder() const { return around_ / "work"; }

 private:
  fs::path before_;
  fs::path around_;
};

}  // namespace guidec

#endif  // GUIDEC_TESTS_UNIT_CLI_WORKBENCH_H_
