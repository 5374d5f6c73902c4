#include "render/finding_json.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "text/character.h"
#include "text/utf8.h"

namespace guidec {
namespace {

Json PlaceJson(const Span& span, const Sources& sources) {
  const Source& source = sources[span.source];
  const Position begin = source.PositionOf(span.begin);
  const Position end = source.PositionOf(span.end);
  return Json{{"path", source.path()}, {"line", begin.line},      {"column", begin.column},
              {"endLine", end.line},   {"endColumn", end.column}, {"byteBegin", span.begin},
              {"byteEnd", span.end}};
}

// Beyond strings, JSON is ASCII and line ends.
std::string WithEscapes(std::string json) {
  if (std::ranges::all_of(json, [](char c) { return c >= 0 && c < 0x7F; })) return json;
  std::string escaped;
  for (const char32_t c : CodePointsOf(json)) {
    const auto code = static_cast<std::uint32_t>(c);
    if (c == '\n' || !IsUnseen(c)) {
      AppendUtf8(escaped, c);
    } else if (code < 0x10000) {
      escaped += fmt::format("\\u{:04x}", code);
    } else {
      const std::uint32_t above = code - 0x10000;
      escaped += fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (above >> 10), 0xDC00 + (above & 0x3FF));
    }
  }
  return escaped;
}

}  // namespace

Json FindingJson(const Diagnostic& finding, const Sources& sources) {
  Json item{{"code", finding.rule->code},
            {"rule", finding.rule->name},
            {"severity", SeverityName(finding.severity)},
            {"message", finding.message}};
  item.update(PlaceJson(finding.span, sources));
  if (!finding.labels.empty()) {
    Json& labels = item["labels"] = Json::array();
    for (const Label& label : finding.labels) {
      Json entry{{"message", label.message}};
      entry.update(PlaceJson(label.span, sources));
      labels.push_back(std::move(entry));
    }
  }
  if (finding.fix) {
    Json edits = Json::array();
    for (const Edit& edit : finding.fix->edits) {
      Json entry{{"replacement", edit.replacement}};
      entry.update(PlaceJson(edit.span, sources));
      edits.push_back(std::move(entry));
    }
    item["fix"] = Json{{"title", finding.fix->title},
                       {"safe", finding.fix->safety == Safety::kSafe},
                       {"edits", std::move(edits)}};
  }
  return item;
}

std::string Dump(const Json& json, int indent) {
  return WithEscapes(json.dump(indent, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace guidec
