#include "support/faulty.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "rules/registry.h"
#include "support/byte_cases.h"

namespace guidec {

std::vector<Fixture> FaultyFixtures() {
  std::vector<Fixture> faulty = ReadFixtures(GUIDEC_PROJECT "/tests/fixtures");
  std::ranges::copy(ByteCases(), std::back_inserter(faulty));
  for (const Rule* rule : AllRules()) {
    for (const Example& example : rule->examples) {
      if (example.kind != Example::kBad) continue;
      faulty.push_back({fmt::format("{} {}", rule->code, rule->name), std::string(example.file),
                        std::string(example.yaml), 0});
    }
  }
  return faulty;
}

std::vector<Fixture> ThirdOfFaultyFixtures(std::size_t first) {
  std::vector<Fixture> all = FaultyFixtures();
  std::vector<Fixture> third;
  for (std::size_t i = first; i < all.size(); i += 3) third.push_back(std::move(all[i]));
  return third;
}

}  // namespace guidec
