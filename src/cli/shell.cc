// The commands that write what a shell and man(1) read about guidec.
#include "cli/command.h"
#include "cli/completion.h"
#include "cli/man.h"

namespace guidec {
namespace {

namespace po = boost::program_options;

constexpr AllowedValue kShells[] = {
    {"bash", "source it, or put it into ~/.local/share/bash-completion/completions/guidec"},
    {"zsh", "put it into a folder of $fpath, as _guidec"},
    {"fish", "put it into ~/.config/fish/completions/guidec.fish"}};

int RunCompletion(const po::variables_map& options, Cli&) {
  const std::vector<std::string> shells = ArgumentsOf(options);
  if (shells.size() != 1) return UsageError("name one shell", "completion");
  const std::string& shell = shells.front();
  if (const auto error = CheckAllowed(shell, "shell", "guidec completion", kShells)) return Fail(*error);
  const std::string script = shell == "bash"  ? BashCompletion()
                             : shell == "zsh" ? ZshCompletion()
                                              : FishCompletion();
  return PrintExactly(script) ? kClean : kFailed;
}

int RunMan(const po::variables_map&, Cli&) {
  return PrintExactly(ManPage()) ? kClean : kFailed;
}

}  // namespace

const CommandSpec completion_command = {
    .name = "completion",
    .arguments = "SHELL",
    .argument = Takes::kText,
    .allowed_arguments = kShells,
    .summary = "write the script by which a shell completes guidec's command line",
    .run = RunCompletion,
};

const CommandSpec man_command = {
    .name = "man",
    .arguments = "",
    .summary = "write the man page, for `guidec man | man -l -`",
    .run = RunMan,
};

}  // namespace guidec
