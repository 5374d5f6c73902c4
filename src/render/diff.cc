// Myers' greedy comparison (An O(ND) Difference Algorithm, 1986) over lines. Where two texts part by
// more than a bound, the furthest way found so far is taken and the search starts again at its end:
// the diff stays right, only not the shortest, and the cost stays linear.
#include "render/diff.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "text/character.h"
#include "text/utf8.h"

namespace guidec {
namespace {

constexpr std::ptrdiff_t kContext = 3;
constexpr std::ptrdiff_t kMaxDistance = 256;

using Lines = std::vector<std::string_view>;

// Each with its line end; the last may have none.
Lines LinesOf(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

struct Point {
  std::ptrdiff_t before = 0;
  std::ptrdiff_t after = 0;
};

// Lines [begin, end) of both texts that differ.
struct Change {
  Point begin;
  Point end;
};

class Comparison {
 public:
  Comparison(const Lines& before, const Lines& after) : before_(before), after_(after) {}

  std::vector<Change> Changes() {
    Point at;
    while (at.before < Size(before_) || at.after < Size(after_)) at = Advance(at);
    return changes_;
  }

 private:
  static std::ptrdiff_t Size(const Lines& lines) { return static_cast<std::ptrdiff_t>(lines.size()); }

  // The end of the equal lines that start at `at`.
  Point Slide(Point at) const {
    while (at.before < Size(before_) && at.after < Size(after_) &&
           before_[static_cast<std::size_t>(at.before)] == after_[static_cast<std::size_t>(at.after)]) {
      ++at.before;
      ++at.after;
    }
    return at;
  }

  // A search's state after each distance: how far into `before_` it came on diagonal k (lines of
  // `after_` minus lines of `before_`, both from the start), at index k + distance.
  using Reach = std::vector<std::ptrdiff_t>;

  static std::ptrdiff_t At(const Reach& reach, std::ptrdiff_t diagonal) {
    const std::ptrdiff_t distance = (static_cast<std::ptrdiff_t>(reach.size()) - 1) / 2;
    return diagonal < -distance || diagonal > distance ? -1
                                                       : reach[static_cast<std::size_t>(diagonal + distance)];
  }

  struct Arrival {
    Point point{-1, -1};  // negative: no way leads there
    bool down = false;    // by a line of `after_`, rather than by one of `before_`
  };

  // Where one step from `reach` onto `diagonal` leads, before sliding.
  Arrival Step(const Reach& reach, Point first, std::ptrdiff_t diagonal) const {
    Arrival best;
    for (const bool down : {false, true}) {
      const std::ptrdiff_t from = At(reach, down ? diagonal - 1 : diagonal + 1);
      const std::ptrdiff_t before = down ? from : from + 1;
      const Point point{before, first.after + (before - first.before) + diagonal};
      const bool exists = from >= 0 && point.before <= Size(before_) && point.after <= Size(after_);
      if (exists && point.before > best.point.before) best = {point, down};
    }
    return best;
  }

  // Searches from `start` and notes the changes on the way that was found; its end.
  Point Advance(Point start) {
    const Point first = Slide(start);
    std::vector<Reach> reaches = {{first.before}};
    Point furthest = first;
    std::ptrdiff_t furthest_diagonal = 0;
    const auto is_end = [&](Point p) { return p.before == Size(before_) && p.after == Size(after_); };
    for (std::ptrdiff_t distance = 1; !is_end(furthest) && distance <= kMaxDistance; ++distance) {
      Reach next(static_cast<std::size_t>(2 * distance + 1), -1);
      furthest = {-1, -1};
      for (std::ptrdiff_t diagonal = -distance; diagonal <= distance; diagonal += 2) {
        Point point = Step(reaches.back(), first, diagonal).point;
        if (point.before < 0) continue;
        point = Slide(point);
        next[static_cast<std::size_t>(diagonal + distance)] = point.before;
        if (furthest.before >= 0 && point.before + point.after <= furthest.before + furthest.after) continue;
        furthest = point;
        furthest_diagonal = diagonal;
      }
      reaches.push_back(std::move(next));
    }
    NoteWay(reaches, first, furthest_diagonal);
    return furthest;
  }

  // From the end back to the start; neighbouring steps become one change.
  void NoteWay(const std::vector<Reach>& reaches, Point first, std::ptrdiff_t diagonal) {
    std::vector<Change> way;
    for (std::size_t distance = reaches.size() - 1; distance > 0; --distance) {
      const auto [end, down] = Step(reaches[distance - 1], first, diagonal);
      const Point begin = down ? Point{end.before, end.after - 1} : Point{end.before - 1, end.after};
      way.push_back({begin, end});
      diagonal += down ? -1 : 1;
    }
    std::ranges::reverse(way);
    for (const Change& step : way) {
      if (!changes_.empty() && changes_.back().end.before == step.begin.before &&
          changes_.back().end.after == step.begin.after) {
        changes_.back().end = step.end;
      } else {
        changes_.push_back(step);
      }
    }
  }

  const Lines& before_;
  const Lines& after_;
  std::vector<Change> changes_;
};

// As Git writes a path: quoted when it holds what would end or change the line.
std::string HeaderPath(std::string_view side, std::string_view path) {
  while (path.starts_with('/')) path.remove_prefix(1);
  const std::string whole = fmt::format("{}/{}", side, path);
  const bool has_unseen = !AllCodePoints(whole, [](char32_t c) { return !IsUnseen(c); });
  const auto needs_quotes = [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return c == '"' || c == '\\' || byte < 0x20 || byte == 0x7F || (has_unseen && byte > 0x7F);
  };
  if (std::ranges::none_of(whole, needs_quotes)) {
    // Without the tab, a reader could take what follows a blank for a date.
    return whole.find(' ') == std::string::npos ? whole : whole + "\t";
  }
  std::string quoted = "\"";
  for (const char c : whole) {
    if (c == '"' || c == '\\') {
      quoted += {'\\', c};
    } else if (needs_quotes(c)) {
      quoted += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    } else {
      quoted += c;
    }
  }
  return quoted + "\"";
}

// "12,3": a range without lines names the line before it.
std::string RangeText(std::ptrdiff_t begin, std::ptrdiff_t end) {
  const std::ptrdiff_t count = end - begin;
  const std::ptrdiff_t first = count == 0 ? begin : begin + 1;
  return count == 1 ? fmt::format("{}", first) : fmt::format("{},{}", first, count);
}

void AppendLines(std::string& out, char mark, const Lines& lines, std::ptrdiff_t begin, std::ptrdiff_t end) {
  for (std::ptrdiff_t i = begin; i < end; ++i) {
    const std::string_view line = lines[static_cast<std::size_t>(i)];
    out += mark;
    out += line;
    if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
  }
}

std::string Hunk(const Lines& before, const Lines& after, std::span<const Change> changes) {
  const std::ptrdiff_t lead = std::min(kContext, changes.front().begin.before);
  const std::ptrdiff_t trail =
      std::min(kContext, static_cast<std::ptrdiff_t>(before.size()) - changes.back().end.before);
  const Point begin{changes.front().begin.before - lead, changes.front().begin.after - lead};
  const Point end{changes.back().end.before + trail, changes.back().end.after + trail};
  std::string out =
      fmt::format("@@ -{} +{} @@\n", RangeText(begin.before, end.before), RangeText(begin.after, end.after));
  std::ptrdiff_t shown = begin.before;
  for (const Change& change : changes) {
    AppendLines(out, ' ', before, shown, change.begin.before);
    AppendLines(out, '-', before, change.begin.before, change.end.before);
    AppendLines(out, '+', after, change.begin.after, change.end.after);
    shown = change.end.before;
  }
  AppendLines(out, ' ', before, shown, end.before);
  return out;
}

}  // namespace

std::string UnifiedDiff(std::span<const Rewrite> rewrites) {
  std::string out;
  for (const Rewrite& rewrite : rewrites) {
    const Lines before = LinesOf(rewrite.before);
    const Lines after = LinesOf(rewrite.after);
    const std::vector<Change> changes = Comparison(before, after).Changes();
    if (changes.empty()) continue;
    out += fmt::format("--- {}\n+++ {}\n", HeaderPath("a", rewrite.path), HeaderPath("b", rewrite.path));
    std::size_t from = 0;
    for (std::size_t i = 1; i <= changes.size(); ++i) {
      const bool joins =
          i < changes.size() && changes[i].begin.before - changes[i - 1].end.before <= 2 * kContext;
      if (joins) continue;
      out += Hunk(before, after, std::span(changes).subspan(from, i - from));
      from = i;
    }
  }
  return out;
}

}  // namespace guidec
