#ifndef GUIDEC_BASE_PROCESS_H_
#define GUIDEC_BASE_PROCESS_H_

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/tool_limits.h"

namespace guidec {

struct Command {
  std::vector<std::string> argv;                            // argv[0] is looked up in PATH; no shell
  std::string input = {};                                   // its standard input
  std::filesystem::path directory = {};                     // where it runs; empty: here
  std::map<std::string, std::string> environment = {};      // set on top of ours
  std::function<void(std::string_view line)> on_line = {};  // each line of standard output, as it comes
};

struct Finished {
  int status = 0;  // exit status; 128 + signal when a signal ended it
  std::string out;
  std::string err;
};

// What guidec asks of other programs. The real one is Processes; tests pass a fake.
class ProcessRunner {
 public:
  virtual ~ProcessRunner() = default;

  // An error when the program is missing, cannot start, goes beyond a limit or we are interrupted. When this
  // returns, its whole process group has ended. A non-zero status is no error here.
  virtual Result<Finished> Run(const Command& command) = 0;
};

class Processes : public ProcessRunner {
 public:
  explicit Processes(ToolLimits limits = {}) : limits_(limits) {}

  Result<Finished> Run(const Command& command) override;

 private:
  ToolLimits limits_;
};

// What to do about a program that failed: `hint`, unless it says that it had too few descriptors.
std::string HintFor(const Finished& failed, std::string_view hint);

// The error of a program that was asked for its version and gave none; `hint` says what to install.
Error NoVersion(std::string_view program, const Finished& finished, std::string_view hint);

// The file that runs as `name`, by PATH; nothing when there is none.
std::optional<std::filesystem::path> FindProgram(const std::string& name);

}  // namespace guidec

#endif  // GUIDEC_BASE_PROCESS_H_
