#ifndef GUIDEC_TEXT_SOURCE_H_
#define GUIDEC_TEXT_SOURCE_H_

#include <compare>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace guidec {

enum class SourceId : std::uint32_t {};

// Bytes [begin, end) of one source.
struct Span {
  SourceId source{};
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  auto operator<=>(const Span&) const = default;
  std::uint32_t size() const { return end - begin; }
  bool Contains(const Span& other) const {
    return source == other.source && begin <= other.begin && other.end <= end;
  }
};

// As an editor shows them: both count from 1; a column is a code point, CR LF is one line end.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  auto operator<=>(const Position&) const = default;
};

// One file's text. `path` is the name that people see, relative to where guidec runs if possible.
class Source {
 public:
  Source(SourceId id, std::string path, std::string text);

  SourceId id() const { return id_; }
  const std::string& path() const { return path_; }
  const std::string& text() const { return text_; }

  std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }
  // `line` counts from 1; the line end is not part of it.
  Span LineSpan(std::uint32_t line) const;
  std::string_view Line(std::uint32_t line) const;
  Position PositionOf(std::uint32_t offset) const;
  std::string_view Slice(const Span& span) const;

 private:
  SourceId id_;
  std::string path_;
  std::string text_;
  std::vector<std::uint32_t> line_starts_;
  // Code points before some offsets of long lines, so that a column is found without counting them all.
  struct Milestone {
    std::uint32_t offset = 0;
    std::uint32_t code_points = 0;  // since the line's start
  };
  std::vector<Milestone> milestones_;  // sorted
};

// All sources of a run. A reference stays valid as long as the Sources do.
class Sources {
 public:
  const Source& Add(std::string path, std::string text);
  const Source& operator[](SourceId id) const { return sources_[static_cast<std::size_t>(id)]; }
  std::size_t size() const { return sources_.size(); }
  auto begin() const { return sources_.begin(); }
  auto end() const { return sources_.end(); }

 private:
  std::deque<Source> sources_;
};

}  // namespace guidec

#endif  // GUIDEC_TEXT_SOURCE_H_
