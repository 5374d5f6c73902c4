// Decodes the five scalar styles of YAML 1.2 (chapters 7.3 and 8.1) while noting positions. Flow
// styles fold line by line: blanks around a line end go, one line end is a space, further ones stay.
#include "syntax/scalar.h"

#include <algorithm>
#include <optional>

#include "text/utf8.h"

namespace guidec {
namespace {

class ScalarBuilder {
 public:
  void Append(char byte, std::uint32_t from) {
    if (runs_.empty() || expected_ != from) runs_.push_back({size(), from});
    text_.push_back(byte);
    expected_ = from + 1;
  }

  void AppendEscape(char32_t code_point, std::uint32_t from, std::uint32_t length) {
    runs_.push_back({size(), from, length});
    AppendUtf8(text_, code_point);
    expected_ = kNowhere;
  }

  // Drops the blanks that end the text, back to `floor`.
  void TrimBlanks(std::uint32_t floor) {
    while (size() > floor && (text_.back() == ' ' || text_.back() == '\t')) {
      text_.pop_back();
      expected_ = kNowhere;
    }
    while (!runs_.empty() && runs_.back().text_begin >= size() && size() > 0) runs_.pop_back();
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  DecodedScalar Finish(std::uint32_t end) && { return {std::move(text_), std::move(runs_), end}; }

 private:
  static constexpr std::uint32_t kNowhere = UINT32_MAX;
  std::string text_;
  std::vector<TextRun> runs_;
  std::uint32_t expected_ = kNowhere;
};

bool IsBlank(char c) {
  return c == ' ' || c == '\t';
}

// The number of bytes of the line end at `at`: 2 for CR LF, else 1; 0 when there is none.
std::uint32_t LineEnd(std::string_view source, std::uint32_t at) {
  if (at >= source.size()) return 0;
  if (source[at] == '\r') return at + 1 < source.size() && source[at + 1] == '\n' ? 2 : 1;
  return source[at] == '\n' ? 1 : 0;
}

struct Escape {
  char32_t code_point;
  std::uint32_t length;  // bytes, with the backslash
};

std::optional<Escape> ReadEscape(std::string_view source, std::uint32_t at, std::uint32_t end) {
  if (at + 1 >= end) return std::nullopt;
  const auto hexadecimal = [&](std::uint32_t digits) -> std::optional<Escape> {
    if (at + 2 + digits > end) return std::nullopt;
    char32_t value = 0;
    for (const char c : source.substr(at + 2, digits)) {
      const char lower = static_cast<char>(c | 0x20);
      const bool digit = c >= '0' && c <= '9';
      if (!digit && (lower < 'a' || lower > 'f')) return std::nullopt;
      value = value * 16 + static_cast<char32_t>(digit ? c - '0' : lower - 'a' + 10);
    }
    return Escape{value, 2 + digits};
  };
  switch (source[at + 1]) {
    case '0':
      return Escape{0x00, 2};
    case 'a':
      return Escape{0x07, 2};
    case 'b':
      return Escape{0x08, 2};
    case 't':
    case '\t':
      return Escape{0x09, 2};
    case 'n':
      return Escape{0x0A, 2};
    case 'v':
      return Escape{0x0B, 2};
    case 'f':
      return Escape{0x0C, 2};
    case 'r':
      return Escape{0x0D, 2};
    case 'e':
      return Escape{0x1B, 2};
    case ' ':
      return Escape{0x20, 2};
    case '"':
      return Escape{0x22, 2};
    case '/':
      return Escape{0x2F, 2};
    case '\\':
      return Escape{0x5C, 2};
    case 'N':
      return Escape{0x85, 2};
    case '_':
      return Escape{0xA0, 2};
    case 'L':
      return Escape{0x2028, 2};
    case 'P':
      return Escape{0x2029, 2};
    case 'x':
      return hexadecimal(2);
    case 'u':
      return hexadecimal(4);
    case 'U':
      return hexadecimal(8);
    default:
      return std::nullopt;
  }
}

DecodedScalar DecodeFlow(std::string_view source, std::uint32_t begin, std::uint32_t end, ScalarStyle style) {
  ScalarBuilder out;
  const bool quoted = style != ScalarStyle::kPlain;
  std::uint32_t at = quoted ? begin + 1 : begin;
  const std::uint32_t stop = quoted && end > begin + 1 ? end - 1 : end;
  std::uint32_t floor = 0;  // blanks before it were escaped and stay
  while (at < stop) {
    if (const std::uint32_t first = LineEnd(source, at); first != 0) {
      out.TrimBlanks(floor);
      std::vector<std::uint32_t> ends;
      while (at < stop) {
        if (const std::uint32_t length = LineEnd(source, at); length != 0) {
          ends.push_back(at);
          at += length;
        } else if (IsBlank(source[at])) {
          ++at;
        } else {
          break;
        }
      }
      if (ends.size() == 1) out.Append(' ', ends.front());
      for (std::size_t i = 1; i < ends.size(); ++i) out.Append('\n', ends[i]);
      floor = out.size();
      continue;
    }
    if (style == ScalarStyle::kSingleQuoted && source[at] == '\'') {
      out.AppendEscape('\'', at, 2);
      at += 2;
      continue;
    }
    if (style == ScalarStyle::kDoubleQuoted && source[at] == '\\') {
      if (const std::uint32_t length = LineEnd(source, at + 1); length != 0) {
        at += 1 + length;
        while (at < stop && IsBlank(source[at])) ++at;
        floor = out.size();
        continue;
      }
      if (const auto escape = ReadEscape(source, at, stop)) {
        out.AppendEscape(escape->code_point, at, escape->length);
        at += escape->length;
        floor = out.size();
        continue;
      }
    }
    out.Append(source[at], at);
    ++at;
  }
  return std::move(out).Finish(end);
}

struct BlockLine {
  std::uint32_t content;  // where it starts, behind the indentation
  std::uint32_t end;      // where its line end starts
  std::uint32_t next;
};

DecodedScalar DecodeBlock(std::string_view source, std::uint32_t begin, ScalarStyle style,
                          std::uint32_t parent_column) {
  const auto size = static_cast<std::uint32_t>(source.size());
  std::uint32_t at = begin + 1;
  std::uint32_t indentation = 0;
  char chomping = ' ';
  while (at < size && (source[at] == '+' || source[at] == '-' || (source[at] >= '1' && source[at] <= '9'))) {
    if (source[at] == '+' || source[at] == '-') {
      chomping = source[at];
    } else {
      indentation = parent_column + static_cast<std::uint32_t>(source[at] - '0');
    }
    ++at;
  }
  while (at < size && LineEnd(source, at) == 0) ++at;
  std::uint32_t end = at;
  at += LineEnd(source, at);

  std::vector<BlockLine> lines;
  while (at < size) {
    std::uint32_t text = at;
    while (text < size && source[text] == ' ') ++text;
    std::uint32_t line_end = text;
    while (line_end < size && LineEnd(source, line_end) == 0) ++line_end;
    const bool empty = text == line_end;
    if (!empty && indentation == 0) {
      if (text - at <= parent_column && parent_column != 0) break;
      indentation = text - at;
      if (indentation == 0) break;
    }
    if (!empty && text - at < indentation) break;
    const std::uint32_t content = std::min(at + indentation, line_end);
    const std::uint32_t next = line_end + LineEnd(source, line_end);
    lines.push_back({indentation == 0 ? line_end : content, line_end, next});
    if (!empty) end = line_end;
    if (next == line_end) break;
    at = next;
  }

  ScalarBuilder out;
  std::vector<std::uint32_t> breaks;  // line ends since the last line with content
  bool any_content = false;
  bool last_was_indented = false;
  for (const BlockLine& line : lines) {
    if (line.content >= line.end) {
      if (line.next > line.end) breaks.push_back(line.end);
      continue;
    }
    const bool indented = IsBlank(source[line.content]);
    const bool fold = style == ScalarStyle::kFolded && any_content && !indented && !last_was_indented;
    if (fold && breaks.size() == 1) {
      out.Append(' ', breaks.front());
    } else {
      for (std::size_t i = fold ? 1 : 0; i < breaks.size(); ++i) out.Append('\n', breaks[i]);
    }
    breaks.clear();
    for (std::uint32_t i = line.content; i < line.end; ++i) out.Append(source[i], i);
    if (line.next > line.end) breaks.push_back(line.end);
    any_content = true;
    last_was_indented = indented;
  }
  if (chomping == '+') {
    for (const std::uint32_t line_end : breaks) out.Append('\n', line_end);
  } else if (chomping == ' ' && any_content && !breaks.empty()) {
    out.Append('\n', breaks.front());
  }
  return std::move(out).Finish(end);
}

}  // namespace

DecodedScalar DecodeScalar(std::string_view source, std::uint32_t begin, std::uint32_t end, ScalarStyle style,
                           std::uint32_t parent_column) {
  if (style == ScalarStyle::kLiteral || style == ScalarStyle::kFolded) {
    return DecodeBlock(source, begin, style, parent_column);
  }
  return DecodeFlow(source, begin, end, style);
}

}  // namespace guidec
