#include <array>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "text/nearest.h"

namespace guidec {
namespace nearest_test {

TEST_CASE("edit distance") {
  struct Case {
    std::string_view a;
    std::string_view b;
    std::size_t distance;
  };
  const Case cases[] = {
      {"", "", 0},        {"", "abc", 3},           {"hold", "hold", 0}, {"hold", "holds", 1},
      {"hold", "old", 1}, {"hold", "bold", 1},      {"hold", "hodl", 1}, {"equipmnet", "equipment", 1},
      {"ab", "ba", 1},    {"kitten", "sitting", 3}, {"ca", "abc", 3},    {"abc", "xyz", 3},
  };
  for (const Case& c : cases) {
    INFO(c.a << " " << c.b);
    CHECK(EditDistance(c.a, c.b) == c.distance);
    CHECK(EditDistance(c.b, c.a) == c.distance);
  }
}

TEST_CASE("the nearest candidate is offered, if it is near") {
  constexpr std::array<std::string_view, 5> kKeys = {"hold", "reps", "sets", "rest", "start-position"};
  CHECK(Nearest("hodl", kKeys) == "hold");
  CHECK(Nearest("resp", kKeys) == "reps");
  CHECK(Nearest("startposition", kKeys) == "start-position");
  CHECK(Nearest("start_positon", kKeys) == "start-position");
  CHECK(Nearest("weight", kKeys) == std::nullopt);
  CHECK(Nearest("x", kKeys) == std::nullopt);
  CHECK(Nearest("hold", std::array<std::string_view, 0>{}) == std::nullopt);
}

TEST_CASE("a distance is worked out as far as it matters") {
  CHECK(EditDistance("hold", "hodl", 1) == 1);
  CHECK(EditDistance("kitten", "sitting", 2) == 3);
  CHECK(EditDistance("kitten", "sitting", 3) == 3);
  CHECK(EditDistance("ca", "abc", 3) == 3);
  CHECK(EditDistance("abcdefgh", "stuvwxyz", 2) == 3);
  CHECK(EditDistance("abc", "abcdefgh", 2) == 3);
  CHECK(EditDistance("", "", 0) == 0);
}

TEST_CASE("long names and many candidates are not compared") {
  const std::string longest(kLongestSlip, 'a');
  CHECK(Nearest(longest, std::array{longest + "b"}) == longest + "b");
  CHECK(Nearest(longest + "a", std::array{longest}) == std::nullopt);
  std::vector<std::string> candidates(kMostCandidates, "something-else");
  candidates.back() = "hold";
  CHECK(Nearest("hodl", candidates) == "hold");
  candidates.insert(candidates.begin(), "one-more");
  CHECK(Nearest("hodl", candidates) == std::nullopt);
}

TEST_CASE("of equally near candidates the first is offered") {
  CHECK(Nearest("rets", std::array<std::string_view, 2>{"rest", "sets"}) == "rest");
  CHECK(Nearest("rets", std::array<std::string_view, 2>{"sets", "rest"}) == "sets");
}

TEST_CASE("an offer reads as a question") {
  constexpr std::array<std::string_view, 1> kKeys = {"hold"};
  CHECK(DidYouMean("hodl", kKeys) == "; did you mean `hold`?");
  CHECK(DidYouMean("weight", kKeys).empty());
}

TEST_CASE("a third of the letters may differ, and one in any name") {
  const auto is_near = [](std::string_view name, std::string_view other) {
    return Nearest(name, std::array{other}).has_value();
  };
  CHECK(is_near("ab", "ax"));
  CHECK_FALSE(is_near("ab", "xy"));
  CHECK_FALSE(is_near("abcde", "abcxy"));
  CHECK(is_near("abcdef", "abcdxy"));
  CHECK_FALSE(is_near("abcdef", "abcxyz"));
  CHECK(is_near("abcdefghi", "abcdefxyz"));
  CHECK_FALSE(is_near("abcdefghi", "abcdewxyz"));
  CHECK(is_near("", "a"));
}

}  // namespace nearest_test
}  // namespace guidec
