#include "emit/json/free_exercise_db.h"

#include <catch2/catch.hpp>

#include "lint/example.h"

namespace guidec {
namespace free_exercise_db_test {

using Json = nlohmann::json;

// The plank of a guide that shows nothing else, with `yaml` laid over it.
Result<nlohmann::ordered_json> ViewOf(std::string_view yaml) {
  Sources sources;
  Library library = LoadExample("exercises/plank.yaml", yaml, sources);
  for (Section& section : library.guides.front().sections) {
    for (Block& block : section.blocks) {
      if (auto* shown = std::get_if<ExercisesBlock>(&block.content))
        std::erase_if(shown->ids, [](const Id& id) { return id.value != "plank"; });
    }
  }
  return FreeExerciseDb(library, library.guides.front());
}

TEST_CASE("an exercise in the words of free-exercise-db, null where the sources are silent") {
  struct Case {
    std::string_view yaml;
    std::string_view key;
    Json value;
  };
  const Case cases[] = {
      {"free-exercise-db: {level: expert}\n", "level", "expert"},
      {"free-exercise-db: {level: expert}\n", "force", nullptr},
      {"free-exercise-db: {level: expert}\n", "mechanic", nullptr},
      {"free-exercise-db: {level: expert, force: push}\n", "force", "push"},
      {"free-exercise-db: {level: expert}\n", "equipment", nullptr},
      {"equipment: []\nfree-exercise-db: {level: expert}\n", "equipment", "body only"},
      {"equipment: [dumbbell]\nfree-exercise-db: {level: expert}\n", "equipment", "dumbbell"},
      {"equipment: [dumbbell, mat]\nfree-exercise-db: {level: expert}\n", "equipment", nullptr},
      {"free-exercise-db: {level: expert, equipment: other}\n", "equipment", "other"},
      {"free-exercise-db: {level: expert}\n", "category", "strength"},
      {"kind: stretch\nfree-exercise-db: {level: expert}\n", "category", "stretching"},
      {"kind: mobility\nfree-exercise-db: {level: expert, category: plyometrics}\n", "category",
       "plyometrics"},
      {"targets: [hip-flexors]\nfree-exercise-db: {level: expert}\n", "primaryMuscles", Json::array()},
      {"free-exercise-db: {level: expert}\n",
       "instructions",
       {"Rest on your forearms on a mat.", "Lift your hips.", "Hold until your hips begin to drop."}},
  };
  for (const Case& c : cases) {
    INFO(c.yaml << c.key);
    const auto view = ViewOf(c.yaml);
    REQUIRE(view);
    REQUIRE(view->size() == 1);
    CHECK(Json(view->at(0).at(std::string(c.key))) == c.value);
  }
  for (const std::string equipment :
       {"medicine ball", "dumbbell", "body only", "bands", "kettlebells", "foam roll", "cable", "machine",
        "barbell", "exercise ball", "e-z curl bar"}) {
    CHECK(ViewOf("equipment: [" + equipment + "]\nfree-exercise-db: {level: expert}\n")
              ->at(0)
              .at("equipment") == equipment);
  }
  CHECK(ViewOf("kind: cardio\nfree-exercise-db: {level: expert}\n")->at(0).at("category") == "cardio");
}

TEST_CASE("the glossary says what the database calls a muscle, once however many terms it has") {
  Sources sources;
  const NamedText pieces[] = {
      {"glossary.yaml",
       "terms:\n  hip-flexors: {term: hip flexors, meaning: m, free-exercise-db: quadriceps}\n"
       "  thigh: {term: thigh, meaning: m, free-exercise-db: quadriceps}\n"
       "  calf: {term: calf, meaning: m, free-exercise-db: calves}\n"
       "  toe: {term: toe, meaning: m}\n"},
      {"exercises/plank.yaml",
       "targets: [hip-flexors, toe, thigh, calf]\nfree-exercise-db: {level: expert}\n"},
      {"exercises/hip-stretch.yaml", "free-exercise-db: {level: beginner}\n"},
  };
  const Library library = LoadExample(pieces, sources);
  const auto view = FreeExerciseDb(library, library.guides.front());
  REQUIRE(view);
  REQUIRE(view->size() == 2);
  CHECK(view->at(0).at("primaryMuscles").dump() == R"(["quadriceps"])");
  CHECK(view->at(1).at("primaryMuscles").dump() == R"(["quadriceps","calves"])");
  CHECK(view->at(1).at("secondaryMuscles").empty());
}

TEST_CASE("what free-exercise-db needs and the sources lack is an error that names the exercise") {
  const auto view = ViewOf("kind: mobility\n");
  REQUIRE_FALSE(view);
  CHECK(view.error().message ==
        "free-exercise-db needs what these exercises do not say: `plank` no level, `plank` no category");
  CHECK(view.error().hint == "write it into the exercise, such as `free-exercise-db: {level: beginner}`");
}

}  // namespace free_exercise_db_test
}  // namespace guidec
