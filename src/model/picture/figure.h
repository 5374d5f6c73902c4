// A picture that guidec draws: an exercise's entry of `figures`, read, placed and told in words.
#ifndef GUIDEC_MODEL_PICTURE_FIGURE_H_
#define GUIDEC_MODEL_PICTURE_FIGURE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figure/draw.h"
#include "figure/figure.h"
#include "figure/place.h"
#include "model/content/library.h"

namespace guidec {

struct Figure {
  Id id;
  Span pose{};  // where the base pose is named
  FigureSpec spec;
  PlacedFigure placed;
  bool is_sound = true;             // false: what was noted against it keeps it from being drawn
  bool is_mirrored = false;         // the other side of another figure
  std::optional<std::size_t> step;  // index into Exercise::steps
};

// The phrases under a figure's key: a list of them, or one alone.
std::vector<const Node*> PhrasesOf(const Node& figure, std::string_view key);

// Reads `figures` of an exercise whose steps are read already, in the order written; what is wrong is
// added to `faults`.
std::vector<Picture> ReadFigures(const Node& root, const Exercise& exercise, std::vector<Fault>& faults);

// What a reader hears instead of the picture: the author's words, or what the pose shows; the
// exercise's name when there is neither.
std::string AlternativeText(const Exercise& exercise, const Picture& picture);

// Whether what a pose shows can be told in the language.
bool IsDescribedIn(std::string_view language);

// The colours of figures in this theme.
FigureColours ColoursOf(const Theme& theme);

// The picture as SVG; a frame that says nothing is there where the figure is not sound. `picture` has a
// figure.
std::string FigureSvg(const Exercise& exercise, const Picture& picture, const FigureColours& colours);

// All figures of the exercise in a row, with an arrow from each to the next.
std::string StripSvg(const Exercise& exercise, const FigureColours& colours);

}  // namespace guidec

#endif  // GUIDEC_MODEL_PICTURE_FIGURE_H_
