// A frame shows, in line order, every line that the finding or one of its labels in the same file
// points at: carets under the finding, dashes and a message under a label. Labels in other files
// follow, each below its own place. Long lines are cut to a window around what is pointed at.
#include "render/frame.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "render/palette.h"
#include "render/place.h"
#include "text/utf8.h"

namespace guidec {
namespace {

constexpr std::size_t kMaxLineWidth = 100;

struct Pointer {
  Span span;
  std::string_view message;
  bool primary = false;
};

std::string Blanks(std::size_t count) {
  return std::string(count, ' ');
}

// Moves `offset` to the nearest start of a code point at or before it.
std::size_t Whole(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  while (offset > 0 && offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80) {
    --offset;
  }
  return offset;
}

class Frame {
 public:
  Frame(const Source& source, const Palette& palette, Severity severity)
      : source_(source), palette_(palette), severity_(severity) {}

  void Add(const Pointer& pointer) {
    const std::uint32_t line = source_.PositionOf(pointer.span.begin).line;
    lines_[line].push_back(pointer);
    width_ = std::max(width_, fmt::formatted_size("{}", line));
  }

  std::string Render() const {
    std::string out;
    std::uint32_t last = 0;
    for (const auto& [line, pointers] : lines_) {
      // One line left out would take as much room as showing it.
      if (last != 0 && line == last + 2) out += RenderLine(last + 1, {});
      if (last != 0 && line > last + 2) out += palette_.Blue(Blanks(width_ + 1) + "…") + "\n";
      out += RenderLine(line, pointers);
      last = line;
    }
    return out;
  }

 private:
  std::string Gutter(std::string_view number) const {
    return palette_.Blue(fmt::format(" {:>{}} |", number, width_));
  }

  std::string RenderLine(std::uint32_t line, const std::vector<Pointer>& pointers) const {
    const Span span = source_.LineSpan(line);
    const std::string_view text = source_.Slice(span);
    // The window: all of a short line, else what surrounds the first pointer.
    std::size_t from = 0;
    std::size_t to = text.size();
    if (text.size() > kMaxLineWidth) {
      const std::size_t at = pointers.empty() ? 0 : pointers.front().span.begin - span.begin;
      from = Whole(text, at > kMaxLineWidth / 3 ? at - kMaxLineWidth / 3 : 0);
      to = Whole(text, std::min(text.size(), from + kMaxLineWidth));
    }
    const std::string_view before = from > 0 ? "…" : "";
    const std::string_view after = to < text.size() ? "…" : "";
    std::string out = fmt::format("{} {}{}{}\n", Gutter(std::to_string(line)), before,
                                  Printable(text.substr(from, to - from)), after);
    for (const Pointer& pointer : pointers) {
      const std::size_t begin = std::clamp<std::size_t>(pointer.span.begin - span.begin, from, to);
      const std::size_t end =
          std::clamp<std::size_t>(std::min(pointer.span.end, span.end) - span.begin, begin, to);
      const auto columns = [&](std::size_t to) { return DisplayWidth(Printable(text.substr(from, to - from))); };
      const std::size_t offset = columns(begin) + (from > 0 ? 1 : 0);
      const std::size_t length = std::max<std::size_t>(1, columns(end) - columns(begin));
      std::string mark(length, pointer.primary ? '^' : '-');
      if (!pointer.message.empty()) mark += " " + Printable(pointer.message);
      out += fmt::format("{} {}{}\n", Gutter(""), Blanks(offset),
                         pointer.primary ? palette_.Of(severity_, mark) : palette_.Blue(mark));
    }
    return out;
  }

  const Source& source_;
  const Palette& palette_;
  Severity severity_;
  std::map<std::uint32_t, std::vector<Pointer>> lines_;
  std::size_t width_ = 0;
};

}  // namespace

std::string RenderFrame(const Diagnostic& finding, const Sources& sources, bool colour) {
  const Palette palette(colour);
  const Source& source = sources[finding.span.source];
  std::string out = fmt::format(
      "{} {}\n",
      palette.Of(finding.severity, fmt::format("{}[{}]", SeverityName(finding.severity), finding.rule->code)),
      palette.Bold(Printable(finding.message)));
  out += fmt::format("{} {} {}\n", palette.Blue("  -->"), Printable(PlaceText(source, finding.span)),
                     palette.Dim(fmt::format("({})", finding.rule->name)));
  Frame frame(source, palette, finding.severity);
  frame.Add({finding.span, {}, true});
  for (const Label& label : finding.labels) {
    if (label.span.source == finding.span.source) frame.Add({label.span, label.message, false});
  }
  out += frame.Render();
  for (const Label& label : finding.labels) {
    if (label.span.source == finding.span.source) continue;
    const Source& other = sources[label.span.source];
    out += fmt::format("{} {}\n", palette.Blue("  -->"), Printable(PlaceText(other, label.span)));
    Frame elsewhere(other, palette, finding.severity);
    elsewhere.Add({label.span, label.message, false});
    out += elsewhere.Render();
  }
  if (finding.fix) out += fmt::format("  {} {}\n", palette.Green("fix:"), Printable(finding.fix->title));
  return out;
}

}  // namespace guidec
