#include <fmt/format.h>

#include "render/formats.h"
#include "render/frame.h"

namespace guidec {
namespace {

std::string Render(const Report& report) {
  std::string out;
  for (const Diagnostic& finding : report.findings) {
    out +=
        fmt::format("{}: {}[{}] {} ({})\n", PlaceText(report.sources[finding.span.source], finding.span),
                    SeverityName(finding.severity), finding.rule->code, finding.message, finding.rule->name);
  }
  return out;
}

}  // namespace

const Format concise_format = {
    .name = "concise", .summary = "a line each: path, place, code and message", .render = Render};

}  // namespace guidec
