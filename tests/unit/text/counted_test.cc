#include "text/counted.h"

#include <string>
#include <string_view>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "text/tokens.h"

namespace guidec {
namespace counted_test {

// "3 strength exercises, the, narrowed @1-4": what is counted, and from which token to which.
std::string Describe(std::string_view text) {
  constexpr std::string_view kNouns[] = {"exercises", "questions", "steps", "things"};
  std::string described;
  for (const Counted& counted : FindCounted(Tokens(text))) {
    described +=
        fmt::format("{}{} {}{}{}{}{} @{}-{}", described.empty() ? "" : "; ", counted.count, counted.kind,
                    counted.kind.empty() ? "" : " ", kNouns[static_cast<std::size_t>(counted.noun)],
                    counted.has_article ? ", the" : "", counted.is_narrowed ? ", narrowed" : "",
                    counted.tokens.begin, counted.tokens.end);
  }
  return described;
}

struct Case {
  std::string_view text;
  std::string_view described;
};

TEST_CASE("what a text counts of itself is found") {
  constexpr Case kCases[] = {
      {"", ""},
      {"Three.", ""},
      {"Do three exercises.", "3 exercises @1-3"},
      {"2 exercises", "2 exercises @0-2"},
      {"99 questions", "99 questions @0-2"},
      {"four ways", "4 things @0-2"},
      {"Six steps", "6 steps @0-2"},
      {"two effects", "2 things @0-2"},
      {"five stretches", "5 stretch exercises @0-2"},
      {"Three stretches, then two questions.", "3 stretch exercises @0-2; 2 questions @4-6"},
      {"the three strength exercises", "3 strength exercises, the @1-4"},
      {"three strengthening exercises", "3 strength exercises @0-3"},
      {"three stretching exercises", "3 stretch exercises @0-3"},
      {"three mobility exercises", "3 mobility exercises @0-3"},
      {"three cardio exercises", "3 cardio exercises @0-3"},
      {"three aerobic exercises", "3 cardio exercises @0-3"},
      {"all your three exercises", "3 exercises, the @2-4"},
      {"these three stretches", "3 stretch exercises, the @1-3"},
      {"both stretches", "2 stretch exercises, the @0-2"},
      {"both of these exercises", "2 exercises, the @0-4"},
      {"Do both of your simple exercises", "2 exercises, the @1-6"},
      {"three simple exercises", "3 exercises @0-3"},
      {"three arm exercises", "3 exercises, narrowed @0-3"},
      {"three zone exercises", "3 exercises, narrowed @0-3"},
      {"three hip strength exercises", "3 strength exercises, narrowed @0-4"},
      {"three hip and knee exercises", ""},
      {"three easy hip strength exercises", "3 strength exercises, narrowed @0-5"},
      {"three very easy hip strength exercises", ""},
      {"three exercises for your hips", "3 exercises, narrowed @0-2"},
      {"three exercises that help", "3 exercises, narrowed @0-2"},
      {"three exercises for you", "3 exercises @0-2"},
      {"three exercises for everyone", "3 exercises @0-2"},
      {"three exercises of the week", "3 exercises, narrowed @0-2"},
      {"three exercises back", "3 exercises @0-2"},
      {"three exercises per hour", "3 exercises @0-2"},
  };
  for (const Case& c : kCases) {
    INFO(c.text);
    CHECK(Describe(c.text) == c.described);
  }
}

TEST_CASE("a part, a bound, a rate or another number is no count of the whole") {
  for (const std::string_view text : {"one exercises",
                                      "100 questions",
                                      "2.5 steps",
                                      "two to three exercises",
                                      "a dozen exercises",
                                      "the first three steps",
                                      "up to five questions",
                                      "up to the five questions",
                                      "at least two exercises",
                                      "another two exercises",
                                      "two more exercises",
                                      "three more hip exercises",
                                      "three of these exercises",
                                      "three sets of exercises",
                                      "three weeks exercises",
                                      "two can cause steps",
                                      "three {kind} exercises",
                                      "three \u2013 exercises",
                                      "three exercises a day",
                                      "three exercises per week",
                                      "three exercises each side",
                                      "two questions each",
                                      "three exercises daily",
                                      "three questions more",
                                      "two steps at a time",
                                      "three steps forward",
                                      "three steps to the wall",
                                      "both",
                                      "do three"}) {
    INFO(text);
    CHECK(Describe(text).empty());
  }
}

}  // namespace counted_test
}  // namespace guidec
