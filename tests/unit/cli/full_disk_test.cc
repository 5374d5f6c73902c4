#include <fcntl.h>
#include <stdio_ext.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <catch2/catch.hpp>

#include "unit/cli/workbench.h"

namespace guidec {
namespace full_disk_test {

// Standard output is full while it lives.
class FullOutput {
 public:
  FullOutput() : before_(::dup(STDOUT_FILENO)) {
    std::fflush(stdout);
    const int full = ::open("/dev/full", O_WRONLY);
    ::dup2(full, STDOUT_FILENO);
    ::close(full);
  }
  FullOutput(const FullOutput&) = delete;
  ~FullOutput() {
    ::__fpurge(stdout);
    std::clearerr(stdout);
    ::dup2(before_, STDOUT_FILENO);
    ::close(before_);
  }

 private:
  int before_;
};

TEST_CASE("no command succeeds whose output cannot be written") {
  const Desk desk;
  const Variable variables[] = {{"GUIDEC_CACHE_SIZE", "3"},
                                {"GUIDEC_CACHE_DIR", "cache"},
                                {"GUIDEC_DATA_DIR", GUIDEC_TEST_DATA},
                                {"SOURCE_DATE_EPOCH", "1796083200"}};
  Disk disk;
  const std::string small = GUIDEC_PROJECT "/tests/cli/small";
  REQUIRE(std::system(("cp -r " + small +
                       " w; echo '[]' > clean.json; mkdir bin;"
                       "printf '#!/bin/sh\\nwhile read -r line; do :; done\\n' > bin/rsvg-convert;"
                       "chmod +x bin/rsvg-convert")
                          .c_str()) == 0);
  const Variable path("PATH", "bin");
  REQUIRE(Run({"build", "--workspace", "w", "--to", "json"}, disk).status == 0);
  const std::string file = "w/glossary.yaml";
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"--help"},
           {"--version"},
           {"lint", "--help"},
           {"lint", "w"},
           {"build", "--workspace", "w", "--to", "json"},
           {"build", "--workspace", "w", "--to", "json", "--no-cache", "--out", "new"},
           {"merge", "clean.json"},
           {"verify", "outputs/hips"},
           {"timeline", "--workspace", "w"},
           {"figure", "--workspace", "w", "plank"},
           {"proofs", "--workspace", "w"},
           {"theme", "init", "--workspace", "w"},
           {"config", "w"},
           {"explain", "YM002"},
           {"rules"},
           {"cache", "info"},
           {"cache", "clear"},
           {"dump", file},
           {"dump", "--stage", "facts", "w"},
           {"completion", "bash"},
           {"man"},
       }) {
    INFO(fmt::format("{}", words));
    int status = 0;
    std::string said;
    {
      const Capture capture;
      {
        const FullOutput full;
        status = RunWords(words, disk);
      }
      said = capture.Text();
    }
    CHECK(status == 2);
    const std::size_t told = said.find("error: cannot write to standard output\n");
    CHECK(told != std::string::npos);
    CHECK(said.find("cannot write to standard output", told + 10) == std::string::npos);
  }
}

}  // namespace full_disk_test
}  // namespace guidec
