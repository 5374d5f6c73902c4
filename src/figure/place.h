// Places a figure so that its contacts rest: a damped least-squares search over where the hips are and
// over the angles of the joints that may give, each within its limits. It starts from the angles as
// stated and takes the smallest step that helps, so that what need not move stays.
#ifndef GUIDEC_FIGURE_PLACE_H_
#define GUIDEC_FIGURE_PLACE_H_

#include <string>
#include <vector>

#include "figure/body.h"
#include "figure/figure.h"

namespace guidec {

// Fractions of the body's height.
inline constexpr double kTouching = 0.012;  // a contact closer than this touches; 2 cm on an adult
inline constexpr double kMatHeight = 0.01;
inline constexpr double kSeatHeight = 0.25;
inline constexpr double kChairBackHeight = 0.5;

struct Miss {
  std::size_t contact;  // index into FigureSpec::contacts
  double gap;           // how far the part is from where it should be; negative: inside
};

struct Sunk {
  std::size_t ball;
  double depth;  // below the floor
};

struct PlacedFigure {
  Angles angles;  // as solved
  Posture posture;
  double wall = 0;  // how far the wall stands from the hips, along its direction
  std::vector<Miss> misses;
  std::vector<Sunk> sunk;  // deepest first, of parts that are no declared contact
};

PlacedFigure PlaceFigure(const FigureSpec& spec);

// The unit vector from the figure to where the prop stands, in the room.
Eigen::Vector3d DirectionOf(Direction direction);

}  // namespace guidec

#endif  // GUIDEC_FIGURE_PLACE_H_
