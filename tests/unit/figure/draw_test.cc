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
