#include "model/dose/stated_tempo.h"

#include <string>
#include <string_view>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "text/tokens.h"

namespace guidec {
namespace stated_tempo_test {

std::string Described(std::string_view text) {
  std::string described;
  for (const StatedPhase& stated : StatedPhases(Tokens(text))) {
    described += fmt::format("{}{} {}-{}", described.empty() ? "" : ", ",
                             stated.phase == TempoPhase::kLower   ? "lower"
                             : stated.phase == TempoPhase::kPause ? "pause"
                                                                  : "lift",
                             stated.seconds.min, stated.seconds.max);
  }
  return described;
}

TEST_CASE("what prose says of a repetition's phases") {
  struct Row {
    std::string_view text;
    std::string_view described;
  };
  static constexpr Row kRows[] = {
      {"Lower your heels over three seconds.", "lower 3-3"},
      {"Lift for 2 to 3 seconds.", "lift 2-3"},
      {"Rise in 2 seconds.", "lift 2-2"},
      {"Pause for 1 second at the top.", "pause 1-1"},
      {"Take 3 seconds to lower.", "lower 3-3"},
      {"Lift it and take 3 seconds on lowering it.", "lower 3-3"},
      {"3 seconds to lift.", "lift 3-3"},
      {"3 seconds to go.", ""},
      {"Lift for 2 seconds to go.", "lift 2-2"},
      {"Lift for 2 seconds to", "lift 2-2"},
      {"Lower over 3 seconds, then lift for 1 second.", "lower 3-3, lift 1-1"},
      {"Lower it 3 seconds.", ""},
      {"Lower it and wait for 3 seconds.", ""},
      {"Lower it, for 3 seconds.", ""},
      {"Lower it. Stay for 3 seconds.", ""},
      {"For 3 seconds lower it.", ""},
      {"For 3 seconds.", ""},
      {"Lower for more than 3 seconds.", ""},
      {"Lower for at least 3 seconds.", ""},
      {"Lower for a 3-second count.", ""},
      {"Lower over a 3-second count.", ""},
      {"Lower for 3 repetitions.", ""},
      {"If you can, lower for 3 seconds.", ""},
      {"Do not lower for 3 seconds.", ""},
      {"Do not lower for 3 seconds, but lift for 2 seconds.", "lift 2-2"},
  };
  for (const Row& row : kRows) {
    INFO(row.text);
    CHECK(Described(row.text) == row.described);
  }
}

TEST_CASE("a phase contradicts the tempo where its seconds are beside it") {
  const auto contradicts = [](std::string_view text, const Tempo& tempo) {
    const auto stated = StatedPhases(Tokens(text));
    REQUIRE(stated.size() == 1);
    return Contradicts(stated.front(), tempo);
  };
  const Tempo tempo{3, 1, 5, 0};
  for (const auto& [text, expected] : {
           std::pair("Lower for 3 seconds.", false),
           std::pair("Lower for 2 seconds.", true),
           std::pair("Lower for 4 seconds.", true),
           std::pair("Lower for 3 to 4 seconds.", false),
           std::pair("Lower for 2 to 3 seconds.", false),
           std::pair("Lower for 1 to 2 seconds.", true),
           std::pair("Lift for 5 seconds.", false),
           std::pair("Lift for 3 seconds.", true),
           std::pair("Pause for 1 second.", false),
           std::pair("Pause for 0 seconds.", false),
           std::pair("Pause for 2 seconds.", true),
       }) {
    INFO(text);
    CHECK(contradicts(text, tempo) == expected);
  }
  CHECK(contradicts("Pause for 0 seconds.", Tempo{3, 1, 5, {}}));
  CHECK_FALSE(contradicts("Pause for 1 second.", Tempo{3, 1, 5, {}}));
}

}  // namespace stated_tempo_test
}  // namespace guidec
