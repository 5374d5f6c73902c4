#include "figure/place.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include <Eigen/Cholesky>

namespace guidec {
namespace {

using Eigen::MatrixXd;
using Eigen::Vector3d;
using Eigen::VectorXd;

constexpr int kMaxRounds = 40;
constexpr double kSolved = 1e-4;  // of the largest residual
// Degrees of a free joint that cost as much as the whole body's height: a joint rather bends than turns.
constexpr double kBendDegrees = 40;
constexpr double kTurnDegrees = 12;
constexpr double kDamping = 1e-4;
constexpr double kLargestStep = 0.3;  // in the search's own units

// How deep a part may press into the floor before it is reported: flesh gives.
constexpr double kSoft = 0.012;

// What the search may change: the hips' height, the wall's distance, and motions of free joints.
struct FreeMotion {
  enum Kind : std::uint8_t { kHeight, kWallDistance, kMotion } kind;
  Joint joint{};
  std::size_t motion = 0;
};

struct State {
  Angles angles;
  double height = 0;
  double wall = 0;
};

// From `point` to the segment between `a` and `b`.
double DistanceToLine(const Vector3d& point, const Vector3d& a, const Vector3d& b, double& along) {
  const Vector3d line = b - a;
  const double square = line.squaredNorm();
  along = square == 0 ? 0 : std::clamp((point - a).dot(line) / square, 0.0, 1.0);
  return (point - a - along * line).norm();
}

class Search {
 public:
  explicit Search(const FigureSpec& spec) : spec_(spec) {
    state_.angles = spec.angles;
    for (const Prop& prop : spec.props) {
      if (prop.kind == PropKind::kWall) wall_ = DirectionOf(prop.place);
    }
    unknowns_.push_back({FreeMotion::kHeight});
    if (wall_) unknowns_.push_back({FreeMotion::kWallDistance});
    for (const Joint joint : spec.free) {
      for (std::size_t i = 0; i < MotionsOf(joint).size(); ++i) {
        unknowns_.push_back({FreeMotion::kMotion, joint, i});
      }
    }
  }

  PlacedFigure Run() {
    StandOnFloor();
    for (int round = 0; round < kMaxRounds; ++round) {
      if (!Step()) break;
    }
    return Result();
  }

 private:
  Posture PostureIn(const State& state) const { return PostureOf(state.angles, {0, 0, state.height}); }

  void StandOnFloor() {
    const Posture posture = PostureIn(state_);
    double lowest = std::numeric_limits<double>::max();
    for (const Ball& ball : Balls()) lowest = std::min(lowest, CentreOf(posture, ball).z() - ball.radius);
    state_.height -= lowest;
    if (!wall_) return;
    state_.wall = 0.2;
    for (const Ball& ball : Balls()) {
      state_.wall = std::max(state_.wall, CentreOf(posture, ball).dot(*wall_) + ball.radius);
    }
  }

  double GapToPart(const Posture& posture, const Ball& ball, const Part& part) const {
    const Vector3d centre = CentreOf(posture, ball);
    const Ball& first = Balls()[part.balls.front()];
    const Ball& last = Balls()[part.balls.back()];
    double along = 0;
    const double distance = DistanceToLine(centre, CentreOf(posture, first), CentreOf(posture, last), along);
    return distance - ball.radius - (first.radius + along * (last.radius - first.radius));
  }

  // How far the ball is from what it should bear on.
  double Gap(const Posture& posture, const State& state, const Ball& ball, const Contact& contact) const {
    if (const auto* part = std::get_if<Part>(&contact.on)) return GapToPart(posture, ball, *part);
    const Vector3d centre = CentreOf(posture, ball);
    switch (std::get<Surface>(contact.on)) {
      case Surface::kFloor:
        return centre.z() - ball.radius;
      case Surface::kMat:
        return centre.z() - ball.radius - kMatHeight;
      case Surface::kChair:
        return centre.z() - ball.radius - (ball.segment == Segment::kPelvis ? kSeatHeight : kChairBackHeight);
      case Surface::kWall:
        return wall_ ? state.wall - centre.dot(*wall_) - ball.radius : 0;
    }
    return 0;
  }

  VectorXd Residuals(const State& state) const {
    const Posture posture = PostureIn(state);
    std::vector<double> gaps;
    for (const Contact& contact : spec_.contacts) {
      for (const std::size_t ball : contact.part.balls) {
        gaps.push_back(Gap(posture, state, Balls()[ball], contact));
      }
    }
    return Eigen::Map<VectorXd>(gaps.data(), static_cast<Eigen::Index>(gaps.size()));
  }

  static State Moved(State state, const FreeMotion& unknown, double amount) {
    switch (unknown.kind) {
      case FreeMotion::kHeight:
        state.height += amount;
        break;
      case FreeMotion::kWallDistance:
        state.wall += amount;
        break;
      case FreeMotion::kMotion: {
        const Motion& motion = MotionsOf(unknown.joint)[unknown.motion];
        double& degrees = state.angles.At(unknown.joint, unknown.motion);
        const bool bends = unknown.motion == 0 || unknown.joint == Joint::kBody;
        degrees =
            std::clamp(degrees + amount * (bends ? kBendDegrees : kTurnDegrees), -motion.least, motion.most);
        break;
      }
    }
    return state;
  }

  MatrixXd Jacobian(const VectorXd& residuals) const {
    constexpr double kSmall = 1e-4;
    MatrixXd jacobian(residuals.size(), static_cast<Eigen::Index>(unknowns_.size()));
    for (std::size_t i = 0; i < unknowns_.size(); ++i) {
      jacobian.col(static_cast<Eigen::Index>(i)) =
          (Residuals(Moved(state_, unknowns_[i], kSmall)) - residuals) / kSmall;
      // At its limit, a motion can only go back.
      if (jacobian.col(static_cast<Eigen::Index>(i)).isZero(1e-9)) {
        jacobian.col(static_cast<Eigen::Index>(i)) =
            (residuals - Residuals(Moved(state_, unknowns_[i], -kSmall))) / kSmall;
      }
    }
    return jacobian;
  }

  // False when nothing is left to gain.
  bool Step() {
    const VectorXd residuals = Residuals(state_);
    if (residuals.size() == 0 || residuals.cwiseAbs().maxCoeff() < kSolved) return false;
    const MatrixXd jacobian = Jacobian(residuals);
    MatrixXd square = jacobian * jacobian.transpose();
    square.diagonal().array() += kDamping;
    VectorXd step = -jacobian.transpose() * square.ldlt().solve(residuals);
    if (const double length = step.norm(); length > kLargestStep) step *= kLargestStep / length;
    for (int halving = 0; halving < 8; ++halving) {
      State next = state_;
      for (std::size_t i = 0; i < unknowns_.size(); ++i) {
        next = Moved(next, unknowns_[i], step[static_cast<Eigen::Index>(i)]);
      }
      if (Residuals(next).squaredNorm() < residuals.squaredNorm() * (1 - 1e-3)) {
        state_ = next;
        return true;
      }
      step /= 2;
    }
    return false;
  }

  PlacedFigure Result() const {
    PlacedFigure placed{state_.angles, PostureIn(state_), state_.wall, {}, {}};
    for (std::size_t i = 0; i < spec_.contacts.size(); ++i) {
      double worst = 0;
      for (const std::size_t ball : spec_.contacts[i].part.balls) {
        const double gap = Gap(placed.posture, state_, Balls()[ball], spec_.contacts[i]);
        if (std::abs(gap) > std::abs(worst)) worst = gap;
      }
      if (std::abs(worst) > kTouching) placed.misses.push_back({i, worst});
    }
    for (std::size_t i = 0; i < Balls().size(); ++i) {
      const double depth = Balls()[i].radius - CentreOf(placed.posture, Balls()[i]).z();
      if (depth > kSoft && !IsContact(i)) placed.sunk.push_back({i, depth});
    }
    std::ranges::stable_sort(placed.sunk, std::ranges::greater(), &Sunk::depth);
    return placed;
  }

  bool IsContact(std::size_t ball) const {
    return std::ranges::any_of(spec_.contacts, [&](const Contact& contact) {
      return std::ranges::find(contact.part.balls, ball) != contact.part.balls.end();
    });
  }

  const FigureSpec& spec_;
  std::optional<Vector3d> wall_;
  std::vector<FreeMotion> unknowns_;
  State state_;
};

}  // namespace

PlacedFigure PlaceFigure(const FigureSpec& spec) {
  return Search(spec).Run();
}

Vector3d DirectionOf(Direction direction) {
  switch (direction) {
    case Direction::kUp:
      return Vector3d::UnitZ();
    case Direction::kDown:
      return -Vector3d::UnitZ();
    case Direction::kBackward:
      return -Vector3d::UnitX();
    case Direction::kLeft:
      return Vector3d::UnitY();
    case Direction::kRight:
      return -Vector3d::UnitY();
    default:  // forward; a turn has no vector
      return Vector3d::UnitX();
  }
}

}  // namespace guidec
