// The outline around circles: arcs joined by tangents.
#ifndef GUIDEC_FIGURE_HULL_H_
#define GUIDEC_FIGURE_HULL_H_

#include <string>
#include <vector>

#include <Eigen/Core>

namespace guidec {

struct Circle {
  Eigen::Vector2d centre;  // y grows upward
  double radius;
};

// An SVG path around all circles, in units of 1 / `scale`, with y growing downward.
std::string HullPath(const std::vector<Circle>& circles, double scale);

// A coordinate with one decimal, without needless digits.
std::string Number(double value);

// "12.5 -3", with y growing downward.
std::string PointText(const Eigen::Vector2d& point, double scale);

}  // namespace guidec

#endif  // GUIDEC_FIGURE_HULL_H_
