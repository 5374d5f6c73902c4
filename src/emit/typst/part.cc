#include "emit/typst/part.h"

#include <algorithm>
#include <set>

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

// Without the sections' text.
Json Head(const Json& bundle) {
  Json part{{"guide", bundle["guide"]},
            {"exercises", Json::array()},
            {"glossary", Json::array()},
            {"references", Json::array()}};
  part["guide"].erase("sections");
  return part;
}

// The exercises, and the names of what they are for.
template <class IsWanted>
void AddExercises(const Json& bundle, const IsWanted& is_wanted, Json& part) {
  std::set<std::string> targets;
  for (const Json& exercise : bundle["exercises"]) {
    if (!is_wanted(exercise["id"])) continue;
    part["exercises"].push_back(exercise);
    for (const Json& target : exercise["targets"]) targets.insert(target.get<std::string>());
  }
  for (const Json& entry : bundle["glossary"]) {
    if (targets.contains(entry["id"].get<std::string>())) {
      part["glossary"].push_back({{"id", entry["id"]}, {"term", entry["term"]}});
    }
  }
}

}  // namespace

Json PartOf(const Json& bundle, const std::string& template_name,
            const std::map<std::string, std::string>& inputs) {
  Json part = Head(bundle);
  if (template_name == "handout.typ") {
    AddExercises(
        bundle, [&](const Json& id) { return id == inputs.at("exercise"); }, part);
    return part;
  }
  if (template_name == "session.typ") {
    part["routine"] = bundle["routine"];
    const Json& ids = part["routine"]["exercises"];
    AddExercises(
        bundle, [&](const Json& id) { return std::ranges::find(ids, id) != ids.end(); }, part);
    return part;
  }
  if (template_name == "quiz.typ" || template_name == "answer-key.typ") {
    part["quiz"] = bundle["quiz"];
    for (const Json& entry : bundle["glossary"]) {
      part["glossary"].push_back({{"id", entry["id"]}, {"term", entry["term"]}});
    }
    return part;
  }
  part = bundle;
  if (template_name == "guide.typ") {
    part.erase("quiz");
    part.erase("assets");
  }
  return part;
}

}  // namespace guidec
