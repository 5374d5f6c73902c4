#include "figure/body.h"

#include <algorithm>
#include <cstdlib>
#include <numbers>

#include <Eigen/Geometry>

namespace guidec {
namespace {

using Eigen::AngleAxisd;
using Eigen::Matrix3d;
using Eigen::Vector3d;

// The trunk bends in two places on its way from hip to shoulder.
constexpr double kPelvisHeight = 0.07;
constexpr double kLumbarHeight = 0.08;
constexpr double kThoraxHeight = proportion::kTrunk - kPelvisHeight - kLumbarHeight;
constexpr double kNeckLength = 0.052;  // shoulder height 0.818 to chin 0.870
constexpr double kHipHalf = 0.05;
constexpr double kShoulderHalf = 0.1;
constexpr double kToeJoint = 0.062;  // ahead of the ankle

struct Link {
  Segment segment;
  Segment parent;
  Joint joint;
  double share;  // of the joint's angles: the trunk's are shared by two places
  Vector3d offset;
};

const std::array<Link, kSegmentCount>& Links() {
  using enum Segment;
  static const std::array<Link, kSegmentCount> links = {{
      {kPelvis, kPelvis, Joint::kBody, 1, {0, 0, 0}},
      {kLumbar, kPelvis, Joint::kSpine, 0.5, {0, 0, kPelvisHeight}},
      {kThorax, kLumbar, Joint::kSpine, 0.5, {0, 0, kLumbarHeight}},
      {kNeck, kThorax, Joint::kNeck, 0.5, {-0.008, 0, kThoraxHeight}},
      {kHead, kNeck, Joint::kNeck, 0.5, {0.01, 0, kNeckLength}},
      {kLeftUpperArm, kThorax, Joint::kLeftShoulder, 1, {0, kShoulderHalf, kThoraxHeight}},
      {kLeftForearm, kLeftUpperArm, Joint::kLeftElbow, 1, {0, 0, -proportion::kUpperArm}},
      {kLeftHand, kLeftForearm, Joint::kLeftWrist, 1, {0, 0, -proportion::kForearm}},
      {kRightUpperArm, kThorax, Joint::kRightShoulder, 1, {0, -kShoulderHalf, kThoraxHeight}},
      {kRightForearm, kRightUpperArm, Joint::kRightElbow, 1, {0, 0, -proportion::kUpperArm}},
      {kRightHand, kRightForearm, Joint::kRightWrist, 1, {0, 0, -proportion::kForearm}},
      {kLeftThigh, kPelvis, Joint::kLeftHip, 1, {0, kHipHalf, 0}},
      {kLeftShank, kLeftThigh, Joint::kLeftKnee, 1, {0, 0, -proportion::kThigh}},
      {kLeftFoot, kLeftShank, Joint::kLeftAnkle, 1, {0, 0, -proportion::kShank}},
      {kLeftToes, kLeftFoot, Joint::kLeftToes, 1, {kToeJoint, 0, -proportion::kAnkleHeight + 0.013}},
      {kRightThigh, kPelvis, Joint::kRightHip, 1, {0, -kHipHalf, 0}},
      {kRightShank, kRightThigh, Joint::kRightKnee, 1, {0, 0, -proportion::kThigh}},
      {kRightFoot, kRightShank, Joint::kRightAnkle, 1, {0, 0, -proportion::kShank}},
      {kRightToes, kRightFoot, Joint::kRightToes, 1, {kToeJoint, 0, -proportion::kAnkleHeight + 0.013}},
  }};
  return links;
}

Matrix3d About(const Vector3d& axis, double degrees) {
  return AngleAxisd(degrees * std::numbers::pi / 180, axis).toRotationMatrix();
}

// The axis of each motion while the segment stands in the zero position; the right limbs' second and
// third are the left ones' mirrored.
std::array<Vector3d, kMaxMotions> AxesOf(Joint joint) {
  const Vector3d x = Vector3d::UnitX();
  const Vector3d y = Vector3d::UnitY();
  const Vector3d z = Vector3d::UnitZ();
  const double side = NameOf(joint).starts_with("right") ? -1 : 1;
  switch (joint) {
    case Joint::kBody:
      return {z, y, x};
    case Joint::kSpine:
    case Joint::kNeck:
    case Joint::kLeftKnee:
    case Joint::kRightKnee:
      return {y, x, z};
    case Joint::kLeftElbow:
    case Joint::kRightElbow:
      return {-y, -side * z, x};
    // The palm faces the thigh: flexion moves the hand toward the body, radial deviation ahead.
    case Joint::kLeftWrist:
    case Joint::kRightWrist:
      return {-side * x, -y, z};
    default:
      return {-y, side * x, -side * z};
  }
}

Matrix3d RotationOf(const Angles& angles, Joint joint, double share) {
  Matrix3d rotation = Matrix3d::Identity();
  const auto axes = AxesOf(joint);
  const std::size_t count = MotionsOf(joint).size();
  for (std::size_t i = 0; i < count; ++i) {
    rotation = rotation * About(axes[i], angles.At(joint, i) * share);
  }
  return rotation;
}

std::vector<Ball> MiddleBalls() {
  using enum Segment;
  constexpr auto kMiddle = BodySide::kMiddle;
  return {
      {"crown", kMiddle, kHead, {-0.006, 0, 0.076}, 0.054},
      {"nape", kMiddle, kHead, {-0.026, 0, 0.046}, 0.036},
      {"forehead", kMiddle, kHead, {0.02, 0, 0.062}, 0.036},
      {"jaw", kMiddle, kHead, {0.024, 0, 0.025}, 0.0245},
      {"nose", kMiddle, kHead, {0.053, 0, 0.043}, 0.0075},
      {"neck", kMiddle, kNeck, {0, 0, 0}, 0.031},
      {"throat", kMiddle, kNeck, {0.01, 0, 0.052}, 0.028},
      {"breastbone", kMiddle, kThorax, {0.02, 0, 0.07}, 0.054},
      {"upper back", kMiddle, kThorax, {-0.014, 0, 0.075}, 0.058},
      {"belly", kMiddle, kLumbar, {0.014, 0, 0.036}, 0.05},
      {"lower back", kMiddle, kLumbar, {-0.008, 0, 0.036}, 0.05},
      {"sacrum", kMiddle, kPelvis, {-0.012, 0, 0.012}, 0.055},
  };
}

std::vector<Ball> LeftBalls() {
  using enum Segment;
  return {
      {"ear", BodySide::kLeft, kHead, {-0.004, 0.047, 0.046}, 0.009},
      {"shoulder", BodySide::kLeft, kThorax, {0, kShoulderHalf, kThoraxHeight}, 0.031},
      {"collar", BodySide::kLeft, kThorax, {-0.004, 0.045, kThoraxHeight + 0.008}, 0.027},
      {"ribs", BodySide::kLeft, kThorax, {0.002, 0.048, 0.062}, 0.048},
      {"waist", BodySide::kLeft, kLumbar, {0.004, 0.036, 0.042}, 0.042},
      {"hip", BodySide::kLeft, kPelvis, {0, 0.046, 0.008}, 0.05},
      {"buttock", BodySide::kLeft, kPelvis, {-0.026, 0.036, -0.008}, 0.047},
      {"upper arm", BodySide::kLeft, kLeftUpperArm, {0, 0, 0}, 0.031},
      {"biceps", BodySide::kLeft, kLeftUpperArm, {0.003, 0, -0.085}, 0.0285},
      {"elbow", BodySide::kLeft, kLeftUpperArm, {0, 0, -proportion::kUpperArm}, 0.0215},
      {"forearm", BodySide::kLeft, kLeftForearm, {0, 0, -0.045}, 0.0235},
      {"wrist", BodySide::kLeft, kLeftForearm, {0, 0, -proportion::kForearm}, 0.0155},
      {"palm", BodySide::kLeft, kLeftHand, {0.002, 0, -0.034}, 0.0175},
      {"fingers", BodySide::kLeft, kLeftHand, {0, -0.003, -0.068}, 0.012},
      {"fingertips", BodySide::kLeft, kLeftHand, {0, -0.006, -0.099}, 0.009},
      {"thumb root", BodySide::kLeft, kLeftHand, {0.012, 0, -0.022}, 0.011},
      {"thumb", BodySide::kLeft, kLeftHand, {0.026, -0.004, -0.056}, 0.0075},
      {"thigh root", BodySide::kLeft, kLeftThigh, {0, 0, 0}, 0.053},
      {"thigh", BodySide::kLeft, kLeftThigh, {0.006, 0, -0.08}, 0.048},
      {"knee", BodySide::kLeft, kLeftThigh, {0, 0, -proportion::kThigh}, 0.032},
      {"calf", BodySide::kLeft, kLeftShank, {-0.011, 0, -0.07}, 0.0335},
      {"ankle", BodySide::kLeft, kLeftShank, {0, 0, -proportion::kShank}, 0.0205},
      {"heel", BodySide::kLeft, kLeftFoot, {-0.024, 0, -proportion::kAnkleHeight + 0.021}, 0.021},
      {"instep", BodySide::kLeft, kLeftFoot, {0.028, 0, -0.012}, 0.0185},
      {"ball", BodySide::kLeft, kLeftFoot, {kToeJoint, -0.012, -proportion::kAnkleHeight + 0.0135}, 0.0135},
      {"little toe",
       BodySide::kLeft,
       kLeftFoot,
       {kToeJoint - 0.006, 0.012, -proportion::kAnkleHeight + 0.0125},
       0.0125},
      {"toe root", BodySide::kLeft, kLeftToes, {0, -0.01, 0}, 0.0135},
      {"toes", BodySide::kLeft, kLeftToes, {0.034, -0.005, -0.0025}, 0.0105},
      {"small toes", BodySide::kLeft, kLeftToes, {0.022, 0.012, -0.0035}, 0.0095},
  };
}

Ball Mirrored(Ball ball) {
  ball.centre.y() = -ball.centre.y();
  const auto index = static_cast<std::size_t>(ball.segment);
  const auto step = ball.segment >= Segment::kLeftThigh      ? 4U
                    : ball.segment >= Segment::kLeftUpperArm ? 3U
                                                             : 0U;
  ball.side = BodySide::kRight;
  ball.segment = static_cast<Segment>(index + step);
  return ball;
}

std::vector<Ball> MakeBalls() {
  std::vector<Ball> balls = MiddleBalls();
  const std::vector<Ball> left = LeftBalls();
  balls.insert(balls.end(), left.begin(), left.end());
  std::ranges::transform(left, std::back_inserter(balls), Mirrored);
  return balls;
}

}  // namespace

Posture PostureOf(const Angles& angles, const Vector3d& hips) {
  Posture posture;
  for (const Link& link : Links()) {
    Frame& frame = posture.frames[static_cast<std::size_t>(link.segment)];
    const Matrix3d turn = RotationOf(angles, link.joint, link.share);
    if (link.segment == Segment::kPelvis) {
      frame = {turn, hips};
      continue;
    }
    const Frame& parent = posture.Of(link.parent);
    frame = {parent.axes * turn, parent.axes * link.offset + parent.origin};
  }
  return posture;
}

Segment ParentOf(Segment segment) {
  return Links()[static_cast<std::size_t>(segment)].parent;
}

const std::vector<Ball>& Balls() {
  static const std::vector<Ball> balls = MakeBalls();
  return balls;
}

std::size_t BallIndex(std::string_view name, BodySide side) {
  const auto found =
      std::ranges::find_if(Balls(), [&](const Ball& ball) { return ball.name == name && ball.side == side; });
  if (found == Balls().end()) std::abort();
  return static_cast<std::size_t>(found - Balls().begin());
}

}  // namespace guidec
