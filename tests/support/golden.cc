#include "support/golden.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <catch2/catch.hpp>

namespace guidec {

void CheckGolden(const std::string& path, std::string_view text) {
  const std::string file = GUIDEC_PROJECT "/tests/" + path;
  const char* update = std::getenv("GUIDEC_UPDATE");
  if (update != nullptr && std::string_view(update) == "1") {
    std::ofstream(file, std::ios::binary) << text;
    return;
  }
  std::stringstream golden;
  golden << std::ifstream(file, std::ios::binary).rdbuf();
  if (golden.str() == text) return;
  std::istringstream made{std::string(text)};
  std::string expected_line;
  std::string made_line;
  for (int line = 1;; ++line) {
    const bool expected_more = static_cast<bool>(std::getline(golden, expected_line));
    const bool made_more = static_cast<bool>(std::getline(made, made_line));
    if (expected_more && made_more && expected_line == made_line) continue;
    FAIL_CHECK(
        fmt::format("tests/{}:{}\n  expected: {}\n  made:     {}\n"
                    "run with GUIDEC_UPDATE=1 to take what was made",
                    path, line, expected_more ? expected_line : "(end)", made_more ? made_line : "(end)"));
    return;
  }
}

}  // namespace guidec
