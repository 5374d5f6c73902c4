// Which circle lies farthest out is found for each of many directions; where one takes over from the
// next, both have the same tangent, whose direction has a closed form.
#include "figure/hull.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

namespace guidec {
namespace {

using Eigen::Vector2d;

constexpr int kHullDirections = 120;
constexpr double kStep = 2 * std::numbers::pi / kHullDirections;

Vector2d Towards(double angle) {
  return {std::cos(angle), std::sin(angle)};
}

// The i-th of kHullDirections.
Vector2d UnitVector(int i) {
  static const std::vector<Vector2d> directions = [] {
    std::vector<Vector2d> all;
    for (int k = 0; k < kHullDirections; ++k) all.push_back(Towards(k * kStep));
    return all;
  }();
  return directions[static_cast<std::size_t>(i % kHullDirections)];
}

std::size_t Farthest(const std::vector<Circle>& circles, const Vector2d& direction) {
  std::size_t best = 0;
  double most = -1e9;
  for (std::size_t i = 0; i < circles.size(); ++i) {
    const double reach = circles[i].centre.dot(direction) + circles[i].radius;
    if (reach > most + 1e-12) {
      most = reach;
      best = i;
    }
  }
  return best;
}

// The direction near `guess` in which both circles reach equally far.
double SharedTangent(const Circle& a, const Circle& b, double guess) {
  const Vector2d apart = a.centre - b.centre;
  const double base = std::atan2(apart.y(), apart.x());
  const double spread = std::acos(std::clamp((b.radius - a.radius) / apart.norm(), -1.0, 1.0));
  const auto away = [&](double angle) {
    return std::abs(std::remainder(angle - guess, 2 * std::numbers::pi));
  };
  const double first = base + spread;
  const double second = base - spread;
  return guess + std::remainder((away(first) < away(second) ? first : second) - guess, 2 * std::numbers::pi);
}

struct Corner {
  std::size_t from;
  std::size_t to;
  double angle;
};

}  // namespace

std::string Number(double value) {
  std::string text = fmt::format("{:.1f}", value);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text == "-0" ? "0" : text;
}

std::string PointText(const Vector2d& point, double scale) {
  return fmt::format("{} {}", Number(point.x() * scale), Number(-point.y() * scale));
}

std::string HullPath(const std::vector<Circle>& circles, double scale) {
  std::vector<Corner> corners;
  std::size_t current = Farthest(circles, UnitVector(0));
  for (int i = 1; i <= kHullDirections; ++i) {
    const std::size_t next = Farthest(circles, UnitVector(i));
    if (next == current) continue;
    corners.push_back({current, next, SharedTangent(circles[current], circles[next], (i - 0.5) * kStep)});
    current = next;
  }
  if (corners.empty()) {
    const Circle& circle = circles[current];
    const Vector2d right(circle.radius, 0);
    const std::string radius = Number(circle.radius * scale);
    return fmt::format("M{} A{} {} 0 1 0 {} A{} {} 0 1 0 {}Z", PointText(circle.centre + right, scale),
                       radius, radius, PointText(circle.centre - right, scale), radius, radius,
                       PointText(circle.centre + right, scale));
  }
  const auto at = [&](std::size_t circle, double angle) {
    return PointText(circles[circle].centre + circles[circle].radius * Towards(angle), scale);
  };
  std::string path;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const Corner& corner = corners[i];
    const Corner& next = corners[(i + 1) % corners.size()];
    double sweep = next.angle - corner.angle;
    if (sweep < 0) sweep += 2 * std::numbers::pi;
    const std::string radius = Number(circles[corner.to].radius * scale);
    if (i == 0) path = "M" + at(corner.from, corner.angle);
    path += fmt::format("L{}A{} {} 0 {} 0 {}", at(corner.to, corner.angle), radius, radius,
                        sweep > std::numbers::pi ? 1 : 0, at(corner.to, next.angle));
  }
  return path + "Z";
}

}  // namespace guidec
