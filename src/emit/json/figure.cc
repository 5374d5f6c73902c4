#include "emit/json/figure.h"

#include <cmath>
#include <utility>

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

// The joint at which each segment begins, by the name under which the bundle gives its place.
constexpr std::pair<std::string_view, Segment> kPlaces[] = {
    {"hips", Segment::kPelvis},
    {"lower spine", Segment::kLumbar},
    {"upper spine", Segment::kThorax},
    {"neck", Segment::kNeck},
    {"head", Segment::kHead},
    {"left shoulder", Segment::kLeftUpperArm},
    {"left elbow", Segment::kLeftForearm},
    {"left wrist", Segment::kLeftHand},
    {"right shoulder", Segment::kRightUpperArm},
    {"right elbow", Segment::kRightForearm},
    {"right wrist", Segment::kRightHand},
    {"left hip", Segment::kLeftThigh},
    {"left knee", Segment::kLeftShank},
    {"left ankle", Segment::kLeftFoot},
    {"left toes", Segment::kLeftToes},
    {"right hip", Segment::kRightThigh},
    {"right knee", Segment::kRightShank},
    {"right ankle", Segment::kRightFoot},
    {"right toes", Segment::kRightToes},
};

double Rounded(double value, double digits) {
  const double rounded = std::round(value * digits) / digits;
  return rounded == 0 ? 0 : rounded;
}

// Each motion under its positive name, negative the other way; those at zero are left out.
Json AnglesJson(const Angles& angles) {
  Json json = Json::object();
  for (std::size_t i = 0; i < kJointCount; ++i) {
    const auto joint = static_cast<Joint>(i);
    for (std::size_t motion = 0; motion < MotionsOf(joint).size(); ++motion) {
      const double degrees = Rounded(angles.At(joint, motion), 10);
      if (degrees == 0) continue;
      json[std::string(NameOf(joint))][std::string(MotionsOf(joint)[motion].positive)] = degrees;
    }
  }
  return json;
}

Json PlacesJson(const Posture& posture) {
  Json json = Json::object();
  for (const auto& [name, segment] : kPlaces) {
    const auto& at = posture.Of(segment).origin;
    json[std::string(name)] = Json::array({Rounded(at.x(), 1e4), Rounded(at.y(), 1e4), Rounded(at.z(), 1e4)});
  }
  return json;
}

template <class Phrases>
void AddTexts(Json& json, const char* key, const Phrases& phrases) {
  Json texts = Json::array();
  for (const auto& phrase : phrases) {
    // "both hands" is one phrase and two contacts.
    if (texts.empty() || texts.back() != phrase.text) texts.push_back(phrase.text);
  }
  if (!texts.empty()) json[key] = std::move(texts);
}

}  // namespace

Json FigureJson(const Figure& figure) {
  Json json{{"id", figure.id.value}, {"drawn", figure.is_sound}};
  if (figure.step) json["step"] = *figure.step + 1;
  if (!figure.is_sound) return json;
  json["view"] = NameOf(figure.spec.view);
  json["basePose"] = figure.spec.base;
  if (figure.is_mirrored) json["otherSide"] = true;
  json["anglesDegrees"] = AnglesJson(figure.placed.angles);
  json["jointsBodyHeights"] = PlacesJson(figure.placed.posture);
  AddTexts(json, "contacts", figure.spec.contacts);
  AddTexts(json, "props", figure.spec.props);
  AddTexts(json, "arrows", figure.spec.arrows);
  if (figure.spec.stretch) json["stretch"] = figure.spec.stretch->text;
  return json;
}

}  // namespace guidec
