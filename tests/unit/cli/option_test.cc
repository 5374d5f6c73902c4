#include "cli/option.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <catch2/catch.hpp>

#include "unit/cli/workbench.h"

namespace guidec {
namespace option_test {

namespace po = boost::program_options;
using Words = std::vector<std::string>;

constexpr AllowedValue kPlain[] = {{"red"}, {"green"}, {"blue"}};
constexpr AllowedValue kMeant[] = {{"a", "the first"}, {"middle", ""}, {"end", "the last"}};
constexpr OptionSpec kOptions[] = {
    {.name = "flag", .summary = "on or off"},
    {.name = "text",
     .takes = Takes::kText,
     .value_name = "TEXT",
     .summary = "some text",
     .otherwise = "none"},
    {.name = "count", .takes = Takes::kNumber, .value_name = "N", .summary = "a number", .otherwise = "7"},
    {.name = "size", .takes = Takes::kNumber, .value_name = "N", .summary = "another"},
    {.name = "one", .takes = Takes::kText, .value_name = "HUE", .summary = "one hue", .allowed = kPlain},
    {.name = "meant",
     .takes = Takes::kText,
     .value_name = "WHAT",
     .summary = "one of them",
     .allowed = kMeant},
    {.name = "hues",
     .takes = Takes::kText,
     .value_name = "HUES",
     .summary = "some hues",
     .allowed = kPlain,
     .times = Occurrence::kCommas},
    {.name = "any",
     .takes = Takes::kText,
     .value_name = "HUES",
     .summary = "any hues",
     .allowed = kPlain,
     .times = Occurrence::kCommas,
     .others = true},
    {.name = "into",
     .takes = Takes::kText,
     .value_name = "HUE",
     .summary = "where to",
     .allowed = kPlain,
     .times = Occurrence::kRepeated,
     .with_file = true},
    {.name = "free",
     .takes = Takes::kText,
     .value_name = "WORDS",
     .summary = "words",
     .times = Occurrence::kCommas}};

po::variables_map Parsed(std::span<const OptionSpec> options, const Words& words) {
  po::variables_map values;
  po::store(po::command_line_parser(words).options(DescriptionOf(options)).run(), values);
  return values;
}

// The error of the first value that is not allowed, with its hint; else what arrives of an option.
std::string Checked(const std::string& name, const Words& words) {
  po::variables_map values = Parsed(kOptions, words);
  if (const auto error = CheckValues(kOptions, values)) return error->message + " / " + error->hint;
  return values.contains(name) ? fmt::format("{}", values[name].as<Words>()) : "nothing";
}

TEST_CASE("what a description says of each kind of option") {
  std::ostringstream shown;
  shown << DescriptionOf(kOptions);
  CHECK(shown.str() == R"(Options:
  --flag                on or off
  --text TEXT (=none)   some text
  --count N (=7)        a number
  --size N              another
  --one HUE             one hue: red, green or blue
  --meant WHAT          one of them
  --hues HUES           some hues: red, green or blue, or several with commas
  --any HUES            any hues: red, green or blue, or several with commas
  --into HUE[=FILE]     where to: red, green or blue; may be given several times
  --free WORDS          words
)");
}

TEST_CASE("values arrive as what they are") {
  const auto left_out = Parsed(kOptions, {});
  CHECK_FALSE(left_out["flag"].as<bool>());
  CHECK(left_out["text"].as<std::string>() == "none");
  CHECK(left_out["count"].as<int>() == 7);
  for (const char* name : {"size", "one", "hues", "into"}) CHECK_FALSE(left_out.contains(name));
  const auto given = Parsed(kOptions, {"--flag", "--text=x", "--count", "-3", "--size", "0"});
  CHECK(given["flag"].as<bool>());
  CHECK(given["text"].as<std::string>() == "x");
  CHECK(given["count"].as<int>() == -3);
  CHECK(given["size"].as<int>() == 0);
}

TEST_CASE("values are split at commas, and each is looked up") {
  CHECK(Checked("free", {}) == "nothing");
  CHECK(Checked("free", {"--free", "a"}) == R"(["a"])");
  CHECK(Checked("free", {"--free", "a,bc", "--free", "d"}) == R"(["a", "bc", "d"])");
  CHECK(Checked("free", {"--free", ",a,,b,"}) == R"(["", "a", "", "b", ""])");
  CHECK(Checked("hues", {"--hues", "red,blue"}) == R"(["red", "blue"])");
  CHECK(Checked("hues", {"--hues", "red,gren"}) ==
        "unknown hues `gren`; did you mean `green`? / `--hues` takes red, green or blue");
  CHECK(Checked("hues", {"--hues", "red", "--hues", "x,blue"}) ==
        "unknown hues `x` / `--hues` takes red, green or blue");
  CHECK(Checked("any", {"--any", "red,x"}) == R"(["red", "x"])");
  CHECK(Checked("into", {"--into", "red=blue", "--into", "green"}) == R"(["red=blue", "green"])");
  CHECK(Checked("into", {"--into", "red", "--into", "rad=red"}) ==
        "unknown hue `rad`; did you mean `red`? / `--into` takes red, green or blue");
  CHECK(Checked("into", {"--into", "red,blue"}) ==
        "unknown hue `red,blue` / `--into` takes red, green or blue");
}

TEST_CASE("one value of several is one text") {
  po::variables_map values = Parsed(kOptions, {"--one", "blue"});
  CHECK_FALSE(CheckValues(kOptions, values));
  CHECK(values["one"].as<std::string>() == "blue");
  CHECK(Checked("one", {"--one", "red=x"}) == "unknown hue `red=x` / `--one` takes red, green or blue");
  CHECK(Checked("one", {"--one", ""}) == "unknown hue `` / `--one` takes red, green or blue");
  CHECK(Checked("meant", {"--meant", "ends"}) ==
        "unknown what `ends`; did you mean `end`? / `--meant` takes a, middle or end");
}

TEST_CASE("a list of values ends in `or`") {
  const std::span<const AllowedValue> all = kPlain;
  CHECK(ListOf(all.first(0)).empty());
  CHECK(ListOf(all.first(1)) == "red");
  CHECK(ListOf(all.first(2)) == "red or green");
  CHECK(ListOf(all) == "red, green or blue");
}

TEST_CASE("meanings stand in a column, where there is one at all") {
  const std::span<const AllowedValue> all = kMeant;
  CHECK(HaveMeanings(all));
  CHECK(HaveMeanings(all.first(2)));
  CHECK(HaveMeanings(all.last(2)));
  CHECK_FALSE(HaveMeanings(all.subspan(1, 1)));
  CHECK_FALSE(HaveMeanings(all.first(0)));
  CHECK(MeaningsOf("WHAT", all) == "WHAT is\n  a       the first\n  middle  \n  end     the last\n");
  CHECK(MeaningsOf("WHAT", kPlain).empty());
}

TEST_CASE("the values of an array are its names") {
  constexpr auto kValues = AllowedValuesOf({"x", "y"});
  CHECK(kValues[0].value == "x");
  CHECK(kValues[1].value == "y");
  CHECK(kValues[1].meaning.empty());
}

TEST_CASE("each level of --fail-on") {
  constexpr OptionSpec kOnly[] = {kFailOnOption};
  const auto level = [&](const Words& words) { return FailOn(Parsed(kOnly, words)); };
  CHECK(level({}) == Severity::kWarning);
  CHECK(level({"--fail-on", "info"}) == Severity::kInfo);
  CHECK(level({"--fail-on", "warning"}) == Severity::kWarning);
  CHECK(level({"--fail-on", "error"}) == Severity::kError);
  CHECK(level({"--fail-on", "never"}) == Severity::kOff);
}

TEST_CASE("colour is for terminals that want it") {
  constexpr OptionSpec kOnly[] = {kColourOption};
  const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
  REQUIRE(terminal >= 0);
  const int file = ::open("/dev/null", O_WRONLY);
  const auto wants = [&](const char* mode, int descriptor, const char* no_colour, const char* term) {
    const Variable variables[] = {{"NO_COLOR", no_colour}, {"TERM", term}};
    return WantsColour(Parsed(kOnly, {"--color", mode}), descriptor);
  };
  CHECK(wants("auto", terminal, nullptr, nullptr));
  CHECK(wants("auto", terminal, nullptr, "xterm"));
  CHECK(wants("auto", terminal, "", "xterm"));
  CHECK_FALSE(wants("auto", terminal, "0", "xterm"));
  CHECK_FALSE(wants("auto", terminal, nullptr, "dumb"));
  CHECK_FALSE(wants("auto", file, nullptr, "xterm"));
  CHECK_FALSE(wants("never", terminal, nullptr, "xterm"));
  CHECK(wants("always", terminal, "1", "dumb"));
  CHECK(wants("always", file, "1", "dumb"));
  ::close(file);
  ::close(terminal);
}

}  // namespace option_test
}  // namespace guidec
