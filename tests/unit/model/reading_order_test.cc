#include "model/prose/reading_order.h"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "lint/example.h"

namespace guidec {
namespace reading_order_test {

TEST_CASE("a guide is read from its title to its quiz, with exercises where it shows them") {
  Sources sources;
  const Library library = LoadExample("guides/hips/guide.yaml", R"yaml(introduction:
  - exercises: [plank]
routine:
  text: Do both.
  exercises: [hip-stretch, plank]
  total: 2 min
)yaml",
                                      sources);
  const std::vector<ProseUse> uses = InReadingOrder(library, library.guides.front());
  std::vector<std::string> texts;
  for (const ProseUse& use : uses) texts.push_back(use.prose->source_text());
  const auto at = [&](const std::string& text) {
    CHECK(std::ranges::count(texts, text) == 1);
    return std::ranges::find(texts, text) - texts.begin();
  };
  CHECK(at("Hip pain") == 0);
  CHECK(at("Hip pain") < at("Plank"));
  CHECK(at("Plank") < at("What it feels like"));
  CHECK(at("Exercises") < at("Hip stretch"));
  CHECK(at("Hip stretch") < at("Do both."));
  CHECK(at("Do both.") < at("Check what you know"));
  CHECK(uses.size() == ProseOf(library, library.guides.front()).size());
}

TEST_CASE("a guide's parts are its introduction and its sections") {
  Sources sources;
  const Library library = LoadExample("guides/hips/guide.yaml", "introduction:\n  - text: Rest.\n", sources);
  std::vector<std::string> parts;
  for (const GuidePart& part : PartsOf(library.guides.front())) {
    parts.push_back(std::string(part.name) + " " + std::string(sources[part.place.source].Slice(part.place)));
  }
  CHECK(parts == std::vector<std::string>{"introduction introduction", "section What it feels like",
                                          "section Exercises"});
}

}  // namespace reading_order_test
}  // namespace guidec
