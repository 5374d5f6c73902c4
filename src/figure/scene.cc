#include "figure/scene.h"

#include <fmt/format.h>

namespace guidec {

void Extent::Add(const Eigen::Vector2d& point, double around) {
  least = least.cwiseMin(point.array().operator-(around).matrix());
  most = most.cwiseMax(point.array().operator+(around).matrix());
}

Scene::Scene(const FigureSpec& of_figure, const PlacedFigure& where, const FigureColours& in_colours)
    : spec(of_figure), placed(where), colours(in_colours), camera(CameraOf(of_figure.view)) {
  for (const Ball& ball : Balls()) {
    centres.push_back(CentreOf(placed.posture, ball));
    circles.push_back({camera(centres.back()), ball.radius});
    bounds.Add(circles.back().centre, ball.radius);
  }
}

Eigen::Vector3d Scene::CentreOfPart(const Part& part) const {
  Eigen::Vector3d sum = Eigen::Vector3d::Zero();
  for (const std::size_t ball : part.balls) sum += centres[ball];
  return sum / static_cast<double>(part.balls.size());
}

std::string Filled(const std::string& path, const std::string& colour) {
  return fmt::format(R"(<path d="{}" fill="{}"/>)", path, colour);
}

}  // namespace guidec
