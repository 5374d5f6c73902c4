#ifndef GUIDEC_BASE_PIPE_H_
#define GUIDEC_BASE_PIPE_H_

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <utility>

namespace guidec {

// Both ends are closed in other programs, and when the object goes.
struct Pipe {
  int read = -1;
  int write = -1;

  // Neither end is a standard input or output, though ours be closed. On failure, errno says why.
  bool Open() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
    read = Raised(ends[0]);
    write = Raised(ends[1]);
    return read >= 0 && write >= 0;
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

 private:
  static int Raised(int end) {
    constexpr int kFirst = 3;
    if (end >= kFirst) return end;
    const int raised = ::fcntl(end, F_DUPFD_CLOEXEC, kFirst);
    ::close(end);
    return raised;
  }
};

}  // namespace guidec

#endif  // GUIDEC_BASE_PIPE_H_
