// Files of tests/fixtures, and texts that no editor would keep as they are.
#include <catch2/catch.hpp>

#include "support/byte_cases.h"
#include "support/expectations.h"

namespace guidec {
namespace {

TEST_CASE("fixtures have the findings that they expect") {
  const std::vector<Fixture> fixtures = ReadFixtures(GUIDEC_PROJECT "/tests/fixtures");
  REQUIRE_FALSE(fixtures.empty());
  for (const Fixture& fixture : fixtures) {
    INFO("tests/fixtures/" << fixture.name);
    const std::string differences = Differences(fixture);
    if (!differences.empty()) FAIL_CHECK(differences);
  }
}

TEST_CASE("texts that no editor keeps have the findings that they expect") {
  for (const Fixture& fixture : ByteCases()) {
    INFO(fixture.name);
    const std::string differences = Differences(fixture);
    if (!differences.empty()) FAIL_CHECK(differences);
  }
}

}  // namespace
}  // namespace guidec
