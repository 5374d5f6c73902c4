#include <fmt/format.h>

#include "render/formats.h"
#include "render/place.h"

namespace guidec {
namespace {

std::string Line(const Diagnostic& finding, const Sources& sources) {
  return fmt::format("{}: {}[{}] {} ({})", PlaceText(sources[finding.span.source], finding.span),
                     SeverityName(finding.severity), finding.rule->code, finding.message, finding.rule->name);
}

std::string RenderConcise(const Report& report) {
  std::string out;
  for (const Diagnostic& finding : report.findings) out += Printable(Line(finding, report.sources)) + "\n";
  return out;
}

}  // namespace

const Format concise_format = {
    .name = "concise", .summary = "a line each: path, place, code and message", .render = RenderConcise};

}  // namespace guidec
