// Documents of one figure and of several.
#include "figure/draw.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "figure/scene.h"

namespace guidec {
namespace {

using Eigen::Vector2d;

constexpr double kMargin = 0.035;  // around everything, as a fraction of the body's height

std::array<int, 3> Channels(const std::string& colour) {
  std::array<int, 3> channels{};
  for (std::size_t i = 0; i < 3; ++i) channels[i] = std::stoi(colour.substr(1 + 2 * i, 2), nullptr, 16);
  return channels;
}

std::string Escaped(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '&') {
      escaped += "&amp;";
    } else if (c == '<') {
      escaped += "&lt;";
    } else if (c == '>') {
      // `]]>` may not stand in text.
      escaped += "&gt;";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string Document(const Vector2d& corner, const Vector2d& size, const FigureText& text,
                     const std::string& body) {
  const std::string width = Number(size.x() * kScale);
  const std::string height = Number(size.y() * kScale);
  return fmt::format(
             R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="{2} {3} {0} {1}")"
             R"( role="img" aria-labelledby="title desc"><title id="title">{4}</title>)"
             R"(<desc id="desc">{5}</desc>{6}</svg>)",
             width, height, Number(corner.x() * kScale), Number(-(corner.y() + size.y()) * kScale),
             Escaped(text.title), Escaped(text.description), body) +
         "\n";
}

// A figure drawn by itself, with the room that it takes.
struct Drawn {
  Vector2d corner;  // lower left
  Vector2d size;
  std::string svg;
};

std::string CrossedFrame(const FigureColours& colours) {
  return fmt::format(
      R"(<path d="M8 -8H312V-192H8ZL312 -192M8 -192L312 -8" fill="none" stroke="{}" stroke-width="{}" stroke-dasharray="12 8"/>)",
      colours.floor, Number(kOutline * 1.5));
}

Drawn DrawnOf(const FigureSpec* spec, const PlacedFigure* placed, const FigureColours& colours) {
  if (spec == nullptr) return {{0, 0}, {0.8, 0.5}, CrossedFrame(colours)};
  Scene scene(*spec, *placed, colours);
  PaintStretch(scene);
  PaintBody(scene);
  std::ranges::stable_sort(scene.layers, {}, &Layer::depth);
  std::string body;
  for (const Layer& layer : scene.layers) body += layer.svg;
  for (const Arrow& arrow : spec->arrows) PaintArrow(scene, arrow);
  for (const Prop& prop : spec->props) PaintProp(scene, prop);
  if (scene.camera.IsLevel()) PaintFloor(scene);
  const Vector2d margin(kMargin, kMargin);
  const Vector2d corner = scene.bounds.least - margin;
  return {corner, scene.bounds.most + margin - corner, scene.behind + body + scene.above};
}

// `at` is where the figure's lower left corner goes.
std::string Moved(const Drawn& drawn, const Vector2d& at) {
  const Vector2d by = at - drawn.corner;
  return fmt::format(R"svg(<g transform="translate({} {})">{}</g>)svg", Number(by.x() * kScale),
                     Number(-by.y() * kScale), drawn.svg);
}

}  // namespace

std::string MixedColour(const std::string& colour, const std::string& other, double share) {
  const auto a = Channels(colour);
  const auto b = Channels(other);
  std::string mixed = "#";
  for (std::size_t i = 0; i < 3; ++i) {
    mixed += fmt::format("{:02x}", static_cast<int>(std::lround(a[i] * (1 - share) + b[i] * share)));
  }
  return mixed;
}

std::string DrawFigure(const FigureSpec& spec, const PlacedFigure& placed, const FigureText& text,
                       const FigureColours& colours) {
  const Drawn drawn = DrawnOf(&spec, &placed, colours);
  return Document(drawn.corner, drawn.size, text, drawn.svg);
}

std::string DrawPlaceholder(const FigureText& text, const FigureColours& colours) {
  const Drawn drawn = DrawnOf(nullptr, nullptr, colours);
  return Document(drawn.corner, drawn.size, text, drawn.svg);
}

std::string DrawStrip(std::span<const SheetCell> cells, const FigureText& text,
                      const FigureColours& colours) {
  constexpr double kGap = 0.16;
  std::string svg;
  double x = 0;
  double least = 0;
  double most = 0;
  for (const SheetCell& cell : cells) {
    const Drawn drawn = DrawnOf(cell.spec, cell.placed, colours);
    if (x > 0) {
      svg += fmt::format(
          R"(<path d="M{}L{}L{}" fill="none" stroke="{}" stroke-width="{}" stroke-linecap="round" stroke-linejoin="round"/>)",
          PointText({x + 0.055, 0.3}, kScale), PointText({x + 0.095, 0.26}, kScale),
          PointText({x + 0.055, 0.22}, kScale), colours.arrow, Number(kArrowWidth * kScale * 0.7));
      x += kGap;
    }
    // The floor stays where it is.
    svg += Moved(drawn, {x, drawn.corner.y()});
    x += drawn.size.x();
    least = std::min(least, drawn.corner.y());
    most = std::max(most, drawn.corner.y() + drawn.size.y());
  }
  return Document({0, least}, {x, most - least}, text, svg);
}

std::string DrawSheet(std::span<const SheetCell> cells, const FigureText& text,
                      const FigureColours& colours) {
  constexpr std::size_t kColumns = 4;
  constexpr double kWidth = 1.4;
  constexpr double kLabel = 0.1;
  std::string svg;
  double y = 0;
  for (std::size_t begin = 0; begin < cells.size(); begin += kColumns) {
    std::vector<Drawn> row;
    double height = 0;
    for (const SheetCell& cell : cells.subspan(begin, std::min(kColumns, cells.size() - begin))) {
      row.push_back(DrawnOf(cell.spec, cell.placed, colours));
      height = std::max(height, row.back().size.y());
    }
    y -= height + kLabel;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const double x = static_cast<double>(i) * kWidth;
      svg += Moved(row[i], {x + (kWidth - row[i].size.x()) / 2, y + kLabel});
      svg += fmt::format(
          R"(<text x="{}" y="{}" font-family="Open Sans, sans-serif" font-size="18" text-anchor="middle" fill="{}">{}</text>)",
          Number((x + kWidth / 2) * kScale), Number(-(y + 0.04) * kScale), colours.outline,
          Escaped(cells[begin + i].label));
    }
  }
  const double width = kWidth * static_cast<double>(std::min(kColumns, cells.size()));
  return Document({0, y}, {width, -y}, text, svg);
}

}  // namespace guidec
