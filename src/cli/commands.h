#ifndef GUIDEC_CLI_COMMANDS_H_
#define GUIDEC_CLI_COMMANDS_H_

#include <span>

#include "cli/command.h"

namespace guidec {

// In the order of the help.
std::span<const CommandSpec* const> AllCommands();

}  // namespace guidec

#endif  // GUIDEC_CLI_COMMANDS_H_
