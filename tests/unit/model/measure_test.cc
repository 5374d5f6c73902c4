#include "model/dose/measure.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <regex>
#include <string>

namespace guidec {
namespace measure_test {

// What a text is read as: "30..30", or "begin-end message → replacement".
std::string ShowRead(const Tempo& tempo) {
  return Written(tempo);
}
template <class Range>
std::string ShowRead(const Range& range) {
  return std::to_string(range.min) + ".." + std::to_string(range.max);
}

template <class Quantity>
std::string Show(const std::variant<Quantity, QuantityError>& parsed) {
  if (const auto* quantity = std::get_if<Quantity>(&parsed)) return ShowRead(*quantity);
  const auto& error = std::get<QuantityError>(parsed);
  return std::to_string(error.begin) + "-" + std::to_string(error.end) + " " + error.message +
         (error.replacement ? " → " + *error.replacement : "");
}

TEST_CASE("durations are read with their unit, and only as they are to be written") {
  struct Row {
    std::string_view text;
    std::string_view read;
  };
  static constexpr Row kRows[] = {
      {"30 s", "30..30"},
      {"2 min", "120..120"},
      {"1 min 30 s", "90..90"},
      {"20-40 s", "20..40"},
      {"1-2 min", "60..120"},
      {"90 s", "90..90"},
      {"30", "0-2 `30` has no unit; write `30 s` for seconds or `30 min` for minutes"},
      {"1:30",
       "0-4 `1:30` is a base-60 number to some YAML readers; write `1 min 30 s` if you mean "
       "minutes and seconds"},
      {"30 sec.", "3-7 write the duration as `30 s` → 30 s"},
      {"30s", "0-3 write the duration as `30 s` → 30 s"},
      {"2 minutes", "2-9 write the duration as `2 min` → 2 min"},
      {"2 h",
       "2-3 nobody holds or rests for hours, and a session's time is given in minutes; write `s` or `min`"},
      {"half a minute", "0-13 write the duration as `30 s` → 30 s"},
      {"1.5 min", "0-7 write the duration as `1 min 30 s` → 1 min 30 s"},
      {"30 s - 1 min", "0-12 write the duration as `30-60 s` → 30-60 s"},
      {"1 to 2 minutes", "0-14 write the duration as `1-2 min` → 1-2 min"},
      {"1.5", "0-3 `1.5` is no duration; write a number and a unit, such as `30 s`"},
      {"99999999:30", "0-11 `99999999:30` is no duration; write it as in `1 min 30 s`"},
      {"0 s", "0-3 no time at all is no duration; leave the key out"},
      {"30 breaths", "3-10 unknown unit `breaths`; write `s` for seconds or `min` for minutes"},
      {"40-20 s", "0-5 the range runs downwards; write `20-40 s` → 20-40 s"},
      {"30-30 s", "0-5 both ends of the range are the same; write `30 s` → 30 s"},
      {"20–40 s", "0-9 write the range as `20-40 s` → 20-40 s"},
      {"20- s", "4-5 a range needs a second number, as in `20-40 s`"},
      {"1 min 90 s", "6-10 expected seconds below 60, as in `1 min 30 s`"},
      {"30 s each", "5-9 `each` does not belong to a duration; leave it out"},
      {"soon", "0-4 `soon` is no duration; write a number and a unit, such as `30 s`"},
      {"", "0-0 `` is no duration; write a number and a unit, such as `30 s`"},
      {"99999999999 s", "0-13 `99999999999 s` is no duration; write a number and a unit, such as `30 s`"},
      {"100000 s", "0-6 `100000 s` is far too long for an exercise"},
      {"-30 s", "0-5 `-30 s` is no duration; write a number and a unit, such as `30 s`"},
  };
  for (const Row& row : kRows) {
    INFO(row.text);
    CHECK(Show(ParseSeconds(row.text)) == row.read);
  }
}

TEST_CASE("durations up to their bounds, and what stands behind them") {
  struct Row {
    std::string_view text;
    std::string_view read;
  };
  static constexpr Row kRows[] = {
      {"1 s", "1..1"},
      {"59 s", "59..59"},
      {"60 s", "60..60"},
      {"1 min 59 s", "119..119"},
      {"9999 s", "9999..9999"},
      {"9999 min", "599940..599940"},
      {"1-9999 s", "1..9999"},
      {"10000 s", "0-5 `10000 s` is far too long for an exercise"},
      {"1-10000 s", "0-7 `1-10000 s` is far too long for an exercise"},
      {"10000-1 s", "0-7 `10000-1 s` is far too long for an exercise"},
      {"1 min 60 s", "6-10 expected seconds below 60, as in `1 min 30 s`"},
      {"1 min 30", "6-8 expected seconds below 60, as in `1 min 30 s`"},
      {"1 min 30 min", "6-12 expected seconds below 60, as in `1 min 30 s`"},
      {"1 min 30 s each", "11-15 `each` does not belong to a duration; leave it out"},
      {"1 min. 30 sec.", "2-14 write the duration as `1 min 30 s` → 1 min 30 s"},
      {"1 m", "2-3 write the duration as `1 min` → 1 min"},
      {"90 min", "5400..5400"},
      {"20-40 s each", "8-12 `each` does not belong to a duration; leave it out"},
      {"1-2 m", "0-5 write the range as `1-2 min` → 1-2 min"},
      {"2-1 min", "0-3 the range runs downwards; write `1-2 min` → 1-2 min"},
      {"2-2 min", "0-3 both ends of the range are the same; write `2 min` → 2 min"},
      {"0-20 s", "0-6 no time at all is no duration; leave the key out"},
      {"0 min", "0-5 no time at all is no duration; leave the key out"},
      {"20-40", "0-5 `20-40` has no unit; write `20-40 s` for seconds or `20-40 min` for minutes"},
      {"30 %", "3-4 unknown unit `%`; write `s` for seconds or `min` for minutes"},
      {"30 % of it", "3-4 unknown unit `% of it`; write `s` for seconds or `min` for minutes"},
      {"30 breaths each", "3-10 unknown unit `breaths`; write `s` for seconds or `min` for minutes"},
      {"0:59",
       "0-4 `0:59` is a base-60 number to some YAML readers; write `59 s` if you mean minutes and seconds"},
      {"2:00",
       "0-4 `2:00` is a base-60 number to some YAML readers; write `2 min` if you mean minutes and seconds"},
      {"1:60", "0-4 `1:60` is no duration; write it as in `1 min 30 s`"},
      {"1:", "0-2 `1:` is no duration; write it as in `1 min 30 s`"},
      {"1:30:00", "0-7 `1:30:00` is no duration; write it as in `1 min 30 s`"},
      {"9999:59",
       "0-7 `9999:59` is a base-60 number to some YAML readers; write `9999 min 59 s` if you mean minutes and "
       "seconds"},
      {"10000:00", "0-8 `10000:00` is no duration; write it as in `1 min 30 s`"},
      {"half an hour", "0-12 write the duration as `30 min` → 30 min"},
      {"an hour", "0-7 `an hour` is no duration; write a number and a unit, such as `30 s`"},
      {"at least half a minute",
       "0-22 `at least half a minute` is no duration; write a number and a unit, such as `30 s`"},
      {"half a minute each",
       "0-18 `half a minute each` is no duration; write a number and a unit, such as `30 s`"},
      {"ten repetitions", "0-15 `ten repetitions` is no duration; write a number and a unit, such as `30 s`"},
      {"a 30-second", "0-11 `a 30-second` is no duration; write a number and a unit, such as `30 s`"},
  };
  for (const Row& row : kRows) {
    INFO(row.text);
    CHECK(Show(ParseSeconds(row.text)) == row.read);
  }
}

TEST_CASE("counts up to their bounds") {
  struct Row {
    std::string_view text;
    std::string_view read;
  };
  static constexpr std::string_view kNone =
      " is no count; write a whole number such as `12`, or a range such as `10-15`";
  static constexpr Row kRows[] = {
      {"1", "1..1"},
      {"999", "999..999"},
      {"1-999", "1..999"},
      {"1-1000", "1-6 a range needs two whole numbers, as in `10-15`"},
      {"10-15 reps", "2-10 a range needs two whole numbers, as in `10-15`"},
      {"5-5", "0-3 both ends of the range are the same; write `5` → 5"},
      {"a hundred times", "0-15 write the count as `100` → 100"},
      {"ten to fifteen times", "0-20 write the count as `10-15` → 10-15"},
      {"ten each", ""},
      {"fifteen to ten", ""},
      {"zero", ""},
      {"ten hundred", ""},
      {"half a dozen and a half", ""},
  };
  for (const Row& row : kRows) {
    INFO(row.text);
    const std::string none = "0-" + std::to_string(row.text.size()) + " `" + std::string(row.text) + "`" +
                             std::string(kNone);
    CHECK(Show(ParseCount(row.text)) == (row.read.empty() ? none : row.read));
  }
}

TEST_CASE("counts are whole numbers or ranges") {
  struct Row {
    std::string_view text;
    std::string_view read;
  };
  static constexpr Row kRows[] = {
      {"12", "12..12"},
      {"10-15", "10..15"},
      {"15-10", "0-5 the range runs downwards; write `10-15` → 10-15"},
      {"10 - 15", "0-7 write the range as `10-15` → 10-15"},
      {"12 times", "0-8 write the count as `12` → 12"},
      {"10 to 15", "0-8 write the count as `10-15` → 10-15"},
      {"10 reps", "3-7 `reps` does not belong to a count; leave it out"},
      {"0", "0-1 `0` is no count; write a whole number such as `12`, or a range such as `10-15`"},
      {"ten", "0-3 write the count as `10` → 10"},
      {"a dozen", "0-7 write the count as `12` → 12"},
      // Not 2: nobody rounds a dose.
      {"1.5", "0-3 `1.5` is no count; write a whole number such as `12`, or a range such as `10-15`"},
      {"10-", "2-3 a range needs two whole numbers, as in `10-15`"},
      {"1000", "0-4 `1000` is no count; write a whole number such as `12`, or a range such as `10-15`"},
  };
  for (const Row& row : kRows) {
    INFO(row.text);
    CHECK(Show(ParseCount(row.text)) == row.read);
  }
}

TEST_CASE("quantities are spelled for people") {
  CHECK(Spell(Seconds{30, 30}) == "30 seconds");
  CHECK(Spell(Seconds{1, 1}) == "1 second");
  CHECK(Spell(Seconds{90, 90}) == "1 minute 30 seconds");
  CHECK(Spell(Seconds{120, 120}) == "2 minutes");
  CHECK(Spell(Seconds{20, 40}) == "20 to 40 seconds");
  CHECK(Spell(Seconds{60, 120}) == "1 to 2 minutes");
  CHECK(Spell(Count{12, 12}) == "12");
  CHECK(Spell(Count{10, 15}) == "10 to 15");
  CHECK(Spell(Tempo{3, 1, 3, {}}) == "lower for 3 seconds, pause for 1 second, lift for 3 seconds");
  CHECK(Spell(Seconds{59, 59}) == "59 seconds");
  CHECK(Spell(Seconds{60, 60}) == "1 minute");
  CHECK(Spell(Seconds{61, 61}) == "1 minute 1 second");
  CHECK(Spell(Seconds{60, 90}) == "60 to 90 seconds");
  CHECK(Spell(Seconds{90, 120}) == "90 to 120 seconds");
  CHECK(Written(Seconds{60, 90}) == "60-90 s");
  CHECK(Written(Seconds{90, 120}) == "90-120 s");
  CHECK(Written(Seconds{60, 120}) == "1-2 min");
  CHECK(Written(Seconds{61, 61}) == "1 min 1 s");
  CHECK(Spell(Tempo{0, 0, 2, 0}) == "lift for 2 seconds");
  CHECK(Spell(Tempo{2, 1, 0, 1}) ==
        "lower for 2 seconds, pause for 1 second, pause for 1 second at the top");
  CHECK(SpellUntil("you tire", "en-GB") == "until you tire");
  CHECK(SpellUntil("bis du müde wirst", "de") == "bis du müde wirst");
  CHECK(Tempo{1, 2, 3, 4}.Sum() == 10);
  CHECK(Spell(Tempo{2, 0, 1, 2}) == "lower for 2 seconds, lift for 1 second, pause for 2 seconds at the top");
}

TEST_CASE("another language has its own words for time, and none of guidec's") {
  CHECK(Spell(Seconds{1, 1}, "de") == "1 Sekunde");
  CHECK(Spell(Seconds{90, 90}, "de-AT") == "1 Minute, 30 Sekunden");
  CHECK(Spell(Seconds{20, 40}, "de") == "20–40 Sekunden");
  CHECK(Spell(Seconds{60, 120}, "fr") == "1–2 minutes");
  CHECK(Spell(Seconds{90, 90}, "pl") == "1 minuta i 30 sekund");
  // A language that nobody knows: the units' symbols, and not the machine's language.
  CHECK(Spell(Seconds{30, 30}, "xx") == "30 s");
  CHECK(Spell(Seconds{30, 30}, "no tag") == "30 s");
  CHECK(Spell(Count{10, 15}, "de") == "10–15");
  CHECK(Spell(Tempo{3, 1, 3, {}}, "de") == "3-1-3");
}

TEST_CASE("tempos are seconds of lowering, pause, lifting and perhaps the pause at the top") {
  struct Row {
    std::string_view text;
    std::string_view read;
  };
  static constexpr Row kRows[] = {
      {"3-1-3", "3-1-3"},
      {"3-1-3-0", "3-1-3-0"},
      {"0-0-2", "0-0-2"},
      {"60-0-60", "60-0-60"},
      {"60-60-60-60", "60-60-60-60"},
      {"1-1-0", "1-1-0"},
      {"61-0-1", "0-2 `61` seconds are too long for a part of one repetition; at most 60"},
      {"3 1 3", "0-5 write the tempo as `3-1-3` → 3-1-3"},
      {"3,1:3-1 sec.", "0-12 write the tempo as `3-1-3-1` → 3-1-3-1"},
      {"3-1-3 min",
       "6-9 expected the seconds of lowering, pause and lifting, such as `3-1-3`, and of a pause at the top if "
       "there is one"},
      {"3-1 s",
       "4-5 expected the seconds of lowering, pause and lifting, such as `3-1-3`, and of a pause at the top if "
       "there is one"},
      {"313", "0-3 write the tempo with hyphens, `3-1-3` → 3-1-3"},
      {"30101", "0-5 `30101` seconds are too long for a part of one repetition; at most 60"},
      {"3/1/3", "0-5 write the tempo as `3-1-3` → 3-1-3"},
      {"3 - 1 - 3 s", "0-11 write the tempo as `3-1-3` → 3-1-3"},
      {"3–1–3", "0-9 write the tempo as `3-1-3` → 3-1-3"},
      {"3010", "0-4 write the tempo with hyphens, `3-0-1-0` → 3-0-1-0"},
      {"4-0-X-0",
       "4-5 `X`, as fast as possible, has no length that a timer could count; write seconds, such as `1`"},
      {"3-1",
       "0-3 `3-1` is no tempo; write the seconds of lowering, pause and lifting, such as `3-1-3`, and of a "
       "pause at the top if there is one"},
      {"3-1-3-1-1",
       "8-9 a tempo has three or four figures: the seconds of lowering, pause and lifting, such as "
       "`3-1-3`, and of a pause at the top if there is one"},
      {"3-100-3", "2-5 `100` seconds are too long for a part of one repetition; at most 60"},
      {"3-slow-3",
       "2-8 expected the seconds of lowering, pause and lifting, such as `3-1-3`, and of a pause at the "
       "top if there is one"},
      {"0-3-0", "0-5 a repetition that neither lowers nor lifts has no tempo; leave the key out"},
      {"",
       "0-0 `` is no tempo; write the seconds of lowering, pause and lifting, such as `3-1-3`, and of a "
       "pause at "
       "the top if there is one"},
  };
  for (const Row& row : kRows) {
    INFO(row.text);
    CHECK(Show(ParseTempo(row.text)) == row.read);
  }
}

// Reads ISO 8601 without the code under test.
int SecondsOfIso(const std::string& iso) {
  static const std::regex kForm("PT(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)S)?");
  std::smatch match;
  REQUIRE(std::regex_match(iso, match, kForm));
  const auto part = [&](std::size_t i) { return match[i].matched ? std::stoi(match[i]) : 0; };
  return part(1) * 3600 + part(2) * 60 + part(3);
}

TEST_CASE("what is written is read again, and ISO 8601 is the same time") {
  CHECK(IsoDuration(30) == "PT30S");
  CHECK(IsoDuration(90) == "PT1M30S");
  CHECK(IsoDuration(3600) == "PT1H");
  CHECK(IsoDuration(3601) == "PT1H1S");
  CHECK(IsoDuration(0) == "PT0S");
  CHECK(IsoDuration(1) == "PT1S");
  CHECK(IsoDuration(60) == "PT1M");
  CHECK(IsoDuration(3599) == "PT59M59S");
  CHECK(IsoDuration(3660) == "PT1H1M");
  std::mt19937 random(20261125);
  const auto upto = [&](int most) { return 1 + static_cast<int>(random() % static_cast<unsigned>(most)); };
  for (int round = 0; round < 2000; ++round) {
    const int most = round % 3 == 0 ? 60 : 9999;
    const int least = round < 4 ? 1 : upto(most - 1);
    const int greatest = round < 4 ? 9999 : least + upto(9999 - least);
    const Seconds one{least, least};
    const Seconds range{least, greatest};
    const Count count{std::min(least, 998), std::min(greatest, 999)};
    const Tempo tempo{upto(60), upto(61) - 1, upto(60),
                      round % 2 == 0 ? std::optional(upto(61) - 1) : std::nullopt};
    INFO(Written(range) << " " << Written(count) << " " << Written(tempo));
    const auto seconds = ParseSeconds(Written(one));
    const auto seconds_range = ParseSeconds(Written(range));
    const auto count_range = ParseCount(Written(count));
    const auto phases = ParseTempo(Written(tempo));
    REQUIRE((seconds.index() == 0 && seconds_range.index() == 0 && count_range.index() == 0 &&
             phases.index() == 0));
    CHECK(std::get<Seconds>(seconds) == one);
    CHECK(std::get<Seconds>(seconds_range) == range);
    CHECK(std::get<Count>(count_range) == count);
    CHECK(std::get<Tempo>(phases) == tempo);
    CHECK(SecondsOfIso(IsoDuration(least)) == least);
    CHECK(SecondsOfIso(IsoDuration(greatest * 60)) == greatest * 60);
  }
}

}  // namespace measure_test
}  // namespace guidec
