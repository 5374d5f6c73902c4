// The one table of what a command line may hold: parsing, checks, help, the man page and the shells'
// completion all read it.
#ifndef GUIDEC_CLI_OPTION_H_
#define GUIDEC_CLI_OPTION_H_

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/program_options.hpp>

#include "base/result.h"
#include "diag/rule.h"

namespace guidec {

// What an option or an argument takes, and so what a shell offers for it.
enum class Takes : std::uint8_t { kNothing, kText, kNumber, kFile, kFolder, kRule };

// A value out of a fixed set.
struct AllowedValue {
  std::string_view value;
  std::string_view meaning = {};
};

// Values that need no words.
template <std::size_t kSize>
constexpr std::array<AllowedValue, kSize> AllowedValuesOf(const std::array<std::string_view, kSize>& values) {
  std::array<AllowedValue, kSize> allowed;
  for (std::size_t i = 0; i < kSize; ++i) allowed[i] = {values[i]};
  return allowed;
}

template <std::size_t kSize>
constexpr std::array<AllowedValue, kSize> AllowedValuesOf(const std::string_view (&values)[kSize]) {
  return AllowedValuesOf(std::to_array(values));
}

// "text, concise or json"
std::string ListOf(std::span<const AllowedValue> allowed);
bool HaveMeanings(std::span<const AllowedValue> allowed);

// How often an option's value may come.
enum class Occurrence : std::uint8_t {
  kOnce,      // arrives as std::string, as int where it takes a number, as bool where it takes nothing
  kRepeated,  // `--x a --x b`; arrives as std::vector<std::string>
  kCommas,    // `--x a,b --x c`; arrives split, as std::vector<std::string>
};

struct OptionSpec {
  std::string_view name;  // without its dashes
  Takes takes = Takes::kNothing;
  std::string_view value_name = {};  // FORMAT; messages call the value so in small letters
  std::string_view summary;          // without the allowed values, which the help adds
  std::string_view otherwise = {};   // the value when the option is not given; of kOnce alone
  std::span<const AllowedValue> allowed = {};
  Occurrence times = Occurrence::kOnce;
  bool others = false;     // `allowed` names the usual values; the command judges any other
  bool with_file = false;  // each value may end in `=FILE`
};

inline constexpr AllowedValue kColourModes[] = {{"auto"}, {"always"}, {"never"}};
inline constexpr OptionSpec kColourOption = {.name = "color",
                                             .takes = Takes::kText,
                                             .value_name = "MODE",
                                             .summary = "colour (auto heeds NO_COLOR)",
                                             .otherwise = "auto",
                                             .allowed = kColourModes};

inline constexpr OptionSpec kNoCacheOption = {.name = "no-cache",
                                              .summary = "neither use nor keep results of other runs"};

inline constexpr AllowedValue kFailOnLevels[] = {{"error"}, {"warning"}, {"info"}, {"never"}};
inline constexpr OptionSpec kFailOnOption = {
    .name = "fail-on",
    .takes = Takes::kText,
    .value_name = "LEVEL",
    .summary = "the least severe finding that makes the exit status 1",
    .otherwise = "warning",
    .allowed = kFailOnLevels};

// Of the commands that do several things at once; main.cc heeds it.
inline constexpr OptionSpec kJobsOption = {
    .name = "jobs",
    .takes = Takes::kNumber,
    .value_name = "N",
    .summary = "how many things are done at once, other programs included; as many as there are cores"};

// Every command has these.
inline constexpr OptionSpec kLimitOption = {.name = "limit",
                                            .takes = Takes::kText,
                                            .value_name = "NAME=N",
                                            .summary = "a limit on what is read; `guidec --help` lists them",
                                            .times = Occurrence::kRepeated};
inline constexpr OptionSpec kHelpOption = {.name = "help", .summary = "this text"};

// A value of kFailOnOption; kOff for never.
Severity FailOn(const boost::program_options::variables_map& options);

// A value of kColourOption: auto looks at the terminal, NO_COLOR and TERM.
bool WantsColour(const boost::program_options::variables_map& options, int descriptor);

// The table as the parser and the help want it.
boost::program_options::options_description DescriptionOf(std::span<const OptionSpec> options);

// Splits the values of kCommas, and finds the first that its option does not allow.
std::optional<Error> CheckValues(std::span<const OptionSpec> options,
                                 boost::program_options::variables_map& values);

// Fails with the nearest allowed one when `value` is not. The messages call it a `noun` of `taker`.
std::optional<Error> CheckAllowed(std::string_view value, std::string_view noun, std::string_view taker,
                                  std::span<const AllowedValue> allowed);

// The allowed values with their meanings, a line each, for the help: "FORMAT is\n  text  code frames\n";
// nothing when none has a meaning.
std::string MeaningsOf(std::string_view value_name, std::span<const AllowedValue> allowed);

}  // namespace guidec

#endif  // GUIDEC_CLI_OPTION_H_
