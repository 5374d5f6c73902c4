#include "render/finding_json.h"

#include <cstdint>

#include <fmt/format.h>

#include "render/place.h"

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

// As JSON has it within a string.
std::string Escape(char32_t c) {
  const auto code = static_cast<std::uint32_t>(c);
  if (code < 0x10000) return fmt::format("\\u{:04x}", code);
  const std::uint32_t above = code - 0x10000;
  return fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (above >> 10), 0xDC00 + (above & 0x3FF));
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
  // Beyond strings, JSON is ASCII and line ends; within, tabs and line ends are escaped already.
  return EscapeUnseen(json.dump(indent, ' ', false, Json::error_handler_t::replace), Escape) + "\n";
}

}  // namespace guidec
