// The readers of an author's phrases: views, parts, contacts, arrows, sites and props.
#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

#include "figure/body.h"
#include "figure/figure.h"
#include "text/nearest.h"

namespace guidec {
namespace {

constexpr std::pair<std::string_view, View> kViews[] = {
    {"right side", View::kRightSide},
    {"left side", View::kLeftSide},
    {"front", View::kFront},
    {"back", View::kBack},
    {"top", View::kTop},
    {"front right", View::kFrontRight},
    {"front left", View::kFrontLeft},
    {"back right", View::kBackRight},
    {"back left", View::kBackLeft},
};

// The balls by which a part bears on something.
struct PartRow {
  std::string_view name;
  std::string_view plural;  // of parts with sides; empty for those of the middle
  std::array<std::string_view, 2> balls;
};
constexpr PartRow kParts[] = {
    {"foot", "feet", {"heel", "ball"}},
    {"heel", "heels", {"heel"}},
    {"toes", "toes", {"toes"}},
    {"instep", "insteps", {"toes", "instep"}},
    {"outer foot", "outer feet", {"heel", "little toe"}},
    {"ankle", "ankles", {"ankle"}},
    {"shin", "shins", {"knee", "ankle"}},
    {"knee", "knees", {"knee"}},
    {"thigh", "thighs", {"thigh", "knee"}},
    {"hip", "hips", {"hip"}},
    {"hand", "hands", {"palm", "fingertips"}},
    {"fingertips", "fingertips", {"fingertips"}},
    {"forearm", "forearms", {"elbow", "wrist"}},
    {"elbow", "elbows", {"elbow"}},
    {"shoulder", "shoulders", {"shoulder"}},
    {"buttock", "buttocks", {"buttock"}},
    {"head", "", {"crown"}},
    {"forehead", "", {"forehead"}},
    {"neck", "", {"neck"}},
    {"chest", "", {"breastbone"}},
    {"belly", "", {"belly"}},
    {"upper back", "", {"upper back"}},
    {"lower back", "", {"lower back"}},
    {"pelvis", "", {"sacrum"}},
};

constexpr std::pair<std::string_view, Surface> kSurfaces[] = {
    {"floor", Surface::kFloor}, {"mat", Surface::kMat}, {"wall", Surface::kWall}, {"chair", Surface::kChair}};

constexpr std::pair<std::string_view, Direction> kDirections[] = {
    {"up", Direction::kUp},
    {"down", Direction::kDown},
    {"forward", Direction::kForward},
    {"backward", Direction::kBackward},
    {"left", Direction::kLeft},
    {"right", Direction::kRight},
    {"turning left", Direction::kTurnLeft},
    {"turning right", Direction::kTurnRight},
};

constexpr std::pair<std::string_view, Direction> kPlaces[] = {{"ahead", Direction::kForward},
                                                              {"behind", Direction::kBackward},
                                                              {"on the left", Direction::kLeft},
                                                              {"on the right", Direction::kRight}};

constexpr std::pair<std::string_view, PropKind> kProps[] = {
    {"mat", PropKind::kMat}, {"wall", PropKind::kWall}, {"chair", PropKind::kChair}};

// Where along a limb a stretch lies.
struct SiteRow {
  std::string_view name;
  std::string_view ball;
  std::string_view toward;
  double along;
  bool has_sides;
};
constexpr SiteRow kSites[] = {
    {"hip", "thigh root", "knee", 0.3, true},      {"thigh", "thigh", "knee", 0.6, true},
    {"calf", "calf", "ankle", 0.5, true},          {"shin", "calf", "ankle", 0.5, true},
    {"shoulder", "shoulder", "biceps", 0.6, true}, {"upper arm", "biceps", "elbow", 0.6, true},
    {"forearm", "forearm", "wrist", 0.6, true},    {"neck", "neck", "throat", 1, false},
    {"trunk", "belly", "breastbone", 0.8, false},  {"buttock", "buttock", "thigh root", 0.4, true},
};
constexpr std::pair<std::string_view, Direction> kFacings[] = {{"front", Direction::kForward},
                                                               {"back", Direction::kBackward},
                                                               {"left side", Direction::kLeft},
                                                               {"right side", Direction::kRight}};

template <class Value, std::size_t kCount>
std::vector<std::string_view> NamesOf(const std::pair<std::string_view, Value> (&rows)[kCount]) {
  std::vector<std::string_view> names;
  for (const auto& row : rows) names.push_back(row.first);
  return names;
}

template <class Value, std::size_t kCount>
const Value* Look(const std::pair<std::string_view, Value> (&rows)[kCount], std::string_view name) {
  for (const auto& row : rows) {
    if (row.first == name) return &row.second;
  }
  return nullptr;
}

std::string OneOf(std::span<const std::string_view> names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += fmt::format("`{}`", names[i]);
  }
  return text;
}

// "`fron` is no view; did you mean `front`?", or all names where none is near.
template <class Names>
std::string Unknown(std::string_view text, std::string_view what, const Names& names) {
  if (Nearest(text, names)) return fmt::format("`{}` is no {}{}", text, what, DidYouMean(text, names));
  std::vector<std::string_view> views(names.begin(), names.end());
  return fmt::format("`{}` is no {}; write {}", text, what, OneOf(views));
}

Part PartOf(const PartRow& row, BodySide side) {
  Part part{side == BodySide::kMiddle
                ? std::string(row.name)
                : fmt::format("{} {}", side == BodySide::kLeft ? "left" : "right", row.name),
            {}};
  for (const std::string_view ball : row.balls) {
    if (!ball.empty()) part.balls.push_back(BallIndex(ball, side));
  }
  return part;
}

std::vector<std::string> PartNames() {
  std::vector<std::string> names;
  for (const PartRow& row : kParts) {
    if (row.plural.empty()) {
      names.emplace_back(row.name);
    } else {
      names.push_back(fmt::format("left {}", row.name));
      names.push_back(fmt::format("right {}", row.name));
      names.push_back(fmt::format("both {}", row.plural));
    }
  }
  return names;
}

std::string UnknownPart(std::string_view text) {
  const auto names = PartNames();
  if (Nearest(text, names))
    return fmt::format("`{}` is no part of the body{}", text, DidYouMean(text, names));
  return fmt::format(
      "`{}` is no part of the body; name one such as `left knee`, `both hands` or `upper back`", text);
}

// "left knee" → "knee" and kLeft.
BodySide TakeSide(std::string_view& text) {
  if (text.starts_with("left ")) {
    text.remove_prefix(5);
    return BodySide::kLeft;
  }
  if (text.starts_with("right ")) {
    text.remove_prefix(6);
    return BodySide::kRight;
  }
  return BodySide::kMiddle;
}

// Splits at the last separator.
std::pair<std::string_view, std::string_view> SplitAt(std::string_view text, std::string_view separator) {
  const std::size_t at = text.rfind(separator);
  if (at == std::string_view::npos) return {text, {}};
  return {text.substr(0, at), text.substr(at + separator.size())};
}

}  // namespace

std::string_view NameOf(View view) {
  for (const auto& [name, value] : kViews) {
    if (value == view) return name;
  }
  return {};
}

Read<View> ParseView(std::string_view text) {
  if (const View* view = Look(kViews, text)) return *view;
  return Unknown(text, "view", NamesOf(kViews));
}

Read<std::vector<Part>> ParseParts(std::string_view text) {
  std::string_view name = text;
  if (name.starts_with("both ")) {
    name.remove_prefix(5);
    for (const PartRow& row : kParts) {
      if (!row.plural.empty() && row.plural == name) {
        return std::vector<Part>{PartOf(row, BodySide::kLeft), PartOf(row, BodySide::kRight)};
      }
    }
    return UnknownPart(text);
  }
  const BodySide side = TakeSide(name);
  for (const PartRow& row : kParts) {
    if (row.name == name && row.plural.empty() == (side == BodySide::kMiddle)) {
      return std::vector<Part>{PartOf(row, side)};
    }
  }
  return UnknownPart(text);
}

Read<std::vector<Contact>> ParseContacts(std::string_view text) {
  const auto [who, where] = SplitAt(text, " on ");
  auto parts = ParseParts(who);
  if (auto* error = std::get_if<std::string>(&parts)) return std::move(*error);
  std::variant<Surface, Part> on = Surface::kFloor;
  if (const Surface* surface = Look(kSurfaces, where)) {
    on = *surface;
  } else if (!where.empty()) {
    auto other = ParseParts(where);
    auto* found = std::get_if<std::vector<Part>>(&other);
    if (found == nullptr || found->size() != 1) {
      return fmt::format(
          "`{}` is nothing to bear on; write `floor`, `mat`, `wall`, `chair` or one part of the "
          "body, such as `right thigh`",
          where);
    }
    on = std::move(found->front());
  }
  std::vector<Contact> contacts;
  for (Part& part : std::get<std::vector<Part>>(parts)) {
    contacts.push_back({std::string(text), std::move(part), on});
  }
  return contacts;
}

Read<Arrow> ParseArrow(std::string_view text) {
  for (const auto& [name, direction] : kDirections) {
    // "turning left" ends with "left" too: the longer name stands behind it in the table.
    if (!text.ends_with(name) || text.size() <= name.size() || text[text.size() - name.size() - 1] != ' ')
      continue;
    const std::string_view who = text.substr(0, text.size() - name.size() - 1);
    if (who.ends_with("turning")) continue;
    if (who == "hips") return Arrow{std::string(text), {"hips", {BallIndex("sacrum")}}, direction};
    auto parts = ParseParts(who);
    if (auto* error = std::get_if<std::string>(&parts)) return std::move(*error);
    auto& found = std::get<std::vector<Part>>(parts);
    if (found.size() != 1) return fmt::format("`{}` are two parts; write one arrow for each", who);
    return Arrow{std::string(text), std::move(found.front()), direction};
  }
  return fmt::format(
      "`{}` is no movement; write a part and where it goes, such as `hips forward` or "
      "`chest turning right`",
      text);
}

Read<Site> ParseSite(std::string_view text) {
  for (const auto& [name, facing] : kFacings) {
    if (!text.starts_with(fmt::format("{} of ", name))) continue;
    std::string_view rest = text.substr(name.size() + 4);
    const BodySide side = TakeSide(rest);
    for (const SiteRow& row : kSites) {
      if (row.name != rest || row.has_sides != (side != BodySide::kMiddle)) continue;
      return Site{std::string(text), BallIndex(row.ball, side), BallIndex(row.toward, side), row.along,
                  facing};
    }
  }
  return fmt::format(
      "`{}` is no place that can be marked; write one such as `front of left hip`, `back of right "
      "thigh` or `left side of trunk`",
      text);
}

Read<Prop> ParseProp(std::string_view text) {
  const std::size_t blank = std::min(text.find(' '), text.size());
  const PropKind* kind = Look(kProps, text.substr(0, blank));
  if (kind == nullptr) return Unknown(text, "prop", NamesOf(kProps));
  Prop prop{std::string(text), *kind};
  if (blank == text.size()) {
    if (*kind == PropKind::kWall) return std::string("say where the wall is, such as `wall ahead`");
    prop.place = *kind == PropKind::kChair ? Direction::kDown : Direction::kForward;
    return prop;
  }
  const Direction* place = Look(kPlaces, text.substr(blank + 1));
  if (place == nullptr || *kind == PropKind::kMat) {
    return fmt::format(
        "`{}` is no place for a prop; write `wall ahead`, `wall behind`, `wall on the left` or "
        "`wall on the right`, and likewise for a chair",
        text);
  }
  prop.place = *place;
  return prop;
}

}  // namespace guidec
