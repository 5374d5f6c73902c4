#include "text/symptom.h"

#include <catch2/catch.hpp>

#include "text/tokens.h"

namespace guidec {
namespace {

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

}  // namespace
}  // namespace guidec
