#include "base/standard_streams.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

namespace guidec {

bool PrepareStreams() {
  (void)::signal(SIGXFSZ, SIG_IGN);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) >= 0) continue;
    // The lowest number that is free, since those below are taken. It can be neither read nor written.
    if (::open("/", O_PATH) != stream) return false;
  }
  return true;
}

void SayText(std::string_view text) {
  (void)std::fwrite(text.data(), 1, text.size(), stderr);
}

Result<std::string> ReadStandardInput(std::uint64_t max_bytes) {
  std::string text;
  std::array<char, 1 << 16> block{};
  while (const std::size_t count = std::fread(block.data(), 1, block.size(), stdin)) {
    text.append(block.data(), count);
    if (text.size() > max_bytes) return Failure("standard input is too large", "split the file");
  }
  if (std::ferror(stdin) == 0) return text;
  return Failure(fmt::format("cannot read standard input: {}", std::strerror(errno)),
                 "is it closed, or a folder?");
}

}  // namespace guidec
