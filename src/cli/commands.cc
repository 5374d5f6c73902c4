#include "cli/commands.h"

namespace guidec {

std::span<const CommandSpec* const> AllCommands() {
  static constexpr const CommandSpec* kCommands[] = {
      &lint_command,   &build_command,  &merge_command, &verify_command,     &timeline_command,
      &figure_command, &proofs_command, &theme_command, &config_command,     &explain_command,
      &rules_command,  &cache_command,  &dump_command,  &completion_command, &man_command};
  return kCommands;
}

std::vector<OptionSpec> OptionsOf(const CommandSpec& command) {
  std::vector<OptionSpec> options(command.options.begin(), command.options.end());
  options.push_back(kLimitOption);
  options.push_back(kHelpOption);
  return options;
}

}  // namespace guidec
