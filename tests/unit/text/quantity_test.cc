#include "text/quantity.h"

#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "text/tokens.h"

namespace guidec {
namespace quantity_test {

std::string_view KindText(QuantityKind kind) {
  switch (kind) {
    case QuantityKind::kSeconds:
      return "s";
    case QuantityKind::kRepetitions:
      return "reps";
    case QuantityKind::kSets:
      return "sets";
    case QuantityKind::kTimes:
      return "times";
  }
  return "?";
}

std::string_view BoundText(Bound bound) {
  switch (bound) {
    case Bound::kExactly:
      return "";
    case Bound::kAtLeast:
      return ">=";
    case Bound::kAtMost:
      return "<=";
    case Bound::kCompared:
      return "<>";
  }
  return "?";
}

// "10-15 reps [10 to 15] repetitions": what was understood, and the text with its figure in brackets.
std::string Describe(std::string_view text) {
  std::string described;
  for (const Quantity& quantity : FindQuantities(Tokens(text))) {
    const std::string range = quantity.min == quantity.max ? fmt::format("{}", quantity.min)
                                                           : fmt::format("{}-{}", quantity.min, quantity.max);
    const auto slice = [&](std::size_t begin, std::size_t end) { return text.substr(begin, end - begin); };
    described += fmt::format("{}{}{} {}{} {}[{}]{}", described.empty() ? "" : "; ", BoundText(quantity.bound),
                             range, KindText(quantity.kind), quantity.is_adjective ? " adjective" : "",
                             slice(quantity.begin, quantity.figure_begin),
                             slice(quantity.figure_begin, quantity.figure_end),
                             slice(quantity.figure_end, quantity.end));
  }
  return described;
}

struct Case {
  std::string_view text;
  std::string_view described;
};

void CheckAll(std::span<const Case> cases) {
  for (const Case& test : cases) {
    INFO(test.text);
    CHECK(Describe(test.text) == test.described);
  }
}

TEST_CASE("durations in digits and words") {
  static constexpr Case kCases[] = {
      {"Hold for 30 seconds.", "30 s [30] seconds"},
      {"Hold for thirty seconds.", "30 s [thirty] seconds"},
      {"Hold for thirty-five seconds.", "35 s [thirty-five] seconds"},
      {"Hold for Twenty Five seconds", "25 s [Twenty Five] seconds"},
      {"a hundred and twenty seconds", "120 s [a hundred and twenty] seconds"},
      {"30 s", "30 s [30] s"},
      {"30s", "30 s [30]s"},
      {"30 sec. each", "30 s [30] sec"},
      {"one second", "1 s [one] second"},
      {"2 minutes", "120 s [2] minutes"},
      {"1.5 minutes", "90 s [1.5] minutes"},
      {"1½ minutes", "90 s [1½] minutes"},
      {"1 1/2 minutes", "90 s [1 1/2] minutes"},
      {"½ min", "30 s [½] min"},
      {"one and a half minutes", "90 s [one and a half] minutes"},
      {"a minute", "60 s [a minute]"},
      {"a minute and a half", "90 s [a minute and a half]"},
      {"two minutes and a half", "150 s [two minutes and a half]"},
      {"1 hour and a half", "5400 s [1 hour and a half]"},
      {"half a minute", "30 s [half a minute]"},
      {"a half-minute hold", "30 s [a half-minute]"},
      {"three quarters of a minute", "45 s [three quarters of a minute]"},
      {"1 min 30 s", "90 s [1 min 30 s]"},
      {"1 minute and 30 seconds", "90 s [1 minute and 30 seconds]"},
      {"one minute, ten seconds", "70 s [one minute, ten seconds]"},
      {"half an hour", "1800 s [half an hour]"},
      {"24 hours", "86400 s [24] hours"},
      {"a third of a minute", "20 s [a third of a minute]"},
      {"two thirds of a minute", "40 s [two thirds of a minute]"},
      {"1,5 min", "90 s [1,5 min]"},
      {"0,75 minutes", "45 s [0,75 minutes]"},
      {"Hold for 0:30.", "30 s [0:30]"},
      {"Hold for 1:30 min.", "90 s [1:30 min]"},
      {"Meet at 9:30.", ""},
      {"for 90\u2033", "90 s [90]\u2033"},
      {"in weeks 1,5 and 6 days", ""},
      {"30\u00A0seconds", "30 s [30]\u00A0seconds"},
  };
  CheckAll(kCases);
}

TEST_CASE("ranges") {
  static constexpr Case kCases[] = {
      {"20 to 40 seconds", "20-40 s [20 to 40] seconds"},
      {"20-40 s", "20-40 s [20-40] s"},
      {"20\u201340 seconds", "20-40 s [20\u201340] seconds"},
      {"twenty to forty seconds", "20-40 s [twenty to forty] seconds"},
      {"between 20 and 40 seconds", "20-40 s [20 and 40] seconds"},
      {"30 seconds to 1 minute", "30-60 s [30 seconds to 1 minute]"},
      {"half a minute to a minute", "30-60 s [half a minute to a minute]"},
      {"a minute or two", "60-120 s [a minute or two]"},
      {"10 to 15 repetitions", "10-15 reps [10 to 15] repetitions"},
      {"10\u201315 reps", "10-15 reps [10\u201315] reps"},
      {"ten to fifteen times", "10-15 times [ten to fifteen] times"},
      {"two or three sets", "2-3 sets [two or three] sets"},
      {"step 15 to 10 repetitions", "10 reps [10] repetitions"},
  };
  CheckAll(kCases);
}

TEST_CASE("repetitions and sets") {
  static constexpr Case kCases[] = {
      {"Do 12 repetitions.", "12 reps [12] repetitions"},
      {"Do a dozen slow reps.", "12 reps [a dozen] slow reps"},
      {"one rep", "1 reps [one] rep"},
      {"Repeat three times", "3 times [three] times"},
      {"Do two sets of twelve.", "2 sets [two] sets; 12 reps [twelve]"},
      {"Do two sets of 10 to 15.", "2 sets [two] sets; 10-15 reps [10 to 15]"},
      {"Do 3 sets of 12 repetitions.", "3 sets [3] sets; 12 reps [12] repetitions"},
      {"three sets of 30 seconds", "3 sets [three] sets; 30 s [30] seconds"},
      {"a set of ten", "10 reps [ten]"},
  };
  CheckAll(kCases);
}

TEST_CASE("adjectives") {
  static constexpr Case kCases[] = {
      {"a 30-second hold", "30 s adjective [30]-second"},
      {"a thirty-second hold", "30 s adjective [thirty]-second"},
      {"a thirty-five-second hold", "35 s adjective [thirty-five]-second"},
      {"a one-minute hold", "60 s adjective [one]-minute"},
      {"a 20- to 30-second hold", "20-30 s adjective [20- to 30]-second"},
      {"a 20-to-30-second hold", "20-30 s adjective [20-to-30]-second"},
      {"a 20-30-second hold", "20-30 s adjective [20-30]-second"},
      {"a 12-rep set", "12 reps adjective [12]-rep"},
  };
  CheckAll(kCases);
}

TEST_CASE("bounds") {
  static constexpr Case kCases[] = {
      {"at least 30 seconds", ">=30 s [30] seconds"},    {"30 seconds or more", ">=30 s [30] seconds"},
      {"up to a minute", "<=60 s [a minute]"},           {"no more than 30 seconds", "<=30 s [30] seconds"},
      {"a maximum of ten reps", "<=10 reps [ten] reps"}, {"for more than 30 seconds", "<>30 s [30] seconds"},
      {"in under a minute", "<>60 s [a minute]"},
  };
  CheckAll(kCases);
}

TEST_CASE("what is no quantity") {
  static constexpr Case kCases[] = {
      {"", ""},
      {"a second set", ""},
      {"the second time", ""},
      {"the twenty second step", ""},
      {"a few seconds", ""},
      {"once or twice a day", ""},
      {"people in their 30s", ""},
      {"four habits", ""},
      {"set two feet apart", ""},
      {"Hold for {hold}.", ""},
      {"30 metres", ""},
      {"5 m", ""},
      {"1:30", ""},
      {"at 1:30 pm", ""},
      {"a 12\u2033 box", ""},
      {"Set your feet apart.", ""},
      {"two sets of stairs", "2 sets [two] sets"},
  };
  CheckAll(kCases);
}

TEST_CASE("bounds, each in its own words") {
  static constexpr Case kCases[] = {
      {"no fewer than 3 sets", ">=3 sets [3] sets"},
      {"not less than 3 sets", ">=3 sets [3] sets"},
      {"a minimum of 3 sets", ">=3 sets [3] sets"},
      {"the maximum of 3 sets", "<=3 sets [3] sets"},
      {"no longer than 30 s", "<=30 s [30] s"},
      {"at most 3 sets", "<=3 sets [3] sets"},
      {"3 sets at most", "<=3 sets [3] sets"},
      {"3 sets or less", "<=3 sets [3] sets"},
      {"3 sets or fewer", "<=3 sets [3] sets"},
      {"3 sets or over", ">=3 sets [3] sets"},
      {"3 sets or longer", ">=3 sets [3] sets"},
      {"30 s or under", "<=30 s [30] s"},
      {"shorter than 30 s", "<>30 s [30] s"},
      {"other than 30 s", "<>30 s [30] s"},
      {"over 30 s", "<>30 s [30] s"},
      {"beyond 30 s", "<>30 s [30] s"},
      {"within 30 s", "<>30 s [30] s"},
      {"under 30 s", "<>30 s [30] s"},
      {"below 3 sets", "<>3 sets [3] sets"},
      {"above 3 sets", "<>3 sets [3] sets"},
      {"past 30 s", "<>30 s [30] s"},
      {"fewer than 3 sets", "<>3 sets [3] sets"},
      {"at least then 3 sets", "3 sets [3] sets"},
  };
  CheckAll(kCases);
}

TEST_CASE("figures and units, in every way to write them") {
  static constexpr Case kCases[] = {
      {"half a minute", "30 s [half a minute]"},
      {"half an hour", "1800 s [half an hour]"},
      {"a half hour", "1800 s [a half hour]"},
      {"half-hour walk", "1800 s [half-hour]"},
      {"half-minute hold", "30 s [half-minute]"},
      {"an hour and a half", "5400 s [an hour and a half]"},
      {"an hour", "3600 s [an hour]"},
      {"a quarter of a minute", "15 s [a quarter of a minute]"},
      {"a quarter of an hour", "900 s [a quarter of an hour]"},
      {"one third of a minute", "20 s [one third of a minute]"},
      {"two-thirds of a minute", "40 s [two-thirds of a minute]"},
      {"one third of an hour", "1200 s [one third of an hour]"},
      {"three quarters of an hour", "2700 s [three quarters of an hour]"},
      {"1 min and 59 s", "119 s [1 min and 59 s]"},
      {"1 min 60 s", "60 s [1] min; 60 s [60] s"},
      {"1 min, 30 s", "90 s [1 min, 30 s]"},
      {"2 hours 30 s", "7200 s [2] hours; 30 s [30] s"},
      {"1 minute 30 reps", "60 s [1] minute; 30 reps [30] reps"},
      {"2 h", "7200 s [2] h"},
      {"hold 0:59", "59 s [0:59]"},
      {"hold 9:30", "570 s [9:30]"},
      {"rest 1:30", "90 s [1:30]"},
      {"to 0:30", "30 s [0:30]"},
      {"plank 0:45 minutes", "45 s [0:45 minutes]"},
      {"hold 1:30 mins", "90 s [1:30 mins]"},
      {"pause 30\u2033", "30 s [30]\u2033"},
      {"1,5 min", "90 s [1,5 min]"},
      {"1,25 min", "75 s [1,25 min]"},
      {"1,255 min", "15300 s [255] min"},
      {"1, 5 min", "300 s [5] min"},
      {"1 ,5 min", "300 s [5] min"},
      {"1,5 reps", "5 reps [5] reps"},
      {"30s", "30 s [30]s"},
      {"the 30 s", "30 s [30] s"},
      {"one second", "1 s [one] second"},
      {"20 second", "20 s [20] second"},
      {"two seconds", "2 s [two] seconds"},
      {"30-second", "30 s adjective [30]-second"},
      {"the 10- to 15-minute walk", "600-900 s adjective [10- to 15]-minute"},
      {"a 10 or 15-second hold", "15 s adjective [15]-second"},
      {"10- or 15-second", "10-15 s adjective [10- or 15]-second"},
      {"10-or-15-second", "10-15 s adjective [10-or-15]-second"},
      {"5-rep set", "5 reps adjective [5]-rep"},
      {"3-set plan", "3 sets adjective [3]-set"},
      {"30-second to 1-minute", "30 s adjective [30]-second; 60 s adjective [1]-minute"},
      {"1:30 minutes", "90 s [1:30 minutes]"},
      {"set of 10", "10 reps [10]"},
      {"sets of ten to twelve", "10-12 reps [ten to twelve]"},
      {"sets of 10-second holds", "10 s adjective [10]-second"},
      {"sets of 10 reps", "10 reps [10] reps"},
      {"40 to 30 seconds", "30 s [30] seconds"},
      {"30 to 30 seconds", "30 s [30 to 30] seconds"},
      {"30 s to 20 s", "30 s [30] s; 20 s [20] s"},
      {"30 s to 30 s", "30 s [30] s; 30 s [30] s"},
      {"30 s to 40 s", "30-40 s [30 s to 40 s]"},
      {"from 30 s - 1 min", "30-60 s [30 s - 1 min]"},
      {"between 30 seconds and 1 minute", "30-60 s [30 seconds and 1 minute]"},
      {"between 2 and 3 sets", "2-3 sets [2 and 3] sets"},
      {"a minute or two minutes", "60-120 s [a minute or two]"},
      {"12 slow reps", "12 reps [12] slow reps"},
      {"12 easy times", "12 times [12] easy times"},
      {"12 controlled sets", "12 sets [12] controlled sets"},
      {"1 times", "1 times [1] times"},
      {"1000001 reps", "1000000 reps [1000001] reps"},
      {"1000000 reps", "1000000 reps [1000000] reps"},
      {"2000000 hours", "1000000 s [2000000] hours"},
      {"1.4 s", "1 s [1.4] s"},
      {"1.5 s", "2 s [1.5] s"},
      {"0.5 reps", "1 reps [0.5] reps"},
      {"two hundred seconds", "200 s [two hundred] seconds"},
      {"a hundred reps", "100 reps [a hundred] reps"},
      {"two hundred and five reps", "205 reps [two hundred and five] reps"},
      {"two hundred five reps", "205 reps [two hundred five] reps"},
      {"two dozen reps", "24 reps [two dozen] reps"},
      {"half a dozen reps", "6 reps [half a dozen] reps"},
      {"twenty-one reps", "21 reps [twenty-one] reps"},
      {"twenty one reps", "21 reps [twenty one] reps"},
      {"twenty ten reps", "10 reps [ten] reps"},
      {"twenty zero reps", "0 reps [zero] reps"},
      {"nineteen one reps", "1 reps [one] reps"},
      {"ninety-nine reps", "99 reps [ninety-nine] reps"},
      {"1/2 min", "30 s [1/2] min"},
      {"3 1/2 min", "210 s [3 1/2] min"},
      {"3\u00bd min", "210 s [3\u00bd] min"},
      {"\u00bc min", "15 s [\u00bc] min"},
      {"\u00be min", "45 s [\u00be] min"},
      {"two and a half minutes", "150 s [two and a half] minutes"},
      {"2 and a half minutes", "150 s [2 and a half] minutes"},
  };
  CheckAll(kCases);
}

TEST_CASE("what looks like a quantity and is none") {
  static constexpr Case kCases[] = {
      {"hold 0:60", ""},
      {"hold 10:30", ""},
      {"hold 1:5", ""},
      {"hold 1:300", ""},
      {"hold 1:30:00", ""},
      {"about 1:30 pm", ""},
      {"hold 1:30 am", ""},
      {"hold 1 :30", ""},
      {"hold 1: 30", ""},
      {"he said \"hold 30\u2033", ""},
      {"30\u2033", ""},
      {"\"for 30\" now", ""},
      {"for 30\"", ""},
      {"hold 30 \u2033", ""},
      {"the 30s", ""},
      {"his 30s", ""},
      {"the 1970s", ""},
      {"twenty second", ""},
      {"5-time", ""},
      {"sets of days", ""},
      {"12 slow slow reps", ""},
      {"12 very slow reps", ""},
  };
  CheckAll(kCases);
}

TEST_CASE("intervals are read as they are written, and in no other way") {
  for (const std::string_view text :
       {"1 session", "2 sessions", "3 days", "1 week", "24 months", "1 month", "2 years", "99 years"}) {
    INFO(text);
    const auto interval = ReadInterval(text);
    REQUIRE(interval);
    CHECK(Written(*interval) == text);
  }
  CHECK(ReadInterval("week") == Interval{1, Unit::kWeek});
  CHECK(ReadInterval("session") == Interval{1, Unit::kSession});
  CHECK(ReadInterval("2 years")->count * MonthsIn(Unit::kYear) == 24);
  for (const std::string_view text : {"", "24", " week", "weeks", "24months", "2  weeks", "2 week", "1 weeks",
                                      "0 months", "100 years", "2 yearly", "-1 months", "02 weeks",
                                      "two years", "2 hours", "2 workouts", "3 reps", "99999999999 days"}) {
    INFO(text);
    CHECK_FALSE(ReadInterval(text));
  }
}

// "first-last@end": what a range is at the head of a text, and the token behind it.
std::string RangeOf(std::string_view text) {
  const WordList tokens = Tokens(text);
  const auto range = QuantityReader(tokens).RangeAt(0);
  if (!range) return "none";
  return fmt::format("{}-{}@{}{}", range->first, range->last, range->end, range->IsWhole() ? "" : " parts");
}

TEST_CASE("numbers and ranges are one grammar, whatever stands behind them") {
  CHECK(RangeOf("12") == "12-12@1");
  CHECK(RangeOf("twenty-five days") == "25-25@3");
  CHECK(RangeOf("ten to fifteen") == "10-15@3");
  CHECK(RangeOf("twenty-five - thirty-five") == "25-35@7");
  CHECK(RangeOf("15-10") == "15-10@3");
  CHECK(RangeOf("a dozen times") == "12-12@2");
  CHECK(RangeOf("1.5 to 2") == "1.5-2@3 parts");
  CHECK(RangeOf("1 1/2") == "1.5-1.5@4 parts");
  CHECK(RangeOf("99999999999") == "1000000-1000000@1");
  CHECK(RangeOf("2 and 3") == "2-2@1");
  CHECK(RangeOf("") == "none");
  CHECK(RangeOf("days") == "none");
  CHECK(RangeOf("2 to 2.5") == "2-2.5@3 parts");
  CHECK(RangeOf("2 to days") == "2-2@1");
  CHECK(RangeOf("2 or 3") == "2-3@3");
}

TEST_CASE("every number word has its value") {
  constexpr std::string_view kWords[] = {"zero",    "one",     "two",       "three",    "four",
                                         "five",    "six",     "seven",     "eight",    "nine",
                                         "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                         "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  constexpr std::string_view kTens[] = {"twenty", "thirty",  "forty",  "fifty",
                                        "sixty",  "seventy", "eighty", "ninety"};
  for (int value = 0; value < 20; ++value) CHECK(RangeOf(kWords[value]) == fmt::format("{0}-{0}@1", value));
  for (int ten = 0; ten < 8; ++ten) {
    const int value = 20 + 10 * ten;
    CHECK(RangeOf(kTens[ten]) == fmt::format("{0}-{0}@1", value));
    CHECK(RangeOf(fmt::format("{}-one", kTens[ten])) == fmt::format("{0}-{0}@3", value + 1));
    CHECK(RangeOf(fmt::format("{} nine", kTens[ten])) == fmt::format("{0}-{0}@2", value + 9));
    CHECK(RangeOf(fmt::format("{} ten", kTens[ten])) == fmt::format("{0}-{0}@1", value));
  }
}

TEST_CASE("every unit has its words") {
  struct UnitCase {
    std::string_view words;
    std::string_view name;
    Unit unit;
    int seconds = 0;
    int months = 0;
  };
  constexpr UnitCase kCases[] = {
      {"second seconds s sec secs", "second", Unit::kSecond, 1},
      {"minute minutes min mins", "minute", Unit::kMinute, 60},
      {"hour hours h hr hrs", "hour", Unit::kHour, 3600},
      {"session sessions workout workouts", "session", Unit::kSession},
      {"day days", "day", Unit::kDay},
      {"week weeks", "week", Unit::kWeek},
      {"month months", "month", Unit::kMonth, 0, 1},
      {"year years", "year", Unit::kYear, 0, 12},
      {"repetition repetitions rep reps", "repetition", Unit::kRepetition},
      {"set sets", "set", Unit::kSet},
      {"time times", "time", Unit::kTime},
  };
  for (const UnitCase& c : kCases) {
    INFO(c.name);
    for (const std::string& word : Tokens(c.words).words) CHECK(UnitOf(word) == c.unit);
    CHECK(NameOf(c.unit) == c.name);
    CHECK(SecondsIn(c.unit) == c.seconds);
    CHECK(MonthsIn(c.unit) == c.months);
  }
  for (const char* word : {"", "m", "yr", "minut", "Second", "second|seconds"}) CHECK_FALSE(UnitOf(word));
}

TEST_CASE("a count may say how the repetitions are done") {
  for (const std::string manner :
       {"slow", "controlled", "full", "good", "smooth", "gentle", "careful", "complete", "total", "easy"}) {
    CHECK(Describe("2 " + manner + " reps") == "2 reps [2] " + manner + " reps");
  }
  CHECK(Describe("2 sore reps").empty());
}

}  // namespace quantity_test
}  // namespace guidec
