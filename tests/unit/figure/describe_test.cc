#include "figure/describe.h"

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

namespace guidec {
namespace describe_test {

FigureSpec Posed(std::string_view base, View view = View::kRightSide) {
  FigureSpec spec = SpecOf(*FindBasePose(base));
  spec.view = view;
  return spec;
}

TEST_CASE("a figure is told from where it is seen") {
  const std::pair<View, std::string_view> views[] = {
      {View::kRightSide, "Seen from the right"},
      {View::kLeftSide, "Seen from the left"},
      {View::kFront, "Seen from the front"},
      {View::kBack, "Seen from behind"},
      {View::kTop, "Seen from above"},
      {View::kFrontRight, "Seen from the front right"},
      {View::kFrontLeft, "Seen from the front left"},
      {View::kBackRight, "Seen from behind on the right"},
      {View::kBackLeft, "Seen from behind on the left"},
  };
  for (const auto& [view, words] : views) {
    CHECK(Describe(Posed("prone", view)) == fmt::format("{}: a person lies face down.", words));
  }
  FigureSpec unknown = Posed("prone");
  unknown.base = "floating";
  CHECK(Describe(unknown).empty());
}

TEST_CASE("what the trunk does otherwise than in the base pose is told where it shows") {
  struct Row {
    std::string_view base;
    double bend, lean, turn;
    std::string_view told;
  };
  const Row rows[] = {
      {"standing", 0, 0, 0, "a person stands with both feet flat."},
      {"standing", 11.9, -11.9, 11.9, "a person stands with both feet flat."},
      {"standing", 12, 0, 0, "a person stands with both feet flat, the upper body bent forward."},
      {"standing", -12, 0, 0, "a person stands with both feet flat, the upper body arched back."},
      {"standing", 0, 12, 0, "a person stands with both feet flat, the upper body bent to the right."},
      {"standing", 0, -12, 0, "a person stands with both feet flat, the upper body bent to the left."},
      {"standing", 0, 0, 12, "a person stands with both feet flat, the upper body turned to the left."},
      {"standing", 0, 0, -12, "a person stands with both feet flat, the upper body turned to the right."},
      {"standing", 20, 20, 0,
       "a person stands with both feet flat, the upper body bent forward and the upper body bent to the "
       "right."},
      {"standing", 20, -20, -20,
       "a person stands with both feet flat, the upper body bent forward, the upper body bent to the left "
       "and the "
       "upper body turned to the right."},
      // The pose is arched back by itself.
      {"prone on forearms", -29, 0, 0, "a person lies face down, propped up on both forearms."},
      {"prone on forearms", -18, 0, 0, "a person lies face down, propped up on both forearms."},
      {"prone on forearms", -17, 0, 0,
       "a person lies face down, propped up on both forearms, the upper body arched back."},
      {"prone on forearms", -11, 0, 0, "a person lies face down, propped up on both forearms."},
      {"prone on forearms", 12, 0, 0,
       "a person lies face down, propped up on both forearms, the upper body bent forward."},
  };
  for (const Row& row : rows) {
    FigureSpec spec = Posed(row.base);
    spec.angles.At(Joint::kSpine, 0) = row.bend;
    spec.angles.At(Joint::kSpine, 1) = row.lean;
    spec.angles.At(Joint::kSpine, 2) = row.turn;
    CHECK(Describe(spec) == fmt::format("Seen from the right: {}", row.told));
  }
}

TEST_CASE("what bears where the base pose does not say so is told, each once") {
  FigureSpec spec = Posed("standing");
  const auto bear = [&](std::string_view text) {
    const auto contacts = std::get<std::vector<Contact>>(ParseContacts(text));
    spec.contacts.insert(spec.contacts.end(), contacts.begin(), contacts.end());
    return Describe(spec).substr(
        std::string_view("Seen from the right: a person stands with both feet flat").size());
  };
  CHECK(bear("left foot on mat") == ".");
  CHECK(bear("both hands on right thigh") == ", both hands on the right thigh.");
  CHECK(bear("both hands on right thigh") == ", both hands on the right thigh.");
  CHECK(bear("left knee") == ", both hands on the right thigh and the left knee on the floor.");
  CHECK(bear("head on wall") ==
        ", both hands on the right thigh, the left knee on the floor and the head on the wall.");
  spec.angles.At(Joint::kSpine, 0) = 30;
  CHECK(bear("pelvis on chair") ==
        ", the upper body bent forward, both hands on the right thigh, the left knee on the floor, the head "
        "on the "
        "wall and the pelvis on the chair.");
}

TEST_CASE("arrows and a stretch are told in their order") {
  FigureSpec spec = Posed("low lunge, right foot ahead", View::kLeftSide);
  for (const char* text : {"hips up", "head down", "left knee forward", "right foot backward", "chest left",
                           "left hand right", "chest turning left", "hips turning right"}) {
    spec.arrows.push_back(std::get<Arrow>(ParseArrow(text)));
  }
  spec.stretch = std::get<Site>(ParseSite("front of left hip"));
  CHECK(Describe(spec) ==
        "Seen from the left: a person kneels in a low lunge with the right foot well ahead and the left knee "
        "behind. "
        "An arrow shows the hips moving up. An arrow shows the head moving down. An arrow shows the left "
        "knee moving "
        "forward. An arrow shows the right foot moving backward. An arrow shows the chest moving to the "
        "left. An arrow "
        "shows the left hand moving to the right. An arrow shows the chest turning to the left. An arrow "
        "shows the hips "
        "turning to the right. A mark shows the stretch at the front of the left hip.");
  spec.arrows.clear();
  spec.stretch = std::get<Site>(ParseSite("right side of trunk"));
  CHECK(Describe(spec).ends_with(" behind. A mark shows the stretch at the right side of the trunk."));
}

}  // namespace describe_test
}  // namespace guidec
