#include "figure/camera.h"

#include <cmath>
#include <numbers>

#include <Eigen/Geometry>

namespace guidec {
namespace {

using Eigen::Vector3d;

// Of the views between two sides, in degrees.
constexpr double kAside = 40;
constexpr double kAbove = 14;

// In degrees: 0 is the figure's front, 90 its left; 90 above is the top.
Camera CameraAt(double azimuth, double elevation) {
  const double a = azimuth * std::numbers::pi / 180;
  const double e = elevation * std::numbers::pi / 180;
  const Vector3d toward(std::cos(a) * std::cos(e), std::sin(a) * std::cos(e), std::sin(e));
  const Vector3d right(-std::sin(a), std::cos(a), 0);
  return {right, toward.cross(right), toward};
}

}  // namespace

Camera CameraOf(View view) {
  switch (view) {
    case View::kFront:
      return CameraAt(0, 0);
    case View::kBack:
      return CameraAt(180, 0);
    case View::kLeftSide:
      return CameraAt(90, 0);
    case View::kRightSide:
      return CameraAt(-90, 0);
    case View::kTop:
      return {Vector3d::UnitX(), Vector3d::UnitY(), Vector3d::UnitZ()};
    case View::kFrontLeft:
      return CameraAt(kAside, kAbove);
    case View::kFrontRight:
      return CameraAt(-kAside, kAbove);
    case View::kBackLeft:
      return CameraAt(180 - kAside, kAbove);
    case View::kBackRight:
      return CameraAt(180 + kAside, kAbove);
  }
  return CameraAt(0, 0);
}

bool Camera::IsLevel() const {
  return std::abs(toward.z()) < 1e-9;
}

}  // namespace guidec
