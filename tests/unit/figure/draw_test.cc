#include <algorithm>
#include <cmath>
#include <regex>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "figure/describe.h"
#include "figure/draw.h"
#include "figure/scene.h"
#include "support/golden.h"

namespace guidec {
namespace draw_test {

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

// `guidec figure --poses` draws it.
TEST_CASE("the sheet of base poses is as it is drawn today") {
  std::vector<FigureSpec> specs;
  std::vector<PlacedFigure> placed;
  for (const BasePose& pose : BasePoses()) {
    specs.push_back(SpecOf(pose));
    placed.push_back(PlaceFigure(specs.back()));
  }
  std::vector<SheetCell> cells;
  for (std::size_t i = 0; i < specs.size(); ++i) cells.push_back({&specs[i], &placed[i], specs[i].base});
  CheckGolden("../figures/poses.svg", DrawSheet(cells, {"Base poses", "Every base pose with its name."}, {}));
}

TEST_CASE("figures in a row stand on one floor, and one that cannot be drawn is a frame") {
  const FigureSpec back = Seen("standing", View::kBack);
  FigureSpec above = Seen("high plank", View::kTop);
  above.angles.At(Joint::kNeck, 2) = 60;
  const PlacedFigure back_placed = PlaceFigure(back);
  const PlacedFigure above_placed = PlaceFigure(above);
  const SheetCell cells[] = {{&back, &back_placed, ""}, {nullptr, nullptr, ""}, {&above, &above_placed, ""}};
  const FigureText text{"1 < 2 > 0 & more", "<desc> & ]]>"};
  CheckGolden("unit/figure/strip.svg", DrawStrip(cells, text, {}));
  CHECK(DrawPlaceholder(text, {.floor = "#123456"}) ==
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200" viewBox="0 -200 320 200" role="img")"
        R"( aria-labelledby="title desc"><title id="title">1 &lt; 2 &gt; 0 &amp; more</title>)"
        R"(<desc id="desc">&lt;desc&gt; &amp; ]]&gt;</desc>)"
        R"(<path d="M8 -8H312V-192H8ZL312 -192M8 -192L312 -8" fill="none" stroke="#123456" stroke-width="3.6")"
        R"( stroke-dasharray="12 8"/></svg>)"
        "\n");
  CHECK(DrawSheet(std::span(cells).subspan(1, 1), {"T", "D"}, {.outline = "#000001", .floor = "#123456"}) ==
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="560" height="240" viewBox="0 0 560 240" role="img")"
        R"( aria-labelledby="title desc"><title id="title">T</title><desc id="desc">D</desc>)"
        R"svg(<g transform="translate(120 200)"><path d="M8 -8H312V-192H8ZL312 -192M8 -192L312 -8" fill="none")svg"
        R"( stroke="#123456" stroke-width="3.6" stroke-dasharray="12 8"/></g>)"
        R"(<text x="280" y="224" font-family="Open Sans, sans-serif" font-size="18" text-anchor="middle")"
        R"( fill="#000001"></text></svg>)"
        "\n");
}

TEST_CASE("colours are mixed by their shares") {
  CHECK(MixedColour("#000000", "#ffffff", 0.5) == "#808080");
  CHECK(MixedColour("#ff0000", "#0000ff", 0.25) == "#bf0040");
  CHECK(MixedColour("#123456", "#abcdef", 0) == "#123456");
  CHECK(MixedColour("#123456", "#abcdef", 1) == "#abcdef");
  CHECK(MixedColour("#010a64", "#030e6c", 0.5) == "#020c68");
}

std::string Told(const Extent& bounds) {
  return fmt::format("{} to {}", PointText(bounds.least, 1000), PointText(bounds.most, 1000));
}

// What one mark or one thing in the room adds to a figure, and the room that it takes.
TEST_CASE("marks and things in the room are painted as before") {
  std::string painted;
  const auto paint = [&](std::string_view what, FigureSpec spec, const auto& add) {
    const PlacedFigure placed = PlaceFigure(spec);
    const FigureColours colours;
    Scene scene(spec, placed, colours);
    const std::string before = Told(scene.bounds);
    add(scene);
    painted += fmt::format("{}, {}, {}\n", what, spec.base, NameOf(spec.view));
    for (const Layer& layer : scene.layers) painted += fmt::format("  layer {:.4f} {}\n", layer.depth, layer.svg);
    if (!scene.behind.empty()) painted += fmt::format("  behind {}\n", scene.behind);
    if (!scene.above.empty()) painted += fmt::format("  above {}\n", scene.above);
    if (Told(scene.bounds) != before) painted += fmt::format("  takes {}\n", Told(scene.bounds));
  };
  const auto mark = [&](const char* site, View view, std::string_view base = "standing") {
    FigureSpec spec = Seen(base, view);
    spec.stretch = std::get<Site>(ParseSite(site));
    paint(site, spec, PaintStretch);
  };
  mark("front of left hip", View::kLeftSide);
  mark("front of left hip", View::kFront);
  mark("back of right calf", View::kBackRight);
  mark("left side of trunk", View::kFront, "side-lying, right side down");
  mark("right side of right forearm", View::kTop);
  mark("back of left buttock", View::kRightSide, "supine with bent knees");

  const auto arrow = [&](const char* text, View view, std::string_view base = "standing") {
    const Arrow read = std::get<Arrow>(ParseArrow(text));
    paint(text, Seen(base, view), [&](Scene& scene) { PaintArrow(scene, read); });
  };
  arrow("hips up", View::kRightSide);
  arrow("left knee forward", View::kFront);
  arrow("left foot down", View::kRightSide);
  arrow("chest turning left", View::kFrontLeft);
  arrow("chest turning right", View::kTop);
  arrow("hips turning right", View::kRightSide, "supine");
  arrow("head right", View::kFront, "prone on forearms");
  arrow("right hand backward", View::kBackLeft, "high plank");
  arrow("right toes forward", View::kTop, "supine");

  const auto stand = [&](const char* prop, View view, std::string_view base, const char* contact = nullptr) {
    FigureSpec spec = Seen(base, view);
    const Prop read = std::get<Prop>(ParseProp(prop));
    spec.props = {read};
    if (contact != nullptr) {
      const auto contacts = std::get<std::vector<Contact>>(ParseContacts(contact));
      spec.contacts.insert(spec.contacts.end(), contacts.begin(), contacts.end());
    }
    paint(contact != nullptr ? fmt::format("{} with {}", prop, contact) : prop, spec, [&](Scene& scene) {
      scene.behind = "(behind)";
      PaintProp(scene, read);
    });
  };
  stand("wall ahead", View::kRightSide, "standing");
  stand("wall ahead", View::kFront, "standing");
  stand("wall ahead", View::kBack, "standing");
  stand("wall behind", View::kFrontLeft, "standing");
  stand("wall on the left", View::kTop, "standing", "left fingertips on wall");
  stand("wall on the right", View::kLeftSide, "standing");
  stand("wall on the right", View::kRightSide, "standing");
  stand("chair", View::kFrontRight, "sitting on a chair");
  stand("chair", View::kRightSide, "standing");
  stand("chair ahead", View::kLeftSide, "standing", "both hands on chair");
  stand("chair behind", View::kBackLeft, "standing", "left hand on chair");
  stand("mat", View::kFront, "standing");
  stand("mat", View::kFrontLeft, "supine", "both heels on mat");
  stand("mat", View::kLeftSide, "kneeling", "left knee on mat");
  paint("floor", Seen("kneeling", View::kBack), PaintFloor);
  CheckGolden("unit/figure/painted.txt", painted);
}

// Where each arrow begins, or nothing of one that would point at the eye; and how deep the pieces of a body lie.
TEST_CASE("arrows find room beside the body, and pieces lie one behind the other") {
  std::string told;
  const auto tell = [&](std::string_view base, View view, double roll = 0) {
    FigureSpec spec = Seen(base, view);
    spec.angles.At(Joint::kBody, 2) += roll;
    const PlacedFigure placed = PlaceFigure(spec);
    const FigureColours colours;
    told += fmt::format("{}, {}\n", base, NameOf(view));
    for (const char* part : {"hips", "head", "left knee", "right hand", "chest", "left toes"}) {
      told += fmt::format("  {}:", part);
      for (const char* direction : {"up", "down", "forward", "backward", "left", "right", "turning left"}) {
        Scene scene(spec, placed, colours);
        PaintArrow(scene, std::get<Arrow>(ParseArrow(fmt::format("{} {}", part, direction))));
        const std::size_t begin = scene.above.find('M');
        if (begin == std::string::npos) continue;
        told += fmt::format(" {} {};", direction, scene.above.substr(begin, scene.above.find('L') - begin));
      }
      told += "\n";
    }
    Scene scene(spec, placed, colours);
    PaintBody(scene);
    told += "  depths:";
    for (const Layer& layer : scene.layers) told += fmt::format(" {}", std::lround(layer.depth * 1e6));
    told += "\n";
  };
  tell("standing", View::kRightSide);
  tell("standing", View::kFrontLeft);
  tell("high plank", View::kLeftSide);
  tell("low lunge, right foot ahead", View::kBackRight);
  tell("standing", View::kTop, 13);
  tell("side plank, on left elbow", View::kFront);
  tell("sitting on a chair", View::kBack);
  CheckGolden("unit/figure/room.txt", told);
}

// How often `part` stands in the text.
std::size_t Count(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST_CASE("a head that looks away has its hair over its face, and shows the ear that is seen") {
  struct Row {
    double turn;  // to the left, away from who sees the right side
    bool is_behind;
    std::size_t ears;
  };
  const Row rows[] = {{0, false, 1},   {20, false, 1},  {24, true, 1},  {36, true, 1},
                      {38, true, 0},   {60, true, 0},   {-36, false, 1}, {-38, false, 0}};
  for (const Row& row : rows) {
    INFO(row.turn);
    FigureSpec spec = Seen("standing", View::kRightSide);
    spec.angles.At(Joint::kNeck, 2) = row.turn;
    const PlacedFigure placed = PlaceFigure(spec);
    const FigureColours colours;
    Scene scene(spec, placed, colours);
    PaintBody(scene);
    const std::string hair = fmt::format("fill=\"{}\"", colours.hair);
    const std::string skin = fmt::format("fill=\"{}\"", colours.skin);
    const auto head = std::ranges::find_if(
        scene.layers, [&](const Layer& layer) { return layer.svg.find(hair) != std::string::npos; });
    REQUIRE(head != scene.layers.end());
    CHECK((head->svg.find(skin) < head->svg.find(hair)) == row.is_behind);
    CHECK(Count(head->svg, skin) == 2 + row.ears);
  }
}

TEST_CASE("a limb that lies behind the trunk is paler") {
  for (const auto& [turn, is_pale] : {std::pair(0.0, false), std::pair(31.0, false), std::pair(33.0, true)}) {
    INFO(turn);
    FigureSpec spec = Seen("standing", View::kFront);
    spec.angles.At(Joint::kBody, 0) = turn;
    const std::string svg = Drawn(spec);
    const FigureColours colours;
    const std::string pale = MixedColour(colours.trousers, colours.paper, 0.38);
    CHECK((svg.find(pale) != std::string::npos) == is_pale);
  }
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

}  // namespace draw_test
}  // namespace guidec
