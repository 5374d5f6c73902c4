#include "model/dose.h"

#include <catch2/catch.hpp>

namespace guidec {
namespace {

// What a text is read as: "30..30", or "begin-end message → replacement".
template <class Quantity>
std::string Show(const std::variant<Quantity, QuantityError>& parsed) {
  if (const auto* quantity = std::get_if<Quantity>(&parsed)) {
    return std::to_string(quantity->min) + ".." + std::to_string(quantity->max);
  }
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
      {"0 s", "0-3 no time at all is no duration; leave the key out"},
      {"30 breaths", "3-10 unknown unit `breaths`; write `s` for seconds or `min` for minutes"},
      {"40-20 s", "0-7 the range runs downwards; write `20-40 s` → 20-40 s"},
      {"30-30 s", "0-7 both ends of the range are the same; write `30 s` → 30 s"},
      {"20–40 s", "0-9 write the range as `20-40 s` → 20-40 s"},
      {"20- s", "4-5 a range needs a second number, as in `20-40 s`"},
      {"1 min 90 s", "6-10 expected seconds below 60, as in `1 min 30 s`"},
      {"30 s each", "5-9 `each` does not belong to a duration; leave it out"},
      {"soon", "0-4 `soon` is no duration; write a number and a unit, such as `30 s`"},
      {"", "0-0 `` is no duration; write a number and a unit, such as `30 s`"},
      {"99999999999 s", "0-13 `99999999999 s` is no duration; write a number and a unit, such as `30 s`"},
      {"100000 s", "0-8 `100000 s` is far too long for an exercise"},
      {"-30 s", "0-5 `-30 s` is no duration; write a number and a unit, such as `30 s`"},
  };
  for (const Row& row : kRows) {
    INFO(row.text);
    CHECK(Show(ParseSeconds(row.text)) == row.read);
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
}

}  // namespace
}  // namespace guidec
