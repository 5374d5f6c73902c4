#include <algorithm>
#include <cmath>
#include <functional>
#include <random>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <catch2/catch.hpp>

#include "figure/place.h"

namespace guidec {
namespace place_test {

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

TEST_CASE("a part rests on the mat, on the seat, on the back rest and on another part") {
  struct Row {
    std::string_view base;
    std::string_view contact;
    std::string_view ball;
    double height;  // of what it rests on
  };
  const Row rows[] = {{"kneeling", "both knees on mat", "knee", kMatHeight},
                      {"sitting on a chair", "both buttocks on chair", "buttock", kSeatHeight},
                      {"kneeling", "left hand on chair", "palm", kChairBackHeight},
                      {"kneeling", "both knees on floor", "knee", 0}};
  for (const Row& row : rows) {
    INFO(row.contact);
    FigureSpec spec = SpecOf(*FindBasePose(row.base));
    spec.contacts.clear();
    spec.free = {Joint::kLeftElbow};
    AddContacts(spec, row.contact);
    const PlacedFigure placed = PlaceFigure(spec);
    CHECK(placed.misses.empty());
    const Ball& ball = Balls()[BallIndex(row.ball, BodySide::kLeft)];
    CHECK(CentreOf(placed.posture, ball).z() - ball.radius == Approx(row.height).margin(kTouching));
  }
  FigureSpec spec = SpecOf(*FindBasePose("standing"));
  spec.free = {Joint::kRightShoulder, Joint::kRightElbow, Joint::kSpine};
  AddContacts(spec, "right hand on left thigh");
  const PlacedFigure placed = PlaceFigure(spec);
  const auto palm = CentreOf(placed.posture, Balls()[BallIndex("palm", BodySide::kRight)]);
  const auto thigh = CentreOf(placed.posture, Balls()[BallIndex("thigh", BodySide::kLeft)]);
  CHECK(placed.misses.empty());
  CHECK((palm - thigh).norm() < 0.15);
}

// The heel and the knee of a straight leg, which can only meet half-way.
TEST_CASE("what cannot touch is missed by so much, above or below, and what sinks is told") {
  FigureSpec spec = SpecOf(*FindBasePose("standing"));
  spec.contacts.clear();
  spec.free.clear();
  AddContacts(spec, "left heel");
  AddContacts(spec, "head on mat");
  AddContacts(spec, "left knee");
  const PlacedFigure placed = PlaceFigure(spec);
  const auto bottom = [&](std::string_view name, BodySide side) {
    const Ball& ball = Balls()[BallIndex(name, side)];
    return CentreOf(placed.posture, ball).z() - ball.radius;
  };
  REQUIRE(placed.misses.size() == 3);
  CHECK(placed.misses[0].contact == 0);
  CHECK(placed.misses[0].gap == Approx(bottom("heel", BodySide::kLeft)));
  CHECK(placed.misses[0].gap < -0.2);
  CHECK(placed.misses[1].contact == 1);
  CHECK(placed.misses[1].gap == Approx(bottom("crown", BodySide::kMiddle) - kMatHeight));
  CHECK(placed.misses[1].gap > 0.2);
  CHECK(placed.misses[2].contact == 2);
  CHECK(placed.misses[2].gap == Approx(bottom("knee", BodySide::kLeft)));
  std::vector<double> depths;
  for (const Sunk& sunk : placed.sunk) {
    const Ball& ball = Balls()[sunk.ball];
    CHECK(sunk.depth == Approx(-bottom(ball.name, ball.side)));
    CHECK_FALSE((ball.name == "heel" && ball.side == BodySide::kLeft));
    CHECK_FALSE((ball.name == "knee" && ball.side == BodySide::kLeft));
    depths.push_back(sunk.depth);
  }
  CHECK(std::ranges::is_sorted(depths, std::ranges::greater()));
  // Of the worse of a hand's two balls.
  spec = SpecOf(*FindBasePose("standing"));
  AddContacts(spec, "left hand");
  const PlacedFigure standing = PlaceFigure(spec);
  REQUIRE_FALSE(standing.misses.empty());
  CHECK(standing.misses.back().contact == spec.contacts.size() - 1);
  const Ball& palm = Balls()[BallIndex("palm", BodySide::kLeft)];
  CHECK(standing.misses.back().gap == Approx(CentreOf(standing.posture, palm).z() - palm.radius));
}

// Extension lifts the toes of one foot, on which the body is put: by 0.012 of its height at 20 degrees.
TEST_CASE("flesh gives a little") {
  FigureSpec spec = SpecOf(*FindBasePose("standing"));
  spec.free.clear();
  spec.contacts.clear();
  AddContacts(spec, "left toes");
  spec.angles.At(Joint::kLeftToes, 0) = 19;
  CHECK(PlaceFigure(spec).sunk.empty());
  spec.angles.At(Joint::kLeftToes, 0) = 23;
  const PlacedFigure placed = PlaceFigure(spec);
  REQUIRE_FALSE(placed.sunk.empty());
  CHECK(placed.sunk.front().depth == Approx(0.014).margin(0.0003));
  // Between both feet's toes, each takes half of it.
  AddContacts(spec, "right toes");
  spec.angles.At(Joint::kLeftToes, 0) = 40;
  CHECK(PlaceFigure(spec).misses.empty());
  spec.angles.At(Joint::kLeftToes, 0) = 51;
  CHECK(PlaceFigure(spec).misses.size() == 2);
}

TEST_CASE("props stand where their words say") {
  using Eigen::Vector3d;
  const std::pair<Direction, Vector3d> directions[] = {
      {Direction::kUp, {0, 0, 1}},        {Direction::kDown, {0, 0, -1}}, {Direction::kForward, {1, 0, 0}},
      {Direction::kBackward, {-1, 0, 0}}, {Direction::kLeft, {0, 1, 0}},  {Direction::kRight, {0, -1, 0}}};
  for (const auto& [direction, at] : directions) CHECK(DirectionOf(direction) == at);
}

TEST_CASE("without a wall, nothing misses it") {
  FigureSpec spec = SpecOf(*FindBasePose("standing"));
  AddContacts(spec, "left hand on wall");
  const PlacedFigure placed = PlaceFigure(spec);
  CHECK(placed.misses.empty());
  CHECK(placed.wall == 0);
}

TEST_CASE("a wall stands clear of the body, behind what reaches farthest") {
  FigureSpec spec = SpecOf(*FindBasePose("standing"));
  CHECK(PlaceFigure(spec).wall == 0);
  spec.props.push_back(std::get<Prop>(ParseProp("wall ahead")));
  const PlacedFigure near = PlaceFigure(spec);
  CHECK(near.wall == Approx(0.2));
  for (const Joint joint : JointsNamed("both shoulders")) spec.angles.At(joint, 0) = 90;
  const PlacedFigure far = PlaceFigure(spec);
  double farthest = 0;
  for (const Ball& ball : Balls()) farthest = std::max(farthest, CentreOf(far.posture, ball).x() + ball.radius);
  CHECK(farthest > 0.3);
  CHECK(far.wall == Approx(farthest));
}

}  // namespace place_test
}  // namespace guidec
