#include "model/dose/stated_frequency.h"

#include <string>
#include <string_view>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "text/tokens.h"

namespace guidec {
namespace stated_frequency_test {

std::string Described(std::string_view text) {
  const WordList tokens = Tokens(text);
  std::string described;
  for (const StatedFrequency& stated : StatedFrequencies(tokens)) {
    const Frequency& frequency = stated.frequency;
    const Piece piece = tokens.PieceOf(stated.tokens.begin, stated.tokens.end);
    described += fmt::format("{}{}: {}-{} {} {}{}", described.empty() ? "" : "; ",
                             text.substr(piece.begin, piece.end - piece.begin), frequency.times.min,
                             frequency.times.max, frequency.is_days ? "days" : "times", IsoPeriod(frequency),
                             stated.counts_days ? ", counts days" : "");
  }
  return described;
}

TEST_CASE("how often an exercise is done, in running text") {
  struct Row {
    std::string_view text;
    std::string_view described;
  };
  static constexpr Row kRows[] = {
      {"Do this twice a day.", "twice a day: 2-2 times P1D"},
      {"Repeat it every other day.", "every other day: 1-1 times P2D, counts days"},
      {"Practise daily.", "daily: 1-1 times P1D, counts days"},
      {"Train each morning.", "each morning: 1-1 times P1D, counts days"},
      {"Do it once every day.", "once every day: 1-1 times P1D"},
      {"Do it once a month.", "once a month: 1-1 times P1M"},
      {"Do it weekly.", "weekly: 1-1 times P1W"},
      {"Do it monthly.", "monthly: 1-1 times P1M"},
      {"Do it on 7 days a week.", "7 days a week: 7-7 days P1W"},
      {"Do it on 8 days a week.", ""},
      {"Do it on 31 days a month.", "31 days a month: 31-31 days P1M"},
      {"Do it on 32 days a month.", ""},
      {"Do it 99 times a week.", "99 times a week: 99-99 times P1W"},
      {"Do it 100 times a week.", ""},
      {"Do it 1 time a week.", "1 time a week: 1-1 times P1W"},
      {"Do it 0 times a week.", ""},
      {"Do it on 1 day a day.", "1 day a day: 1-1 days P1D"},
      {"Do it on 3 days a day.", ""},
      {"Do it 3-2 times a week.", ""},
      {"Do it - twice a week.", "twice a week: 2-2 times P1W"},
      {"Do it 2-3 times a week.", "2-3 times a week: 2-3 times P1W"},
      {"Do it every two weeks.", "every two weeks: 1-1 times P2W, counts days"},
      {"Do it 3 times.", ""},
      {"Do one set of it.", ""},
      {"Twice a day, do this.", ""},
      {"It hurts twice a day.", ""},
      {"Do this. Twice a day it hurts.", ""},
      {"Do it; stretch twice a day.", ""},
      {"Do it, gently, twice a day.", "twice a day: 2-2 times P1D"},
      {"Do it at least twice a day.", ""},
      {"Do it twice a day or more.", ""},
      {"Do it twice a day, or more.", ""},
      {"Do it twice a day, with care.", ""},
      {"Do it twice a day, slowly.", "twice a day: 2-2 times P1D"},
      {"Do it twice a day, slowly. Do it twice a week.",
       "twice a day: 2-2 times P1D; twice a week: 2-2 times P1W"},
      {"Do it twice a day, on three days a week.", "three days a week: 3-3 days P1W"},
      {"Do it twice a day three days a week.", "three days a week: 3-3 days P1W"},
      {"Do it twice a day, on one leg.", "twice a day: 2-2 times P1D"},
      {"If you can, do it twice a day.", ""},
      {"Do not do it twice a day.", ""},
  };
  for (const Row& row : kRows) {
    INFO(row.text);
    CHECK(Described(row.text) == row.described);
  }
}

TEST_CASE("two frequencies contradict each other where nobody can keep both") {
  struct Row {
    std::string_view prose;
    std::string_view dose;
    bool contradicts;
  };
  static constexpr Row kRows[] = {
      {"twice a day", "twice a day", false},
      {"twice a day", "once a day", true},
      {"twice a day", "once every day", true},
      {"twice a day", "every day", false},
      {"twice a day", "do it daily", false},
      {"every day", "twice a day", false},
      {"every day", "3 times a week", true},
      {"every day", "7 times a week", false},
      {"every day", "ten times a week", false},
      {"every other day", "3-4 times a week", false},
      {"every other day", "2 days a week", true},
      {"every other day", "twice a week", true},
      {"once every other day", "every 2 days", false},
      {"once a week", "1-2 days a week", false},
      {"once a week", "2 days a week", true},
      {"3 times a week", "1 day a week", false},
      {"3 times a week", "4 days a week", true},
      {"twice a week", "2-3 times a week", false},
      {"2-3 times a week", "twice a week", false},
      {"3 times a week", "2-3 times a week", false},
      {"1-2 times a week", "3-4 times a week", true},
      {"3-4 times a week", "1-2 times a week", true},
      {"every two weeks", "once a week", true},
      {"every two weeks", "every 14 days", false},
      {"once a month", "once a week", false},
      {"once a week", "once a month", false},
      {"once a week", "after each run", false},
  };
  for (const Row& row : kRows) {
    INFO(row.prose << " / " << row.dose);
    const auto stated = StatedFrequencies(Tokens("Do it " + std::string(row.prose) + "."));
    REQUIRE(stated.size() == 1);
    Worded<Frequency> dose;
    dose.root.children.emplace_back();
    dose.root.children.back().type = MarkdownType::kText;
    dose.root.children.back().value = row.dose;
    dose.meaning = ReadFrequency(row.dose).meaning;
    CHECK(Contradicts(stated.front(), dose) == row.contradicts);
  }
}

}  // namespace stated_frequency_test
}  // namespace guidec
