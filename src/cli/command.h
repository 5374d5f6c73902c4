#ifndef GUIDEC_CLI_COMMAND_H_
#define GUIDEC_CLI_COMMAND_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <boost/program_options.hpp>

#include "base/files.h"
#include "base/limits.h"
#include "base/result.h"
#include "base/tool_limits.h"
#include "cli/option.h"

namespace guidec {

enum ExitStatus : int { kClean = 0, kFindings = 1, kFailed = 2, kBug = 3 };

// What the environment holds for guidec alone (base/signature.h); null for what is not set.
struct Secrets {
  std::optional<std::string> signing_key = {};  // GUIDEC_SIGNING_KEY
  std::optional<std::string> cache_key = {};    // GUIDEC_CACHE_KEY
};

// What a command works with.
struct Cli {
  FileSystem& files;
  Limits limits = {};
  ToolLimits tool_limits = {};  // of the programs that the command runs
  Secrets secrets = {};
};

struct CommandSpec {
  std::string_view name;
  std::string_view arguments;  // "[PATH...]"; empty when it takes none
  Takes argument = Takes::kNothing;
  std::span<const AllowedValue> allowed_arguments = {};
  std::string_view summary;       // one line, for `guidec --help`
  std::string_view details = {};  // below the options in `guidec COMMAND --help`
  std::span<const OptionSpec> options = {};
  int (*run)(const boost::program_options::variables_map&, Cli&);
};

// Defined one a file; listed in commands.cc.
extern const CommandSpec lint_command;
extern const CommandSpec build_command;
extern const CommandSpec verify_command;
extern const CommandSpec theme_command;
extern const CommandSpec proofs_command;
extern const CommandSpec merge_command;
extern const CommandSpec config_command;
extern const CommandSpec explain_command;
extern const CommandSpec rules_command;
extern const CommandSpec timeline_command;
extern const CommandSpec figure_command;
extern const CommandSpec dump_command;
extern const CommandSpec cache_command;
extern const CommandSpec completion_command;
extern const CommandSpec man_command;

// Positional arguments arrive under this name.
inline constexpr char kArguments[] = "arguments";
std::vector<std::string> ArgumentsOf(const boost::program_options::variables_map& options);

// Standard output; false when it cannot be written, which has then been said. What nobody would see in the text is
// shown by its code (PrintableLines in render/place.h).
bool Print(std::string_view text);

// The same without a change: for what is coloured, what has been made printable, and what programs read.
bool PrintExactly(std::string_view text);

// A part of a source as it is, for programs; made printable where standard output is a terminal.
bool PrintSource(std::string_view text);

// "error: …" and its hint, on standard error.
void PrintError(const Error& error);

// The same, for the end of a command: exit status 2.
int Fail(const Error& error);

// A mistake on the command line: one line, what to do, exit status 2.
int UsageError(std::string_view message, std::string_view command);

}  // namespace guidec

#endif  // GUIDEC_CLI_COMMAND_H_
