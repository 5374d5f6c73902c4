#include "figure/describe.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <vector>

#include <fmt/format.h>

namespace guidec {
namespace {

// Smaller changes do not show.
constexpr double kVisible = 12;

std::string Joined(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
    text += parts[i];
  }
  return text;
}

std::string_view ViewWords(View view) {
  switch (view) {
    case View::kRightSide:
      return "Seen from the right";
    case View::kLeftSide:
      return "Seen from the left";
    case View::kFront:
      return "Seen from the front";
    case View::kBack:
      return "Seen from behind";
    case View::kTop:
      return "Seen from above";
    case View::kFrontRight:
      return "Seen from the front right";
    case View::kFrontLeft:
      return "Seen from the front left";
    case View::kBackRight:
      return "Seen from behind on the right";
    case View::kBackLeft:
      return "Seen from behind on the left";
  }
  return {};
}

// "left hand" → "the left hand"; "both hands" stays.
std::string WithArticle(std::string_view part) {
  return fmt::format("{}{}", part.starts_with("both ") ? "" : "the ", part);
}

// "with both hands on the right thigh": what the base pose does not say yet.
std::vector<std::string> Bearing(const FigureSpec& spec, const BasePose& base) {
  std::vector<std::string> parts;
  std::set<std::string> seen;
  for (const Contact& contact : spec.contacts) {
    const bool is_known = std::ranges::any_of(
        base.contacts, [&](const Contact& known) { return known.part.name == contact.part.name; });
    if (is_known || !seen.insert(contact.text).second) continue;
    const std::size_t on = contact.text.rfind(" on ");
    parts.push_back(on == std::string::npos
                        ? fmt::format("{} on the floor", WithArticle(contact.text))
                        : fmt::format("{} on the {}", WithArticle(contact.text.substr(0, on)),
                                      contact.text.substr(on + 4)));
  }
  return parts;
}

// "the upper body turned to the right": what the trunk does otherwise than in the base pose.
std::vector<std::string> Turning(const FigureSpec& spec, const BasePose& base) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, kMaxMotions> kWords = {
      {{"bent forward", "arched back"},
       {"bent to the right", "bent to the left"},
       {"turned to the left", "turned to the right"}}};
  std::vector<std::string> parts;
  for (std::size_t motion = 0; motion < kMaxMotions; ++motion) {
    const double degrees = spec.angles.At(Joint::kSpine, motion);
    if (std::abs(degrees - base.angles.At(Joint::kSpine, motion)) < kVisible) continue;
    if (std::abs(degrees) < kVisible) continue;
    parts.push_back(
        fmt::format("the upper body {}", degrees > 0 ? kWords[motion].first : kWords[motion].second));
  }
  return parts;
}

std::string DirectionWords(Direction direction) {
  switch (direction) {
    case Direction::kUp:
      return "moving up";
    case Direction::kDown:
      return "moving down";
    case Direction::kForward:
      return "moving forward";
    case Direction::kBackward:
      return "moving backward";
    case Direction::kLeft:
      return "moving to the left";
    case Direction::kRight:
      return "moving to the right";
    case Direction::kTurnLeft:
      return "turning to the left";
    case Direction::kTurnRight:
      return "turning to the right";
  }
  return {};
}

}  // namespace

std::string Describe(const FigureSpec& spec) {
  const BasePose* base = FindBasePose(spec.base);
  if (base == nullptr) return {};
  std::string text = fmt::format("{}: a person {}", ViewWords(spec.view), base->description);
  std::vector<std::string> with = Turning(spec, *base);
  for (std::string& part : Bearing(spec, *base)) with.push_back(std::move(part));
  if (!with.empty()) text += fmt::format(", {}", Joined(with));
  text += ".";
  for (const Arrow& arrow : spec.arrows) {
    text += fmt::format(" An arrow shows the {} {}.", arrow.part.name, DirectionWords(arrow.direction));
  }
  if (spec.stretch) {
    const std::size_t of = spec.stretch->text.find(" of ") + 4;
    text += fmt::format(" A mark shows the stretch at the {}the {}.", spec.stretch->text.substr(0, of),
                        spec.stretch->text.substr(of));
  }
  return text;
}

}  // namespace guidec
