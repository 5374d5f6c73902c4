#include "text/source.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "text/utf8.h"

namespace guidec {
namespace {

constexpr std::uint32_t kMilestone = 1024;

}  // namespace

Source::Source(SourceId id, std::string path, std::string text)
    : id_(id), path_(std::move(path)), text_(std::move(text)), line_starts_{0} {
  for (std::uint32_t i = 0; i < text_.size(); ++i) {
    const bool line_end = text_[i] == '\n' || (text_[i] == '\r' && text_[i + 1] != '\n');
    if (line_end) line_starts_.push_back(i + 1);
  }
  for (std::uint32_t line = 1; line <= line_count(); ++line) {
    const Span span = LineSpan(line);
    Milestone at{span.begin, 0};
    while (span.end - at.offset > kMilestone) {
      std::uint32_t next = at.offset + kMilestone;
      while (next > at.offset + 1 && (static_cast<unsigned char>(text_[next]) & 0xC0) == 0x80) --next;
      const std::string_view between = std::string_view(text_).substr(at.offset, next - at.offset);
      at = {next, at.code_points + static_cast<std::uint32_t>(CountCodePoints(between))};
      milestones_.push_back(at);
    }
  }
}

Span Source::LineSpan(std::uint32_t line) const {
  const std::uint32_t begin = line_starts_[line - 1];
  std::uint32_t end =
      line < line_starts_.size() ? line_starts_[line] : static_cast<std::uint32_t>(text_.size());
  while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
  return Span{id_, begin, end};
}

std::string_view Source::Line(std::uint32_t line) const {
  return Slice(LineSpan(line));
}

Position Source::PositionOf(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const auto next = std::ranges::upper_bound(line_starts_, offset);
  const auto line = static_cast<std::uint32_t>(next - line_starts_.begin());
  Milestone from{line_starts_[line - 1], 0};
  const auto behind = std::ranges::upper_bound(milestones_, offset, {}, &Milestone::offset);
  if (behind != milestones_.begin() && std::prev(behind)->offset > from.offset) from = *std::prev(behind);
  const std::string_view before = std::string_view(text_).substr(from.offset, offset - from.offset);
  return Position{line, from.code_points + static_cast<std::uint32_t>(CountCodePoints(before)) + 1};
}

std::string_view Source::Slice(const Span& span) const {
  return std::string_view(text_).substr(span.begin, span.size());
}

const Source& Sources::Add(std::string path, std::string text) {
  return sources_.emplace_back(SourceId{static_cast<std::uint32_t>(sources_.size())}, std::move(path),
                               std::move(text));
}

}  // namespace guidec
