#include "emit/json/timeline.h"

#include <map>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "emit/view/cue_words.h"

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

// Told by what the cue is, not by its place: `plank.hold.left.set-2`.
std::string CueId(const Cue& cue) {
  std::string id = cue.exercise == nullptr ? "session" : cue.exercise->id.value;
  id += fmt::format(".{}", CueName(cue.kind));
  if (cue.turn > 0) id += fmt::format(".{}", SideName(cue));
  if (cue.set > 0) id += fmt::format(".set-{}", cue.set);
  return id;
}

Json CueJson(const Cue& cue, const std::string& id, const Wording& words) {
  auto [label, spoken] = WordsOf(cue, words);
  Json json{{"id", id},
            {"kind", CueName(cue.kind)},
            {"label", std::move(label)},
            {"say", std::move(spoken)},
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

Json TimelineJson(const Timeline& timeline, const Wording& words) {
  Json json{{"language", words.language()},
            {"minSeconds", timeline.total.least},
            {"plannedSeconds", timeline.total.planned},
            {"maxSeconds", timeline.total.most}};
  Json& cues = json["cues"] = Json::array();
  std::map<std::string, int> counts;
  for (const Cue& cue : timeline.cues) {
    std::string id = CueId(cue);
    if (const int count = ++counts[id]; count > 1) id += fmt::format(".{}", count);
    cues.push_back(CueJson(cue, id, words));
  }
  return json;
}

}  // namespace guidec
