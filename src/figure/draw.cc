// A figure is drawn from the back to the front. Each limb's segments are pieces of their own, so that a
// bent limb shows where it overlaps itself; a patch over the joint hides the seam.
#include "figure/draw.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include <fmt/format.h>
#include <Eigen/Geometry>

#include "figure/hull.h"

namespace guidec {
namespace {

using Eigen::Vector2d;
using Eigen::Vector3d;

constexpr double kScale = 400;  // picture units for the body's height
constexpr double kOutline = 2.4;
constexpr double kMargin = 0.035;   // around everything, as a fraction of the body's height
constexpr double kFarTint = 0.38;   // of the paper's colour, in limbs on the far side
constexpr double kFarDepth = 0.03;  // behind the trunk
constexpr double kArrowLength = 0.17;
constexpr double kArrowWidth = 0.021;

// ---- Looking ----

struct Camera {
  Vector3d right;
  Vector3d up;
  Vector3d toward;  // from the room to the eye

  Vector2d operator()(const Vector3d& point) const { return {point.dot(right), point.dot(up)}; }
};

Camera CameraAt(double azimuth, double elevation) {
  const double a = azimuth * std::numbers::pi / 180;
  const double e = elevation * std::numbers::pi / 180;
  const Vector3d toward(std::cos(a) * std::cos(e), std::sin(a) * std::cos(e), std::sin(e));
  const Vector3d right(-std::sin(a), std::cos(a), 0);
  return {right, toward.cross(right), toward};
}

Camera CameraOf(View view) {
  constexpr double kAside = 40;
  constexpr double kAbove = 14;
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

bool IsLevel(const Camera& camera) {
  return std::abs(camera.toward.z()) < 1e-9;
}

// ---- Colours ----

std::array<int, 3> Channels(const std::string& colour) {
  std::array<int, 3> channels{};
  for (std::size_t i = 0; i < 3; ++i) channels[i] = std::stoi(colour.substr(1 + 2 * i, 2), nullptr, 16);
  return channels;
}

// ---- The body's pieces ----

enum class Cloth : std::uint8_t { kSkin, kShirt, kTrousers, kHair };

// Balls whose hull is one shape.
struct Shape {
  std::vector<std::string_view> balls;
  Cloth cloth;
};

// Where a piece hangs on the one before: the joint, and the next balls on both sides of it.
struct Seam {
  std::string_view joint;
  std::string_view inward = {};  // empty at a limb's root, which grows out of the trunk
  std::string_view outward = {};
};

// Shapes of one outline.
struct Piece {
  std::vector<Shape> shapes;
  double bias = 0;  // added to its depth, where pieces lie equally deep
  Seam seam = {};
  Cloth cloth = Cloth::kSkin;  // of the seam
};

const std::vector<Piece>& TrunkPieces() {
  static const std::vector<Piece> pieces = {
      {{{{"neck", "throat"}, Cloth::kSkin}}},
      {{{{"hip", "buttock", "sacrum"}, Cloth::kTrousers},
        {{"sacrum", "hip", "waist", "belly", "lower back"}, Cloth::kTrousers}}},
      {{{{"belly", "lower back", "waist", "ribs", "breastbone", "upper back"}, Cloth::kShirt},
        {{"ribs", "breastbone", "upper back", "collar", "shoulder"}, Cloth::kShirt}}},
  };
  return pieces;
}

const std::vector<Piece>& ArmPieces() {
  static const std::vector<Piece> pieces = {
      {{{{"biceps", "elbow"}, Cloth::kSkin}, {{"upper arm", "biceps"}, Cloth::kShirt}},
       0.012,
       {"upper arm"},
       Cloth::kShirt},
      {{{{"elbow", "forearm"}, Cloth::kSkin}, {{"forearm", "wrist"}, Cloth::kSkin}},
       0.013,
       {"elbow", "biceps", "forearm"}},
      {{{{"wrist", "palm", "thumb root"}, Cloth::kSkin},
        {{"palm", "fingers"}, Cloth::kSkin},
        {{"fingers", "fingertips"}, Cloth::kSkin},
        {{"thumb root", "thumb"}, Cloth::kSkin}},
       0.014,
       {"wrist", "forearm", "palm"}},
  };
  return pieces;
}

const std::vector<Piece>& LegPieces() {
  static const std::vector<Piece> pieces = {
      {{{{"thigh root", "thigh"}, Cloth::kTrousers}, {{"thigh", "knee"}, Cloth::kTrousers}},
       0.004,
       {"thigh root"},
       Cloth::kTrousers},
      {{{{"knee", "calf"}, Cloth::kTrousers}, {{"calf", "ankle"}, Cloth::kTrousers}},
       0.004,
       {"knee", "thigh", "calf"},
       Cloth::kTrousers},
      {{{{"heel", "ankle", "instep"}, Cloth::kSkin},
        {{"heel", "instep", "ball", "little toe"}, Cloth::kSkin},
        {{"ball", "little toe", "toe root", "toes", "small toes"}, Cloth::kSkin}},
       0.003},
  };
  return pieces;
}

// ---- Drawing one figure ----

struct Layer {
  double depth;
  std::string svg;
};

struct Bounds {
  Vector2d least{std::numeric_limits<double>::max(), std::numeric_limits<double>::max()};
  Vector2d most{std::numeric_limits<double>::lowest(), std::numeric_limits<double>::lowest()};

  void Add(const Vector2d& point, double around) {
    least = least.cwiseMin(point.array().operator-(around).matrix());
    most = most.cwiseMax(point.array().operator+(around).matrix());
  }
};

class Painter {
 public:
  Painter(const FigureSpec& spec, const PlacedFigure& placed, const FigureColours& colours)
      : spec_(spec), placed_(placed), colours_(colours), camera_(CameraOf(spec.view)) {
    for (std::size_t i = 0; i < Balls().size(); ++i) {
      centres_.push_back(CentreOf(placed.posture, Balls()[i]));
      circles_.push_back({camera_(centres_.back()), Balls()[i].radius});
      bounds_.Add(circles_.back().centre, circles_.back().radius);
    }
    trunk_depth_ = DepthOf({"sacrum", "breastbone"}, BodySide::kMiddle);
  }

  void Paint() {
    PaintStretch();
    PaintBody();
    for (const Arrow& arrow : spec_.arrows) PaintArrow(arrow);
    for (const Prop& prop : spec_.props) PaintProp(prop);
    if (IsLevel(camera_)) PaintFloor();
  }

  const Bounds& bounds() const { return bounds_; }
  std::string Svg() const { return behind_ + body_ + above_; }

 private:
  // Of the middle's pieces, both sides' balls.
  std::vector<std::size_t> Indices(const std::vector<std::string_view>& names, BodySide side) const {
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < Balls().size(); ++i) {
      const Ball& ball = Balls()[i];
      const bool fits = side == BodySide::kMiddle || ball.side == side || ball.side == BodySide::kMiddle;
      if (fits && std::ranges::find(names, ball.name) != names.end()) indices.push_back(i);
    }
    return indices;
  }
  std::string Hull(const std::vector<std::string_view>& names, BodySide side) const {
    std::vector<Circle> circles;
    for (const std::size_t ball : Indices(names, side)) circles.push_back(circles_[ball]);
    return HullPath(circles, kScale);
  }
  double DepthOf(const std::vector<std::string_view>& names, BodySide side) const {
    double sum = 0;
    const auto indices = Indices(names, side);
    for (const std::size_t ball : indices) sum += centres_[ball].dot(camera_.toward);
    return sum / static_cast<double>(indices.size());
  }

  std::string ColourOf(Cloth cloth, bool is_far) const {
    const std::string& colour = cloth == Cloth::kSkin       ? colours_.skin
                                : cloth == Cloth::kShirt    ? colours_.shirt
                                : cloth == Cloth::kTrousers ? colours_.trousers
                                                            : colours_.hair;
    if (!is_far) return colour;
    return cloth == Cloth::kSkin ? MixedColour(colour, colours_.outline, 0.14)
                                 : MixedColour(colour, colours_.paper, kFarTint);
  }
  std::string OutlineOf(bool is_far) const {
    return is_far ? MixedColour(colours_.outline, colours_.paper, kFarTint) : colours_.outline;
  }

  std::string Outlined(const std::string& path, bool is_far) const {
    return fmt::format(R"(<path d="{}" fill="none" stroke="{}" stroke-width="{}" stroke-linejoin="round"/>)",
                       path, OutlineOf(is_far), Number(2 * kOutline));
  }
  static std::string Filled(const std::string& path, const std::string& colour) {
    return fmt::format(R"(<path d="{}" fill="{}"/>)", path, colour);
  }

  // All outlines first, so that the fills hide those inside.
  std::string PieceSvg(const Piece& piece, BodySide side, bool is_far) const {
    std::string svg;
    for (const Shape& shape : piece.shapes) svg += Outlined(Hull(shape.balls, side), is_far);
    for (const Shape& shape : piece.shapes) {
      svg += Filled(Hull(shape.balls, side), ColourOf(shape.cloth, is_far));
    }
    return svg;
  }

  std::vector<std::string_view> BallsOf(const Piece& piece) const {
    std::vector<std::string_view> balls;
    for (const Shape& shape : piece.shapes) balls.insert(balls.end(), shape.balls.begin(), shape.balls.end());
    return balls;
  }

  double DepthOf(const Piece& piece, BodySide side) const {
    return DepthOf(BallsOf(piece), side) + piece.bias;
  }

  void AddLimb(const std::vector<Piece>& pieces, BodySide side) {
    const bool is_far = DepthOf({pieces.front().seam.joint}, side) < trunk_depth_ - kFarDepth;
    double before = 0;
    for (const Piece& piece : pieces) {
      const double depth = DepthOf(piece, side);
      layers_.push_back({depth, PieceSvg(piece, side, is_far)});
      const std::string seam = SeamPath(piece, side, is_far);
      const double top = piece.seam.inward.empty() ? depth : std::max(depth, before);
      if (!seam.empty()) layers_.push_back({top + 1e-6, Filled(seam, ColourOf(piece.cloth, is_far))});
      before = depth;
    }
  }

  // What hides the outlines inside, where a piece hangs on the one before.
  std::string SeamPath(const Piece& piece, BodySide side, bool is_far) const {
    const Seam& seam = piece.seam;
    if (seam.joint.empty()) return {};
    if (seam.inward.empty()) {
      // The trunk covers a far limb's root.
      if (is_far) return {};
      return piece.cloth == Cloth::kTrousers ? Hull({"hip", "buttock"}, side)
                                             : Hull({"shoulder", "collar"}, side);
    }
    return Sleeve(seam.joint, seam.inward, side) + Sleeve(seam.joint, seam.outward, side);
  }

  // From the joint a little way along the limb, as wide as the limb is there.
  std::string Sleeve(std::string_view joint, std::string_view towards, BodySide side) const {
    const Circle& from = circles_[BallIndex(joint, side)];
    const Circle& to = circles_[BallIndex(towards, side)];
    const double apart = (to.centre - from.centre).norm();
    if (apart < 1e-9) return {};
    const double share = std::min(1.0, from.radius * 1.3 / apart);
    const Circle end{from.centre + (to.centre - from.centre) * share,
                     from.radius + (to.radius - from.radius) * share};
    return HullPath({from, end}, kScale);
  }

  void AddHead() {
    const double facing = camera_.toward.dot(placed_.posture.Of(Segment::kHead).axes.col(0));
    const std::string hair = Hull({"crown", "nape"}, BodySide::kMiddle);
    const std::string nose = Hull({"nose", "forehead"}, BodySide::kMiddle);
    const std::string face = Hull({"forehead", "jaw"}, BodySide::kMiddle);
    const std::string skin = ColourOf(Cloth::kSkin, false);
    std::string svg;
    const bool is_behind = facing < -0.35;
    for (const std::string* path : {&hair, &nose, &face}) svg += Outlined(*path, false);
    const std::string face_svg = Filled(nose, skin) + Filled(face, skin);
    const std::string hair_svg = Filled(hair, ColourOf(Cloth::kHair, false));
    svg += is_behind ? face_svg + hair_svg : hair_svg + face_svg;
    for (const BodySide side : {BodySide::kLeft, BodySide::kRight}) {
      const std::size_t ear = BallIndex("ear", side);
      const Vector3d outward =
          placed_.posture.Of(Segment::kHead).axes.col(1) * (side == BodySide::kLeft ? 1 : -1);
      if (outward.dot(camera_.toward) < 0.8) continue;
      svg += Filled(HullPath({circles_[ear]}, kScale), skin);
    }
    layers_.push_back({DepthOf({"crown", "jaw"}, BodySide::kMiddle) + 0.002, svg});
  }

  void PaintBody() {
    std::string trunk;
    for (const Piece& piece : TrunkPieces()) trunk += PieceSvg(piece, BodySide::kMiddle, false);
    layers_.push_back({trunk_depth_, trunk});
    AddHead();
    for (const BodySide side : {BodySide::kLeft, BodySide::kRight}) {
      AddLimb(LegPieces(), side);
      AddLimb(ArmPieces(), side);
    }
    std::ranges::stable_sort(layers_, {}, &Layer::depth);
    for (const Layer& layer : layers_) body_ += layer.svg;
  }

  // ---- Marks ----

  void PaintStretch() {
    if (!spec_.stretch) return;
    const Site& site = *spec_.stretch;
    const Ball& ball = Balls()[site.ball];
    const Ball& next = Balls()[site.toward];
    const auto& axes = placed_.posture.Of(ball.segment).axes;
    const Vector3d normal = site.facing == Direction::kForward    ? Vector3d(axes.col(0))
                            : site.facing == Direction::kBackward ? Vector3d(-axes.col(0))
                            : site.facing == Direction::kLeft     ? Vector3d(axes.col(1))
                                                                  : Vector3d(-axes.col(1));
    const Vector3d from = centres_[site.ball] + normal * ball.radius * 0.62;
    const Vector3d to_centre =
        centres_[site.ball] + (centres_[site.toward] - centres_[site.ball]) * site.along;
    const double to_radius = ball.radius + (next.radius - ball.radius) * site.along;
    const Vector3d to = to_centre + normal * to_radius * 0.62;
    const std::vector<Circle> band = {{camera_(from), ball.radius * 0.4}, {camera_(to), to_radius * 0.4}};
    const std::string path = HullPath(band, kScale);
    std::string svg = fmt::format(R"(<path d="{}" fill="{}" stroke="{}" stroke-width="{}"/>)", path,
                                  colours_.stretch, colours_.paper, Number(kOutline * 1.4));
    // Rays, so that the mark is one without its colour too.
    const Vector2d along = (band[1].centre - band[0].centre);
    Vector2d outward = camera_(from) - camera_(centres_[site.ball]);
    outward = outward.norm() < 1e-6 ? Vector2d(0, 0) : outward.normalized().eval();
    std::string rays;
    for (const double share : {0.0, 0.5, 1.0}) {
      const Vector2d foot = band[0].centre + along * share;
      const double reach = ball.radius + (to_radius - ball.radius) * share;
      const Vector2d spread = along * (share - 0.5) * 0.25;
      rays += fmt::format("M{}L{}", PointText(foot + outward * reach * 0.66, kScale),
                          PointText(foot + outward * reach * 1.15 + spread, kScale));
      bounds_.Add(foot + outward * reach * 1.15 + spread, 0.01);
    }
    svg += fmt::format(R"(<path d="{}" fill="none" stroke="{}" stroke-width="{}" stroke-linecap="round"/>)",
                       rays, colours_.stretch, Number(kOutline * 1.7));
    layers_.push_back({centres_[site.ball].dot(camera_.toward) + 0.03, svg});
  }

  // How much of the stroke from `a` to `b` lies over the body.
  double Overlap(const Vector2d& a, const Vector2d& b) const {
    double overlap = 0;
    for (int i = 0; i <= 4; ++i) {
      const Vector2d point = a + (b - a) * (i / 4.0);
      double deepest = 0;
      for (const Circle& circle : circles_) {
        deepest = std::max(deepest, circle.radius + 0.03 - (circle.centre - point).norm());
      }
      overlap += deepest * 1.8;
    }
    return overlap;
  }

  Vector3d CentreOfPart(const Part& part) const {
    Vector3d sum = Vector3d::Zero();
    for (const std::size_t ball : part.balls) sum += centres_[ball];
    return sum / static_cast<double>(part.balls.size());
  }

  void PaintArrow(const Arrow& arrow) {
    if (arrow.direction == Direction::kTurnLeft || arrow.direction == Direction::kTurnRight) {
      return PaintTurn(arrow);
    }
    const Vector2d centre = camera_(CentreOfPart(arrow.part));
    Vector2d direction = camera_(DirectionOf(arrow.direction));
    if (direction.norm() < 0.2) return;  // towards the eye or away from it
    direction.normalize();
    const Vector2d aside(-direction.y(), direction.x());
    Vector2d best = centre;
    double least = std::numeric_limits<double>::max();
    // NOLINTNEXTLINE(cert-flp30-c,clang-analyzer-security.FloatLoopCounter): ends between two steps.
    for (double along = -0.36; along <= 0.2001; along += 0.04) {
      // NOLINTNEXTLINE(cert-flp30-c,clang-analyzer-security.FloatLoopCounter)
      for (double across = -0.2; across <= 0.2001; across += 0.04) {
        const Vector2d start = centre + direction * along + aside * across;
        const Vector2d end = start + direction * kArrowLength;
        if (IsLevel(camera_) && std::min(start.y(), end.y()) < 0.02) continue;
        const double away = (start + direction * kArrowLength / 2 - centre).norm();
        const double cost =
            Overlap(start, end + direction * kArrowWidth * 2) * 12 + away + std::abs(across) * 0.8;
        if (cost < least) {
          least = cost;
          best = start;
        }
      }
    }
    PaintStroke({best, best + direction * kArrowLength});
  }

  // Around the trunk's own axis, on the side of the eye.
  void PaintTurn(const Arrow& arrow) {
    const Frame& frame = placed_.posture.Of(Balls()[arrow.part.balls.front()].segment);
    const Vector3d axis = frame.axes.col(2);
    const Vector3d centre = CentreOfPart(arrow.part) + axis * 0.01;
    Vector3d front = camera_.toward - axis * camera_.toward.dot(axis);
    if (front.norm() < 0.2) front = frame.axes.col(0);
    front.normalize();
    const Vector3d side = axis.cross(front);
    const double sense = arrow.direction == Direction::kTurnLeft ? 1 : -1;
    std::vector<Vector2d> points;
    for (int i = 0; i <= 16; ++i) {
      const double angle = sense * (i / 16.0 * 2 - 1) * 62 * std::numbers::pi / 180;
      const Vector3d point = centre + 0.165 * (std::cos(angle) * front + std::sin(angle) * side);
      // Seen edge-on, a circle is a line: tip it a little.
      points.push_back(camera_(point) - Vector2d(0, 0.05 * std::cos(angle)));
    }
    PaintStroke(points);
  }

  void PaintStroke(const std::vector<Vector2d>& points) {
    std::string path;
    for (std::size_t i = 0; i < points.size(); ++i) {
      path += (i == 0 ? "M" : "L") + PointText(points[i], kScale);
      bounds_.Add(points[i], kArrowWidth * 1.6);
    }
    const Vector2d& tip = points.back();
    const Vector2d direction = (tip - points[points.size() - 2]).normalized();
    const Vector2d aside(-direction.y(), direction.x());
    const Vector2d point = tip + direction * kArrowWidth * 2;
    const std::string head = fmt::format("M{}L{}L{}Z", PointText(point, kScale),
                                         PointText(tip + aside * kArrowWidth * 1.45, kScale),
                                         PointText(tip - aside * kArrowWidth * 1.45, kScale));
    bounds_.Add(point, 0.01);
    const auto draw = [&](const std::string& colour, double extra) {
      above_ += fmt::format(
          R"(<path d="{}" fill="none" stroke="{}" stroke-width="{}" stroke-linecap="round" stroke-linejoin="round"/>)",
          path, colour, Number(kArrowWidth * kScale + extra));
      above_ +=
          fmt::format(R"(<path d="{}" fill="{}" stroke="{}" stroke-width="{}" stroke-linejoin="round"/>)",
                      head, colour, colour, Number(2 + extra));
    };
    draw(colours_.paper, 5);
    draw(colours_.arrow, 0);
  }

  // ---- The room ----

  void Box(std::string& svg, const Vector3d& least, const Vector3d& most, const std::string& colour) {
    std::vector<Circle> corners;
    for (int i = 0; i < 8; ++i) {
      const Vector3d corner((i & 1) != 0 ? most.x() : least.x(), (i & 2) != 0 ? most.y() : least.y(),
                            (i & 4) != 0 ? most.z() : least.z());
      corners.push_back({camera_(corner), 0.003});
      bounds_.Add(corners.back().centre, 0.003);
    }
    svg += fmt::format(R"(<path d="{}" fill="{}" stroke="{}" stroke-width="{}"/>)", HullPath(corners, kScale),
                       colour, colours_.floor, Number(kOutline * 0.6));
  }

  void PaintProp(const Prop& prop) {
    switch (prop.kind) {
      case PropKind::kMat:
        return PaintMat();
      case PropKind::kWall:
        return PaintWall(prop);
      case PropKind::kChair:
        return PaintChair(prop);
    }
  }

  bool RestsOn(const Contact& contact, Surface surface) const {
    const auto* on = std::get_if<Surface>(&contact.on);
    return on != nullptr && *on == surface;
  }

  // Below all that bears on it, and no farther than what bears on the bare floor.
  void PaintMat() {
    Vector3d least = Vector3d::Constant(1e9);
    Vector3d most = Vector3d::Constant(-1e9);
    for (const Contact& contact : spec_.contacts) {
      if (!RestsOn(contact, Surface::kMat)) continue;
      for (const std::size_t ball : contact.part.balls) {
        least = least.cwiseMin(centres_[ball]);
        most = most.cwiseMax(centres_[ball]);
      }
    }
    if (least.x() > most.x()) return;
    constexpr double kAround = 0.09;
    const double half = std::max(0.17, (most.y() - least.y()) / 2 + kAround);
    const double middle = (most.y() + least.y()) / 2;
    std::string svg;
    Box(svg, {least.x() - kAround, middle - half, 0}, {most.x() + kAround, middle + half, kMatHeight},
        colours_.prop);
    behind_ = svg + behind_;
  }

  void PaintWall(const Prop& prop) {
    const Vector3d normal = DirectionOf(prop.place);
    const Vector3d along = Vector3d::UnitZ().cross(normal);
    const Vector3d foot = normal * placed_.wall;
    const double edge_on = std::abs(normal.dot(camera_.toward));
    constexpr double kHeight = 1.06;
    if (edge_on > 0.2 && normal.dot(camera_.toward) > 0) return;  // between the eye and the figure
    std::string svg;
    if (edge_on < 0.2) {
      Box(svg, foot.cwiseMin(foot + normal * 0.03) - Vector3d(0, 0, 0),
          (foot + normal * 0.03).cwiseMax(foot) + Vector3d(0, 0, kHeight), colours_.prop);
    } else {
      const Vector3d a = foot - along * 0.36;
      const Vector3d b = foot + along * 0.36 + Vector3d(0, 0, kHeight);
      Box(svg, a.cwiseMin(b), a.cwiseMax(b), MixedColour(colours_.prop, colours_.paper, 0.4));
    }
    behind_ = svg + behind_;
  }

  void PaintChair(const Prop& prop) {
    Vector3d under = Vector3d::Zero();
    int count = 0;
    bool is_sat_on = false;
    for (const Contact& contact : spec_.contacts) {
      if (!RestsOn(contact, Surface::kChair)) continue;
      under += CentreOfPart(contact.part);
      is_sat_on = is_sat_on || Balls()[contact.part.balls.front()].segment == Segment::kPelvis;
      ++count;
    }
    if (count == 0) return;
    under /= count;
    constexpr double kHalf = 0.12;
    constexpr double kLeg = 0.012;
    // The back rest: behind who sits, else towards the figure.
    const double back = is_sat_on ? -1 : prop.place == Direction::kBackward ? 1 : -1;
    const double x = is_sat_on ? under.x() + 0.05 : under.x() - back * kHalf;
    std::string svg;
    const std::string colour = colours_.prop;
    for (const double dx : {-kHalf, kHalf - kLeg}) {
      for (const double dy : {-kHalf, kHalf - kLeg}) {
        Box(svg, {x + dx, under.y() + dy, 0}, {x + dx + kLeg, under.y() + dy + kLeg, kSeatHeight}, colour);
      }
    }
    const double rest = back < 0 ? x - kHalf : x + kHalf - kLeg;
    Box(svg, {rest, under.y() - kHalf, kSeatHeight}, {rest + kLeg, under.y() + kHalf, kChairBackHeight},
        colour);
    Box(svg, {x - kHalf, under.y() - kHalf, kSeatHeight - 0.02}, {x + kHalf, under.y() + kHalf, kSeatHeight},
        colour);
    behind_ = svg + behind_;
  }

  void PaintFloor() {
    const double y = -0.004;
    bounds_.Add({bounds_.least.x(), y}, 0.006);
    behind_ +=
        fmt::format(R"(<path d="M{}L{}" stroke="{}" stroke-width="{}" stroke-linecap="round"/>)",
                    PointText({bounds_.least.x() - 0.01, y}, kScale),
                    PointText({bounds_.most.x() + 0.01, y}, kScale), colours_.floor, Number(kOutline * 1.2));
  }

  const FigureSpec& spec_;
  const PlacedFigure& placed_;
  const FigureColours& colours_;
  Camera camera_;
  std::vector<Vector3d> centres_;
  std::vector<Circle> circles_;
  double trunk_depth_ = 0;
  Bounds bounds_;
  std::vector<Layer> layers_;
  std::string behind_;
  std::string body_;
  std::string above_;
};

std::string Escaped(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '&') {
      escaped += "&amp;";
    } else if (c == '<') {
      escaped += "&lt;";
    } else if (c == '>') {
      // `]]>` may not stand in text.
      escaped += "&gt;";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string Document(const Vector2d& corner, const Vector2d& size, const FigureText& text,
                     const std::string& body) {
  const std::string width = Number(size.x() * kScale);
  const std::string height = Number(size.y() * kScale);
  return fmt::format(
             R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="{2} {3} {0} {1}")"
             R"( role="img" aria-labelledby="title desc"><title id="title">{4}</title>)"
             R"(<desc id="desc">{5}</desc>{6}</svg>)",
             width, height, Number(corner.x() * kScale), Number(-(corner.y() + size.y()) * kScale),
             Escaped(text.title), Escaped(text.description), body) +
         "\n";
}

// A figure drawn by itself, with the room that it takes.
struct Drawn {
  Vector2d corner;  // lower left
  Vector2d size;
  std::string svg;
};

std::string Frame(const FigureColours& colours) {
  return fmt::format(
      R"(<path d="M8 -8H312V-192H8ZL312 -192M8 -192L312 -8" fill="none" stroke="{}" stroke-width="{}" stroke-dasharray="12 8"/>)",
      colours.floor, Number(kOutline * 1.5));
}

Drawn DrawnOf(const FigureSpec* spec, const PlacedFigure* placed, const FigureColours& colours) {
  if (spec == nullptr) return {{0, 0}, {0.8, 0.5}, Frame(colours)};
  Painter painter(*spec, *placed, colours);
  painter.Paint();
  const Vector2d margin(kMargin, kMargin);
  const Vector2d corner = painter.bounds().least - margin;
  return {corner, painter.bounds().most + margin - corner, painter.Svg()};
}

// `at` is where the figure's lower left corner goes.
std::string Moved(const Drawn& drawn, const Vector2d& at) {
  const Vector2d by = at - drawn.corner;
  return fmt::format(R"svg(<g transform="translate({} {})">{}</g>)svg", Number(by.x() * kScale),
                     Number(-by.y() * kScale), drawn.svg);
}

}  // namespace

std::string MixedColour(const std::string& colour, const std::string& other, double share) {
  const auto a = Channels(colour);
  const auto b = Channels(other);
  std::string mixed = "#";
  for (std::size_t i = 0; i < 3; ++i) {
    mixed += fmt::format("{:02x}", static_cast<int>(std::lround(a[i] * (1 - share) + b[i] * share)));
  }
  return mixed;
}

std::string DrawFigure(const FigureSpec& spec, const PlacedFigure& placed, const FigureText& text,
                       const FigureColours& colours) {
  const Drawn drawn = DrawnOf(&spec, &placed, colours);
  return Document(drawn.corner, drawn.size, text, drawn.svg);
}

std::string DrawPlaceholder(const FigureText& text, const FigureColours& colours) {
  const Drawn drawn = DrawnOf(nullptr, nullptr, colours);
  return Document(drawn.corner, drawn.size, text, drawn.svg);
}

std::string DrawStrip(std::span<const SheetCell> cells, const FigureText& text,
                      const FigureColours& colours) {
  constexpr double kGap = 0.16;
  std::string svg;
  double x = 0;
  double least = 0;
  double most = 0;
  for (const SheetCell& cell : cells) {
    const Drawn drawn = DrawnOf(cell.spec, cell.placed, colours);
    if (x > 0) {
      svg += fmt::format(
          R"(<path d="M{}L{}L{}" fill="none" stroke="{}" stroke-width="{}" stroke-linecap="round" stroke-linejoin="round"/>)",
          PointText({x + 0.055, 0.3}, kScale), PointText({x + 0.095, 0.26}, kScale),
          PointText({x + 0.055, 0.22}, kScale), colours.arrow, Number(kArrowWidth * kScale * 0.7));
      x += kGap;
    }
    // The floor stays where it is.
    svg += Moved(drawn, {x, drawn.corner.y()});
    x += drawn.size.x();
    least = std::min(least, drawn.corner.y());
    most = std::max(most, drawn.corner.y() + drawn.size.y());
  }
  return Document({0, least}, {x, most - least}, text, svg);
}

std::string DrawSheet(std::span<const SheetCell> cells, const FigureText& text,
                      const FigureColours& colours) {
  constexpr std::size_t kColumns = 4;
  constexpr double kWidth = 1.4;
  constexpr double kLabel = 0.1;
  std::string svg;
  double y = 0;
  for (std::size_t begin = 0; begin < cells.size(); begin += kColumns) {
    std::vector<Drawn> row;
    double height = 0;
    for (const SheetCell& cell : cells.subspan(begin, std::min(kColumns, cells.size() - begin))) {
      row.push_back(DrawnOf(cell.spec, cell.placed, colours));
      height = std::max(height, row.back().size.y());
    }
    y -= height + kLabel;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const double x = static_cast<double>(i) * kWidth;
      svg += Moved(row[i], {x + (kWidth - row[i].size.x()) / 2, y + kLabel});
      svg += fmt::format(
          R"(<text x="{}" y="{}" font-family="Open Sans, sans-serif" font-size="18" text-anchor="middle" fill="{}">{}</text>)",
          Number((x + kWidth / 2) * kScale), Number(-(y + 0.04) * kScale), colours.outline,
          Escaped(cells[begin + i].label));
    }
  }
  const double width = kWidth * static_cast<double>(std::min(kColumns, cells.size()));
  return Document({0, y}, {width, -y}, text, svg);
}

}  // namespace guidec
