#include "cli/main.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <optional>
#include <sstream>
#include <vector>

#include <fmt/format.h>
#include <tbb/global_control.h>

#include "base/crash.h"
#include "base/memory.h"
#include "base/signature.h"
#include "base/standard_streams.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "render/place.h"
#include "text/nearest.h"

namespace guidec {
namespace {

namespace po = boost::program_options;

std::string ExitStatusText() {
  std::string text = "Exit status:";
  for (const AllowedValue& status : kExitStatuses) {
    text += fmt::format("{} {} {}", text.ends_with(':') ? "" : ",", status.value, status.meaning);
  }
  return text + ".\n";
}

std::string Help() {
  std::string text =
      fmt::format("{}\n\nUsage: guidec COMMAND [OPTIONS] [ARGUMENTS]\n\nCommands:\n", kPurpose);
  for (const CommandSpec* command : AllCommands()) {
    text += fmt::format("  {:<12}{}\n", command->name, command->summary);
  }
  text += fmt::format("\nOptions:\n  --{:<10}{}; `guidec COMMAND --help` for one command\n  --{:<10}{}\n\n",
                      kHelpOption.name, kHelpOption.summary, kVersionOption.name, kVersionOption.summary);
  text += "Limits, for `--limit` and GUIDEC_LIMITS:\n";
  const auto add = [&](const auto& limit, std::uint64_t value) {
    text += fmt::format("  {:<14}{:<10}  {}\n", limit.name, value, limit.summary);
  };
  for (const LimitSpec& limit : kLimits) add(limit, Limits().*limit.value);
  for (const ToolLimitSpec& limit : kToolLimits) add(limit, ToolLimits().*limit.value);
  return text + "\n" + ExitStatusText();
}

std::string CommandHelp(const CommandSpec& command) {
  std::ostringstream options;
  options << DescriptionOf(OptionsOf(command));
  std::string text =
      fmt::format("{}\n\nUsage: guidec {} [OPTIONS]{}{}\n\n{}\n", command.summary, command.name,
                  command.arguments.empty() ? "" : " ", command.arguments, options.str());
  const auto add = [&](const std::string& meanings) {
    if (!meanings.empty()) text += meanings + "\n";
  };
  for (const OptionSpec& option : command.options) add(MeaningsOf(option.value_name, option.allowed));
  add(MeaningsOf(command.arguments, command.allowed_arguments));
  if (!command.details.empty()) text += fmt::format("{}\n\n", command.details);
  return text + ExitStatusText();
}

// From the environment, then from the command line.
Result<void> SetAllLimits(const po::variables_map& options, Limits& limits, ToolLimits& tool_limits) {
  if (const char* settings = std::getenv("GUIDEC_LIMITS")) {
    if (auto set = SetLimits(settings, limits, tool_limits); !set) {
      return Failure("GUIDEC_LIMITS: " + set.error().message, set.error().hint);
    }
  }
  if (!options.contains("limit")) return {};
  for (const std::string& settings : options["limit"].as<std::vector<std::string>>()) {
    if (auto set = SetLimits(settings, limits, tool_limits); !set) return set;
  }
  return {};
}

// What the words say, or the status of an error that was shown.
tl::expected<po::variables_map, int> ParseOptions(const CommandSpec& command,
                                                  const std::vector<std::string>& words) {
  po::options_description all = DescriptionOf(OptionsOf(command));
  all.add_options()(kArguments, po::value<std::vector<std::string>>());
  po::positional_options_description positional;
  positional.add(kArguments, -1);
  po::variables_map options;
  try {
    const auto style = po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
    po::store(po::command_line_parser(words).options(all).positional(positional).style(style).run(), options);
    po::notify(options);
  } catch (const po::unknown_option& error) {
    std::vector<std::string> names;
    for (const auto& option : all.options()) names.push_back("--" + option->long_name());
    return tl::unexpected(UsageError(fmt::format("unknown option `{}`{}", error.get_option_name(),
                                                 DidYouMean(error.get_option_name(), names)),
                                     command.name));
  } catch (const po::error& error) {
    return tl::unexpected(UsageError(error.what(), command.name));
  }
  return options;
}

int RunCommand(const CommandSpec& command, const std::vector<std::string>& words, FileSystem& files,
               Secrets secrets) {
  auto parsed = ParseOptions(command, words);
  if (!parsed) return parsed.error();
  po::variables_map& options = *parsed;
  if (options["help"].as<bool>()) return Print(CommandHelp(command)) ? kClean : kFailed;
  if (command.arguments.empty() && options.contains(kArguments)) {
    return UsageError(fmt::format("`{}` takes no arguments", command.name), command.name);
  }
  if (const auto error = CheckValues(command.options, options)) return Fail(*error);
  // Until it goes, nothing that is done in parallel takes more threads, and so starts more programs.
  std::optional<tbb::global_control> limit;
  if (const std::string jobs(kJobsOption.name); options.contains(jobs)) {
    const int count = options[jobs].as<int>();
    if (count < 1) return UsageError("--jobs wants a number from 1 on", command.name);
    limit.emplace(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(count));
  }
  Cli cli{.files = files, .secrets = std::move(secrets)};
  if (const auto set = SetAllLimits(options, cli.limits, cli.tool_limits); !set) return Fail(set.error());
  return command.run(options, cli);
}

}  // namespace

std::vector<std::string> ArgumentsOf(const po::variables_map& options) {
  return options.contains(kArguments) ? options[kArguments].as<std::vector<std::string>>()
                                      : std::vector<std::string>();
}

bool Print(std::string_view text) {
  return PrintExactly(PrintableLines(text));
}

bool PrintSource(std::string_view text) {
  return ::isatty(STDOUT_FILENO) == 1 ? Print(text) : PrintExactly(text);
}

bool PrintExactly(std::string_view text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (written && std::fflush(stdout) == 0) return true;
  PrintError({"cannot write to standard output", "is the disk full, or the pipe closed?"});
  return false;
}

void PrintError(const Error& error) {
  std::string message;
  for (std::size_t from = 0; from <= error.message.size();) {
    const std::size_t end = std::min(error.message.find('\n', from), error.message.size());
    message += Printable(std::string_view(error.message).substr(from, end - from)) + "\n";
    from = end + 1;
  }
  Say("error: {}", message);
  if (!error.hint.empty()) Say("  hint: {}\n", Printable(error.hint));
}

int Fail(const Error& error) {
  PrintError(error);
  return kFailed;
}

int UsageError(std::string_view message, std::string_view command) {
  PrintError({std::string(message), command.empty()
                                        ? std::string("`guidec --help` lists the commands")
                                        : fmt::format("`guidec {} --help` lists the options", command)});
  return kFailed;
}

int Main(int argc, char** argv) {
  EndWhenOutOfMemory();
  ReportCrashes(GUIDEC_VERSION);
  if (!PrepareStreams()) return kFailed;
  // Before anything else can run, and for every command: no program that guidec starts has them.
  Secrets secrets{TakeSecret("GUIDEC_SIGNING_KEY"), TakeSecret("GUIDEC_CACHE_KEY")};
  if (secrets.signing_key || secrets.cache_key) KeepMemoryPrivate();
  Disk disk;
  return RunWords({argv + 1, argv + argc}, disk, std::move(secrets));
}

int RunWords(const std::vector<std::string>& words, FileSystem& files, Secrets secrets) {
  if (words.empty()) {
    SayText(Help());
    return kFailed;
  }
  const std::string& first = words.front();
  if (first == "--help" || first == "-h" || first == "help") return Print(Help()) ? kClean : kFailed;
  if (first == "--version") return Print("guidec " GUIDEC_VERSION "\n") ? kClean : kFailed;
  for (const CommandSpec* command : AllCommands()) {
    if (command->name != first) continue;
    try {
      return RunCommand(*command, {words.begin() + 1, words.end()}, files, std::move(secrets));
    } catch (const std::bad_alloc&) {
      EndOutOfMemory();
    } catch (const std::exception& error) {
      Say("guidec: {}\n", error.what());
      std::abort();
    }
  }
  std::vector<std::string> names;
  for (const CommandSpec* command : AllCommands()) names.emplace_back(command->name);
  return UsageError(fmt::format("unknown command `{}`{}", first, DidYouMean(first, names)), "");
}

}  // namespace guidec
