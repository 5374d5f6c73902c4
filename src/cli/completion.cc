// Each shell's script is written from the same list of places: what can stand behind an option of a
// command, and as a command's argument. Rules are written into the script, so that completing runs
// nothing.
#include "cli/completion.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/commands.h"
#include "rules/groups.h"
#include "rules/registry.h"

namespace guidec {
namespace {

// What a shell offers in one place.
struct Offer {
  enum Kind : std::uint8_t { kNothing, kValues, kRules, kRulesAndGroups, kFiles, kFolders };
  Kind kind = kNothing;
  std::span<const AllowedValue> values = {};
};

Offer OfferOf(Takes takes, std::span<const AllowedValue> allowed, bool takes_groups) {
  if (!allowed.empty()) return {Offer::kValues, allowed};
  switch (takes) {
    case Takes::kRule:
      return {takes_groups ? Offer::kRulesAndGroups : Offer::kRules};
    case Takes::kFile:
      return {Offer::kFiles};
    case Takes::kFolder:
      return {Offer::kFolders};
    default:
      return {};
  }
}

// A list of rules may name groups as well.
Offer OfferOf(const OptionSpec& option) {
  return OfferOf(option.takes, option.allowed, option.times == Occurrence::kCommas);
}

Offer OfferOf(const CommandSpec& command) {
  return OfferOf(command.argument, command.allowed_arguments, false);
}

std::vector<AllowedValue> GroupValues() {
  std::vector<AllowedValue> values;
  for (const RuleGroup& group : RuleGroups()) values.push_back({group.letters, group.title});
  return values;
}

std::vector<AllowedValue> RuleValues() {
  std::vector<AllowedValue> values;
  for (const Rule* rule : AllRules()) {
    values.push_back({rule->name, rule->summary});
    values.push_back({rule->code, rule->summary});
  }
  return values;
}

std::string ValuesText(std::span<const AllowedValue> values) {
  std::vector<std::string_view> words;
  for (const AllowedValue& value : values) words.push_back(value.value);
  return fmt::format("{}", fmt::join(words, " "));
}

std::string OptionsText(const CommandSpec& command) {
  std::vector<std::string> words;
  for (const OptionSpec& option : OptionsOf(command)) words.push_back(fmt::format("--{}", option.name));
  return fmt::format("{}", fmt::join(words, " "));
}

// Replaces each `from` by `to`.
std::string Escaped(std::string_view text, char from, std::string_view to) {
  std::string escaped;
  for (const char c : text) {
    if (c == from) {
      escaped += to;
    } else {
      escaped += c;
    }
  }
  return escaped;
}

// In single quotes, as Bash and zsh read them.
std::string Quoted(std::string_view text) {
  return fmt::format("'{}'", Escaped(text, '\'', R"('\'')"));
}

std::string BashCall(const Offer& offer, bool in_list) {
  const std::string_view call = in_list ? "_guidec_list" : "_guidec_words";
  switch (offer.kind) {
    case Offer::kValues:
      return fmt::format("{} {}", call, Quoted(ValuesText(offer.values)));
    case Offer::kRules:
      return fmt::format("{} \"$rules\"", call);
    case Offer::kRulesAndGroups:
      return fmt::format("{} \"$groups $rules\"", call);
    case Offer::kFiles:
      return "_guidec_paths -f";
    case Offer::kFolders:
      return "_guidec_paths -d";
    case Offer::kNothing:
      break;
  }
  return ":";
}

constexpr std::string_view kBashHead =
    R"bash(# Bash's completion of guidec, written by `guidec completion bash`.

_guidec_words() {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current")
}

# The last of several words with commas between them.
_guidec_list() {
  local before=
  [[ $current != *,* ]] || before=${current%,*},
  mapfile -t COMPREPLY < <(compgen -P "$before" -W "$1" -- "${current##*,}")
}

_guidec_paths() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen "$1" -- "$current")
}

_guidec() {
  local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
  COMPREPLY=()
  # Bash takes each `=` for a word of its own.
  if [[ $current == = ]]; then
    current=
  elif [[ $option == = ]]; then
    option=${COMP_WORDS[COMP_CWORD - 2]}
  elif ((COMP_CWORD > 2)) && [[ $option != --* ]]; then
    option=
  fi
)bash";

std::string ZshName(const CommandSpec& command, std::string_view option) {
  return Escaped(fmt::format("_guidec_{}_{}", command.name, option), '-', "_");
}

std::string ZshArray(std::string_view name, std::span<const AllowedValue> values) {
  std::string out = fmt::format("  local -a {}=(\n", name);
  for (const AllowedValue& value : values) {
    const std::string entry =
        value.meaning.empty() ? std::string(value.value) : fmt::format("{}:{}", value.value, value.meaning);
    out += fmt::format("    {}\n", Quoted(entry));
  }
  return out + "  )\n";
}

// The function that completes what an option or a command takes.
std::string ZshFunction(const std::string& name, const Offer& offer, bool in_list, bool with_file) {
  std::string body;
  if (with_file) body += "  if compset -P '*='; then _files; return; fi\n";
  if (in_list) body += "  compset -P '*,'\n  compset -S ',*'\n";
  switch (offer.kind) {
    case Offer::kValues:
      body += ZshArray("values", offer.values) + "  _describe value values\n";
      break;
    case Offer::kRules:
      body += "  _guidec_rules\n";
      break;
    case Offer::kRulesAndGroups:
      body += "  _guidec_groups\n  _guidec_rules\n";
      break;
    case Offer::kFiles:
      body += "  _files\n";
      break;
    case Offer::kFolders:
      body += "  _files -/\n";
      break;
    case Offer::kNothing:
      body += "  _message 'nothing to complete'\n";
  }
  return fmt::format("{}() {{\n{}}}\n\n", name, body);
}

std::string ZshSpec(const CommandSpec& command, const OptionSpec& option) {
  const std::string summary = Escaped(Escaped(option.summary, '[', "\\["), ']', "\\]");
  if (option.takes == Takes::kNothing) return fmt::format("--{}[{}]", option.name, summary);
  return fmt::format("{}--{}=[{}]:{}:{}", option.times == Occurrence::kOnce ? "" : "*", option.name, summary,
                     option.value_name, ZshName(command, option.name));
}

std::string FishQuoted(std::string_view text) {
  return fmt::format("'{}'", Escaped(Escaped(text, '\\', "\\\\"), '\'', "\\'"));
}

// What is offered once a value is followed by `=`.
constexpr std::string_view kFishFile =
    R"fish(  set -l parts (commandline -ct | string replace -r -- '^--[^=]*=' '' | string split -m 1 =)
  if test (count $parts) = 2
    printf '%s\n' $parts[1]=(__fish_complete_path $parts[2])
    return
  end
)fish";

std::string FishFunction(std::string_view name, std::span<const AllowedValue> values,
                         bool with_file = false) {
  std::string out = fmt::format("function {}\n{}", name, with_file ? kFishFile : "");
  for (const AllowedValue& value : values) {
    out += fmt::format("  printf '%s\\t%s\\n' {} {}\n", FishQuoted(value.value), FishQuoted(value.meaning));
  }
  return out + "end\n\n";
}

std::string FishName(const CommandSpec& command, std::string_view option) {
  return "_" + ZshName(command, option);
}

// The part of a `complete` that says what is offered; `name` is of the function for values of its own.
std::string FishOffer(const Offer& offer, const std::string& name, bool in_list) {
  const auto from = [&](std::string_view function) {
    return fmt::format(" -a '({})'", in_list ? fmt::format("__fish_append , ({})", function) : function);
  };
  switch (offer.kind) {
    case Offer::kValues:
      return from(name);
    case Offer::kRules:
      return from("__guidec_rules");
    case Offer::kRulesAndGroups:
      return from("__guidec_groups; __guidec_rules");
    case Offer::kFiles:
      return " -F";
    case Offer::kFolders:
      return " -a '(__fish_complete_directories)'";
    case Offer::kNothing:
      break;
  }
  return "";
}

}  // namespace

std::string BashCompletion() {
  std::string out(kBashHead);
  out += fmt::format("  local groups={}\n  local rules={}\n", Quoted(ValuesText(GroupValues())),
                     Quoted(ValuesText(RuleValues())));
  std::vector<std::string_view> names;
  for (const CommandSpec* command : AllCommands()) names.push_back(command->name);
  out += fmt::format(
      "  if ((COMP_CWORD == 1)); then\n    _guidec_words '{} --{} --{}'\n    return\n  fi\n"
      "  case \"$command $option\" in\n",
      fmt::join(names, " "), kHelpOption.name, kVersionOption.name);
  for (const CommandSpec* command : AllCommands()) {
    for (const OptionSpec& option : OptionsOf(*command)) {
      if (option.takes == Takes::kNothing) continue;
      out += fmt::format("    '{} --{}') {}; return ;;\n", command->name, option.name,
                         BashCall(OfferOf(option), option.times == Occurrence::kCommas));
      if (!option.with_file) continue;
      for (const AllowedValue& value : option.allowed) {
        out += fmt::format("    '{} {}') _guidec_paths -f; return ;;\n", command->name, value.value);
      }
    }
  }
  out += "  esac\n  case $command in\n";
  for (const CommandSpec* command : AllCommands()) {
    out += fmt::format("    {}) if [[ $current == -* ]]; then _guidec_words {}; else {}; fi ;;\n",
                       command->name, Quoted(OptionsText(*command)), BashCall(OfferOf(*command), false));
  }
  return out + "  esac\n}\n\ncomplete -F _guidec guidec\n";
}

std::string ZshCompletion() {
  std::string out = "#compdef guidec\n# zsh's completion of guidec, written by `guidec completion zsh`.\n\n";
  out += fmt::format("_guidec_groups() {{\n{}  _describe group groups\n}}\n\n",
                     ZshArray("groups", GroupValues()));
  out += fmt::format("_guidec_rules() {{\n{}  _describe rule rules\n}}\n\n", ZshArray("rules", RuleValues()));
  std::string cases;
  std::vector<AllowedValue> commands;
  for (const CommandSpec* command : AllCommands()) {
    commands.push_back({command->name, command->summary});
    cases += fmt::format("        {})\n          _arguments -s", command->name);
    for (const OptionSpec& option : OptionsOf(*command)) {
      cases += fmt::format(" \\\n            {}", Quoted(ZshSpec(*command, option)));
      if (option.takes == Takes::kNothing) continue;
      out += ZshFunction(ZshName(*command, option.name), OfferOf(option), option.times == Occurrence::kCommas,
                         option.with_file);
    }
    if (!command->arguments.empty()) {
      const std::string name = ZshName(*command, "arguments");
      out += ZshFunction(name, OfferOf(*command), false, false);
      cases += fmt::format(" \\\n            {}", Quoted(fmt::format("*:argument:{}", name)));
    }
    cases += "\n          ;;\n";
  }
  out += "_guidec() {\n  local context state state_descr line\n  typeset -A opt_args\n";
  out += ZshArray("commands", commands);
  out += fmt::format(
      "  _arguments -C '(- *)--{}[{}]' '(- *)--{}[{}]' '1:command:->command' '*::argument:->arguments'\n"
      "  case $state in\n    command) _describe command commands ;;\n    arguments)\n      case $words[1] "
      "in\n",
      kHelpOption.name, kHelpOption.summary, kVersionOption.name, kVersionOption.summary);
  out += cases + "      esac\n      ;;\n  esac\n}\n\n";
  // Loaded as a function of that name, the file is its first call; sourced, it only defines.
  return out +
         "if [[ $funcstack[1] == _guidec ]]; then\n  _guidec \"$@\"\nelse\n  compdef _guidec guidec\nfi\n";
}

std::string FishCompletion() {
  std::string out = "# fish's completion of guidec, written by `guidec completion fish`.\n\n";
  out += FishFunction("__guidec_groups", GroupValues()) + FishFunction("__guidec_rules", RuleValues());
  std::string lines = "complete -c guidec -f\n";
  for (const OptionSpec& option : {kHelpOption, kVersionOption}) {
    lines += fmt::format("complete -c guidec -n __fish_use_subcommand -l {} -d {}\n", option.name,
                         FishQuoted(option.summary));
  }
  for (const CommandSpec* command : AllCommands()) {
    lines += fmt::format("complete -c guidec -n __fish_use_subcommand -a {} -d {}\n", command->name,
                         FishQuoted(command->summary));
    const std::string inside =
        fmt::format("complete -c guidec -n '__fish_seen_subcommand_from {}'", command->name);
    const auto add = [&](const Offer& offer, std::string_view what, std::string_view flags, bool in_list,
                         bool with_file) {
      const std::string name = FishName(*command, what);
      if (offer.kind == Offer::kValues) out += FishFunction(name, offer.values, with_file);
      const std::string offered = FishOffer(offer, name, in_list);
      if (!flags.empty() || !offered.empty()) lines += fmt::format("{}{}{}\n", inside, flags, offered);
    };
    for (const OptionSpec& option : OptionsOf(*command)) {
      // Files are offered besides what the value may be only where it is one.
      const std::string_view value = option.takes == Takes::kNothing ? ""
                                     : option.takes == Takes::kFile  ? " -r"
                                                                     : " -x";
      const std::string flags = fmt::format(" -l {} -d {}{}", option.name, FishQuoted(option.summary), value);
      add(OfferOf(option), option.name, flags, option.times == Occurrence::kCommas, option.with_file);
    }
    if (!command->arguments.empty()) add(OfferOf(*command), "arguments", "", false, false);
  }
  return out + lines;
}

}  // namespace guidec
