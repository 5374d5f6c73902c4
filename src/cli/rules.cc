#include <unistd.h>

#include <fmt/format.h>

#include "cli/catalogue.h"
#include "cli/command.h"
#include "rules/registry.h"
#include "text/nearest.h"

namespace guidec {
namespace {

namespace po = boost::program_options;

constexpr AllowedValue kRulesFormats[] = {{"text", "columns, by group"},
                                          {"json", "for programs"},
                                          {"markdown", "a page with all that `guidec explain` says"}};

constexpr OptionSpec kRulesOptions[] = {{.name = "format",
                                         .takes = Takes::kText,
                                         .value_name = "FORMAT",
                                         .summary = "how the rules are shown",
                                         .otherwise = "text",
                                         .allowed = kRulesFormats},
                                        kColourOption};

constexpr OptionSpec kExplainOptions[] = {kColourOption};

int RunRules(const po::variables_map& options, Cli&) {
  const std::string& format = options["format"].as<std::string>();
  const std::string out = format == "json"       ? RulesAsJson()
                          : format == "markdown" ? RulesAsMarkdown()
                                                 : RuleList(WantsColour(options, STDOUT_FILENO));
  return PrintExactly(out) ? kClean : kFailed;
}

int RunExplain(const po::variables_map& options, Cli&) {
  const std::vector<std::string> names = ArgumentsOf(options);
  if (names.empty()) return UsageError("name a rule, by its code or name", "explain");
  std::string out;
  for (const std::string& name : names) {
    const Rule* rule = FindRule(name);
    if (rule == nullptr) {
      std::vector<std::string> known;
      for (const Rule* other : AllRules()) {
        known.emplace_back(other->name);
        known.emplace_back(other->code);
      }
      PrintError({fmt::format("there is no rule `{}`{}", name, DidYouMean(name, known)),
                  "`guidec rules` lists them all"});
      return kFailed;
    }
    if (!out.empty()) out += "\n";
    out += Explanation(*rule, WantsColour(options, STDOUT_FILENO));
  }
  return PrintExactly(out) ? kClean : kFailed;
}

}  // namespace

const CommandSpec rules_command = {
    .name = "rules",
    .arguments = "",
    .summary = "list every rule with its code, severity and meaning",
    .options = kRulesOptions,
    .run = RunRules,
};

const CommandSpec explain_command = {
    .name = "explain",
    .arguments = "RULE...",
    .argument = Takes::kRule,
    .summary = "say what a rule is for, where it comes from and how to fix a finding",
    .details = "RULE is a code such as QZ003 or a name such as duplicate-choice.",
    .options = kExplainOptions,
    .run = RunExplain,
};

}  // namespace guidec
