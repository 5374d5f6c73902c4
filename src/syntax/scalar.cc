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
    while (!runs_.empty() && runs_.back().text_begin >= size()) runs_.pop_back();
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

constexpr std::pair<char, char32_t> kEscapes[] = {
    {'0', 0x00}, {'a', 0x07}, {'b', 0x08}, {'t', 0x09},  {'\t', 0x09}, {'n', 0x0A},
    {'v', 0x0B}, {'f', 0x0C}, {'r', 0x0D}, {'e', 0x1B},  {' ', 0x20},  {'"', 0x22},
    {'/', 0x2F}, {'\\', 0x5C}, {'N', 0x85}, {'_', 0xA0}, {'L', 0x2028}, {'P', 0x2029},
};
constexpr std::pair<char, std::uint32_t> kHexadecimalEscapes[] = {{'x', 2}, {'u', 4}, {'U', 8}};

std::optional<Escape> ReadEscape(std::string_view source, std::uint32_t at, std::uint32_t end) {
  if (at + 1 >= end) return std::nullopt;
  for (const auto& [letter, code_point] : kEscapes) {
    if (source[at + 1] == letter) return Escape{code_point, 2};
  }
  for (const auto& [letter, digits] : kHexadecimalEscapes) {
    if (source[at + 1] != letter) continue;
    if (at + 2 + digits > end) return std::nullopt;
    char32_t value = 0;
    for (const char c : source.substr(at + 2, digits)) {
      const char lower = static_cast<char>(c | 0x20);
      const bool digit = c >= '0' && c <= '9';
      if (!digit && (lower < 'a' || lower > 'f')) return std::nullopt;
      value = value * 16 + static_cast<char32_t>(digit ? c - '0' : lower - 'a' + 10);
    }
    return Escape{value, 2 + digits};
  }
  return std::nullopt;
}

// Line ends and the blanks around them are a space, or a line end less than they were. Gives the end of them.
std::uint32_t FoldLines(std::string_view source, std::uint32_t at, std::uint32_t stop, ScalarBuilder& out) {
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
  return at;
}

DecodedScalar DecodeFlow(std::string_view source, std::uint32_t begin, std::uint32_t end, ScalarStyle style) {
  ScalarBuilder out;
  const bool quoted = style != ScalarStyle::kPlain;
  std::uint32_t at = quoted ? begin + 1 : begin;
  const std::uint32_t stop = quoted && end > begin + 1 ? end - 1 : end;
  std::uint32_t floor = 0;  // blanks before it were escaped and stay
  while (at < stop) {
    if (LineEnd(source, at) != 0) {
      out.TrimBlanks(floor);
      at = FoldLines(source, at, stop, out);
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

struct BlockHeader {
  char chomping = ' ';
  std::uint32_t indentation = 0;  // 0 where the first line says it
  std::uint32_t end = 0;          // where its line end starts
};

BlockHeader ReadBlockHeader(std::string_view source, std::uint32_t begin, std::uint32_t parent_column) {
  BlockHeader header;
  std::uint32_t at = begin + 1;
  for (; at < source.size(); ++at) {
    const char c = source[at];
    if (c == '+' || c == '-') {
      header.chomping = c;
    } else if (c >= '1' && c <= '9') {
      header.indentation = parent_column + static_cast<std::uint32_t>(c - '0');
    } else {
      break;
    }
  }
  while (at < source.size() && LineEnd(source, at) == 0) ++at;
  header.end = at;
  return header;
}

struct BlockLine {
  std::uint32_t content;  // where it starts, behind the indentation
  std::uint32_t end;      // where its line end starts
  std::uint32_t next;
};

struct BlockLines {
  std::vector<BlockLine> lines;
  std::uint32_t end = 0;  // of the last one with content, or of the header
};

BlockLines ReadBlockLines(std::string_view source, const BlockHeader& header, std::uint32_t parent_column) {
  const auto size = static_cast<std::uint32_t>(source.size());
  BlockLines block{{}, header.end};
  std::uint32_t indentation = header.indentation;
  std::uint32_t at = header.end + LineEnd(source, header.end);
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
    block.lines.push_back({indentation == 0 ? line_end : content, line_end, next});
    if (!empty) block.end = line_end;
    if (next == line_end) break;
    at = next;
  }
  return block;
}

DecodedScalar DecodeBlock(std::string_view source, std::uint32_t begin, ScalarStyle style,
                          std::uint32_t parent_column) {
  const BlockHeader header = ReadBlockHeader(source, begin, parent_column);
  const BlockLines block = ReadBlockLines(source, header, parent_column);
  ScalarBuilder out;
  std::vector<std::uint32_t> breaks;  // line ends since the last line with content
  bool any_content = false;
  bool last_was_indented = false;
  for (const BlockLine& line : block.lines) {
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
  if (header.chomping == '+') {
    for (const std::uint32_t line_end : breaks) out.Append('\n', line_end);
  } else if (header.chomping == ' ' && any_content && !breaks.empty()) {
    out.Append('\n', breaks.front());
  }
  return std::move(out).Finish(block.end);
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
