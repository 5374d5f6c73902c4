#ifndef GUIDEC_FIGURE_DESCRIBE_H_
#define GUIDEC_FIGURE_DESCRIBE_H_

#include <string>

#include "figure/figure.h"

namespace guidec {

// What a figure shows, in plain English sentences: how the body is held, what bears on what beyond
// what the base pose says, what moves and where the stretch is felt. For a reader who cannot see it.
std::string Describe(const FigureSpec& spec);

}  // namespace guidec

#endif  // GUIDEC_FIGURE_DESCRIBE_H_
