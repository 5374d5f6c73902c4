#include "cli/timeline_chart.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "lint/example.h"
#include "text/utf8.h"

namespace guidec {
namespace timeline_chart_test {

constexpr std::string_view kRanges =
    "sides: each\ndose:\n  hold: 20-40 s\n  sets: 1-2\n  rest: 1 min\nsteps:\n  - Lie on your left side.\n"
    "  - Hold for {hold}.\n  - Repeat on the other side.\n";

std::string Chart(std::string_view yaml, std::size_t width, bool colour = false) {
  Sources sources;
  const Library library = LoadExample("exercises/plank.yaml", yaml, sources);
  return TimelineChart(TimelineOf(*library.FindExercise("plank"), *library.workspace.timing), width, colour);
}

std::size_t WidestLine(std::string_view text) {
  std::size_t widest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    widest = std::max(widest, DisplayWidth(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return widest;
}

TEST_CASE("a chart shows the least with `#` and up to the most with `-`") {
  CHECK(Chart(kRanges, 80) ==
        "  start  cue           side   step     time\n"
        "   0:00  get ready                     10 s ~   #####\n"
        "   0:10  hold, set 1   left      2  20-40 s     ###########----------\n"
        "   0:40  change sides  right     3      5 s ~   ###\n"
        "   0:45  hold, set 1   right     2  20-40 s     ###########----------\n"
        "   1:15  rest                        0-60 s     --------------------------------\n"
        "   1:15  hold, set 2   left      2   0-40 s     ---------------------\n"
        "   1:15  change sides  right     3    0-5 s ~   ---\n"
        "   1:15  hold, set 2   right     2   0-40 s     ---------------------\n"
        "\n"
        "  1:15 in all, 0:55 to 4:00\n"
        "  40 seconds to 2 minutes 40 seconds of exercise\n"
        "  0 seconds to 1 minute of rest\n"
        "  10 seconds of getting ready\n"
        "  5 seconds to 10 seconds of changing sides\n"
        "  ~ by the workspace's planning figures, not by the dose\n");
}

TEST_CASE("a chart keeps to the width, down to the table alone") {
  for (std::size_t width = 60; width <= 200; ++width) CHECK(WidestLine(Chart(kRanges, width)) <= width);
  CHECK(Chart(kRanges, 200) == Chart(kRanges, 100));
  const std::string narrow = Chart(kRanges, 50);
  CHECK(narrow.find('#') == std::string::npos);
  CHECK(narrow.find("   0:10  hold, set 1   left      2  20-40 s\n") != std::string::npos);
}

TEST_CASE("bars have from 8 to 40 columns, or are left out") {
  const auto longest_bar = [](std::size_t width) {
    const std::string chart = Chart(kRanges, width);
    std::size_t longest = 0;
    for (std::size_t at = 0; (at = chart.find_first_of("#-", at)) != std::string::npos;) {
      const std::size_t end = std::min(chart.find_first_not_of("#-", at), chart.size());
      longest = std::max(longest, end - at);
      at = end;
    }
    return longest;
  };
  // One is the dash of a range.
  CHECK(longest_bar(55) == 1);
  CHECK(longest_bar(56) == 8);
  CHECK(longest_bar(57) == 9);
  CHECK(longest_bar(87) == 39);
  CHECK(longest_bar(88) == 40);
  CHECK(longest_bar(89) == 40);
}

TEST_CASE("colour is only added") {
  std::string coloured = Chart(kRanges, 80, true);
  CHECK(coloured.find("\x1b[32m###########\x1b[0m\x1b[2m----------\x1b[0m\n") != std::string::npos);
  CHECK(coloured.find("\x1b[34m###\x1b[0m\n") != std::string::npos);
  CHECK(coloured.find("  \x1b[2m---\x1b[0m\n") != std::string::npos);
  CHECK(coloured.starts_with("\x1b[2m  start  cue           side   step     time\x1b[0m\n"));
  CHECK(coloured.find("\n\n  \x1b[1m1:15 in all, 0:55 to 4:00\x1b[0m\n") != std::string::npos);
  for (std::size_t at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b')) {
    coloured.erase(at, coloured.find('m', at) + 1 - at);
  }
  CHECK(coloured == Chart(kRanges, 80));
}

}  // namespace timeline_chart_test
}  // namespace guidec
