// The joints of the figure, their axes and how far each may go.
//
// Angles are degrees from the anatomical zero position: standing, arms at the sides, palms to the
// thighs, feet parallel. Flexion comes first, about the axis that runs from side to side; then
// abduction; then rotation about the limb (after Grood and Suntay 1983, "A joint coordinate system
// for the clinical description of three-dimensional motions", J Biomech Eng 105(2)).
//
// Limits: after the American Academy of Orthopaedic Surgeons, "Joint Motion: Method of Measuring and
// Recording" (1965), as clinical tables repeat its norms; the big toe's stand for all toes. Those for
// `body`, which is how the pelvis lies in the room, only close the circle.
#ifndef GUIDEC_FIGURE_JOINTS_H_
#define GUIDEC_FIGURE_JOINTS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guidec {

enum class Joint : std::uint8_t {
  kBody,
  kSpine,
  kNeck,
  kLeftShoulder,
  kRightShoulder,
  kLeftElbow,
  kRightElbow,
  kLeftWrist,
  kRightWrist,
  kLeftHip,
  kRightHip,
  kLeftKnee,
  kRightKnee,
  kLeftAnkle,
  kRightAnkle,
  kLeftToes,
  kRightToes,
};
enum class BodySide : std::uint8_t { kMiddle, kLeft, kRight };

inline constexpr std::size_t kJointCount = 17;
inline constexpr std::size_t kMaxMotions = 3;

// One axis of a joint: how the motion is called in its positive and its negative direction, and how
// many degrees each may have.
struct Motion {
  std::string_view positive;
  std::string_view negative;
  double most;   // degrees, of the positive direction
  double least;  // degrees, of the negative direction: a positive number
};

// Up to three motions, in the order in which they are applied.
std::span<const Motion> MotionsOf(Joint joint);

// "left knee", "spine".
std::string_view NameOf(Joint joint);

// The left knee's is the right knee's; the spine's is its own.
Joint Mirrored(Joint joint);

// Degrees of every motion of every joint.
struct Angles {
  std::array<std::array<double, kMaxMotions>, kJointCount> degrees{};

  double& At(Joint joint, std::size_t motion) { return degrees[static_cast<std::size_t>(joint)][motion]; }
  double At(Joint joint, std::size_t motion) const {
    return degrees[static_cast<std::size_t>(joint)][motion];
  }
};

// "left knee" → {kLeftKnee}, "both knees" → {kLeftKnee, kRightKnee}; empty for an unknown name.
std::vector<Joint> JointsNamed(std::string_view name);

// All names that JointsNamed knows.
const std::vector<std::string>& JointNames();

// A motion as written: "flexion 90".
struct Setting {
  std::size_t motion;
  double degrees;  // signed
};

// What is wrong with the bytes [begin, end) of the text.
struct PhraseError {
  std::size_t begin;
  std::size_t end;
  std::string message;
  bool beyond_limit = false;  // a known motion that goes too far
};

struct ReadMotions {
  std::vector<Setting> settings;
  std::vector<PhraseError> errors;
};

// Reads "flexion 90, abduction 10" for the joint.
ReadMotions ParseMotions(Joint joint, std::string_view text);

}  // namespace guidec

#endif  // GUIDEC_FIGURE_JOINTS_H_
