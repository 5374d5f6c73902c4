// Draws placed figures as SVG: a mannequin of rounded limbs, in flat tones with a fine outline.
//
// One picture unit is 1/400 of the body's height; strokes are in the same unit and scale with the
// picture. Nothing outside the file is referred to, and equal figures give equal bytes.
#ifndef GUIDEC_FIGURE_DRAW_H_
#define GUIDEC_FIGURE_DRAW_H_

#include <span>
#include <string>

#include "figure/figure.h"
#include "figure/place.h"

namespace guidec {

// Colours as SVG writes them. Those of skin, shirt and trousers differ in lightness too, so that they
// stay apart in grey.
struct FigureColours {
  std::string paper = "#ffffff";
  std::string outline = "#1d2a31";
  std::string skin = "#f1dfd0";
  std::string shirt = "#7fb0b9";
  std::string trousers = "#2f4a57";
  std::string hair = "#3d4c55";
  std::string prop = "#a9c3ca";
  std::string floor = "#8ba0a8";
  std::string arrow = "#0e4d5c";
  std::string stretch = "#c8452f";
};

// `share` of `other` in `colour`; both are "#rrggbb".
std::string MixedColour(const std::string& colour, const std::string& other, double share);

struct FigureText {
  std::string title;
  std::string description;
};

// A standalone SVG file; `title` and `description` say what a screen reader reads.
std::string DrawFigure(const FigureSpec& spec, const PlacedFigure& placed, const FigureText& text,
                       const FigureColours& colours);

// One of several figures on a picture; `spec` is null where it cannot be drawn.
struct SheetCell {
  const FigureSpec* spec;
  const PlacedFigure* placed;
  std::string label;
};

// The figures in a row at one scale, on one floor, with an arrow from each to the next.
std::string DrawStrip(std::span<const SheetCell> cells, const FigureText& text, const FigureColours& colours);

// The figures with their labels, row by row.
std::string DrawSheet(std::span<const SheetCell> cells, const FigureText& text, const FigureColours& colours);

// What stands where a figure cannot be drawn: an empty frame, crossed out.
std::string DrawPlaceholder(const FigureText& text, const FigureColours& colours);

}  // namespace guidec

#endif  // GUIDEC_FIGURE_DRAW_H_
