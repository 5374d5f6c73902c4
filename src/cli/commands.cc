#include "cli/commands.h"

namespace guidec {

std::span<const CommandSpec* const> AllCommands() {
  static constexpr const CommandSpec* kCommands[] = {&lint_command,    &build_command, &config_command,
                                                     &explain_command, &rules_command, &dump_command};
  return kCommands;
}

}  // namespace guidec
