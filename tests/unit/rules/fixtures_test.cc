// Files of tests/fixtures, and texts that no editor would keep as they are.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "support/byte_cases.h"
#include "support/expectations.h"
#include "support/golden.h"

namespace guidec {
namespace fixtures_test {

// A fixture expects the place and some words; the golden holds whole messages, labels and fixes.
TEST_CASE("fixtures have the findings that they expect") {
  const std::vector<Fixture> fixtures = ReadFixtures(GUIDEC_PROJECT "/tests/fixtures");
  REQUIRE_FALSE(fixtures.empty());
  std::string told;
  for (const Fixture& fixture : fixtures) {
    INFO("tests/fixtures/" << fixture.name);
    const Linted linted(fixture);
    const std::string differences = Differences(fixture, linted);
    if (!differences.empty()) FAIL_CHECK(differences);
    if (!linted.findings.empty()) told += fmt::format("{}\n", fixture.name);
    for (const Diagnostic& finding : linted.findings) told += linted.Tell(finding);
  }
  CheckGolden("unit/rules/findings.txt", told);
}

TEST_CASE("texts that no editor keeps have the findings that they expect") {
  for (const Fixture& fixture : ByteCases()) {
    INFO(fixture.name);
    const std::string differences = Differences(fixture);
    if (!differences.empty()) FAIL_CHECK(differences);
  }
}

}  // namespace fixtures_test
}  // namespace guidec
