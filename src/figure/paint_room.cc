// What a figure stands on, leans on and sits on.
#include <algorithm>
#include <cmath>
#include <variant>
#include <vector>

#include <fmt/format.h>
#include <Eigen/Geometry>

#include "figure/scene.h"

namespace guidec {
namespace {

using Eigen::Vector3d;

constexpr double kCorner = 0.003;      // radius of a box's corners
constexpr double kBoxOutline = 0.6;    // in outlines
constexpr double kFloorOutline = 1.2;  // in outlines
constexpr double kFloorBelow = -0.004;
constexpr double kFloorAround = 0.006;
constexpr double kFloorBeyond = 0.01;

constexpr double kMatAround = 0.09;
constexpr double kMatHalfWidth = 0.17;  // at least

constexpr double kWallHeight = 1.06;
constexpr double kWallThickness = 0.03;  // of one that is seen edge-on
constexpr double kWallHalfWidth = 0.36;  // of one that is not
constexpr double kWallTint = 0.4;        // of the paper's colour
constexpr double kEdgeOn = 0.2;          // cosine

constexpr double kSeatHalf = 0.12;
constexpr double kSeatThickness = 0.02;
constexpr double kChairLeg = 0.012;
constexpr double kSitterBack = 0.05;  // how far behind the seat's middle who sits on it sits

std::string BoxSvg(Scene& scene, const Vector3d& least, const Vector3d& most, const std::string& colour) {
  std::vector<Circle> corners;
  for (int i = 0; i < 8; ++i) {
    const Vector3d corner((i & 1) != 0 ? most.x() : least.x(), (i & 2) != 0 ? most.y() : least.y(),
                          (i & 4) != 0 ? most.z() : least.z());
    corners.push_back({scene.camera(corner), kCorner});
    scene.bounds.Add(corners.back().centre, kCorner);
  }
  return fmt::format(R"(<path d="{}" fill="{}" stroke="{}" stroke-width="{}"/>)", HullPath(corners, kScale),
                     colour, scene.colours.floor, Number(kOutline * kBoxOutline));
}

bool RestsOn(const Contact& contact, Surface surface) {
  const auto* on = std::get_if<Surface>(&contact.on);
  return on != nullptr && *on == surface;
}

// Below all that bears on it, and no farther than what bears on the bare floor.
void PaintMat(Scene& scene) {
  Vector3d least = Vector3d::Constant(1e9);
  Vector3d most = Vector3d::Constant(-1e9);
  for (const Contact& contact : scene.spec.contacts) {
    if (!RestsOn(contact, Surface::kMat)) continue;
    for (const std::size_t ball : contact.part.balls) {
      least = least.cwiseMin(scene.centres[ball]);
      most = most.cwiseMax(scene.centres[ball]);
    }
  }
  if (least.x() > most.x()) return;
  const double half = std::max(kMatHalfWidth, (most.y() - least.y()) / 2 + kMatAround);
  const double middle = (most.y() + least.y()) / 2;
  scene.behind = BoxSvg(scene, {least.x() - kMatAround, middle - half, 0},
                        {most.x() + kMatAround, middle + half, kMatHeight}, scene.colours.prop) +
                 scene.behind;
}

void PaintWall(Scene& scene, const Prop& prop) {
  const Vector3d normal = DirectionOf(prop.place);
  const Vector3d foot = normal * scene.placed.wall;
  const Vector3d up(0, 0, kWallHeight);
  const double edge_on = std::abs(normal.dot(scene.camera.toward));
  if (edge_on > kEdgeOn && normal.dot(scene.camera.toward) > 0) return;  // between the eye and the figure
  std::string svg;
  if (edge_on < kEdgeOn) {
    const Vector3d back = foot + normal * kWallThickness;
    svg = BoxSvg(scene, foot.cwiseMin(back), back.cwiseMax(foot) + up, scene.colours.prop);
  } else {
    const Vector3d along = Vector3d::UnitZ().cross(normal);
    const Vector3d a = foot - along * kWallHalfWidth;
    const Vector3d b = foot + along * kWallHalfWidth + up;
    svg = BoxSvg(scene, a.cwiseMin(b), a.cwiseMax(b),
                 MixedColour(scene.colours.prop, scene.colours.paper, kWallTint));
  }
  scene.behind = svg + scene.behind;
}

// A chair by the middle of its seat; `back` is 1 where the back rest is in front, else -1.
std::string ChairSvg(Scene& scene, double x, double y, double back) {
  const std::string& colour = scene.colours.prop;
  std::string svg;
  for (const double dx : {-kSeatHalf, kSeatHalf - kChairLeg}) {
    for (const double dy : {-kSeatHalf, kSeatHalf - kChairLeg}) {
      svg +=
          BoxSvg(scene, {x + dx, y + dy, 0}, {x + dx + kChairLeg, y + dy + kChairLeg, kSeatHeight}, colour);
    }
  }
  const double rest = back < 0 ? x - kSeatHalf : x + kSeatHalf - kChairLeg;
  svg += BoxSvg(scene, {rest, y - kSeatHalf, kSeatHeight},
                {rest + kChairLeg, y + kSeatHalf, kChairBackHeight}, colour);
  svg += BoxSvg(scene, {x - kSeatHalf, y - kSeatHalf, kSeatHeight - kSeatThickness},
                {x + kSeatHalf, y + kSeatHalf, kSeatHeight}, colour);
  return svg;
}

void PaintChair(Scene& scene, const Prop& prop) {
  Vector3d under = Vector3d::Zero();
  int count = 0;
  bool is_sat_on = false;
  for (const Contact& contact : scene.spec.contacts) {
    if (!RestsOn(contact, Surface::kChair)) continue;
    under += scene.CentreOfPart(contact.part);
    is_sat_on = is_sat_on || Balls()[contact.part.balls.front()].segment == Segment::kPelvis;
    ++count;
  }
  if (count == 0) return;
  under /= count;
  // The back rest: behind who sits, else towards the figure.
  const double back = is_sat_on ? -1 : prop.place == Direction::kBackward ? 1 : -1;
  const double x = is_sat_on ? under.x() + kSitterBack : under.x() - back * kSeatHalf;
  scene.behind = ChairSvg(scene, x, under.y(), back) + scene.behind;
}

}  // namespace

void PaintProp(Scene& scene, const Prop& prop) {
  switch (prop.kind) {
    case PropKind::kMat:
      return PaintMat(scene);
    case PropKind::kWall:
      return PaintWall(scene, prop);
    case PropKind::kChair:
      return PaintChair(scene, prop);
  }
}

void PaintFloor(Scene& scene) {
  Extent& bounds = scene.bounds;
  bounds.Add({bounds.least.x(), kFloorBelow}, kFloorAround);
  scene.behind += fmt::format(R"(<path d="M{}L{}" stroke="{}" stroke-width="{}" stroke-linecap="round"/>)",
                              PointText({bounds.least.x() - kFloorBeyond, kFloorBelow}, kScale),
                              PointText({bounds.most.x() + kFloorBeyond, kFloorBelow}, kScale),
                              scene.colours.floor, Number(kOutline * kFloorOutline));
}

}  // namespace guidec
