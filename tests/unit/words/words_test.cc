#include "words/words.h"

#include <catch2/catch.hpp>

namespace guidec {
namespace {

TEST_CASE("a region says some words its own way, and a language without words gets English") {
  const struct {
    std::string_view tag;
    std::string_view language;
    std::string_view stop;
    std::string_view licence;
  } cases[] = {
      {"en", "en", "Stop if", "Licence"},
      {"en-US", "en", "Stop if", "License"},
      {"en-GB", "en", "Stop if", "Licence"},
      {"la", "en", "Stop if", "Licence"},
      {"sr-Latn-RS", "en", "Stop if", "Licence"},
      {"", "en", "Stop if", "Licence"},
  };
  for (const auto& [tag, language, stop, licence] : cases) {
    INFO(tag);
    const Wording words(tag);
    CHECK(words.tag() == tag);
    CHECK(words.language() == language);
    CHECK(words[Word::kStopIf] == stop);
    CHECK(words[Word::kLicence] == licence);
    CHECK(words.All().at("licence") == licence);
    CHECK(words.All().size() == kWordCount);
  }
}

TEST_CASE("names in words are filled in") {
  const Wording words("en");
  CHECK(words.Filled(Word::kPageOf, {{"pages", "9"}, {"page", "3"}}) == "Page 3 of 9");
  CHECK(words.Filled(Word::kAbout, {{"time", "{page}"}}) == "about {page}");
  CHECK(words.Filled(Word::kStopIf, {{"time", "x"}}) == "Stop if");
  CHECK(words.Counted(Word::kSetsOne, Word::kSetsOther, 1) == "1 set");
  CHECK(words.Counted(Word::kSetsOne, Word::kSetsOther, 3) == "3 sets");
}

TEST_CASE("dates read as the language writes them") {
  CHECK(Wording("en-US").Date("2026-11-02") == "November 2, 2026");
  CHECK(Wording("en-GB").Date("2026-11-02") == "2 November 2026");
  CHECK(Wording("en").Date("2026-03") == "March 2026");
  for (const char* other : {"soon", "2026-13-02", "2026", "", "2026-xx"}) CHECK(Wording("en-US").Date(other) == other);
}

}  // namespace
}  // namespace guidec
