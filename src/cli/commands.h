#ifndef GUIDEC_CLI_COMMANDS_H_
#define GUIDEC_CLI_COMMANDS_H_

#include <span>
#include <string_view>
#include <vector>

#include "cli/command.h"

namespace guidec {

// In the order of the help.
std::span<const CommandSpec* const> AllCommands();

// Its own and those that every command has.
std::vector<OptionSpec> OptionsOf(const CommandSpec& command);

// What comes before any command, besides --help.
inline constexpr OptionSpec kVersionOption = {.name = "version", .summary = "the version"};

// Of the whole program, for its help and its man page.
inline constexpr std::string_view kPurpose =
    "guidec checks exercise and health guides written as YAML, and compiles them to EPUB, PDF and JSON.";
inline constexpr AllowedValue kExitStatuses[] = {
    {"0", "clean"}, {"1", "findings"}, {"2", "usage or input/output"}, {"3", "a bug in guidec"}};

}  // namespace guidec

#endif  // GUIDEC_CLI_COMMANDS_H_
