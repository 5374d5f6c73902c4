#include "words/words.h"

#include <string_view>

#include <fmt/format.h>
#include <catch2/catch.hpp>

namespace guidec {
namespace words_test {

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

TEST_CASE("a date has each month's name, and is one only when it is as long as one") {
  constexpr std::string_view kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};
  const Wording words("en");
  for (int month = 1; month <= 12; ++month) {
    const std::string_view name = kMonths[month - 1];
    CHECK(words.Date(fmt::format("2026-{:02}", month)) == fmt::format("{} 2026", name));
    CHECK(words.Date(fmt::format("0987-{:02}-31", month)) == fmt::format("31 {} 987", name));
  }
  for (const char* other : {"2026-00", "2026-13", "2026-00-01", "2026-1", "2026-1-1", "2026-11-1", "2026-11-011"}) {
    CHECK(words.Date(other) == other);
  }
}

TEST_CASE("words are filled to their ends") {
  const Wording words("en");
  CHECK(words.Filled(Word::kPageOf, {{"page", "3"}}) == "Page 3 of ");
  CHECK(words.Filled(Word::kPageOf, {}) == "Page  of ");
  CHECK(words.Filled(Word::kAddEvery, {{"every", "each day"}, {"amount", "2"}}) == "2 each day");
  CHECK(words.Filled(Word::kCueHoldSo, {{"how-long", "long"}}) == "Hold long.");
  CHECK(words.Filled(Word::kWhy, {{"", "x"}}) == "Why");
  CHECK(words.Counted(Word::kSetsOne, Word::kSetsOther, 0) == "0 sets");
  CHECK(words.Counted(Word::kSetsOne, Word::kSetsOther, -1) == "-1 sets");
  CHECK(words.Counted(Word::kRepetitionsOne, Word::kRepetitionsOther, 1) == "1 repetition");
  CHECK(words.All().at("about") == "about {time}");
  CHECK(words.All().at("why") == words[Word::kWhy]);
  CHECK(FindWord("about") == Word::kAbout);
  CHECK(FindWord("why") == Word::kWhy);
  CHECK_FALSE(FindWord("because"));
  CHECK(Wording("en-US").All().at("date") == "{month} {day}, {year}");
  CHECK(Wording("en-US").All().at("why") == "Why");
}

}  // namespace words_test
}  // namespace guidec
