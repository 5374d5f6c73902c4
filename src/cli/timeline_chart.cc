#include "cli/timeline_chart.h"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "render/palette.h"
#include "render/place.h"
#include "text/utf8.h"

namespace guidec {
namespace {

constexpr std::size_t kLeastBar = 8;
constexpr std::size_t kMostBar = 40;
// The last one stands above the figures, not above their marks.
constexpr std::array<std::string_view, 5> kHeads = {"start", "cue", "side", "step", "time   "};
constexpr std::array<bool, 5> kIsFigure = {true, false, false, true, true};

using Cells = std::array<std::string, kHeads.size()>;
using Widths = std::array<std::size_t, kHeads.size()>;

std::string Clock(std::int64_t seconds) {
  if (seconds < 3600) return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
  return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string Figures(const Bounds& bounds) {
  return bounds.least == bounds.most ? fmt::format("{}", bounds.least)
                                     : fmt::format("{}-{}", bounds.least, bounds.most);
}

std::string What(const Cue& cue, bool has_sets) {
  static constexpr std::array<std::string_view, 6> kNames = {"get ready",    "hold", "repetitions",
                                                             "change sides", "rest", "next exercise"};
  std::string what(kNames[static_cast<std::size_t>(cue.kind)]);
  if (cue.reps) what = fmt::format("{} {}", Figures(*cue.reps), what);
  if (has_sets && (cue.kind == CueKind::kHold || cue.kind == CueKind::kRepetitions)) {
    what += fmt::format(", set {}", cue.set);
  }
  return what;
}

Cells CellsOf(const Cue& cue, bool has_sets) {
  return {Clock(cue.start.planned), What(cue, has_sets), std::string(SideName(cue)),
          cue.step ? fmt::format("{}", *cue.step + 1) : "",
          // The marks keep their place, so that figures stay below figures.
          fmt::format("{} s {}{}", Figures(cue.length), cue.is_estimate ? "~" : " ",
                      cue.is_open_ended ? "+" : " ")};
}

std::string Line(const Cells& cells, const Widths& widths) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string pad(widths[i] - DisplayWidth(cells[i]), ' ');
    line += fmt::format("  {}", kIsFigure[i] ? pad + cells[i] : cells[i] + pad);
  }
  return line;
}

// In columns, of which `longest` seconds fill `width`; what takes any time is seen.
std::string Bar(const Bounds& length, std::int64_t longest, std::size_t width, const Palette& palette,
                bool is_work) {
  const auto columns = [&](std::int64_t seconds) {
    return static_cast<std::size_t>((seconds * static_cast<std::int64_t>(width) + longest / 2) / longest);
  };
  const std::size_t whole = std::max<std::size_t>(length.most > 0 ? 1 : 0, columns(length.most));
  const std::size_t least = std::clamp<std::size_t>(columns(length.least), length.least > 0 ? 1 : 0, whole);
  const std::string bar(least, '#');
  const std::string rest(whole - least, '-');
  return (bar.empty() ? ""
          : is_work   ? palette.Green(bar)
                      : palette.Blue(bar)) +
         (rest.empty() ? "" : palette.Dim(rest));
}

std::string WithoutTrailingBlanks(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

bool HasSets(const Timeline& timeline, const Cue& cue) {
  return std::ranges::any_of(
      timeline.cues, [&](const Cue& other) { return other.exercise == cue.exercise && other.set > 1; });
}

std::string Marks(const Timeline& timeline) {
  std::string marks;
  if (std::ranges::any_of(timeline.cues, &Cue::is_estimate)) {
    marks += "  ~ by the workspace's planning figures, not by the dose\n";
  }
  if (std::ranges::any_of(timeline.cues, &Cue::is_open_ended)) {
    marks += "  + open-ended: the body ends it, and the time is only a plan\n";
  }
  return marks;
}

// "7:53 in all, 7:45 to 8:05".
std::string Total(const Bounds& total) {
  if (total.least == total.most) return fmt::format("{} in all", Clock(total.planned));
  return fmt::format("{} in all, {} to {}", Clock(total.planned), Clock(total.least), Clock(total.most));
}

// The widths of the columns and, behind them, of the bar; 0 where there is no room for one.
struct Layout {
  Widths columns{};
  std::size_t bar = 0;
};

Layout LayoutOf(const Timeline& timeline, std::size_t width) {
  Layout layout;
  const auto widen = [&](std::size_t i, std::string_view cell) {
    layout.columns[i] = std::max(layout.columns[i], DisplayWidth(cell));
  };
  for (std::size_t i = 0; i < kHeads.size(); ++i) widen(i, kHeads[i]);
  for (const Cue& cue : timeline.cues) {
    const Cells cells = CellsOf(cue, HasSets(timeline, cue));
    for (std::size_t i = 0; i < cells.size(); ++i) widen(i, cells[i]);
  }
  std::size_t used = 2;
  for (const std::size_t column : layout.columns) used += column + 2;
  if (used + kLeastBar <= width) layout.bar = std::min(kMostBar, width - used);
  return layout;
}

}  // namespace

std::string TimelineChart(const Timeline& timeline, std::size_t width, bool colour) {
  const Palette palette(colour);
  const Layout layout = LayoutOf(timeline, width);
  std::int64_t longest = 1;
  for (const Cue& cue : timeline.cues) longest = std::max(longest, cue.length.most);
  Cells heads;
  std::ranges::copy(kHeads, heads.begin());
  std::string out = palette.Dim(WithoutTrailingBlanks(Line(heads, layout.columns))) + "\n";
  const bool is_session = std::ranges::any_of(
      timeline.cues, [&](const Cue& cue) { return cue.exercise != timeline.cues.front().exercise; });
  const Exercise* exercise = nullptr;
  for (const Cue& cue : timeline.cues) {
    if (is_session && cue.exercise != exercise) {
      out += fmt::format("  {}\n", palette.Bold(Printable(PlainText(cue.exercise->name.root))));
    }
    exercise = cue.exercise;
    const bool is_work = cue.kind == CueKind::kHold || cue.kind == CueKind::kRepetitions;
    std::string line = Line(CellsOf(cue, HasSets(timeline, cue)), layout.columns);
    if (layout.bar > 0) line += "  " + Bar(cue.length, longest, layout.bar, palette, is_work);
    out += WithoutTrailingBlanks(std::move(line)) + "\n";
  }
  out += fmt::format("\n  {}\n", palette.Bold(Total(timeline.total)));
  for (const TimeShare& share : TimeSharesOf(timeline)) {
    out += fmt::format("  {} of {}\n", SpellExactly(RangeOf(share.time)), share.name);
  }
  return out + Marks(timeline);
}

}  // namespace guidec
