#include "model/read/readers.h"

#include <utility>

#include "model/picture/figure.h"
#include "text/character.h"

namespace guidec {
namespace {

void ReadSteps(ReadContext& in, const Node& root, Exercise& exercise) {
  const Node* steps = root.Find("steps");
  if (steps == nullptr) return;
  const auto add = [&](const Node& step) {
    Prose text = step.IsScalar() ? ReadMarkdown(in, step) : ReadMarkdown(in, step, "text");
    if (!text) return;
    exercise.steps.push_back(std::move(text));
    exercise.step_ids.push_back(ReadId(step, "id"));
  };
  if (steps->IsScalar()) add(*steps);
  for (const Node& step : steps->items) add(step);
}

}  // namespace

Exercise ReadExercise(ReadContext& in) {
  const Node& root = in.document.root;
  Exercise exercise;
  exercise.document = &in.document;
  exercise.id = ReadId(root, "id");
  if (exercise.id.value.empty()) {
    // The file's name is the id: what refers to the exercise must not fail too.
    exercise.id.value = WithoutForbidden(in.path.stem().string());
  }
  exercise.name = ReadLine(root, "name");
  exercise.kind = ReadId(root, "kind");
  exercise.purpose = ReadMarkdown(in, root, "purpose");
  exercise.targets = ReadIds(root, "targets");
  exercise.equipment = ReadIds(root, "equipment");
  exercise.start_position = ReadLine(root, "start-position");
  if (const Node* sides = Scalar(root, "sides")) {
    if (sides->text == "each") exercise.sides = {Sides::kEach, sides->span};
    if (sides->text == "together") exercise.sides = {Sides::kTogether, sides->span};
  }
  exercise.dose = ReadDose(in, root);
  ReadSteps(in, root, exercise);
  exercise.stop_if = ReadMarkdowns(in, root, "stop-if");
  exercise.cautions = ReadMarkdowns(in, root, "cautions");
  if (const Node* pictures = root.Find("pictures")) {
    for (const Node& item : pictures->items) {
      exercise.pictures.push_back({item.pairs.empty() ? item.span : item.pairs.front().key.span,
                                   ReadId(item, "file"), ReadLine(item, "alt"), ReadLine(item, "caption")});
    }
  }
  for (Picture& figure : ReadFigures(root, exercise, in.faults)) {
    exercise.pictures.push_back(std::move(figure));
  }
  exercise.cites = ReadIds(root, "cites");
  return exercise;
}

}  // namespace guidec
