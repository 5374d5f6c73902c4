#include "text/ecma_pattern.h"

#include <string>

#include <catch2/catch.hpp>

namespace guidec {
namespace {

TEST_CASE("an expression of ECMA 262 is written as ICU reads it") {
  const auto [ecma, icu] = GENERATE(table<std::string, std::string>({
      {"^a(-[0-9]+)*$", "^a(-[0-9]+)*\\z"},
      {"a.b", "a[^\\n\\r\\u2028\\u2029]b"},
      {"^(?=.{1,64}\\.)", "^(?=[^\\n\\r\\u2028\\u2029]{1,64}\\.)"},
      {"\\d\\W[\\d-]", "[0-9][^A-Za-z0-9_][0-9\\x{2D}]"},
      {"[a-z&&[b]", "[a-z\\x{26}\\x{26}\\x{5B}b]"},
      {"[^-$.]", "[^\\x{2D}\\x{24}\\x{2E}]"},
      {"\\cJ\\v", "\\x{A}\\x0B"},
      {"\\p{Lu}\\$", "\\p{Lu}\\$"},
  }));
  const auto written = IcuExpression(ecma);
  REQUIRE(written);
  CHECK(*written == icu);
  CHECK(EcmaPattern::Compile(ecma));
}

TEST_CASE("what ECMA 262 does not have, or nobody needs, is no pattern") {
  for (const char* expression :
       {"a*+", "a{2}+", "(?i)a", "\\a", "\\", "\\c1", "[a", "[]", "[\\q]", "(", "a{"}) {
    INFO(expression);
    CHECK_FALSE(EcmaPattern::Compile(expression));
  }
}

TEST_CASE("a pattern is looked for anywhere, in code points") {
  struct Case {
    const char* expression;
    std::string text;
    bool matches;
  };
  const Case cases[] = {
      {"b", "abc", true},
      {"^b", "abc", false},
      {"^b", "a\nb", false},
      {"b$", "ab\n", false},
      {"^.{2}$", "\xC3\xBC\xC3\xBC", true},
      {"^.$", "\xF0\x9F\x98\x80", true},
      {"a.b", "a\nb", false},
      {"a.b",
       "a\xC2\x85"
       "b",
       true},
      {"^\\w+$", "\xC3\xBC", false},
      {"^[^\\s]+$", "a\xC2\xA0", false},
      {"^[a-z]*$", "", true},
      {"(a|b)+c", std::string(1000, 'a') + "c", true},
  };
  for (const Case& c : cases) {
    INFO(c.expression << " " << c.text);
    const auto pattern = EcmaPattern::Compile(c.expression);
    REQUIRE(pattern);
    CHECK(pattern->MatchesPart(c.text) == c.matches);
  }
}

}  // namespace
}  // namespace guidec
