#ifndef GUIDEC_EMIT_JSON_FIGURE_H_
#define GUIDEC_EMIT_JSON_FIGURE_H_

#include <nlohmann/json.hpp>

#include "model/picture/figure.h"

namespace guidec {

// What an app needs to draw the figure itself, or to move from one pose to the next: joint angles as
// they were drawn, where every joint lies, what bears on what.
nlohmann::ordered_json FigureJson(const Figure& figure);

}  // namespace guidec

#endif  // GUIDEC_EMIT_JSON_FIGURE_H_
