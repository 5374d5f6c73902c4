#include "emit/json/exercise.h"

#include <string>
#include <string_view>
#include <utility>

#include "emit/json/figure.h"
#include "emit/json/pieces.h"
#include "emit/json/timeline.h"
#include "model/dose/frequency.h"

namespace guidec::bundle {
namespace {

Json TempoJson(const Tempo& tempo) {
  Json json{{"lowerSeconds", tempo.lower}, {"pauseSeconds", tempo.pause}, {"liftSeconds", tempo.lift}};
  if (tempo.top) json["topSeconds"] = *tempo.top;
  return json;
}

// What the words say in figures, as far as they do.
void AddFigures(Json& json, const Dose& dose) {
  if (const auto& frequency = dose.frequency.meaning) {
    json["frequencyFigures"] = Json{{"unit", frequency->is_days ? "days" : "times"},
                                    {"min", frequency->times.min},
                                    {"max", frequency->times.max},
                                    {"period", IsoPeriod(*frequency)}};
  }
  if (const auto& intensity = dose.intensity.meaning) {
    json["intensityFigures"] = Json{
        {"scale", ScaleName(intensity->scale)}, {"min", intensity->value.min}, {"max", intensity->value.max}};
  }
}

Json PlanJson(const ExerciseView& view, const Wording& words) {
  const Progression& progression = view.plan->progression;
  Json json{{"field", FieldName(progression.of)}};
  const auto add = [&](Json& to, const std::string& stem, int amount) {
    if (IsTime(progression.of)) return AddDuration(to, stem, amount);
    to[stem + "Count"] = amount;
  };
  add(json, "from", progression.from->value);
  if (progression.to) add(json, "to", progression.to->value);
  add(json, "by", progression.by.value);
  const auto [count, unit] = progression.every.value;
  json["every"] = Json{{"count", count}, {"unit", NameOf(unit)}};
  json["openEnded"] = view.plan->is_open;
  Json& weeks = json["weeks"] = Json::array();
  for (std::size_t at = 0; at < view.weeks.size(); ++at) {
    const int amount = view.plan->weeks[at];
    Json entry{{"week", at + 1},
               {"label", SpellAmount(progression.of, amount, view.exercise->dose.language)}};
    add(entry, "target", amount);
    entry["timeline"] = TimelineJson(view.weeks[at], words);
    weeks.push_back(std::move(entry));
  }
  return json;
}

Json HoldJson(const Hold& hold) {
  if (const auto* seconds = std::get_if<Seconds>(&hold)) return SecondsRange(*seconds);
  const auto& open = std::get<OpenHold>(hold);
  Json json{{"until", Rich(open.until)}};
  if (open.start) AddDuration(json, "start", open.start->value.min);
  if (open.add) AddDuration(json, "add", open.add->value.min);
  if (open.each) json["each"] = NameOf(open.each->unit);
  return json;
}

Json DoseJson(const Dose& dose) {
  Json json = Json::object();
  if (dose.hold) json["hold"] = HoldJson(dose.hold->value);
  if (dose.reps) json["reps"] = Range(dose.reps->value);
  if (dose.sets) json["sets"] = Range(dose.sets->value);
  if (dose.rest) AddDuration(json, "rest", dose.rest->value.min);
  if (dose.tempo) json["tempo"] = TempoJson(dose.tempo->value);
  AddRich(json, "frequency", dose.frequency);
  AddRich(json, "intensity", dose.intensity);
  AddRich(json, "progression", dose.progression_in_words);
  AddFigures(json, dose);
  return json;
}

Json PicturesJson(const std::vector<PictureView>& pictures) {
  Json array = Json::array();
  for (const auto& [picture, file, alternative] : pictures) {
    Json entry{{"file", file.name}, {"alt", alternative}};
    AddRich(entry, "caption", picture->caption);
    if (picture->figure) entry["figure"] = FigureJson(*picture->figure);
    array.push_back(std::move(entry));
  }
  return array;
}

}  // namespace

Json ExerciseJson(const ExerciseView& view, const Wording& words) {
  const Exercise& exercise = *view.exercise;
  const Dose* dose = &exercise.dose;
  Json json{{"id", exercise.id.value},          {"name", PlainOf(exercise.name)},
            {"kind", exercise.kind.value},      {"purpose", Rich(exercise.purpose, dose)},
            {"targets", Ids(exercise.targets)}, {"equipment", Ids(exercise.equipment)}};
  AddPlain(json, "startPosition", exercise.start_position);
  json["sides"] = exercise.sides.value == Sides::kEach ? "each" : "together";
  json["dose"] = DoseJson(exercise.dose);
  Json& rows = json["doseLabel"] = Json::array();
  for (const auto& [field, label, value] : view.dose) {
    rows.push_back(Json{{"field", field}, {"label", label}, {"value", value}});
  }
  json["steps"] = RichList(exercise.steps, dose);
  json["stopIf"] = RichList(exercise.stop_if, dose);
  json["cautions"] = RichList(exercise.cautions, dose);
  json["pictures"] = PicturesJson(view.pictures);
  json["timeline"] = TimelineJson(view.timeline, words);
  if (view.plan) json["plan"] = PlanJson(view, words);
  AddCites(json, exercise.cites);
  return json;
}

Json RoutineJson(const Routine& routine, const RoutineView& view, const Wording& words) {
  Json json = Json::object();
  AddPlain(json, "title", routine.title);
  AddRich(json, "text", routine.text);
  json["exercises"] = Ids(routine.exercises);
  if (routine.total) AddDuration(json, "stated", routine.total->value.min);
  json["computed"] = SecondsRange(view.time);
  json["label"] = view.label;
  json["timeline"] = TimelineJson(view.timeline, words);
  return json;
}

}  // namespace guidec::bundle
