// A figure as it is being drawn: where everything is on the picture, and what is painted so far. Lengths are
// fractions of the body's height unless a name says otherwise.
#ifndef GUIDEC_FIGURE_SCENE_H_
#define GUIDEC_FIGURE_SCENE_H_

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include <Eigen/Core>

#include "figure/camera.h"
#include "figure/draw.h"
#include "figure/hull.h"

namespace guidec {

inline constexpr double kScale = 400;    // picture units for the body's height
inline constexpr double kOutline = 2.4;  // picture units
inline constexpr double kArrowWidth = 0.021;

struct Extent {
  Eigen::Vector2d least{std::numeric_limits<double>::max(), std::numeric_limits<double>::max()};
  Eigen::Vector2d most{std::numeric_limits<double>::lowest(), std::numeric_limits<double>::lowest()};

  void Add(const Eigen::Vector2d& point, double around);
};

// Farther ones have the smaller depth, and are painted first.
struct Layer {
  double depth;
  std::string svg;
};

struct Scene {
  Scene(const FigureSpec& of_figure, const PlacedFigure& where, const FigureColours& in_colours);

  Eigen::Vector3d CentreOfPart(const Part& part) const;

  const FigureSpec& spec;
  const PlacedFigure& placed;
  const FigureColours& colours;
  Camera camera;
  std::vector<Eigen::Vector3d> centres;  // of all balls (figure/body.h), in their order
  std::vector<Circle> circles;           // the same on the picture
  Extent bounds;
  std::vector<Layer> layers;  // of the body
  std::string behind;         // what stands behind the body
  std::string above;          // what is marked on it
};

std::string Filled(const std::string& path, const std::string& colour);

// They add what they paint, and the room that it takes.
void PaintBody(Scene& scene);
void PaintStretch(Scene& scene);
void PaintArrow(Scene& scene, const Arrow& arrow);
void PaintProp(Scene& scene, const Prop& prop);
void PaintFloor(Scene& scene);

}  // namespace guidec

#endif  // GUIDEC_FIGURE_SCENE_H_
