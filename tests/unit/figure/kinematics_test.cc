#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "figure/body.h"

namespace guidec {
namespace {

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

TEST_CASE("motions are read with their signs") {
  const auto read = ParseMotions(Joint::kLeftHip, "flexion 90, adduction 10°");
  REQUIRE(read.errors.empty());
  REQUIRE(read.settings.size() == 2);
  CHECK(read.settings[0].degrees == 90);
  CHECK(read.settings[1].motion == 1);
  CHECK(read.settings[1].degrees == -10);
}

TEST_CASE("what is no motion is said") {
  struct Case {
    Joint joint;
    std::string_view text;
    std::string_view message;
    bool beyond;
  };
  const Case cases[] = {
      {Joint::kLeftKnee, "flexion 150", "goes beyond the left knee, which ends at flexion 135 degrees", true},
      {Joint::kLeftKnee, "flexon 30", "did you mean `flexion`?", false},
      {Joint::kLeftKnee, "abduction 10", "it has `flexion` and `extension`", false},
      {Joint::kSpine, "flexion", "needs its degrees", false},
      {Joint::kSpine, "flexion 20 mm", "needs its degrees", false},
      {Joint::kSpine, "flexion 20,", "a motion is missing", false},
      {Joint::kSpine, "20", "is no motion of the spine", false},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const auto read = ParseMotions(c.joint, c.text);
    REQUIRE(read.errors.size() == 1);
    CHECK(read.errors[0].message.find(c.message) != std::string::npos);
    CHECK(read.errors[0].beyond_limit == c.beyond);
    CHECK(read.errors[0].end <= c.text.size());
  }
}

TEST_CASE("both sides at once") {
  CHECK(JointsNamed("both knees") == std::vector{Joint::kLeftKnee, Joint::kRightKnee});
  CHECK(JointsNamed("both toes") == std::vector{Joint::kLeftToes, Joint::kRightToes});
  CHECK(JointsNamed("both spines").empty());
  CHECK(JointsNamed("knee").empty());
  for (const std::string& name : JointNames()) CHECK_FALSE(JointsNamed(name).empty());
}

}  // namespace
}  // namespace guidec
