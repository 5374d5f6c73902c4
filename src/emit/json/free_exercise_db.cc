#include "emit/json/free_exercise_db.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "model/dose/dose.h"
#include "model/picture/pictures.h"

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

constexpr char kKey[] = "free-exercise-db";
constexpr std::array<std::string_view, 11> kEquipment = {
    "medicine ball", "dumbbell", "body only", "bands",         "kettlebells", "foam roll",
    "cable",         "machine",  "barbell",   "exercise ball", "e-z curl bar"};

// The scalar at `parent`'s key; empty when there is none.
std::string TextAt(const Node* parent, std::string_view key) {
  const Node* found = parent == nullptr ? nullptr : parent->Find(key);
  return found != nullptr && found->IsScalar() ? found->text : std::string();
}

Json OrNull(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

// What the glossary says that the database calls the term `id`; empty when it has no word for it.
std::string MuscleOf(const Library& library, const std::string& id) {
  for (const File& file : library.files) {
    if (file.kind != Kind::kGlossary) continue;
    const Node* terms = file.document.root.Find("terms");
    const Node* term = terms == nullptr ? nullptr : terms->Find(id);
    if (std::string muscle = TextAt(term, kKey); !muscle.empty()) return muscle;
  }
  return {};
}

Json MusclesOf(const Library& library, const Exercise& exercise) {
  Json muscles = Json::array();
  for (const Id& target : exercise.targets) {
    const Json muscle = OrNull(MuscleOf(library, target.value));
    if (!muscle.is_null() && std::ranges::find(muscles, muscle) == muscles.end()) muscles.push_back(muscle);
  }
  return muscles;
}

Json EquipmentOf(const Exercise& exercise, const Node* stated) {
  if (const std::string text = TextAt(stated, "equipment"); !text.empty()) return text;
  if (exercise.equipment.empty()) return "body only";
  const std::string& only = exercise.equipment.front().value;
  const bool is_known =
      exercise.equipment.size() == 1 && std::ranges::find(kEquipment, only) != kEquipment.end();
  return is_known ? Json(only) : Json();
}

// Empty for a kind that the database has no category for.
std::string CategoryOf(const Exercise& exercise, const Node* stated) {
  if (std::string text = TextAt(stated, "category"); !text.empty()) return text;
  const std::string& kind = exercise.kind.value;
  if (kind == "stretch") return "stretching";
  return kind == "strength" || kind == "cardio" ? kind : std::string();
}

Json ImagesOf(const Library& library, const Exercise& exercise) {
  Json images = Json::array();
  for (const Picture& picture : exercise.pictures) {
    const auto file = PictureFileOf(library, exercise.document->source, picture.file.value);
    if (file) images.push_back(file->name);
  }
  return images;
}

Json FreeExerciseJson(const Library& library, const Exercise& exercise, const Node* stated) {
  Json instructions = Json::array();
  for (const Prose& step : exercise.steps) {
    instructions.push_back(PlainText(Resolved(step.root, &exercise.dose)));
  }
  return Json{{"id", exercise.id.value},
              {"name", PlainText(exercise.name.root)},
              {"force", OrNull(TextAt(stated, "force"))},
              {"level", TextAt(stated, "level")},
              {"mechanic", OrNull(TextAt(stated, "mechanic"))},
              {"equipment", EquipmentOf(exercise, stated)},
              {"primaryMuscles", MusclesOf(library, exercise)},
              {"secondaryMuscles", Json::array()},
              {"instructions", std::move(instructions)},
              {"category", CategoryOf(exercise, stated)},
              {"images", ImagesOf(library, exercise)}};
}

}  // namespace

Result<Json> FreeExerciseDb(const Library& library, const Guide& guide) {
  Json array = Json::array();
  std::vector<std::string> silent;
  for (const Exercise* exercise : ExercisesOf(library, guide)) {
    array.push_back(FreeExerciseJson(library, *exercise, exercise->document->root.Find(kKey)));
    for (const char* key : {"level", "category"}) {
      // NOLINTNEXTLINE(readability-container-size-empty): a text of JSON is never empty().
      if (array.back().at(key) == "") silent.push_back(fmt::format("`{}` no {}", exercise->id.value, key));
    }
  }
  if (silent.empty()) return array;
  return Failure(
      fmt::format("free-exercise-db needs what these exercises do not say: {}", fmt::join(silent, ", ")),
      "write it into the exercise, such as `free-exercise-db: {level: beginner}`");
}

}  // namespace guidec
