#include "emit/typst/part.h"

#include <string>

#include <catch2/catch.hpp>

namespace guidec {
namespace part_test {

using Json = nlohmann::ordered_json;

Json WholeBundle() {
  return Json::parse(R"({
    "format": "guidec-bundle",
    "guide": {"id": "hips", "sections": [{"id": "signs"}]},
    "exercises": [
      {"id": "plank", "targets": ["core"]},
      {"id": "bridge", "targets": ["glutes", "core"]},
      {"id": "squat", "targets": []}
    ],
    "routine": {"exercises": ["squat", "bridge", "squat"]},
    "quiz": {"id": "quiz"},
    "glossary": [
      {"id": "core", "term": "core", "meaning": "the trunk"},
      {"id": "glutes", "term": "buttocks", "meaning": "what you sit on"},
      {"id": "shin", "term": "shin", "meaning": "the front of your lower leg"}
    ],
    "references": [{"id": "leaflet"}],
    "assets": [{"path": "a.png"}]
  })");
}

TEST_CASE("a template of guidec's is given what its PDF depends on, and another all") {
  const std::string terms = R"({"id":"core","term":"core"},{"id":"glutes","term":"buttocks"})";
  const std::string sheet = R"({"guide":{"id":"hips"},"exercises":[)";
  const struct {
    std::string name;
    std::string part;
  } cases[] = {
      {"handout.typ", sheet + R"({"id":"bridge","targets":["glutes","core"]}],"glossary":[)" + terms +
                          R"(],"references":[]})"},
      {"session.typ", sheet + R"({"id":"bridge","targets":["glutes","core"]},{"id":"squat","targets":[]}],)" +
                          R"("glossary":[)" + terms +
                          R"(],"references":[],"routine":{"exercises":["squat","bridge","squat"]}})"},
      {"quiz.typ", sheet + R"(],"glossary":[)" + terms +
                       R"(,{"id":"shin","term":"shin"}],"references":[],"quiz":{"id":"quiz"}})"},
      {"answer-key.typ", sheet + R"(],"glossary":[)" + terms +
                             R"(,{"id":"shin","term":"shin"}],"references":[],"quiz":{"id":"quiz"}})"},
  };
  for (const auto& [name, part] : cases) {
    INFO(name);
    CHECK(PartOf(WholeBundle(), name, {{"exercise", "bridge"}}).dump() == part);
  }
  Json booklet = WholeBundle();
  booklet.erase("quiz");
  booklet.erase("assets");
  CHECK(PartOf(WholeBundle(), "guide.typ", {}) == booklet);
  CHECK(PartOf(WholeBundle(), "poster.typ", {}) == WholeBundle());
}

}  // namespace part_test
}  // namespace guidec
