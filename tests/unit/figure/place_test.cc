#include <algorithm>
#include <cmath>
#include <random>

#include <catch2/catch.hpp>

#include "figure/place.h"

namespace guidec {
namespace {

void AddContacts(FigureSpec& spec, std::string_view text) {
  const auto read = ParseContacts(text);
  const auto& contacts = std::get<std::vector<Contact>>(read);
  spec.contacts.insert(spec.contacts.end(), contacts.begin(), contacts.end());
}

void CheckLimits(const Angles& angles) {
  for (std::size_t i = 0; i < kJointCount; ++i) {
    const auto joint = static_cast<Joint>(i);
    for (std::size_t motion = 0; motion < MotionsOf(joint).size(); ++motion) {
      CHECK(angles.At(joint, motion) <= MotionsOf(joint)[motion].most);
      CHECK(angles.At(joint, motion) >= -MotionsOf(joint)[motion].least);
    }
  }
}

TEST_CASE("every base pose is within its limits and rests") {
  for (const BasePose& pose : BasePoses()) {
    INFO(pose.name);
    CheckLimits(pose.angles);
    const PlacedFigure placed = PlaceFigure(SpecOf(pose));
    CheckLimits(placed.angles);
    CHECK(placed.misses.empty());
    CHECK(placed.sunk.empty());
    CHECK_FALSE(pose.contacts.empty());
    CHECK_FALSE(pose.description.empty());
  }
}

TEST_CASE("the other side is the mirror image") {
  for (const BasePose& pose : BasePoses()) {
    INFO(pose.name);
    const FigureSpec spec = SpecOf(pose);
    const FigureSpec mirrored = Mirrored(spec);
    REQUIRE(FindBasePose(mirrored.base) != nullptr);
    const PlacedFigure one = PlaceFigure(spec);
    const PlacedFigure other = PlaceFigure(mirrored);
    for (const Ball& ball : Balls()) {
      const BodySide side = ball.side == BodySide::kLeft    ? BodySide::kRight
                            : ball.side == BodySide::kRight ? BodySide::kLeft
                                                            : BodySide::kMiddle;
      Eigen::Vector3d at = CentreOf(one.posture, ball);
      at.y() = -at.y();
      CHECK((at - CentreOf(other.posture, Balls()[BallIndex(ball.name, side)])).norm() < 1e-3);
    }
    CHECK(Mirrored(mirrored).base == spec.base);
  }
}

// Whatever is asked for: a contact on the floor touches, or is said to miss.
TEST_CASE("contacts are met or missed, never neither") {
  std::mt19937 random(11);
  for (int round = 0; round < 60; ++round) {
    const auto& poses = BasePoses();
    FigureSpec spec = SpecOf(poses[random() % poses.size()]);
    for (int change = 0; change < 3; ++change) {
      const auto joint = static_cast<Joint>(random() % kJointCount);
      for (std::size_t motion = 0; motion < MotionsOf(joint).size(); ++motion) {
        const Motion& limits = MotionsOf(joint)[motion];
        spec.angles.At(joint, motion) = std::uniform_real_distribution(-limits.least, limits.most)(random);
      }
      std::erase(spec.free, joint);
    }
    INFO(spec.base << " " << round);
    const PlacedFigure placed = PlaceFigure(spec);
    CheckLimits(placed.angles);
    for (std::size_t i = 0; i < spec.contacts.size(); ++i) {
      const auto* surface = std::get_if<Surface>(&spec.contacts[i].on);
      if (surface == nullptr || *surface != Surface::kFloor) continue;
      double worst = 0;
      for (const std::size_t ball : spec.contacts[i].part.balls) {
        worst = std::max(worst, std::abs(CentreOf(placed.posture, Balls()[ball]).z() - Balls()[ball].radius));
      }
      const bool is_missed = std::ranges::find(placed.misses, i, &Miss::contact) != placed.misses.end();
      CHECK((worst > kTouching) == is_missed);
    }
    for (std::size_t i = 1; i < kSegmentCount; ++i) {
      CHECK(placed.posture.frames[i].origin.allFinite());
    }
  }
}

TEST_CASE("joints that are not free keep their angles") {
  const BasePose* pose = FindBasePose("low lunge, right foot ahead");
  REQUIRE(pose != nullptr);
  const FigureSpec spec = SpecOf(*pose);
  const PlacedFigure placed = PlaceFigure(spec);
  for (std::size_t i = 0; i < kJointCount; ++i) {
    const auto joint = static_cast<Joint>(i);
    if (std::ranges::find(spec.free, joint) != spec.free.end()) continue;
    CHECK(placed.angles.degrees[i] == spec.angles.degrees[i]);
  }
}

TEST_CASE("a wall stands where the hand touches it") {
  FigureSpec spec = SpecOf(*FindBasePose("standing"));
  spec.angles.At(Joint::kLeftShoulder, 1) = 90;
  spec.props.push_back(std::get<Prop>(ParseProp("wall on the left")));
  AddContacts(spec, "left fingertips on wall");
  const PlacedFigure placed = PlaceFigure(spec);
  CHECK(placed.misses.empty());
  const Ball& tips = Balls()[BallIndex("fingertips", BodySide::kLeft)];
  CHECK(placed.wall == Approx(CentreOf(placed.posture, tips).y() + tips.radius).margin(kTouching));
}

TEST_CASE("a contact that cannot be met is missed") {
  FigureSpec spec = SpecOf(*FindBasePose("standing"));
  AddContacts(spec, "both hands on floor");
  const PlacedFigure placed = PlaceFigure(spec);
  REQUIRE_FALSE(placed.misses.empty());
}

}  // namespace
}  // namespace guidec
