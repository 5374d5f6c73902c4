#include "text/ecma_pattern.h"

#include <string>
#include <utility>

#include <catch2/catch.hpp>

namespace guidec {
namespace ecma_pattern_test {

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

TEST_CASE("every part of an expression is written for ICU, or refused by its name") {
  const auto written = [](std::string_view ecma) {
    const auto icu = IcuExpression(ecma);
    return icu ? *icu : "! " + icu.error().message;
  };
  const std::string spaces = R"(\t\n\x0B\f\r\u2028\u2029\uFEFF\p{Zs})";
  const std::pair<std::string_view, std::string> cases[] = {
      {"", ""},
      {R"(\d\D)", "[0-9][^0-9]"},
      {R"(\w\W)", "[A-Za-z0-9_][^A-Za-z0-9_]"},
      {R"(\s\S)", "[" + spaces + "][^" + spaces + "]"},
      {R"([\s\w\d])", "[" + spaces + "A-Za-z0-9_0-9]"},
      {R"([\D])", "[[^0-9]]"},
      {R"(\n\t\r\f\u0041\x41)", R"(\n\t\r\f\u0041\x41)"},
      {R"(\^\$\\\.\*\+\?\(\)\[\]\{\}\|\/\-)", R"(\^\$\\\.\*\+\?\(\)\[\]\{\}\|\/\-)"},
      {R"(\cA\cz)", R"(\x{1}\x{1A})"},
      {R"(\P{L})", R"(\P{L})"},
      {"(?:a)(?=b)(?!c)(?<=d)(?<!e)(f)", "(?:a)(?=b)(?!c)(?<=d)(?<!e)(f)"},
      {"a*b+c?d{2}e*?", "a*b+c?d{2}e*?"},
      {"[]", "! `]` is not implemented in patterns"},
      {"[a-z_]", "[a-z\\x{5F}]"},
      {"[-a-]", "[\\x{2D}a\\x{2D}]"},
      {"[AZaz09@[`{/:]", "[AZaz09\\x{40}\\x{5B}\\x{60}\\x{7B}\\x{2F}\\x{3A}]"},
      {"[\u00e9]", "[\u00e9]"},
      {"a++", "! `++` is not implemented in patterns"},
      {"a?+b", "! `?+b` is not implemented in patterns"},
      {"a*+b", "! `*+b` is not implemented in patterns"},
      {"a{2}+b", "! `}+b` is not implemented in patterns"},
      {"(?i)a", "! `(?i` is not implemented in patterns"},
      {"(?>a)", "! `(?>` is not implemented in patterns"},
      {R"(\pL)", R"(! `\pL` is not implemented in patterns)"},
      {R"(\bc)", R"(! `\bc` is not implemented in patterns)"},
      {R"(\c)", R"(! `\c` is not implemented in patterns)"},
      {R"(\c1)", R"(! `\c1` is not implemented in patterns)"},
      {"\\", "! `\\` is not implemented in patterns"},
  };
  for (const auto& [ecma, icu] : cases) {
    INFO(ecma);
    CHECK(written(ecma) == icu);
  }
  const auto unclosed = EcmaPattern::Compile("(");
  REQUIRE_FALSE(unclosed);
  CHECK(unclosed.error().message == "`(`: U_REGEX_MISMATCHED_PAREN");
  const auto refused = EcmaPattern::Compile("(?i)");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message == "`(?i` is not implemented in patterns");
}

}  // namespace ecma_pattern_test
}  // namespace guidec
