// The body is drawn from the back to the front. Each limb's segments are pieces of their own, so that a bent
// limb shows where it overlaps itself; a patch over the joint hides the seam.
#include <algorithm>

#include <fmt/format.h>

#include "figure/scene.h"

namespace guidec {
namespace {

using Eigen::Vector3d;

constexpr double kFarTint = 0.38;     // of the paper's colour, in limbs on the far side
constexpr double kFarSkin = 0.14;     // of the outline's colour, in the skin there
constexpr double kFarDepth = 0.03;    // behind the trunk
constexpr double kSleeve = 1.3;       // how far a patch goes along the limb, in radii of the joint
constexpr double kFacesAway = -0.35;  // cosine from which the hair lies over the face
constexpr double kEarShows = 0.8;     // cosine
constexpr double kHeadBias = 0.002;   // of its depth

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

class BodyPainter {
 public:
  explicit BodyPainter(Scene& scene)
      : scene_(scene), trunk_depth_(DepthOf({"sacrum", "breastbone"}, BodySide::kMiddle)) {}

  void Paint() {
    std::string trunk;
    for (const Piece& piece : TrunkPieces()) trunk += PieceSvg(piece, BodySide::kMiddle, false);
    scene_.layers.push_back({trunk_depth_, trunk});
    AddHead();
    for (const BodySide side : {BodySide::kLeft, BodySide::kRight}) {
      AddLimb(LegPieces(), side);
      AddLimb(ArmPieces(), side);
    }
  }

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
    for (const std::size_t ball : Indices(names, side)) circles.push_back(scene_.circles[ball]);
    return HullPath(circles, kScale);
  }
  double DepthOf(const std::vector<std::string_view>& names, BodySide side) const {
    double sum = 0;
    const auto indices = Indices(names, side);
    for (const std::size_t ball : indices) sum += scene_.centres[ball].dot(scene_.camera.toward);
    return sum / static_cast<double>(indices.size());
  }

  std::string ColourOf(Cloth cloth, bool is_far) const {
    const std::string& colour = cloth == Cloth::kSkin       ? scene_.colours.skin
                                : cloth == Cloth::kShirt    ? scene_.colours.shirt
                                : cloth == Cloth::kTrousers ? scene_.colours.trousers
                                                            : scene_.colours.hair;
    if (!is_far) return colour;
    return cloth == Cloth::kSkin ? MixedColour(colour, scene_.colours.outline, kFarSkin)
                                 : MixedColour(colour, scene_.colours.paper, kFarTint);
  }
  std::string OutlineOf(bool is_far) const {
    return is_far ? MixedColour(scene_.colours.outline, scene_.colours.paper, kFarTint)
                  : scene_.colours.outline;
  }

  std::string Outlined(const std::string& path, bool is_far) const {
    return fmt::format(R"(<path d="{}" fill="none" stroke="{}" stroke-width="{}" stroke-linejoin="round"/>)",
                       path, OutlineOf(is_far), Number(2 * kOutline));
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
      scene_.layers.push_back({depth, PieceSvg(piece, side, is_far)});
      const std::string seam = SeamPath(piece, side, is_far);
      const double top = piece.seam.inward.empty() ? depth : std::max(depth, before);
      if (!seam.empty()) scene_.layers.push_back({top + 1e-6, Filled(seam, ColourOf(piece.cloth, is_far))});
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
    const Circle& from = scene_.circles[BallIndex(joint, side)];
    const Circle& to = scene_.circles[BallIndex(towards, side)];
    const double apart = (to.centre - from.centre).norm();
    if (apart < 1e-9) return {};
    const double share = std::min(1.0, from.radius * kSleeve / apart);
    const Circle end{from.centre + (to.centre - from.centre) * share,
                     from.radius + (to.radius - from.radius) * share};
    return HullPath({from, end}, kScale);
  }

  void AddHead() {
    const double facing = scene_.camera.toward.dot(scene_.placed.posture.Of(Segment::kHead).axes.col(0));
    const std::string hair = Hull({"crown", "nape"}, BodySide::kMiddle);
    const std::string nose = Hull({"nose", "forehead"}, BodySide::kMiddle);
    const std::string face = Hull({"forehead", "jaw"}, BodySide::kMiddle);
    const std::string skin = ColourOf(Cloth::kSkin, false);
    std::string svg;
    const bool is_behind = facing < kFacesAway;
    for (const std::string* path : {&hair, &nose, &face}) svg += Outlined(*path, false);
    const std::string face_svg = Filled(nose, skin) + Filled(face, skin);
    const std::string hair_svg = Filled(hair, ColourOf(Cloth::kHair, false));
    svg += is_behind ? face_svg + hair_svg : hair_svg + face_svg;
    for (const BodySide side : {BodySide::kLeft, BodySide::kRight}) {
      const std::size_t ear = BallIndex("ear", side);
      const Vector3d outward =
          scene_.placed.posture.Of(Segment::kHead).axes.col(1) * (side == BodySide::kLeft ? 1 : -1);
      if (outward.dot(scene_.camera.toward) < kEarShows) continue;
      svg += Filled(HullPath({scene_.circles[ear]}, kScale), skin);
    }
    scene_.layers.push_back({DepthOf({"crown", "jaw"}, BodySide::kMiddle) + kHeadBias, svg});
  }

  Scene& scene_;
  double trunk_depth_;
};

}  // namespace

void PaintBody(Scene& scene) {
  BodyPainter(scene).Paint();
}

}  // namespace guidec
