// What guidelines say of stretches that are held is not about every exercise of the kind `stretch`.
#ifndef GUIDEC_RULES_HELD_STRETCH_H_
#define GUIDEC_RULES_HELD_STRETCH_H_

#include "model/content/library.h"

namespace guidec {

// Whether English text says that the reader rolls over a muscle and pauses at single points of it, with a
// foam roller or a ball.
bool IsRolled(const Exercise& exercise);

// Whether the exercise is a stretch with a hold, and neither rolled nor a contraction of a few seconds that
// is repeated.
bool IsHeldStretch(const Exercise& exercise);

}  // namespace guidec

#endif  // GUIDEC_RULES_HELD_STRETCH_H_
