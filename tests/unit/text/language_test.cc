#include "text/language.h"

#include <catch2/catch.hpp>

namespace guidec {
namespace {

TEST_CASE("letters lose their marks") {
  CHECK(WithoutMarks("") == "");
  CHECK(WithoutMarks("knee") == "knee");
  CHECK(WithoutMarks("R\u00e9sum\u00e9") == "Resume");
  CHECK(WithoutMarks("\u6f22\u5b57\u00e9") == "\u6f22\u5b57e");
  CHECK(WithoutMarks("na\u0069\u0308ve") == "naive");
  CHECK(WithoutMarks("\u1ec7") == "e");
  CHECK(WithoutMarks("\U0001F3C3 run") == "\U0001F3C3 run");
  CHECK(WithoutMarks("\xff") == "\xff");
}

}  // namespace
}  // namespace guidec
