// Where a figure is seen from. Pictures are flat: far things are as large as near ones.
#ifndef GUIDEC_FIGURE_CAMERA_H_
#define GUIDEC_FIGURE_CAMERA_H_

#include <Eigen/Core>

#include "figure/figure.h"

namespace guidec {

struct Camera {
  Eigen::Vector3d right;
  Eigen::Vector3d up;
  Eigen::Vector3d toward;  // from the room to the eye

  Eigen::Vector2d operator()(const Eigen::Vector3d& point) const { return {point.dot(right), point.dot(up)}; }
  bool IsLevel() const;  // the floor is a line
};

Camera CameraOf(View view);

}  // namespace guidec

#endif  // GUIDEC_FIGURE_CAMERA_H_
