#ifndef GUIDEC_CLI_TIMELINE_CHART_H_
#define GUIDEC_CLI_TIMELINE_CHART_H_

#include <cstddef>
#include <string>

#include "model/dose/timeline.h"

namespace guidec {

// A line a cue: when it starts as planned, what it is, the side, the number of the step that says so, how
// long it takes, and a bar (`#` for the least, `-` up to the most). A line is at most `width` columns
// wide; the bar is left out where it would be too short to read.
std::string TimelineChart(const Timeline& timeline, std::size_t width, bool colour);

}  // namespace guidec

#endif  // GUIDEC_CLI_TIMELINE_CHART_H_
