#include "figure/hull.h"

#include <string_view>
#include <utility>

#include <Eigen/Geometry>
#include <catch2/catch.hpp>

#include "figure/camera.h"

namespace guidec {
namespace hull_test {

TEST_CASE("a coordinate has one decimal, and no more digits than it needs") {
  const std::pair<double, std::string_view> numbers[] = {
      {0, "0"},       {1, "1"},        {10, "10"},    {12.34, "12.3"}, {12.36, "12.4"},
      {-2.5, "-2.5"}, {-3, "-3"},      {0.04, "0"},   {-0.04, "0"},    {-0.06, "-0.1"},
      {0.96, "1"},    {100.04, "100"}, {-0.96, "-1"}, {-10.02, "-10"}};
  for (const auto& [number, text] : numbers) CHECK(Number(number) == text);
  CHECK(PointText({0.5, -0.25}, 10) == "5 2.5");
  CHECK(PointText({-0.125, 3}, 8) == "-1 -24");
}

TEST_CASE("a hull goes around its circles by arcs and tangents") {
  const Circle large{{0, 0}, 2};
  const std::string alone = "M20 0 A20 20 0 1 0 -20 0 A20 20 0 1 0 20 0Z";
  CHECK(HullPath({large}, 10) == alone);
  CHECK(HullPath({{{1, 2}, 0.5}}, 10) == "M15 -20 A5 5 0 1 0 5 -20 A5 5 0 1 0 15 -20Z");
  // One that lies within another does not show.
  CHECK(HullPath({large, {{0.5, 0}, 1}}, 10) == alone);
  CHECK(HullPath({{{0.5, 0}, 1}, large}, 10) == alone);
  CHECK(HullPath({large, large}, 10) == alone);
  // The tangents' cosine is 1 / 4: so much larger is the one, for the distance of their centres.
  constexpr std::string_view kTwo = "M42.5 -9.7L5 -19.4A20 20 0 1 0 5 19.4L42.5 9.7A10 10 0 0 0 42.5 -9.7Z";
  CHECK(HullPath({large, {{4, 0}, 1}}, 10) == kTwo);
  CHECK(HullPath({{{4, 0}, 1}, large}, 10) == kTwo);
  CHECK(HullPath({{{4, 0}, 1}, large, {{1, 0.5}, 0.5}}, 10) == kTwo);
  // Turned by a right angle.
  CHECK(HullPath({large, {{0, 4}, 1}}, 10) ==
        "M19.4 -5L9.7 -42.5A10 10 0 0 0 -9.7 -42.5L-19.4 -5A20 20 0 1 0 19.4 -5Z");
  CHECK(
      HullPath({{{0, 0}, 1}, {{6, 0}, 1}, {{3, 6}, 1}}, 10) ==
      "M68.9 -4.5L38.9 -64.5A10 10 0 0 0 21.1 -64.5L-8.9 -4.5A10 10 0 0 0 0 10L60 10A10 10 0 0 0 68.9 -4.5Z");
}

TEST_CASE("each view has its axes") {
  using Eigen::Vector3d;
  struct Row {
    View view;
    Vector3d right;
    Vector3d toward;
    bool is_level;
  };
  const double aside_cos = 0.7660444;
  const double aside_sin = 0.6427876;
  const double above_cos = 0.9702957;
  const double above_sin = 0.2419219;
  const auto between = [&](double ahead, double left) {
    return Vector3d(ahead * aside_cos * above_cos, left * aside_sin * above_cos, above_sin);
  };
  const Row rows[] = {
      {View::kFront, {0, 1, 0}, {1, 0, 0}, true},
      {View::kBack, {0, -1, 0}, {-1, 0, 0}, true},
      {View::kLeftSide, {-1, 0, 0}, {0, 1, 0}, true},
      {View::kRightSide, {1, 0, 0}, {0, -1, 0}, true},
      {View::kTop, {1, 0, 0}, {0, 0, 1}, false},
      {View::kFrontLeft, {-aside_sin, aside_cos, 0}, between(1, 1), false},
      {View::kFrontRight, {aside_sin, aside_cos, 0}, between(1, -1), false},
      {View::kBackLeft, {-aside_sin, -aside_cos, 0}, between(-1, 1), false},
      {View::kBackRight, {aside_sin, -aside_cos, 0}, between(-1, -1), false},
  };
  for (const Row& row : rows) {
    INFO(NameOf(row.view));
    const Camera camera = CameraOf(row.view);
    CHECK((camera.right - row.right).norm() < 1e-6);
    CHECK((camera.toward - row.toward).norm() < 1e-6);
    CHECK((camera.up - row.toward.cross(row.right)).norm() < 1e-6);
    CHECK(camera.IsLevel() == row.is_level);
    const Vector3d point = 2 * camera.right - 3 * camera.up + 5 * camera.toward;
    CHECK((camera(point) - Eigen::Vector2d(2, -3)).norm() < 1e-9);
  }
}

}  // namespace hull_test
}  // namespace guidec
