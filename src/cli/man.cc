#include "cli/man.h"

#include <algorithm>
#include <cctype>
#include <span>
#include <string_view>

#include <fmt/format.h>

#include "base/tool_limits.h"
#include "cli/commands.h"

namespace guidec {
namespace {

constexpr AllowedValue kEnvironment[] = {
    {"NO_COLOR", "when set, \"auto\" writes no colour"},
    {"SOURCE_DATE_EPOCH", "the day that rules and outputs take for today, in seconds since 1970"},
    {"GUIDEC_LIMITS",
     "limits on what is read and on the programs that guidec runs, as --limit takes them, with commas"},
    {"GUIDEC_DATA_DIR", "where guidec's templates lie, unless --data-dir says so"},
    {"GUIDEC_FONT_DIR", "where the PDFs' typeface lies"},
    {"GUIDEC_HUNSPELL_DIR", "where spelling dictionaries lie"},
    {"GUIDEC_CACHE_KEY", "a secret; only entries of the cache are used that somebody who has it has made"},
    {"GUIDEC_SIGNING_KEY", "the private Ed25519 key, in PEM, with which builds sign; --sign overrides it"}};

// Text that roff prints as it is: it would read a hyphen as another sign. None of the texts has a backslash,
// nor a dot or an apostrophe at the head of a line, at which roff would act.
std::string Plain(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c == '-') plain += '\\';
    plain += c;
  }
  return plain;
}

std::string Bold(std::string_view text) {
  return fmt::format("\\fB{}\\fR", Plain(text));
}

std::string Italic(std::string_view text) {
  return fmt::format("\\fI{}\\fR", Plain(text));
}

std::string Entry(const std::string& tag, std::string_view text) {
  return fmt::format(".TP\n{}\n{}\n", tag, Plain(text));
}

std::string Capital(std::string_view text) {
  std::string capital(text);
  capital[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(capital[0])));
  return capital;
}

// Values with their meanings, set in below what takes them.
std::string Values(std::span<const AllowedValue> values) {
  std::string out = ".RS\n";
  for (const AllowedValue& value : values) out += Entry(Bold(value.value), value.meaning);
  return out + ".RE\n";
}

std::string OptionEntry(const OptionSpec& option) {
  std::string tag = Bold(fmt::format("--{}", option.name));
  if (option.takes != Takes::kNothing) tag += " " + Italic(option.value_name);
  std::string text = Capital(option.summary);
  const bool are_listed = HaveMeanings(option.allowed);
  if (!option.allowed.empty() && !are_listed) text += ": " + ListOf(option.allowed);
  text += ".";
  if (option.times == Occurrence::kCommas) text += " Several are given with commas.";
  if (option.times == Occurrence::kRepeated) text += " May be given several times.";
  if (option.with_file) text += fmt::format(" {}=FILE writes into a file.", option.value_name);
  if (!option.otherwise.empty()) text += fmt::format(" \"{}\" when left out.", option.otherwise);
  return Entry(tag, text) + (are_listed ? Values(option.allowed) : "");
}

// Paragraphs.
std::string Details(std::string_view details) {
  std::string out;
  bool starts_paragraph = true;
  while (!details.empty()) {
    const std::size_t end = std::min(details.find('\n'), details.size());
    const std::string_view line = details.substr(0, end);
    details.remove_prefix(std::min(end + 1, details.size()));
    if (starts_paragraph && !line.empty()) out += ".PP\n";
    if (!line.empty()) out += Plain(line) + "\n";
    starts_paragraph = line.empty();
  }
  return out;
}

std::string CommandSection(const CommandSpec& command) {
  std::string out =
      fmt::format(".SS guidec {}\n{}.\n.PP\n{} [OPTIONS]", Plain(command.name),
                  Plain(Capital(command.summary)), Bold(fmt::format("guidec {}", command.name)));
  if (!command.arguments.empty()) out += " " + Italic(command.arguments);
  out += "\n";
  if (HaveMeanings(command.allowed_arguments)) out += Values(command.allowed_arguments);
  out += Details(command.details);
  for (const OptionSpec& option : command.options) out += OptionEntry(option);
  return out;
}

}  // namespace

std::string ManPage() {
  std::string out = fmt::format(
      ".\\\" Written by `guidec man`.\n"
      ".TH GUIDEC 1 \"\" \"guidec {}\" \"User Commands\"\n"
      ".SH NAME\nguidec \\- check and compile exercise and health guides\n"
      ".SH SYNOPSIS\n{} {} [OPTIONS] [ARGUMENTS]\n.br\n{} {}\n.br\n{} {}\n"
      ".SH DESCRIPTION\n{}\n.SH COMMANDS\n",
      Plain(GUIDEC_VERSION), Bold("guidec"), Italic("COMMAND"), Bold("guidec [COMMAND]"),
      Bold(fmt::format("--{}", kHelpOption.name)), Bold("guidec"),
      Bold(fmt::format("--{}", kVersionOption.name)), Plain(kPurpose));
  for (const CommandSpec* command : AllCommands()) out += CommandSection(*command);
  out += ".SH LIMITS\n" + Plain(
                              "What lies beyond a limit is not read, a program that goes beyond one is "
                              "ended, and that is an error. `--limit NAME=N` "
                              "of every command sets "
                              "one, and so does GUIDEC_LIMITS; no file of a workspace can.\n");
  const auto add = [&](const auto& limit, std::uint64_t value) {
    out += Entry(Bold(limit.name), fmt::format("{}. {} when left out.", Capital(limit.summary), value));
  };
  for (const LimitSpec& limit : kLimits) add(limit, Limits().*limit.value);
  for (const ToolLimitSpec& limit : kToolLimits) add(limit, ToolLimits().*limit.value);
  out += ".SH EXIT STATUS\n";
  for (const AllowedValue& status : kExitStatuses)
    out += Entry(Bold(status.value), Capital(status.meaning) + ".");
  out += ".SH ENVIRONMENT\n";
  for (const AllowedValue& variable : kEnvironment) {
    out += Entry(Bold(variable.value), Capital(variable.meaning) + ".");
  }
  return out;
}

}  // namespace guidec
