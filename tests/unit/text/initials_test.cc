#include "text/initials.h"

#include <catch2/catch.hpp>

#include "text/ordinal.h"

namespace guidec {
namespace initials_test {

TEST_CASE("given names become initials where their script has capitals") {
  const struct {
    std::string_view given;
    std::string_view initials;
  } cases[] = {
      {"Susan Anne-Marie", "SA-M"}, {"J. P.", "JP"}, {"X.Y.", "XY"},        {"Émile", "É"},   {"Mary-Jane K.", "M-JK"},
      {"Иван Петрович", "ИП"},      {"小明", "小明"}, {"علي حسن", "علي حسن"}, {"", ""},         {"D'Arcy", "D"},
      {"jean", "j"},                {"-", "-"},       {"A-", "A"},            {"(Bo) Al", "BA"},
  };
  for (const auto& [given, initials] : cases) {
    INFO(given);
    CHECK(Initials(given) == initials);
  }
}

TEST_CASE("ordinals are those of the language") {
  CHECK(Ordinal(1, "en") == "1st");
  CHECK(Ordinal(2, "en-US") == "2nd");
  CHECK(Ordinal(11, "en-GB") == "11th");
  CHECK(Ordinal(2, "de") == "2.");
  CHECK(Ordinal(1, "tlh") == "1.");
}

}  // namespace initials_test
}  // namespace guidec
