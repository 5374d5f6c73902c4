#include "text/pattern.h"

#include <chrono>
#include <string>

#include <catch2/catch.hpp>

namespace guidec {
namespace {

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
  CHECK(Pattern::Compile("(a+)+b")->Try(std::string(60, 'a')).steps >= 5);
}

}  // namespace
}  // namespace guidec
