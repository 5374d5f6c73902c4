// The body of the figure: segments joined at joints, and round flesh about them.
//
// Lengths are fractions of the body's height. The room's axes: x ahead of the figure, y to its left,
// z up, the floor at z = 0. A segment's own axes are the room's while it stands in the zero position;
// its origin is the joint by which it hangs on the one before.
//
// Lengths of segments: R. Drillis and R. Contini, "Body Segment Parameters", New York University
// Technical Report 1166.03, 1966, after D. A. Winter, "Biomechanics and Motor Control of Human
// Movement", figure 4.1: trunk from hip to shoulder 0.288, upper arm 0.186, forearm 0.146, hand 0.108,
// thigh 0.245, shank 0.246, foot 0.152 long and 0.039 high. Radii of the flesh, and how the trunk is
// divided, are our own: they shape the drawing.
#ifndef GUIDEC_FIGURE_BODY_H_
#define GUIDEC_FIGURE_BODY_H_

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include <Eigen/Core>

#include "figure/joints.h"

namespace guidec {

enum class Segment : std::uint8_t {
  kPelvis,
  kLumbar,
  kThorax,
  kNeck,
  kHead,
  kLeftUpperArm,
  kLeftForearm,
  kLeftHand,
  kRightUpperArm,
  kRightForearm,
  kRightHand,
  kLeftThigh,
  kLeftShank,
  kLeftFoot,
  kLeftToes,
  kRightThigh,
  kRightShank,
  kRightFoot,
  kRightToes,
};
inline constexpr std::size_t kSegmentCount = 19;

namespace proportion {
inline constexpr double kTrunk = 0.288;
inline constexpr double kUpperArm = 0.186;
inline constexpr double kForearm = 0.146;
inline constexpr double kHand = 0.108;
inline constexpr double kThigh = 0.245;
inline constexpr double kShank = 0.246;
inline constexpr double kFootLength = 0.152;
inline constexpr double kAnkleHeight = 0.039;
}  // namespace proportion

struct Frame {
  Eigen::Matrix3d axes = Eigen::Matrix3d::Identity();  // the segment's axes as columns, in the room
  Eigen::Vector3d origin = Eigen::Vector3d::Zero();
};

// Where every segment is.
struct Posture {
  std::array<Frame, kSegmentCount> frames;

  const Frame& Of(Segment segment) const { return frames[static_cast<std::size_t>(segment)]; }
};

// Forward kinematics: the mid-point between the hips is put at `hips`.
Posture PostureOf(const Angles& angles, const Eigen::Vector3d& hips);

// The segment between this one and the pelvis; the pelvis is its own.
Segment ParentOf(Segment segment);

// A ball of flesh about a point of a segment.
struct Ball {
  std::string_view name;  // without a side: "knee"
  BodySide side;
  Segment segment;
  Eigen::Vector3d centre;  // in the segment's axes
  double radius;
};

// All balls of the body: those of the trunk, then of both sides.
const std::vector<Ball>& Balls();

// The index in Balls() of a ball that is there.
std::size_t BallIndex(std::string_view name, BodySide side = BodySide::kMiddle);

inline Eigen::Vector3d CentreOf(const Posture& posture, const Ball& ball) {
  const Frame& frame = posture.Of(ball.segment);
  return frame.axes * ball.centre + frame.origin;
}

}  // namespace guidec

#endif  // GUIDEC_FIGURE_BODY_H_
