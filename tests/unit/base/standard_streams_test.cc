#include "base/standard_streams.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <csignal>
#include <cstdio>

#include <catch2/catch.hpp>

#include "unit/base/child.h"
#include "unit/base/folder.h"

namespace guidec {
namespace standard_streams_test {

bool IsOpen(int stream) {
  return ::fcntl(stream, F_GETFD) >= 0;
}

bool IsSame(int stream, const char* path) {
  struct stat one {};
  struct stat other {};
  return ::fstat(stream, &one) == 0 && ::stat(path, &other) == 0 && one.st_dev == other.st_dev &&
         one.st_ino == other.st_ino;
}

TEST_CASE("a stream that is closed can neither be read nor written, and no file gets its number") {
  for (const int closed : {1, 2, 3, 4, 5, 6, 7}) {  // a bit for each stream
    INFO(closed);
    const Ended ended = RunChild([closed] {
      for (const int stream : {0, 1, 2}) ::dup2(::open("/dev/null", O_RDWR), stream);
      for (const int stream : {0, 1, 2}) {
        if ((closed & (1 << stream)) != 0) ::close(stream);
      }
      if (!PrepareStreams()) ::_exit(10);
      for (const int stream : {0, 1, 2}) {
        const bool is_closed = (closed & (1 << stream)) != 0;
        char byte = 'x';
        const bool is_read = ::read(stream, &byte, 1) >= 0;
        const bool is_written = ::write(stream, &byte, 1) >= 0;
        if (!IsOpen(stream) || is_read == is_closed || is_written == is_closed) ::_exit(20 + stream);
        if (IsSame(stream, "/dev/null") == is_closed) ::_exit(30 + stream);
      }
      ::_exit(::open("/dev/null", O_RDONLY) > 2 ? 0 : 40);
    });
    CHECK(ended.status == 0);
  }
}

TEST_CASE("streams that are open stay as they are, and a file at its limit ends nothing") {
  const Ended ended = RunChild([] {
    for (const int stream : {0, 1, 2}) ::dup2(::open("/dev/null", O_RDWR), stream);
    errno = EBADF;
    if (!PrepareStreams()) ::_exit(10);
    for (const int stream : {0, 1, 2}) {
      if (!IsSame(stream, "/dev/null")) ::_exit(20 + stream);
    }
    std::raise(SIGXFSZ);
  });
  CHECK(ended.status == 0);
}

TEST_CASE("without three descriptors, nothing is prepared") {
  const Ended ended = RunChild([] {
    ::close(1);
    const rlimit one{1, 1};
    ::setrlimit(RLIMIT_NOFILE, &one);
    ::_exit(PrepareStreams() ? 1 : 7);
  });
  CHECK(ended.status == 7);
}

TEST_CASE("what is said is on standard error") {
  CHECK(RunChild([] { Say("{} of {}\n", 1, "two"); }).said == "1 of two\n");
}

// What a child says of its standard input: its size, or the error.
std::string SaidOfInput(const std::function<void()>& prepare, std::uint64_t max_bytes) {
  return RunChild([&] {
           prepare();
           const auto text = ReadStandardInput(max_bytes);
           if (text) {
             Say("{} bytes, {}", text->size(), text->substr(0, 5));
           } else {
             Say("{}; {}", text.error().message, text.error().hint);
           }
         })
      .said;
}

TEST_CASE("all of standard input is read, up to a limit") {
  Folder folder;
  const std::string path = (folder / "file").string();
  const auto from = [](const std::string& file) {
    return [file] { ::dup2(::open(file.c_str(), O_RDONLY), 0); };
  };
  REQUIRE(Disk().Write(path, "hello"));
  CHECK(SaidOfInput(from(path), 5) == "5 bytes, hello");
  CHECK(SaidOfInput(from(path), 4) == "standard input is too large; split the file");
  REQUIRE(Disk().Write(path, ""));
  CHECK(SaidOfInput(from(path), 0) == "0 bytes, ");
  std::string long_text = "12345";
  long_text.resize(200'001, 'x');
  REQUIRE(Disk().Write(path, long_text));
  CHECK(SaidOfInput(from(path), 200'001) == "200001 bytes, 12345");
  CHECK(SaidOfInput(from(path), 200'000) == "standard input is too large; split the file");
  CHECK(SaidOfInput(from(folder.path().string()), 5) ==
        "cannot read standard input: Is a directory; is it closed, or a folder?");
  CHECK(SaidOfInput([] { ::close(0); }, 5) ==
        "cannot read standard input: Bad file descriptor; is it closed, or a folder?");
}

}  // namespace standard_streams_test
}  // namespace guidec
