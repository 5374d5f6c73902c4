#include "text/pattern.h"

#include <chrono>
#include <string>

#include <catch2/catch.hpp>

namespace guidec {
namespace pattern_test {

TEST_CASE("a pattern is held against a whole text") {
  const auto pattern = Pattern::Compile("Kinesio(tape)?|\\p{Lu}{2}-\\d+");
  REQUIRE(pattern);
  CHECK(pattern->MatchesWhole("Kinesiotape"));
  CHECK(pattern->MatchesWhole("\u00c4B-12"));
  CHECK_FALSE(pattern->MatchesWhole("Kinesiotapes"));
  CHECK_FALSE(pattern->MatchesWhole(""));
}

TEST_CASE("what is wrong with an expression") {
  const auto [expression, reason] = GENERATE(table<const char*, const char*>({
      {"(", "parenthesis"},
      {"[a", "bracket"},
      {"+", "repeat"},
      {"a{3,1}", "interval"},
      {"[z-a]", "backwards"},
      {"\\p{Nope}", "property"},
  }));
  const auto pattern = Pattern::Compile(expression);
  REQUIRE_FALSE(pattern);
  CHECK_THAT(pattern.error().message, Catch::Contains(reason));
}

TEST_CASE("an expression that would run for ever stops") {
  const auto pattern = Pattern::Compile("(a+)+b");
  REQUIRE(pattern);
  const auto start = std::chrono::steady_clock::now();
  CHECK_FALSE(pattern->MatchesWhole(std::string(60, 'a')));
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
}

TEST_CASE("an expression tells how long it took") {
  CHECK(Pattern::Compile("[a-z]+")->Try("word").steps == 0);
  CHECK(Pattern::Compile("(a+)+b")->Try(std::string(60, 'a')).steps == 5);
}

TEST_CASE("each fault of an expression has its sentence") {
  const auto [expression, reason] = GENERATE(table<const char*, const char*>({
      {"(a", "a parenthesis is not closed"},
      {"[a", "a bracket is not closed"},
      {"\\u12", "a backslash stands before a character that it cannot escape"},
      {"*a", "an operator such as `*` has nothing to repeat"},
      {"a{3,1}", "an interval such as `{2,5}` is wrong"},
      {"a{x}", "an interval such as `{2,5}` is wrong"},
      {"a{99999999999}", "an interval such as `{2,5}` is wrong"},
      {"[z-a]", "a range such as `a-z` runs backwards"},
      {"\\p{Nope}", "it names a property that Unicode does not have"},
      {"(?<=a*)b", "U_REGEX_LOOK_BEHIND_LIMIT"},
  }));
  INFO(expression);
  const auto pattern = Pattern::Compile(expression);
  REQUIRE_FALSE(pattern);
  CHECK(pattern.error().message == reason);
}

}  // namespace pattern_test
}  // namespace guidec
