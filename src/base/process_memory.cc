#include "base/process_memory.h"

#include <filesystem>
#include <fstream>
#include <limits>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>

namespace guidec {
namespace {

namespace fs = std::filesystem;

// Of the process alone, by proc(5).
std::uint64_t OwnMemory(const fs::path& process) {
  std::ifstream status(process / "status");
  std::uint64_t kilobytes = 0;
  for (std::string name; status >> name;) {
    std::uint64_t value = 0;
    if ((name == "RssAnon:" || name == "RssShmem:" || name == "VmSwap:") && status >> value) {
      kilobytes += value;
    }
    status.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
  }
  return kilobytes * 1024;
}

// Each thread has children of its own.
std::vector<pid_t> ChildrenOf(const fs::path& process) {
  std::vector<pid_t> children;
  std::error_code code;
  fs::directory_iterator threads(process / "task", code);
  for (const fs::directory_iterator end; !code && threads != end; threads.increment(code)) {
    std::ifstream numbers(threads->path() / "children");
    for (pid_t child = 0; numbers >> child;) children.push_back(child);
  }
  return children;
}

}  // namespace

std::uint64_t MemoryOf(pid_t process) {
  std::uint64_t bytes = 0;
  std::vector<pid_t> open = {process};
  while (!open.empty()) {
    const fs::path folder = fmt::format("/proc/{}", open.back());
    open.pop_back();
    bytes += OwnMemory(folder);
    const std::vector<pid_t> children = ChildrenOf(folder);
    open.insert(open.end(), children.begin(), children.end());
  }
  return bytes;
}

}  // namespace guidec
