#include "render/place.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "text/character.h"
#include "text/utf8.h"

namespace guidec {
namespace {

// How a language that joins letters, or an emoji of several, is written.
bool IsJoiner(char32_t c) {
  return c == 0x200C || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F);
}

std::string Code(char32_t c) {
  const auto code = static_cast<std::uint32_t>(c);
  if (code < 0x100) return fmt::format("\\x{:02x}", code);
  return code < 0x10000 ? fmt::format("\\u{:04x}", code) : fmt::format("\\U{:08x}", code);
}

bool IsAsciiAndSeen(char c) {
  return c >= ' ' && c < 0x7F;
}

bool IsLayout(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r';
}

template <class Blank>
std::string Shown(std::string_view text, const Blank& blank) {
  if (std::ranges::all_of(text, IsAsciiAndSeen)) return std::string(text);
  std::string shown;
  bool may_join = false;
  for (const char32_t c : CodePointsOf(text)) {
    if (IsLayout(c)) {
      shown += blank(c);
    } else if (!IsUnseen(c) || (may_join && IsJoiner(c))) {
      AppendUtf8(shown, c);
    } else {
      shown += Code(c);
    }
    may_join = c >= 0x80 && (!IsUnseen(c) || (may_join && IsJoiner(c)));
  }
  return shown;
}

}  // namespace

std::string Printable(std::string_view text) {
  return Shown(text, [](char32_t) { return std::string(" "); });
}

std::string PrintableLines(std::string_view text) {
  return Shown(text, [](char32_t c) { return c == '\r' ? Code(c) : std::string(1, static_cast<char>(c)); });
}

std::string EscapeUnseen(std::string_view text, const std::function<std::string(char32_t)>& escape) {
  const auto is_kept = [](char c) { return IsAsciiAndSeen(c) || IsLayout(static_cast<unsigned char>(c)); };
  if (std::ranges::all_of(text, is_kept)) return std::string(text);
  std::string escaped;
  for (const char32_t c : CodePointsOf(text)) {
    if (IsLayout(c) || !IsUnseen(c)) {
      AppendUtf8(escaped, c);
    } else {
      escaped += escape(c);
    }
  }
  return escaped;
}

std::string PlaceText(const Source& source, const Span& span) {
  const Position position = source.PositionOf(span.begin);
  return fmt::format("{}:{}:{}", source.path(), position.line, position.column);
}

std::string ExplainedMessage(const Diagnostic& finding, const Sources& sources, const ShownPath& shown) {
  std::string text = finding.message;
  for (const Label& label : finding.labels) {
    const Source& source = sources[label.span.source];
    const Position begin = source.PositionOf(label.span.begin);
    text += fmt::format("\n{}:{}:{}: {}", shown ? shown(source.path()) : source.path(), begin.line, begin.column,
                        label.message);
  }
  return text;
}

}  // namespace guidec
