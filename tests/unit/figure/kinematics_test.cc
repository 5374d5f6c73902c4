#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <catch2/catch.hpp>

#include "figure/body.h"

namespace guidec {
namespace kinematics_test {

using Eigen::Vector3d;

const Vector3d kHips(0, 0, 0.53);  // hip height of Drillis and Contini

struct Turn {
  std::string_view joint;
  std::string_view motions;
};

Angles AnglesOf(const std::vector<Turn>& turns) {
  Angles angles;
  for (const Turn& turn : turns) {
    for (const Joint joint : JointsNamed(turn.joint)) {
      for (const Setting& setting : ParseMotions(joint, turn.motions).settings) {
        angles.At(joint, setting.motion) = setting.degrees;
      }
    }
  }
  return angles;
}

TEST_CASE("joints lie where a hand computes them") {
  struct Case {
    std::vector<Turn> turns;
    Segment segment;  // whose origin is compared
    Vector3d at;
  };
  const Case cases[] = {
      {{}, Segment::kLeftFoot, {0, 0.05, 0.039}},
      {{}, Segment::kRightHand, {0, -0.1, 0.818 - 0.186 - 0.146}},
      {{{"left hip", "flexion 90"}}, Segment::kLeftShank, {0.245, 0.05, 0.53}},
      {{{"left hip", "extension 30"}}, Segment::kLeftShank, {-0.1225, 0.05, 0.53 - 0.245 * 0.866025}},
      {{{"left hip", "flexion 90"}, {"left knee", "flexion 90"}}, Segment::kLeftFoot, {0.245, 0.05, 0.284}},
      {{{"right knee", "flexion 90"}}, Segment::kRightFoot, {-0.246, -0.05, 0.285}},
      // Turning the thigh inward swings the bent shank outward.
      {{{"left hip", "internal rotation 30"}, {"left knee", "flexion 90"}},
       Segment::kLeftFoot,
       {-0.246 * 0.866025, 0.05 + 0.123, 0.285}},
      {{{"right hip", "internal rotation 30"}, {"right knee", "flexion 90"}},
       Segment::kRightFoot,
       {-0.246 * 0.866025, -0.05 - 0.123, 0.285}},
      {{{"both shoulders", "abduction 90"}}, Segment::kLeftForearm, {0, 0.286, 0.818}},
      {{{"both shoulders", "abduction 90"}}, Segment::kRightForearm, {0, -0.286, 0.818}},
      {{{"right shoulder", "flexion 180"}}, Segment::kRightForearm, {0, -0.1, 0.818 + 0.186}},
      {{{"left elbow", "flexion 90"}}, Segment::kLeftHand, {0.146, 0.1, 0.632}},
      {{{"spine", "rotation left 40"}}, Segment::kLeftUpperArm, {-0.064279, 0.076604, 0.818}},
      {{{"body", "tilt backward 90"}}, Segment::kLeftUpperArm, {-0.288, 0.1, 0.53}},
      {{{"body", "tilt forward 90"}}, Segment::kRightFoot, {-0.491, -0.05, 0.53}},
      {{{"body", "roll left 90"}}, Segment::kLeftUpperArm, {0, 0.288, 0.43}},
      // Half of the spine's bend is at the small of the back, half a little above it.
      {{{"spine", "flexion 60"}},
       Segment::kLeftUpperArm,
       {0.08 * 0.5 + 0.138 * 0.866025, 0.1, 0.53 + 0.07 + 0.08 * 0.866025 + 0.138 * 0.5}},
  };
  for (const Case& c : cases) {
    INFO(static_cast<int>(c.segment) << " " << (c.turns.empty() ? "" : c.turns.front().motions));
    const Vector3d found = PostureOf(AnglesOf(c.turns), kHips).Of(c.segment).origin;
    CHECK((found - c.at).norm() < 1e-5);
  }
}

TEST_CASE("each motion turns its segment about its own axis") {
  struct Case {
    std::vector<Turn> turns;
    Segment segment;
    int axis;  // of the segment: 0 ahead, 1 to the left, 2 up
    Vector3d shows;
  };
  // By 30 degrees.
  constexpr double kCos = 0.8660254;
  constexpr double kSin = 0.5;
  constexpr double kHalfCos = 0.9659258;
  constexpr double kHalfSin = 0.2588190;
  const Case cases[] = {
      {{{"body", "turn left 30"}}, Segment::kPelvis, 0, {kCos, kSin, 0}},
      {{{"body", "turn right 30"}}, Segment::kPelvis, 0, {kCos, -kSin, 0}},
      {{{"body", "tilt forward 30"}}, Segment::kPelvis, 2, {kSin, 0, kCos}},
      {{{"body", "roll right 30"}}, Segment::kPelvis, 2, {0, -kSin, kCos}},
      {{{"spine", "flexion 30"}}, Segment::kThorax, 2, {kSin, 0, kCos}},
      {{{"spine", "flexion 30"}}, Segment::kLumbar, 2, {kHalfSin, 0, kHalfCos}},
      {{{"spine", "lateral flexion left 30"}}, Segment::kThorax, 2, {0, kSin, kCos}},
      {{{"spine", "rotation left 30"}}, Segment::kThorax, 0, {kCos, kSin, 0}},
      {{{"neck", "extension 30"}}, Segment::kHead, 0, {kCos, 0, kSin}},
      {{{"neck", "extension 30"}}, Segment::kNeck, 0, {kHalfCos, 0, kHalfSin}},
      {{{"neck", "lateral flexion right 30"}}, Segment::kHead, 2, {0, -kSin, kCos}},
      {{{"neck", "rotation right 30"}}, Segment::kHead, 0, {kCos, -kSin, 0}},
      {{{"left shoulder", "flexion 30"}}, Segment::kLeftUpperArm, 2, {-kSin, 0, kCos}},
      {{{"left shoulder", "abduction 30"}}, Segment::kLeftUpperArm, 2, {0, -kSin, kCos}},
      {{{"right shoulder", "abduction 30"}}, Segment::kRightUpperArm, 2, {0, kSin, kCos}},
      {{{"left shoulder", "external rotation 30"}}, Segment::kLeftUpperArm, 0, {kCos, kSin, 0}},
      {{{"right shoulder", "external rotation 30"}}, Segment::kRightUpperArm, 0, {kCos, -kSin, 0}},
      {{{"left elbow", "flexion 30"}}, Segment::kLeftForearm, 2, {-kSin, 0, kCos}},
      {{{"right elbow", "flexion 30"}}, Segment::kRightForearm, 2, {-kSin, 0, kCos}},
      {{{"left elbow", "pronation 30"}}, Segment::kLeftHand, 0, {kCos, -kSin, 0}},
      {{{"right elbow", "pronation 30"}}, Segment::kRightHand, 0, {kCos, kSin, 0}},
      {{{"left wrist", "flexion 30"}}, Segment::kLeftHand, 2, {0, kSin, kCos}},
      {{{"right wrist", "flexion 30"}}, Segment::kRightHand, 2, {0, -kSin, kCos}},
      {{{"left wrist", "ulnar deviation 30"}}, Segment::kLeftHand, 2, {kSin, 0, kCos}},
      {{{"right wrist", "ulnar deviation 30"}}, Segment::kRightHand, 2, {kSin, 0, kCos}},
      {{{"left hip", "flexion 30"}}, Segment::kLeftThigh, 2, {-kSin, 0, kCos}},
      {{{"left hip", "abduction 30"}}, Segment::kLeftThigh, 2, {0, -kSin, kCos}},
      {{{"right hip", "abduction 30"}}, Segment::kRightThigh, 2, {0, kSin, kCos}},
      {{{"left hip", "internal rotation 30"}}, Segment::kLeftThigh, 0, {kCos, -kSin, 0}},
      {{{"right hip", "internal rotation 30"}}, Segment::kRightThigh, 0, {kCos, kSin, 0}},
      {{{"left knee", "flexion 30"}}, Segment::kLeftShank, 2, {kSin, 0, kCos}},
      {{{"right knee", "flexion 30"}}, Segment::kRightShank, 2, {kSin, 0, kCos}},
      {{{"left ankle", "plantar flexion 30"}}, Segment::kLeftFoot, 0, {kCos, 0, -kSin}},
      {{{"right ankle", "plantar flexion 30"}}, Segment::kRightFoot, 0, {kCos, 0, -kSin}},
      {{{"left toes", "extension 30"}}, Segment::kLeftToes, 0, {kCos, 0, kSin}},
      {{{"right toes", "extension 30"}}, Segment::kRightToes, 0, {kCos, 0, kSin}},
      // One after the other, each about the axes that the one before has turned.
      {{{"body", "turn left 90, tilt forward 30"}}, Segment::kPelvis, 2, {0, kSin, kCos}},
      {{{"left hip", "flexion 90, abduction 30"}}, Segment::kLeftThigh, 2, {-kCos, -kSin, 0}},
  };
  for (const Case& c : cases) {
    INFO(c.turns.front().joint << " " << c.turns.front().motions);
    const Vector3d found = PostureOf(AnglesOf(c.turns), kHips).Of(c.segment).axes.col(c.axis);
    CHECK((found - c.shows).norm() < 1e-5);
  }
}

TEST_CASE("the body stands one height tall, on the floor") {
  const Posture posture = PostureOf({}, kHips);
  double lowest = 1;
  double highest = 0;
  for (const Ball& ball : Balls()) {
    lowest = std::min(lowest, CentreOf(posture, ball).z() - ball.radius);
    highest = std::max(highest, CentreOf(posture, ball).z() + ball.radius);
  }
  CHECK(lowest == Approx(0).margin(0.002));
  CHECK(highest == Approx(1).margin(0.002));
}

TEST_CASE("segments keep their lengths, whatever the angles") {
  std::mt19937 random(7);
  const Posture zero = PostureOf({}, kHips);
  for (int round = 0; round < 100; ++round) {
    Angles angles;
    for (std::size_t i = 0; i < kJointCount; ++i) {
      const auto joint = static_cast<Joint>(i);
      for (std::size_t motion = 0; motion < MotionsOf(joint).size(); ++motion) {
        const Motion& limits = MotionsOf(joint)[motion];
        angles.At(joint, motion) = std::uniform_real_distribution(-limits.least, limits.most)(random);
      }
    }
    const Posture posture = PostureOf(angles, kHips);
    for (std::size_t i = 1; i < kSegmentCount; ++i) {
      const auto segment = static_cast<Segment>(i);
      const Segment parent = ParentOf(segment);
      const double length = (posture.Of(segment).origin - posture.Of(parent).origin).norm();
      CHECK(length == Approx((zero.Of(segment).origin - zero.Of(parent).origin).norm()).margin(1e-9));
      CHECK((posture.Of(segment).axes.transpose() * posture.Of(segment).axes - Eigen::Matrix3d::Identity())
                .norm() < 1e-9);
    }
  }
}

TEST_CASE("every joint has its motions, each with its limits") {
  constexpr std::string_view kShoulder =
      "flexion 180, extension 60; abduction 180, adduction 75; internal rotation 70, external rotation 90";
  constexpr std::string_view kElbow = "flexion 150, extension 0; pronation 80, supination 80";
  constexpr std::string_view kWrist = "flexion 80, extension 70; radial deviation 20, ulnar deviation 30";
  constexpr std::string_view kHip =
      "flexion 120, extension 30; abduction 45, adduction 30; internal rotation 45, external rotation 45";
  constexpr std::string_view kKnee = "flexion 135, extension 10";
  constexpr std::string_view kAnkle = "dorsiflexion 20, plantar flexion 50";
  constexpr std::string_view kToes = "extension 70, flexion 45";
  struct Row {
    std::string_view name;
    Joint joint;
    Joint mirrored;
    std::string_view motions;
  };
  using enum Joint;
  const Row rows[] = {
      {"body", kBody, kBody,
       "turn left 180, turn right 180; tilt forward 180, tilt backward 180; roll right 180, roll left 180"},
      {"spine", kSpine, kSpine,
       "flexion 80, extension 30; lateral flexion right 35, lateral flexion left 35; rotation left 45, "
       "rotation right 45"},
      {"neck", kNeck, kNeck,
       "flexion 45, extension 45; lateral flexion right 45, lateral flexion left 45; rotation left 60, "
       "rotation right 60"},
      {"left shoulder", kLeftShoulder, kRightShoulder, kShoulder},
      {"right shoulder", kRightShoulder, kLeftShoulder, kShoulder},
      {"left elbow", kLeftElbow, kRightElbow, kElbow},
      {"right elbow", kRightElbow, kLeftElbow, kElbow},
      {"left wrist", kLeftWrist, kRightWrist, kWrist},
      {"right wrist", kRightWrist, kLeftWrist, kWrist},
      {"left hip", kLeftHip, kRightHip, kHip},
      {"right hip", kRightHip, kLeftHip, kHip},
      {"left knee", kLeftKnee, kRightKnee, kKnee},
      {"right knee", kRightKnee, kLeftKnee, kKnee},
      {"left ankle", kLeftAnkle, kRightAnkle, kAnkle},
      {"right ankle", kRightAnkle, kLeftAnkle, kAnkle},
      {"left toes", kLeftToes, kRightToes, kToes},
      {"right toes", kRightToes, kLeftToes, kToes},
  };
  for (const Row& row : rows) {
    std::vector<std::string> motions;
    for (const Motion& motion : MotionsOf(row.joint)) {
      motions.push_back(fmt::format("{} {}, {} {}", motion.positive, motion.most, motion.negative, motion.least));
    }
    CHECK(NameOf(row.joint) == row.name);
    CHECK(Mirrored(row.joint) == row.mirrored);
    CHECK(fmt::format("{}", fmt::join(motions, "; ")) == row.motions);
    CHECK(JointsNamed(row.name) == std::vector{row.joint});
  }
}

TEST_CASE("motions are read with their signs, up to their limits") {
  struct Case {
    Joint joint;
    std::string_view text;
    std::vector<std::pair<std::size_t, double>> settings;
  };
  const Case cases[] = {
      {Joint::kLeftHip, "flexion 90, adduction 10°", {{0, 90}, {1, -10}}},
      {Joint::kLeftHip, "external rotation 45,abduction 45,extension 30", {{2, -45}, {1, 45}, {0, -30}}},
      {Joint::kLeftKnee, "flexion 135", {{0, 135}}},
      {Joint::kLeftKnee, "extension 10", {{0, -10}}},
      {Joint::kSpine, "\tflexion 7.5 °\n", {{0, 7.5}}},
      {Joint::kBody, "turn right 0 , roll left 180", {{0, 0}, {2, -180}}},
      {Joint::kRightElbow, "extension 0", {{0, 0}}},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const auto read = ParseMotions(c.joint, c.text);
    CHECK(read.errors.empty());
    std::vector<std::pair<std::size_t, double>> settings;
    for (const Setting& setting : read.settings) settings.emplace_back(setting.motion, setting.degrees);
    CHECK(settings == c.settings);
  }
}

TEST_CASE("what is no motion is said, where it stands, and the others are read") {
  struct Case {
    Joint joint;
    std::string_view text;
    std::string_view told;  // "BEGIN-END MESSAGE", "!" before what goes too far; a line each
    std::size_t read = 0;
  };
  const Case cases[] = {
      {Joint::kLeftKnee, "flexion 136",
       "!0-11 `flexion 136` goes beyond the left knee, which ends at flexion 135 degrees\n"},
      {Joint::kRightKnee, "extension 10.5",
       "!0-14 `extension 10.5` goes beyond the right knee, which ends at extension 10 degrees\n"},
      {Joint::kSpine, " flexion 10 , rotation left 46 ",
       "!14-30 `rotation left 46` goes beyond the spine, which ends at rotation left 45 degrees\n", 1},
      {Joint::kLeftKnee, "flexon 30",
       "0-9 `flexon` is no motion of the left knee; it has `flexion` and `extension`; did you mean `flexion`?\n"},
      {Joint::kLeftKnee, "abduction 10",
       "0-12 `abduction` is no motion of the left knee; it has `flexion` and `extension`\n"},
      {Joint::kRightWrist, "20",
       "0-2 `20` is no motion of the right wrist; it has `flexion`, `extension`, `radial deviation` and "
       "`ulnar deviation`\n"},
      {Joint::kSpine, "flexion", "0-7 `flexion` needs its degrees, as in `flexion 30`\n"},
      {Joint::kSpine, "flexion 20 mm", "0-13 `flexion 20 mm` needs its degrees, as in `flexion 30`\n"},
      {Joint::kSpine, "rotation left 20 30",
       "0-19 `rotation left 20 30` needs its degrees, as in `rotation left 30`\n"},
      {Joint::kSpine, "", "0-0 a motion is missing here, such as `flexion 30`\n"},
      {Joint::kSpine, "flexion 20,", "11-11 a motion is missing here, such as `flexion 30`\n", 1},
      {Joint::kSpine, ", flexion 20", "0-0 a motion is missing here, such as `flexion 30`\n", 1},
      {Joint::kSpine, "flexion 20, ,extension 5", "11-12 a motion is missing here, such as `flexion 30`\n", 2},
      {Joint::kSpine, "flex 20, exten 5",
       "0-7 `flex` is no motion of the spine; it has `flexion`, `extension`, `lateral flexion right`, "
       "`lateral flexion left`, `rotation left` and `rotation right`\n"
       "9-16 `exten` is no motion of the spine; it has `flexion`, `extension`, `lateral flexion right`, "
       "`lateral flexion left`, `rotation left` and `rotation right`\n"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const auto read = ParseMotions(c.joint, c.text);
    std::string told;
    for (const PhraseError& error : read.errors) {
      told += fmt::format("{}{}-{} {}\n", error.beyond_limit ? "!" : "", error.begin, error.end, error.message);
    }
    CHECK(told == c.told);
    CHECK(read.settings.size() == c.read);
  }
}

TEST_CASE("both sides at once") {
  const std::pair<std::string_view, Joint> left[] = {
      {"both shoulders", Joint::kLeftShoulder}, {"both elbows", Joint::kLeftElbow},
      {"both wrists", Joint::kLeftWrist},       {"both hips", Joint::kLeftHip},
      {"both knees", Joint::kLeftKnee},         {"both ankles", Joint::kLeftAnkle},
      {"both toes", Joint::kLeftToes},          {"both knee", Joint::kLeftKnee}};
  for (const auto& [name, joint] : left) CHECK(JointsNamed(name) == std::vector{joint, Mirrored(joint)});
  for (const std::string_view name : {"both spines", "both body", "both ", "both", "knee", "knees", "both toe", ""}) {
    INFO(name);
    CHECK(JointsNamed(name).empty());
  }
  CHECK(fmt::format("{}", fmt::join(JointNames(), ", ")) ==
        "body, spine, neck, left shoulder, both shoulders, right shoulder, left elbow, both elbows, right elbow, "
        "left wrist, both wrists, right wrist, left hip, both hips, right hip, left knee, both knees, right knee, "
        "left ankle, both ankles, right ankle, left toes, both toes, right toes");
}

}  // namespace kinematics_test
}  // namespace guidec
