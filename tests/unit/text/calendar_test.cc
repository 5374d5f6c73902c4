#include "text/calendar.h"

#include <optional>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

namespace guidec {
namespace calendar_test {

TEST_CASE("days are read as they are written") {
  REQUIRE(ReadDay("2026-11-22"));
  CHECK(WriteDay(*ReadDay("2026-11-22")) == "2026-11-22");
  CHECK(ReadDay("2024-02-29")->ok());
  CHECK_FALSE(ReadDay("2026-02-29")->ok());
  CHECK_FALSE(ReadDay("2026-13-01")->ok());
  for (const std::string_view text :
       {"", "2026-11-2", "2026/11/22", "22-11-2026", "2026-11-2x", "2026--1-22"}) {
    INFO(text);
    CHECK_FALSE(ReadDay(text));
  }
}

TEST_CASE("a month on is the same day or the month's last") {
  const auto after = [](std::string_view day, int months) {
    return WriteDay(AddMonths(*ReadDay(day), months));
  };
  CHECK(after("2026-11-22", 24) == "2028-11-22");
  CHECK(after("2026-01-31", 1) == "2026-02-28");
  CHECK(after("2024-02-29", 12) == "2025-02-28");
  CHECK(after("2026-12-31", 2) == "2027-02-28");
}

TEST_CASE("each part of a day is a number of its length") {
  CHECK(ReadDay("2026-01-02") == Day{std::chrono::year(2026), std::chrono::month(1), std::chrono::day(2)});
  CHECK(WriteDay(Day{std::chrono::year(7), std::chrono::month(1), std::chrono::day(2)}) == "0007-01-02");
  for (const std::string_view text : {"202x-11-22", "2026-1x-22", "2026-11-x2", "2026-11-222", "2026:11-22",
                                      "2026-11:22", " 026-11-22", "2026-+1-22"}) {
    INFO(text);
    CHECK_FALSE(ReadDay(text));
  }
  CHECK(WriteDay(AddMonths(*ReadDay("2026-03-31"), 0)) == "2026-03-31");
  CHECK(WriteDay(AddMonths(*ReadDay("2026-03-31"), -1)) == "2026-02-28");
}

}  // namespace calendar_test
}  // namespace guidec
