// An exercise: what it is for, its facts, pictures, steps and dose, when to stop.
#include <algorithm>

#include <fmt/format.h>

#include "emit/pandoc/guide_writer.h"

namespace guidec::pandoc {

Nodes GuideWriter::TargetNames(const Exercise& exercise) {
  Nodes names = Nodes::array();
  for (const Id& target : exercise.targets) {
    if (!names.empty()) Append(names, Text(", "));
    const auto found = std::ranges::find(view_.terms, target.value,
                                         [](const TermView& shown) { return shown.term->id.value; });
    if (found == view_.terms.end()) {
      Append(names, Text(target.value));
    } else {
      names.push_back(Link(prose_.Line(found->term->term), "#" + TermAnchor(*found->term)));
    }
  }
  return names;
}

Nodes GuideWriter::Facts(const Exercise& exercise) {
  std::vector<std::pair<Nodes, Nodes>> entries;
  if (!exercise.equipment.empty()) {
    std::string equipment;
    for (const Id& thing : exercise.equipment) equipment += (equipment.empty() ? "" : ", ") + thing.value;
    entries.push_back(Entry(words_[Word::kEquipment], Text(equipment)));
  }
  if (exercise.start_position) {
    entries.push_back(Entry(words_[Word::kStartPosition], prose_.Line(exercise.start_position)));
  }
  if (!exercise.targets.empty()) entries.push_back(Entry(words_[Word::kTargets], TargetNames(exercise)));
  if (entries.empty()) return Nodes::array();
  return ListOf(Div({{}, {"facts"}}, ListOf(DefinitionList(std::move(entries)))));
}

Nodes GuideWriter::Pictures(const std::vector<PictureView>& pictures) {
  Nodes nodes = Nodes::array();
  for (const auto& [picture, file, alternative] : pictures) {
    Nodes body = ListOf(Plain(ListOf(Image(file.name, alternative))));
    if (picture->caption) {
      body.push_back(Div({{}, {"caption"}}, ListOf(Plain(prose_.Line(picture->caption)))));
    }
    nodes.push_back(Div({{}, {"picture"}}, std::move(body)));
  }
  return nodes;
}

Json GuideWriter::ExerciseCard(const ExerciseView& view) {
  const Exercise& exercise = *view.exercise;
  const Dose* dose = &exercise.dose;
  const std::string anchor = Anchor(exercise.id.value);
  const auto part = [&](const char* name, Word title, Nodes body) {
    return Box(fmt::format("{}_{}", anchor, name), 3, Text(words_[title]), {name}, Contents::kUnlisted,
               std::move(body));
  };
  Nodes body = prose_.Blocks(exercise.purpose, 2, dose);
  prose_.AppendCites(body, exercise.cites);
  Append(body, Facts(exercise));
  Append(body, Pictures(view.pictures));
  if (!exercise.steps.empty()) {
    std::vector<Nodes> steps;
    for (const Prose& step : exercise.steps) steps.push_back(prose_.Item(step, 3, dose));
    body.push_back(part("steps", Word::kSteps, ListOf(OrderedList(std::move(steps)))));
  }
  std::vector<std::pair<Nodes, Nodes>> rows;
  for (const DoseRow& row : view.dose) rows.push_back(Entry(row.label, Text(row.value)));
  if (!rows.empty()) body.push_back(part("dose", Word::kDose, ListOf(DefinitionList(std::move(rows)))));
  if (!exercise.stop_if.empty()) {
    body.push_back(part("stop", Word::kStopIf, ItemList(exercise.stop_if, 3, dose)));
  }
  if (!exercise.cautions.empty()) {
    body.push_back(part("care", Word::kTakeCare, OneOrList(exercise.cautions, 3, dose)));
  }
  return Box(anchor, 2, Text(PrintedName(exercise.name, exercise.id)), {"exercise"}, Contents::kListed,
             std::move(body));
}

}  // namespace guidec::pandoc
