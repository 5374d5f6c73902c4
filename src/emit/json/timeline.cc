#include "emit/json/timeline.h"

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

Json CueJson(const Cue& cue) {
  Json json{{"kind", CueName(cue.kind)},
            {"label", cue.label},
            {"say", cue.spoken},
            {"startSeconds", cue.start.least},
            {"seconds", cue.length.least}};
  // An exact figure is given once.
  if (cue.start.most != cue.start.least) {
    json["plannedStartSeconds"] = cue.start.planned;
    json["maxStartSeconds"] = cue.start.most;
  }
  if (cue.length.most != cue.length.least) {
    json["plannedSeconds"] = cue.length.planned;
    json["maxSeconds"] = cue.length.most;
  }
  json["planned"] = cue.is_estimate;
  if (cue.is_open_ended) json["openEnded"] = true;
  if (cue.exercise != nullptr) json["exercise"] = cue.exercise->id.value;
  if (cue.turn > 0) json["turn"] = cue.turn;
  if (cue.side) json["side"] = SideName(cue);
  if (cue.set > 0) json["set"] = cue.set;
  if (cue.reps) {
    json["reps"] = Json{{"min", cue.reps->least}, {"max", cue.reps->most}};
    json["plannedReps"] = cue.reps->planned;
  }
  if (cue.step) json["step"] = *cue.step + 1;
  return json;
}

}  // namespace

Json TimelineJson(const Timeline& timeline) {
  Json json{{"language", kCueLanguage},
            {"minSeconds", timeline.total.least},
            {"plannedSeconds", timeline.total.planned},
            {"maxSeconds", timeline.total.most}};
  Json& cues = json["cues"] = Json::array();
  for (const Cue& cue : timeline.cues) cues.push_back(CueJson(cue));
  return json;
}

}  // namespace guidec
