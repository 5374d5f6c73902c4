// What is marked on a figure: where it stretches, and which way it moves.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include <fmt/format.h>
#include <Eigen/Geometry>

#include "figure/scene.h"

namespace guidec {
namespace {

using Eigen::Vector2d;
using Eigen::Vector3d;

// The band of a stretch: where its middle lies and how wide it is, in radii of the limb.
constexpr double kBandOut = 0.62;
constexpr double kBandWidth = 0.4;
constexpr double kBandBias = 0.03;    // of its depth
constexpr double kBandOutline = 1.4;  // in outlines
constexpr double kRayWidth = 1.7;     // in outlines
constexpr double kRayFrom = 0.66;     // in radii of the limb
constexpr double kRayTo = 1.15;
constexpr double kRaySpread = 0.25;  // of the band's length
constexpr double kAroundTip = 0.01;

constexpr double kArrowLength = 0.17;
constexpr double kShortestSeen = 0.2;  // of a direction's length, on the picture
constexpr double kAboveFloor = 0.02;
constexpr double kAroundBody = 0.03;
constexpr double kHeadLength = 2;  // in widths of an arrow
constexpr double kHeadHalfWidth = 1.45;
constexpr double kAroundArrow = 1.6;
constexpr double kHaloWidth = 5;    // picture units
constexpr double kHeadOutline = 2;  // picture units

// Where an arrow is tried, from the middle of its part: along its direction and across it.
constexpr double kAlongFrom = -0.36;
constexpr double kAlongTo = 0.2;
constexpr double kAcross = 0.2;
constexpr double kTryStep = 0.04;
constexpr double kCostOfOverlap = 12;
constexpr double kCostOfAcross = 0.8;
constexpr double kOverlapShare = 1.8;

// A turn's arc around the trunk.
constexpr double kArcRadius = 0.165;
constexpr double kArcUp = 0.01;
constexpr double kArcTip = 0.05;    // down the picture: seen edge-on, a circle is a line
constexpr double kArcDegrees = 62;  // to either side
constexpr int kArcSteps = 16;

Vector3d NormalOf(const Site& site, const Eigen::Matrix3d& axes) {
  switch (site.facing) {
    case Direction::kForward:
      return axes.col(0);
    case Direction::kBackward:
      return -axes.col(0);
    case Direction::kLeft:
      return axes.col(1);
    default:
      return -axes.col(1);
  }
}

// Rays, so that the mark is one without its colour too.
std::string RaysOf(const std::vector<Circle>& band, double from_radius, double to_radius,
                   const Vector2d& outward, Extent& bounds) {
  const Vector2d along = band[1].centre - band[0].centre;
  std::string rays;
  for (const double share : {0.0, 0.5, 1.0}) {
    const Vector2d foot = band[0].centre + along * share;
    const double reach = from_radius + (to_radius - from_radius) * share;
    const Vector2d tip = foot + outward * reach * kRayTo + along * (share - 0.5) * kRaySpread;
    rays +=
        fmt::format("M{}L{}", PointText(foot + outward * reach * kRayFrom, kScale), PointText(tip, kScale));
    bounds.Add(tip, kAroundTip);
  }
  return rays;
}

// How much of the stroke from `a` to `b` lies over the body.
double Overlap(const Scene& scene, const Vector2d& a, const Vector2d& b) {
  double overlap = 0;
  for (int i = 0; i <= 4; ++i) {
    const Vector2d point = a + (b - a) * (i / 4.0);
    double deepest = 0;
    for (const Circle& circle : scene.circles) {
      deepest = std::max(deepest, circle.radius + kAroundBody - (circle.centre - point).norm());
    }
    overlap += deepest * kOverlapShare;
  }
  return overlap;
}

// Where an arrow of that direction covers little and is near its part.
Vector2d BestStart(const Scene& scene, const Vector2d& centre, const Vector2d& direction) {
  const Vector2d aside(-direction.y(), direction.x());
  Vector2d best = centre;
  double least = std::numeric_limits<double>::max();
  // NOLINTNEXTLINE(cert-flp30-c,clang-analyzer-security.FloatLoopCounter): ends between two steps.
  for (double along = kAlongFrom; along <= kAlongTo + 0.0001; along += kTryStep) {
    // NOLINTNEXTLINE(cert-flp30-c,clang-analyzer-security.FloatLoopCounter)
    for (double across = -kAcross; across <= kAcross + 0.0001; across += kTryStep) {
      const Vector2d start = centre + direction * along + aside * across;
      const Vector2d end = start + direction * kArrowLength;
      if (scene.camera.IsLevel() && std::min(start.y(), end.y()) < kAboveFloor) continue;
      const double away = (start + direction * kArrowLength / 2 - centre).norm();
      const double over = Overlap(scene, start, end + direction * kArrowWidth * kHeadLength);
      const double cost = over * kCostOfOverlap + away + std::abs(across) * kCostOfAcross;
      if (cost < least) {
        least = cost;
        best = start;
      }
    }
  }
  return best;
}

void PaintStroke(Scene& scene, const std::vector<Vector2d>& points) {
  std::string path;
  for (std::size_t i = 0; i < points.size(); ++i) {
    path += (i == 0 ? "M" : "L") + PointText(points[i], kScale);
    scene.bounds.Add(points[i], kArrowWidth * kAroundArrow);
  }
  const Vector2d& tip = points.back();
  const Vector2d direction = (tip - points[points.size() - 2]).normalized();
  const Vector2d aside(-direction.y(), direction.x());
  const Vector2d point = tip + direction * kArrowWidth * kHeadLength;
  const std::string head = fmt::format("M{}L{}L{}Z", PointText(point, kScale),
                                       PointText(tip + aside * kArrowWidth * kHeadHalfWidth, kScale),
                                       PointText(tip - aside * kArrowWidth * kHeadHalfWidth, kScale));
  scene.bounds.Add(point, kAroundTip);
  const auto draw = [&](const std::string& colour, double extra) {
    scene.above += fmt::format(
        R"(<path d="{}" fill="none" stroke="{}" stroke-width="{}" stroke-linecap="round" stroke-linejoin="round"/>)",
        path, colour, Number(kArrowWidth * kScale + extra));
    scene.above +=
        fmt::format(R"(<path d="{}" fill="{}" stroke="{}" stroke-width="{}" stroke-linejoin="round"/>)", head,
                    colour, colour, Number(kHeadOutline + extra));
  };
  draw(scene.colours.paper, kHaloWidth);
  draw(scene.colours.arrow, 0);
}

// Around the trunk's own axis, on the side of the eye.
void PaintTurn(Scene& scene, const Arrow& arrow) {
  const Frame& frame = scene.placed.posture.Of(Balls()[arrow.part.balls.front()].segment);
  const Vector3d axis = frame.axes.col(2);
  const Vector3d centre = scene.CentreOfPart(arrow.part) + axis * kArcUp;
  Vector3d front = scene.camera.toward - axis * scene.camera.toward.dot(axis);
  if (front.norm() < kShortestSeen) front = frame.axes.col(0);
  front.normalize();
  const Vector3d side = axis.cross(front);
  const double sense = arrow.direction == Direction::kTurnLeft ? 1 : -1;
  std::vector<Vector2d> points;
  for (int i = 0; i <= kArcSteps; ++i) {
    const double share = static_cast<double>(i) / kArcSteps * 2 - 1;
    const double angle = sense * share * kArcDegrees * std::numbers::pi / 180;
    const Vector3d point = centre + kArcRadius * (std::cos(angle) * front + std::sin(angle) * side);
    points.push_back(scene.camera(point) - Vector2d(0, kArcTip * std::cos(angle)));
  }
  PaintStroke(scene, points);
}

}  // namespace

void PaintStretch(Scene& scene) {
  if (!scene.spec.stretch) return;
  const Site& site = *scene.spec.stretch;
  const Ball& ball = Balls()[site.ball];
  const Vector3d& centre = scene.centres[site.ball];
  const Vector3d normal = NormalOf(site, scene.placed.posture.Of(ball.segment).axes);
  const double to_radius = ball.radius + (Balls()[site.toward].radius - ball.radius) * site.along;
  const Vector3d from = centre + normal * ball.radius * kBandOut;
  const Vector3d to_centre = centre + (scene.centres[site.toward] - centre) * site.along;
  const Vector3d to = to_centre + normal * to_radius * kBandOut;
  const std::vector<Circle> band = {{scene.camera(from), ball.radius * kBandWidth},
                                    {scene.camera(to), to_radius * kBandWidth}};
  std::string svg =
      fmt::format(R"(<path d="{}" fill="{}" stroke="{}" stroke-width="{}"/>)", HullPath(band, kScale),
                  scene.colours.stretch, scene.colours.paper, Number(kOutline * kBandOutline));
  Vector2d outward = scene.camera(from) - scene.camera(centre);
  outward = outward.norm() < 1e-6 ? Vector2d(0, 0) : outward.normalized().eval();
  svg += fmt::format(R"(<path d="{}" fill="none" stroke="{}" stroke-width="{}" stroke-linecap="round"/>)",
                     RaysOf(band, ball.radius, to_radius, outward, scene.bounds), scene.colours.stretch,
                     Number(kOutline * kRayWidth));
  scene.layers.push_back({centre.dot(scene.camera.toward) + kBandBias, svg});
}

void PaintArrow(Scene& scene, const Arrow& arrow) {
  if (arrow.direction == Direction::kTurnLeft || arrow.direction == Direction::kTurnRight) {
    return PaintTurn(scene, arrow);
  }
  Vector2d direction = scene.camera(DirectionOf(arrow.direction));
  if (direction.norm() < kShortestSeen) return;  // towards the eye or away from it
  direction.normalize();
  const Vector2d start = BestStart(scene, scene.camera(scene.CentreOfPart(arrow.part)), direction);
  PaintStroke(scene, {start, start + direction * kArrowLength});
}

}  // namespace guidec
