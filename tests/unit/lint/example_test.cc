#include "lint/example.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

namespace guidec {
namespace example_test {

constexpr std::string_view kPlank = "exercises/plank.yaml";

std::string Laid(std::string_view yaml) {
  Sources sources;
  LoadExample(kPlank, yaml, sources);
  return FindSource(sources, kPlank)->text();
}

TEST_CASE("a piece's top-level keys take the place of the clean file's") {
  const std::string clean = Laid("");
  const std::string steps =
      "steps:\n  - Rest on your forearms on a mat.\n  - Lift your hips.\n  - Hold {hold}.\n";
  const std::string dose = "dose:\n  hold:\n    until: your hips begin to drop\n";
  const std::pair<std::string, std::vector<std::string>> pieces[] = {
      {"name: Board\n", {"name: Plank\n"}},
      {"name: Board", {"name: Plank\n"}},
      {"name: >-\n  A\n  board\ndose: 1\n", {"name: Plank\n", dose}},
      {"# without: steps\n", {steps}},
      {"# without: steps\r\n# without: dose", {dose, steps}},
      {"# without: step\n", {}},
      {"more: 1\n", {}},
      {"  name: x\n- name: x\n#name: x\n\n", {}},
  };
  for (const auto& [piece, replaced] : pieces) {
    INFO(piece);
    std::string left = clean;
    for (const std::string& part : replaced) {
      REQUIRE(left.find(part) != std::string::npos);
      left.erase(left.find(part), part.size());
    }
    CHECK(Laid(piece) == left + piece);
  }
  const std::string whole = "# yaml-language-server: $schema=../schema/exercise.schema.json\nid: plank\n";
  CHECK(Laid(whole) == whole);
}

TEST_CASE("several pieces are laid over their files one after the other, and other files are added") {
  Sources sources;
  const NamedText pieces[] = {
      {"new.yaml", "a: 1\n"}, {"glossary.yaml", "x: 1\n"}, {"glossary.yaml", "x: 2\n"}};
  const Library library = LoadExample(pieces, sources);
  CHECK(FindSource(sources, "new.yaml")->text() == "a: 1\n");
  CHECK(FindSource(sources, "glossary.yaml")->text().ends_with("hip benders]\nx: 2\n"));
  CHECK(FindSource(sources, "nothing.yaml") == nullptr);
  CHECK(library.exercises.size() == 2);
}

TEST_CASE("a piece may name links to folders, and files that are there or nowhere") {
  const auto rules = [](std::string_view file, std::string_view yaml) {
    Sources sources;
    std::vector<std::string> names;
    for (const Fault& fault : LoadExample(file, yaml, sources).faults) names.emplace_back(fault.rule.name);
    return names;
  };
  CHECK(rules(kPlank, "").empty());
  const auto linked = rules(kPlank, "# linked: exercises/more\n");
  CHECK(linked.size() == 1);
  CHECK(rules("guidec.yaml", "theme: {logo: {file: logo.svg, alt: A dot}}\n").empty());
  CHECK(rules("guidec.yaml", "theme: {logo: {file: logo.png, alt: A dot}}\n").empty());
  CHECK(rules("guidec.yaml", "theme: {fonts: fonts}\n").empty());
  for (const char* yaml : {"theme: {logo: {file: nowhere.svg, alt: A dot}}\n", "theme: {fonts: nowhere}\n",
                           "theme: {fonts: logo.svg}\n", "theme: {logo: {file: scripted.svg, alt: A dot}}\n",
                           "theme: {logo: {file: cut-off.png, alt: A dot}}\n", "extends: [house.yaml]\n"}) {
    INFO(yaml);
    CHECK_FALSE(rules("guidec.yaml", yaml).empty());
  }
}

}  // namespace example_test
}  // namespace guidec
