#include "text/symptom.h"

#include <catch2/catch.hpp>

#include "text/tokens.h"

namespace guidec {
namespace symptom_test {

std::optional<std::size_t> SymptomIn(std::string_view text) {
  return FindSymptom(Tokens(text).words);
}

TEST_CASE("a symptom is found where it is felt, and not where it is absent") {
  CHECK(SymptomIn("stop when you feel pain") == 4U);
  CHECK(SymptomIn("your knee gives way") == 2U);
  CHECK(SymptomIn("you are out of breath") == 2U);
  CHECK(SymptomIn("it feels too hard") == 2U);
  CHECK_FALSE(SymptomIn("go on without pain"));
  CHECK_FALSE(SymptomIn("no pain at all"));
  CHECK(SymptomIn("no pain, but numbness") == 4U);
  CHECK_FALSE(SymptomIn("breathe out"));
}

TEST_CASE("symptoms of every kind are found, and what tells how bad one is") {
  constexpr struct {
    std::string_view text;
    std::size_t at;
  } kCases[] = {
      {"sharp", 0},          {"it cramps", 1},   {"a numb foot", 1},         {"the rash", 1},
      {"feel dizzy", 1},     {"some sweats", 1}, {"breathless", 0},          {"a seizure", 1},
      {"severe", 0},         {"it is worse", 2}, {"the knee giving way", 2}, {"short of breath", 0},
      {"it is too much", 2}, {"too tight", 0},
  };
  for (const auto& [text, at] : kCases) {
    INFO(text);
    CHECK(SymptomIn(text) == at);
  }
  for (const std::string_view text : {"", "without pain", "less pain", "not sharp", "never numb",
                                      "go all the way", "short breath", "too long", "knee"}) {
    INFO(text);
    CHECK_FALSE(SymptomIn(text));
  }
  const WordList words = Tokens("pain then cramps");
  CHECK(FindSymptom(words.words, 0) == 0U);
  CHECK(FindSymptom(words.words, 1) == 2U);
  CHECK_FALSE(FindSymptom(words.words, 3));
}

TEST_CASE("what says that a complaint ends or is slight") {
  for (const std::string_view text :
       {"it eases", "much better", "it goes away", "it wears off", "when it stops", "it passes",
        "a mild ache", "less", "it is no longer sore", "no more"}) {
    INFO(text);
    CHECK(SaysRelief(Tokens(text).words));
  }
  for (const std::string_view text : {"", "it hurts", "it comes and goes", "wear socks", "no"}) {
    INFO(text);
    CHECK_FALSE(SaysRelief(Tokens(text).words));
  }
}

}  // namespace symptom_test
}  // namespace guidec
