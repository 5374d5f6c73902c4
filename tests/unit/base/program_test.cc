#include "base/program.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/hash.h"

namespace guidec {
namespace program_test {

// The build id in an ELF file, by the bytes of its note; empty when there is none.
std::string BuildIdIn(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  const std::string kind_and_owner("\3\0\0\0GNU\0", 8);
  const std::size_t at = bytes.find(kind_and_owner);
  if (!bytes.starts_with("\x7F" "ELF") || at == std::string::npos || at < 8) return {};
  return bytes.substr(at + kind_and_owner.size(), static_cast<unsigned char>(bytes[at - 4]));
}

// Every program file that is mapped into this process.
std::set<std::string> MappedFiles() {
  std::set<std::string> paths;
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    const std::size_t slash = line.find('/');
    if (slash != std::string::npos) paths.insert(line.substr(slash));
  }
  return paths;
}

TEST_CASE("a program is named by its build id and those of its libraries") {
  std::vector<std::string> ids;
  for (const std::string& path : MappedFiles()) {
    const std::string id = BuildIdIn(path);
    if (!id.empty()) ids.push_back(id);
  }
  REQUIRE(ids.size() > 3);
  std::ranges::sort(ids);
  std::string all;
  for (const std::string& id : ids) all += id;
  CHECK(ProgramId() == Sha256(all));
}

}  // namespace program_test
}  // namespace guidec
