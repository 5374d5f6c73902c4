#include <catch2/catch.hpp>

#include "lint/example.h"
#include "model/picture/figure.h"
#include "schema/shape.h"

namespace guidec {
namespace figure_test {

const Picture& FirstOf(const Library& library) {
  return library.FindExercise("plank")->pictures.front();
}

TEST_CASE("the schema names every base pose, of those with sides one") {
  const std::string_view schema = SchemaText("exercise");
  const auto has = [&](const std::string& name) {
    return schema.find("`" + name + "`") != std::string_view::npos;
  };
  for (const BasePose& pose : BasePoses()) {
    INFO(pose.name);
    const std::string other = Mirrored(SpecOf(pose)).base;
    CHECK((has(pose.name) || has(other)));
  }
}

TEST_CASE("what cannot be drawn is an empty frame with its words") {
  Sources sources;
  const Library library =
      LoadExample("exercises/plank.yaml",
                  "figures:\n  - {id: hold, pose: floating, alt: A plank., caption: The hold}\n", sources);
  const Picture& picture = FirstOf(library);
  REQUIRE(picture.figure);
  CHECK_FALSE(picture.figure->is_sound);
  const std::string svg = FigureSvg(*library.FindExercise("plank"), picture, {});
  CHECK(svg.find("stroke-dasharray") != std::string::npos);
  CHECK(svg.find("A plank.") != std::string::npos);
  CHECK(svg.find("Plank: The hold") != std::string::npos);
}

TEST_CASE("stated angles stand, and contacts are the author's") {
  Sources sources;
  const Library library = LoadExample("exercises/plank.yaml", R"(figures:
  - id: hold
    view: left side
    pose: standing
    changes: {left hip: "flexion 90, abduction 10", both knees: flexion 20}
    contacts: [right foot]
    step: Lift
)",
                                      sources);
  const Figure& figure = *FirstOf(library).figure;
  CHECK(figure.is_sound);
  CHECK(figure.spec.view == View::kLeftSide);
  CHECK(figure.step == 1);
  CHECK(figure.placed.angles.At(Joint::kLeftHip, 0) == 90);
  CHECK(figure.placed.angles.At(Joint::kLeftHip, 1) == 10);
  CHECK(figure.placed.angles.At(Joint::kRightKnee, 0) == 20);
  REQUIRE(figure.spec.contacts.size() == 1);
  CHECK(figure.spec.contacts.front().part.name == "right foot");
}

TEST_CASE("a theme's accent colours shirt and arrows") {
  Theme theme;
  CHECK(ColoursOf(theme).arrow == "#0e4d5c");
  theme.colours["accent"] = {"#402060", {}};
  const FigureColours colours = ColoursOf(theme);
  CHECK(colours.arrow == "#402060");
  CHECK(colours.shirt == "#a090b0");
  CHECK(colours.skin == FigureColours{}.skin);
}

}  // namespace figure_test
}  // namespace guidec
