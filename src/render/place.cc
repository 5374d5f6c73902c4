#include "render/place.h"

#include <fmt/format.h>

#include "text/character.h"
#include "text/utf8.h"

namespace guidec {
namespace {

// The C0 and C1 controls, DEL, and Unicode's own line and paragraph separators.
bool IsControl(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

}  // namespace

std::string Printable(std::string_view text) {
  constexpr char32_t kWordJoiner = 0x2060;  // as wide as what it stands for: not at all
  return MapCodePoints(text, [](char32_t c) {
    if (TurnsWriting(c)) return kWordJoiner;
    return IsControl(c) ? U' ' : c;
  });
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
