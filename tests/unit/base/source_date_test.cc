#include "base/source_date.h"

#include <stdlib.h>

#include <catch2/catch.hpp>

namespace guidec {
namespace source_date_test {

TEST_CASE("the date of the sources is seconds from 1970 to the end of the year 9999") {
  REQUIRE(::unsetenv("SOURCE_DATE_EPOCH") == 0);
  REQUIRE(SourceDate());
  CHECK(*SourceDate() == std::nullopt);
  for (const auto& [text, seconds] : {std::pair{"0", 0LL}, {"1", 1LL}, {"0123", 123LL},
                                      {"1796083200", 1796083200LL}, {"253402300799", 253402300799LL}}) {
    ::setenv("SOURCE_DATE_EPOCH", text, 1);
    INFO(text);
    REQUIRE(SourceDate());
    CHECK(*SourceDate() == seconds);
  }
  for (const std::string text : {"", "-1", "-0x1", "+1", " 1", "1 ", "1.5", "today", "253402300800",
                                 "99999999999999999999"}) {
    ::setenv("SOURCE_DATE_EPOCH", text.c_str(), 1);
    INFO(text);
    REQUIRE_FALSE(SourceDate());
    CHECK(SourceDate().error().message ==
          "SOURCE_DATE_EPOCH is `" + text + "`, which is no time in seconds since 1970");
    CHECK(SourceDate().error().hint == "set it to digits alone, as `date +%s` prints them, or unset it");
  }
  ::unsetenv("SOURCE_DATE_EPOCH");
}

}  // namespace source_date_test
}  // namespace guidec
