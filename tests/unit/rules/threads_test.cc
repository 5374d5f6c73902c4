// Findings do not depend on how many threads look for them.
#include <string>
#include <vector>

#include <fmt/format.h>
#include <tbb/global_control.h>
#include <tbb/task_arena.h>
#include <catch2/catch.hpp>

#include "base/files.h"
#include "base/parallel.h"
#include "lint/runner.h"
#include "model/read/load.h"
#include "rules/registry.h"
#include "support/expectations.h"
#include "support/faulty.h"

namespace guidec {
namespace threads_test {

// Calls `make` with one thread, then with four, also on a machine that has fewer processors.
template <class Make>
auto WithOneAndFour(const Make& make) {
  const tbb::global_control most(tbb::global_control::max_allowed_parallelism, 4);
  return std::pair(tbb::task_arena(1).execute(make), tbb::task_arena(4).execute(make));
}

std::string FindingsIn(const Fixture& fixture) {
  const Linted linted(fixture);
  std::string found;
  for (const Diagnostic& finding : linted.findings) found += linted.Describe(finding) + "\n";
  return found;
}

TEST_CASE("broken files, many at a time, yield what one thread finds in them") {
  const std::vector<Fixture> fixtures = ThirdOfFaultyFixtures(1);
  const auto [one, four] = WithOneAndFour([&] {
    std::vector<std::string> found(fixtures.size());
    ParallelFor(fixtures.size(), [&](std::size_t i) { found[i] = FindingsIn(fixtures[i]); });
    return found;
  });
  for (std::size_t i = 0; i < fixtures.size(); ++i) {
    INFO(fixtures[i].name);
    CHECK(one[i] == four[i]);
  }
}

TEST_CASE("a workspace yields the same findings in the same order") {
  const Disk disk;
  for (const char* folder : {"sources", "tests/guides/juggling", "tests/emit/every-block/sources"}) {
    INFO(folder);
    const auto [one, four] = WithOneAndFour([&] {
      Sources sources;
      const auto loaded = LoadWorkspace(disk, fs::path(GUIDEC_PROJECT) / folder, sources);
      REQUIRE(loaded.has_value());
      std::string found;
      for (const Diagnostic& finding : Lint(loaded->library, AllRules(), kToday)) {
        found += fmt::format("{}:{} {} {}\n", sources[finding.span.source].path(), finding.span.begin,
                             finding.rule->code, finding.message);
      }
      return found;
    });
    CHECK(one == four);
  }
}

}  // namespace threads_test
}  // namespace guidec
