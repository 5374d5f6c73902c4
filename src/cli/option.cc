#include "cli/option.h"

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include <fmt/format.h>

#include "text/nearest.h"

namespace guidec {
namespace {

namespace po = boost::program_options;

// Owned by the description that it is added to.
po::value_semantic* SemanticOf(const OptionSpec& option) {
  const std::string value_name = fmt::format("{}{}", option.value_name, option.with_file ? "[=FILE]" : "");
  const std::string otherwise(option.otherwise);
  if (option.takes == Takes::kNothing) return po::bool_switch();
  if (option.times != Occurrence::kOnce) {
    return po::value<std::vector<std::string>>()->value_name(value_name);
  }
  if (option.takes == Takes::kNumber) {
    auto* number = po::value<int>()->value_name(value_name);
    return otherwise.empty() ? number : number->default_value(std::stoi(otherwise));
  }
  auto* text = po::value<std::string>()->value_name(value_name);
  return otherwise.empty() ? text : text->default_value(otherwise);
}

std::string SummaryOf(const OptionSpec& option) {
  std::string summary(option.summary);
  if (!option.allowed.empty() && !HaveMeanings(option.allowed)) {
    summary += fmt::format(": {}", ListOf(option.allowed));
    if (option.times == Occurrence::kCommas) summary += ", or several with commas";
  }
  if (option.times == Occurrence::kRepeated) summary += "; may be given several times";
  return summary;
}

std::vector<std::string> SplitAtCommas(const std::vector<std::string>& values) {
  std::vector<std::string> words;
  for (const std::string& value : values) {
    for (std::size_t from = 0; from <= value.size();) {
      const std::size_t end = std::min(value.find(',', from), value.size());
      words.push_back(value.substr(from, end - from));
      from = end + 1;
    }
  }
  return words;
}

std::string InSmallLetters(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(), [](unsigned char c) { return std::tolower(c); });
  return small;
}

}  // namespace

bool HaveMeanings(std::span<const AllowedValue> allowed) {
  return std::ranges::any_of(allowed, [](const AllowedValue& choice) { return !choice.meaning.empty(); });
}

std::string ListOf(std::span<const AllowedValue> allowed) {
  std::string list;
  for (std::size_t i = 0; i < allowed.size(); ++i) {
    if (i > 0) list += i + 1 == allowed.size() ? " or " : ", ";
    list += allowed[i].value;
  }
  return list;
}

Severity FailOn(const po::variables_map& options) {
  const std::string& level = options["fail-on"].as<std::string>();
  for (const Severity severity : {Severity::kInfo, Severity::kWarning, Severity::kError}) {
    if (level == SeverityName(severity)) return severity;
  }
  return Severity::kOff;
}

bool WantsColour(const po::variables_map& options, int descriptor) {
  const std::string& when = options["color"].as<std::string>();
  if (when == "always") return true;
  const char* no_colour = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool dumb = term != nullptr && std::string_view(term) == "dumb";
  return when == "auto" && ::isatty(descriptor) == 1 && (no_colour == nullptr || *no_colour == '\0') && !dumb;
}

po::options_description DescriptionOf(std::span<const OptionSpec> options) {
  po::options_description description("Options", 100, 50);
  for (const OptionSpec& option : options) {
    description.add_options()(std::string(option.name).c_str(), SemanticOf(option),
                              SummaryOf(option).c_str());
  }
  return description;
}

std::optional<Error> CheckAllowed(std::string_view value, std::string_view noun, std::string_view taker,
                                  std::span<const AllowedValue> allowed) {
  if (std::ranges::find(allowed, value, &AllowedValue::value) != allowed.end()) return std::nullopt;
  std::vector<std::string_view> known;
  for (const AllowedValue& choice : allowed) known.push_back(choice.value);
  return Error{fmt::format("unknown {} `{}`{}", noun, value, DidYouMean(value, known)),
               fmt::format("`{}` takes {}", taker, ListOf(allowed))};
}

std::string MeaningsOf(std::string_view value_name, std::span<const AllowedValue> allowed) {
  if (!HaveMeanings(allowed)) return {};
  std::size_t width = 0;
  for (const AllowedValue& choice : allowed) width = std::max(width, choice.value.size());
  std::string text = fmt::format("{} is\n", value_name);
  for (const AllowedValue& choice : allowed) {
    text += fmt::format("  {:<{}}  {}\n", choice.value, width, choice.meaning);
  }
  return text;
}

std::optional<Error> CheckValues(std::span<const OptionSpec> options, po::variables_map& values) {
  for (const OptionSpec& option : options) {
    const auto found = values.find(std::string(option.name));
    if (found == values.end()) continue;
    boost::any& value = found->second.value();
    if (option.times == Occurrence::kCommas) {
      value = SplitAtCommas(boost::any_cast<const std::vector<std::string>&>(value));
    }
    if (option.allowed.empty() || option.others) continue;
    const auto given = option.times == Occurrence::kOnce
                           ? std::vector<std::string>{boost::any_cast<const std::string&>(value)}
                           : boost::any_cast<const std::vector<std::string>&>(value);
    for (const std::string_view word : given) {
      const std::string_view chosen = option.with_file ? word.substr(0, word.find('=')) : word;
      auto error = CheckAllowed(chosen, InSmallLetters(option.value_name), fmt::format("--{}", option.name),
                                option.allowed);
      if (error) return error;
    }
  }
  return std::nullopt;
}

}  // namespace guidec
