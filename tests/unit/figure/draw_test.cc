#include <regex>
#include <utility>

#include <catch2/catch.hpp>

#include "figure/describe.h"
#include "figure/draw.h"
#include "support/golden.h"

namespace guidec {
namespace {

FigureSpec Seen(std::string_view base, View view) {
  const BasePose* pose = FindBasePose(base);
  REQUIRE(pose != nullptr);
  FigureSpec spec = SpecOf(*pose);
  spec.view = view;
  return spec;
}

FigureSpec Lunge() {
  FigureSpec spec = Seen("low lunge, right foot ahead", View::kLeftSide);
  spec.props.push_back(std::get<Prop>(ParseProp("mat")));
  spec.contacts.front() = std::get<std::vector<Contact>>(ParseContacts("left knee on mat")).front();
  spec.arrows.push_back(std::get<Arrow>(ParseArrow("hips forward")));
  spec.arrows.push_back(std::get<Arrow>(ParseArrow("chest turning right")));
  spec.stretch = std::get<Site>(ParseSite("front of left hip"));
  return spec;
}

std::string Drawn(const FigureSpec& spec) {
  return DrawFigure(spec, PlaceFigure(spec), {"Lunge & hold", Describe(spec)}, {});
}

TEST_CASE("figures are drawn as before") {
  CheckGolden("unit/figure/lunge.svg", Drawn(Lunge()));
  CheckGolden("unit/figure/bent-knees.svg", Drawn(Seen("supine with bent knees", View::kFrontRight)));
  CheckGolden("unit/figure/side-plank.svg", Drawn(Seen("side plank, on left elbow", View::kFront)));
}

TEST_CASE("equal figures give equal bytes, whatever the view") {
  for (const std::string_view view : {"right side", "left side", "front", "back", "top", "front right",
                                      "front left", "back right", "back left"}) {
    FigureSpec spec = Lunge();
    spec.view = std::get<View>(ParseView(view));
    const std::string svg = Drawn(spec);
    INFO(view);
    CHECK(svg == Drawn(spec));
    CHECK(svg.find("nan") == std::string::npos);
    CHECK(svg.find("inf") == std::string::npos);
    CHECK(svg.find("href") == std::string::npos);
    CHECK(svg.find(R"(role="img")") != std::string::npos);
    CHECK(svg.find("<title id=\"title\">Lunge &amp; hold</title>") != std::string::npos);
  }
}

// The shaft of the figure's only arrow: how far it goes to the right of the picture, and up.
std::pair<double, double> ArrowSeen(View view, std::string_view arrow) {
  FigureSpec spec = Seen("standing", view);
  spec.arrows = {std::get<Arrow>(ParseArrow(arrow))};
  const std::string svg = Drawn(spec);
  static const std::regex kShaft(
      "<path d=\"M(\\S+) (\\S+?)L(\\S+) (\\S+?)\" fill=\"none\" stroke=\"#0e4d5c\"");
  std::smatch match;
  if (!std::regex_search(svg, match, kShaft)) return {0, 0};
  return {std::stod(match[3]) - std::stod(match[1]), std::stod(match[2]) - std::stod(match[4])};
}

TEST_CASE("each view shows the figure from where it says") {
  // Where in the picture the figure's front and its left side are: -1 left or down, 1 right or up. No arrow
  // shows what goes towards the eye or away from it.
  struct Row {
    View view;
    int front, front_up, left, left_up;
  };
  const Row rows[] = {
      {View::kRightSide, 1, 0, 0, 0},    {View::kLeftSide, -1, 0, 0, 0},  {View::kFront, 0, 0, 1, 0},
      {View::kBack, 0, 0, -1, 0},        {View::kTop, 1, 0, 0, 1},        {View::kFrontRight, 1, -1, 1, 1},
      {View::kFrontLeft, -1, -1, 1, -1}, {View::kBackRight, 1, 1, -1, 1}, {View::kBackLeft, -1, 1, -1, -1}};
  const auto sign = [](double length) { return length > 0.5 ? 1 : length < -0.5 ? -1 : 0; };
  for (const Row& row : rows) {
    INFO(NameOf(row.view));
    const auto front = ArrowSeen(row.view, "hips forward");
    const auto left = ArrowSeen(row.view, "hips left");
    CHECK(sign(front.first) == row.front);
    CHECK(sign(front.second) == row.front_up);
    CHECK(sign(left.first) == row.left);
    CHECK(sign(left.second) == row.left_up);
  }
}

TEST_CASE("a figure is told in words") {
  CHECK(
      Describe(Lunge()) ==
      "Seen from the left: a person kneels in a low lunge with the right foot well ahead and the left knee "
      "behind. An arrow shows the hips moving forward. An arrow shows the chest turning to the right. A mark "
      "shows the stretch at the front of the left hip.");
}

TEST_CASE("phrases that cannot be read say what to write") {
  const auto message = [](const auto& read) {
    REQUIRE(std::holds_alternative<std::string>(read));
    return std::get<std::string>(read);
  };
  CHECK(message(ParseView("sideways")).find("write `right side`") != std::string::npos);
  CHECK(message(ParseView("fromt")).find("did you mean `front`?") != std::string::npos);
  CHECK(message(ParseContacts("left kne on mat")).find("did you mean `left knee`?") != std::string::npos);
  CHECK(message(ParseContacts("left knee on sofa")).find("`sofa` is nothing to bear on") !=
        std::string::npos);
  CHECK(message(ParseContacts("knee")).find("no part of the body") != std::string::npos);
  CHECK(message(ParseArrow("hips sideways")).find("is no movement") != std::string::npos);
  CHECK(message(ParseArrow("both hands up")).find("one arrow for each") != std::string::npos);
  CHECK(message(ParseSite("left hip")).find("front of left hip") != std::string::npos);
  CHECK(message(ParseProp("wall")).find("wall ahead") != std::string::npos);
  CHECK(message(ParseProp("mat ahead")).find("is no place") != std::string::npos);
  CHECK(message(ParseProp("sofa")).find("write `mat`, `wall` or `chair`") != std::string::npos);
}

}  // namespace
}  // namespace guidec
