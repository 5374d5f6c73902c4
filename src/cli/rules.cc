#include <unistd.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "rules/registry.h"
#include "text/nearest.h"

namespace guidec {
namespace {

namespace po = boost::program_options;

constexpr AllowedValue kFormats[] = {{"text", "columns"}, {"json", "for programs"}};

constexpr OptionSpec kRulesOptions[] = {{.name = "format",
                                         .takes = Takes::kText,
                                         .value_name = "FORMAT",
                                         .summary = "how the rules are shown",
                                         .otherwise = "text",
                                         .allowed = kFormats}};

int RunRules(const po::variables_map& options, Cli&) {
  const std::string& format = options["format"].as<std::string>();
  if (format == "json") {
    auto array = nlohmann::ordered_json::array();
    for (const Rule* rule : AllRules()) {
      array.push_back({{"code", rule->code},
                       {"name", rule->name},
                       {"severity", SeverityName(rule->severity)},
                       {"since", rule->since},
                       {"summary", rule->summary},
                       {"rationale", rule->rationale},
                       {"source", rule->source}});
    }
    return Print(array.dump(2) + "\n") ? kClean : kFailed;
  }
  std::string out;
  for (const Rule* rule : AllRules()) {
    out += fmt::format("{}  {:<8} {:<26} {}\n", rule->code, SeverityName(rule->severity), rule->name,
                       rule->summary);
  }
  return Print(out) ? kClean : kFailed;
}

std::string Indented(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    out += line.empty() ? "\n" : fmt::format("    {}\n", line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string Explanation(const Rule& rule) {
  std::string out = fmt::format("{} {} ({})\n\n{}\n\n{}\n\nSource: {}\n", rule.code, rule.name,
                                SeverityName(rule.severity), rule.summary, rule.rationale, rule.source);
  for (const Example& example : rule.examples) {
    out += fmt::format("\n{}, in {}:\n\n{}", example.kind == Example::kBad ? "Bad" : "Good", example.file,
                       Indented(example.yaml));
  }
  return out +
         fmt::format("\nTo change its severity, in guidec.yaml:\n\n    rules:\n      {}: off\n", rule.name);
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
    out += Explanation(*rule);
  }
  return Print(out) ? kClean : kFailed;
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
    .summary = "say what a rule is for, where it comes from and how to mend a finding",
    .details = "RULE is a code such as QZ003 or a name such as duplicate-choice.",
    .run = RunExplain,
};

}  // namespace guidec
