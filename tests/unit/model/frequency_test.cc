#include "model/dose/frequency.h"

#include <catch2/catch.hpp>

#include <fmt/format.h>

namespace guidec {
namespace frequency_test {

struct Row {
  std::string_view text;
  std::string_view read;
};

std::string Show(const ReadingProblem& problem) {
  return fmt::format("{}-{} {}{}", problem.piece.begin, problem.piece.end, problem.message,
                     problem.replacement ? " → " + *problem.replacement : "");
}

std::string Show(const Reading<Frequency>& reading) {
  if (reading.problem) return Show(*reading.problem);
  if (!reading.meaning) return "words";
  const Frequency& frequency = *reading.meaning;
  return fmt::format("{}-{} {} {}", frequency.times.min, frequency.times.max,
                     frequency.is_days ? "days" : "times", IsoPeriod(frequency));
}

std::string Show(const Reading<Intensity>& reading) {
  if (reading.problem) return Show(*reading.problem);
  if (!reading.meaning) return "words";
  return fmt::format("{}-{} {}", reading.meaning->value.min, reading.meaning->value.max,
                     ScaleName(reading.meaning->scale));
}

TEST_CASE("how often: figures where the words say them, and slips") {
  static constexpr Row kRows[] = {
      {"once a day", "1-1 times P1D"},
      {"Twice a week.", "2-2 times P1W"},
      {"daily", "1-1 times P1D"},
      {"every day", "1-1 times P1D"},
      {"each morning", "1-1 times P1D"},
      {"once daily", "1-1 times P1D"},
      {"3 times a week", "3-3 times P1W"},
      {"three to four times per week", "3-4 times P1W"},
      {"2-3 days a week", "2-3 days P1W"},
      {"2–3 days each week", "2-3 days P1W"},
      {"on three days a week", "3-3 days P1W"},
      {"every other day", "1-1 times P2D"},
      {"every 3 days", "1-1 times P3D"},
      {"every two weeks", "1-1 times P2W"},
      {"once a month", "1-1 times P1M"},
      {"once or twice a day", "1-2 times P1D"},
      {"on twenty-five days a month", "25-25 days P1M"},
      {"half a dozen times a week", "6-6 times P1W"},
      {"1.5 times a week", "words"},
      {"twice a week, for a dozen weeks", "words"},
      {"3 sessions a week, with a day of rest between", "words"},
      {"3 sessions a week, after a run", "3-3 times P1W"},
      {"after each run", "words"},
      {"as often as it feels good", "words"},
      {"at least 2 days a week", "words"},
      {"twice a day, 3 days a week", "words"},
      {"", "words"},
      {"dayly", "0-5 `dayly` is no word for how often; did you mean `daily`? → daily"},
      {"3 times a wek", "10-13 `wek` is no word for how often; did you mean `week`? → week"},
      {"evry day", "0-4 `evry` is no word for how often; did you mean `every`? → every"},
      {"3 times", "0-7 nothing says in which time; add `a day` or `a week`"},
      {"9 days a week", "0-6 a week has no 9 days; correct the number"},
      {"3-2 times a week", "0-9 `3-2 times` runs downwards; give the smaller number first"},
      {"0 times a week", "0-7 nobody exercises `0 times`; correct the number"},
      {"1000 times a day", "0-10 nobody exercises `1000 times`; correct the number"},
  };
  for (const Row& row : kRows) {
    INFO(row.text);
    CHECK(Show(ReadFrequency(row.text)) == row.read);
  }
}

TEST_CASE("how often: each form up to its bounds") {
  static constexpr Row kRows[] = {
      {"weekly", "1-1 times P1W"},
      {"monthly", "1-1 times P1M"},
      {"every week", "1-1 times P1W"},
      {"each month", "1-1 times P1M"},
      {"a week", "words"},
      {"per day", "words"},
      {"every second week", "1-1 times P2W"},
      {"each evening", "1-1 times P1D"},
      {"every night", "1-1 times P1D"},
      {"every 1 days", "1-1 times P1D"},
      {"every 31 days", "1-1 times P31D"},
      {"every 32 days", "words"},
      {"every 0 days", "words"},
      {"every 2-3 days", "words"},
      {"every 3 months", "words"},
      {"once to twice a week", "1-2 times P1W"},
      {"once and twice a week", "words"},
      {"2 sessions per day", "2-2 times P1D"},
      {"2 sets a day", "words"},
      {"once weekly", "1-1 times P1W"},
      {"twice monthly", "2-2 times P1M"},
      {"7 days a week", "7-7 days P1W"},
      {"8 days a week", "0-6 a week has no 8 days; correct the number"},
      {"31 days a month", "31-31 days P1M"},
      {"32 days a month", "0-7 a month has no 32 days; correct the number"},
      {"1 day a day", "1-1 days P1D"},
      {"2 days a day", "0-6 a day has no 2 days; correct the number"},
      {"99 times a week", "99-99 times P1W"},
      {"100 times a week", "0-9 nobody exercises `100 times`; correct the number"},
      {"1 time a day", "1-1 times P1D"},
      {"0-2 times a day", "0-2 times P1D"},
      {"do this on about 3 days a week", "3-3 days P1W"},
      {"gently twice a day", "words"},
      {"once a day or so", "words"},
      {"every day, then rest", "words"},
      {"every day, perhaps twice", "words"},
      {"twice a week with 2 bands", "words"},
      {"3 days", "words"},
      {"3 times with care", "words"},
  };
  for (const Row& row : kRows) {
    INFO(row.text);
    CHECK(Show(ReadFrequency(row.text)) == row.read);
  }
}

TEST_CASE("how often: a slip of the pen in each word is found") {
  struct Slip {
    std::string_view text;
    std::string_view slip;
    std::string_view word;
  };
  static constexpr Slip kSlips[] = {
      {"wekly", "wekly", "weekly"},
      {"monthlly", "monthlly", "monthly"},
      {"onse a day", "onse", "once"},
      {"twise a day", "twise", "twice"},
      {"3 timess a day", "timess", "times"},
      {"eech evening", "eech", "each"},
      {"once a dey", "dey", "day"},
      {"3 dayss a week", "dayss", "days"},
      {"every 2 weeeks", "weeeks", "weeks"},
      {"once a mnth", "mnth", "month"},
      {"every othr day", "othr", "other"},
      {"every mornign", "mornign", "morning"},
      {"every evning", "evning", "evening"},
      {"twice peer week", "peer", "per"},
      {"1 sesion a week", "sesion", "session"},
      {"twise a dey, gently", "", ""},
      {"twice a wk", "", ""},
      {"twice a wxxk", "", ""},
  };
  for (const Slip& slip : kSlips) {
    INFO(slip.text);
    const std::size_t begin = slip.text.find(slip.slip);
    CHECK(Show(ReadFrequency(slip.text)) ==
          (slip.word.empty() ? "words"
                             : fmt::format("{}-{} `{}` is no word for how often; did you mean `{}`? → {}", begin,
                                           begin + slip.slip.size(), slip.slip, slip.word, slip.word)));
  }
}

TEST_CASE("how hard: each scale up to its bounds") {
  constexpr std::string_view kUnclear =
      " is hard on the scale from 0 to 10 and light on the one from 6 to 20; write ";
  static constexpr Row kRows[] = {
      {"Borg 12", "12-12 effort-6-20"},
      {"Borg RPE 13", "13-13 effort-6-20"},
      {"perceived exertion 4", "4-4 effort-0-10"},
      {"effort 3", "3-3 effort-0-10"},
      {"RPE of 4", "4-4 effort-0-10"},
      {"effort level 3", "3-3 effort-0-10"},
      {"an effort of 4", "4-4 effort-0-10"},
      {"rating of perceived exertion of 4", "4-4 effort-0-10"},
      {"RPE 5 out of 10", "5-5 effort-0-10"},
      {"RPE 7 of 20", "7-7 effort-6-20"},
      {"RPE 7 out of 20", "7-7 effort-6-20"},
      {"RPE 7/20", "7-7 effort-6-20"},
      {"RPE 7 on the scale from 1 to 10", "7-7 effort-0-10"},
      {"on a 6 to 20 scale, RPE 7", "7-7 effort-6-20"},
      {"RPE 0", "0-0 effort-0-10"},
      {"RPE 5-6", "5-6 effort-0-10"},
      {"RPE 6-11", "6-11 effort-6-20"},
      {"RPE 10-11", "10-11 effort-6-20"},
      {"RPE 11", "11-11 effort-6-20"},
      {"RPE 20", "20-20 effort-6-20"},
      {"RPE 21", "4-6 `21` is not on the scale from 6 to 20; correct the number"},
      {"RPE 5-11", "4-8 `5-11` is not on the scale from 6 to 20; correct the number"},
      {"RPE 10 of 10", "10-10 effort-0-10"},
      {"RPE 11 of 10", "4-6 `11` is not on the scale from 0 to 10; correct the number"},
      {"RPE 6 of 20", "6-6 effort-6-20"},
      {"RPE 20 of 20", "20-20 effort-6-20"},
      {"RPE 21 of 20", "4-6 `21` is not on the scale from 6 to 20; correct the number"},
      {"60 % of 1 RM", "60-60 percent-1rm"},
      {"60 % of 1-RM", "60-60 percent-1rm"},
      {"60 % of one rep max", "60-60 percent-1rm"},
      {"60 % of the 1-repetition maximum", "60-60 percent-1rm"},
      {"60 % of your HRR", "60-60 percent-heart-rate-reserve"},
      {"60 % of HRmax", "60-60 percent-heart-rate-maximum"},
      {"60 % of maximal heart rate", "60-60 percent-heart-rate-maximum"},
      {"60 % of a mild pull", "words"},
      {"0 % of 1RM", "0-3 `0 %` is no part of a maximum; correct the number"},
      {"1 % of 1RM", "1-1 percent-1rm"},
      {"100 % of 1RM", "100-100 percent-1rm"},
      {"101 % of 1RM", "0-5 `101 %` is no part of a maximum; correct the number"},
      {"70-60 % of 1RM", "0-7 `70-60 %` runs downwards; give the smaller number first"},
      {"with effort, 60 % of 1RM", "60-60 percent-1rm"},
  };
  for (const Row& row : kRows) {
    INFO(row.text);
    CHECK(Show(ReadIntensity(row.text)) == row.read);
  }
  for (const std::string figures : {"6", "10", "6-10", "7-8"}) {
    CHECK(Show(ReadIntensity("RPE " + figures)) ==
          fmt::format("4-{0} an effort of `{1}`{2}`{1} of 10` or `{1} of 20`", 4 + figures.size(), figures,
                      kUnclear));
  }
}

TEST_CASE("what a hold ends with is the first length that its end names") {
  const auto read = [](std::string_view text) {
    const Reading<HoldEnd> end = ReadHoldEnd(text);
    return end.meaning ? fmt::format("{} {}", end.meaning->seconds, end.meaning->words) : "words";
  };
  CHECK(read("you reach two minutes") == "120 two minutes");
  CHECK(read("you reach one to two minutes") == "120 one to two minutes");
  CHECK(read("you did 3 repetitions or 40 seconds") == "40 40 seconds");
  CHECK(read("you hold it for more than 40 seconds, or 1 min") == "60 1 min");
  CHECK(read("you reach 40 seconds or 1 set of 50 seconds") == "40 40 seconds");
  CHECK(read("you tire") == "words");
}

TEST_CASE("how hard: points of effort and shares of a maximum, and slips") {
  static constexpr Row kRows[] = {
      {"RPE 5-6 of 10", "5-6 effort-0-10"},
      {"RPE 4", "4-4 effort-0-10"},
      {"RPE 13", "13-13 effort-6-20"},
      {"an effort of 5 to 6 on a 0-10 scale", "5-6 effort-0-10"},
      {"RPE 8 on the 6-20 scale", "8-8 effort-6-20"},
      {"rating of perceived exertion 12-14", "12-14 effort-6-20"},
      {"RPE 7/10", "7-7 effort-0-10"},
      {"RPE 7.5 of 10", "words"},
      {"thirty-five percent of 1RM", "35-35 percent-1rm"},
      {"between 60 and 70 % of 1RM", "60-70 percent-1rm"},
      {"60-70 % of 1RM", "60-70 percent-1rm"},
      {"60 % of your one-repetition maximum", "60-60 percent-1rm"},
      {"at 70 percent of your maximum heart rate", "70-70 percent-heart-rate-maximum"},
      {"40-59% of heart rate reserve", "40-59 percent-heart-rate-reserve"},
      {"a mild pull, never pain", "words"},
      {"mild discomfort", "words"},
      {"with little effort", "words"},
      {"pain no more than 3/10", "words"},
      {"10 % more than last week", "words"},
      {"", "words"},
      {"RPE 8",
       "4-5 an effort of `8` is hard on the scale from 0 to 10 and light on the one from 6 to 20; write "
       "`8 of 10` or `8 of 20`"},
      {"RPE 12 of 10", "4-6 `12` is not on the scale from 0 to 10; correct the number"},
      {"RPE 5 of 20", "4-5 `5` is not on the scale from 6 to 20; correct the number"},
      {"RPE 25", "4-6 `25` is not on the scale from 6 to 20; correct the number"},
      {"RPE 6-5 of 10", "4-7 `6-5` runs downwards; give the smaller number first"},
      {"120 % of 1RM", "0-5 `120 %` is no part of a maximum; correct the number"},
  };
  for (const Row& row : kRows) {
    INFO(row.text);
    CHECK(Show(ReadIntensity(row.text)) == row.read);
  }
}

TEST_CASE("a week has a number of sessions, or none that is fixed") {
  const auto sessions = [](std::string_view text) { return SessionsAWeek(*ReadFrequency(text).meaning); };
  CHECK(sessions("2-3 days a week") == Count{2, 3});
  CHECK(sessions("twice a day") == Count{14, 14});
  CHECK_FALSE(sessions("every other day"));
  CHECK_FALSE(sessions("once a month"));
}

}  // namespace frequency_test
}  // namespace guidec
