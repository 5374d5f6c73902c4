// reviewdog's Diagnostic Format, as one DiagnosticResult. Its columns count bytes. Each suggestion
// stands for itself, so that a fix of several edits is one suggestion over all the text between them.
#include <algorithm>

#include "diag/edits.h"
#include "render/finding_json.h"
#include "render/formats.h"
#include "render/place.h"

namespace guidec {
namespace {

Json PositionJson(const Source& source, std::uint32_t offset) {
  const std::uint32_t line = source.PositionOf(offset).line;
  return {{"line", line}, {"column", offset - source.LineSpan(line).begin + 1}};
}

Json RangeJson(const Source& source, const Span& span) {
  return {{"start", PositionJson(source, span.begin)}, {"end", PositionJson(source, span.end)}};
}

std::string_view SeverityInReviewdog(Severity severity) {
  if (severity == Severity::kError) return "ERROR";
  return severity == Severity::kWarning ? "WARNING" : "INFO";
}

// None for a fix that reaches into other files than the finding's: a suggestion has no path.
Json Suggestions(const Diagnostic& finding, const Source& source) {
  Json suggestions = Json::array();
  if (!finding.fix || finding.fix->edits.empty()) return suggestions;
  const std::vector<Edit>& edits = finding.fix->edits;
  const auto elsewhere = [&](const Edit& edit) { return edit.span.source != source.id(); };
  if (std::ranges::any_of(edits, elsewhere)) return suggestions;
  Span whole = edits.front().span;
  for (const Edit& edit : edits) {
    whole.begin = std::min(whole.begin, edit.span.begin);
    whole.end = std::max(whole.end, edit.span.end);
  }
  const std::string fixed = Apply(source, edits);
  const std::size_t after = source.text().size() - whole.end;
  suggestions.push_back({{"range", RangeJson(source, whole)},
                         {"text", fixed.substr(whole.begin, fixed.size() - after - whole.begin)}});
  return suggestions;
}

Json DiagnosticJson(const Diagnostic& finding, const Sources& sources) {
  const Source& source = sources[finding.span.source];
  Json json{{"message", ExplainedMessage(finding, sources)},
            {"location", {{"path", source.path()}, {"range", RangeJson(source, finding.span)}}},
            {"severity", SeverityInReviewdog(finding.severity)},
            {"code", {{"value", finding.rule->code}}}};
  if (Json suggestions = Suggestions(finding, source); !suggestions.empty()) {
    json["suggestions"] = std::move(suggestions);
  }
  return json;
}

std::string RenderRdjson(const Report& report) {
  Json diagnostics = Json::array();
  for (const Diagnostic& finding : report.findings) {
    diagnostics.push_back(DiagnosticJson(finding, report.sources));
  }
  return Dump({{"source", {{"name", "guidec"}}}, {"diagnostics", std::move(diagnostics)}});
}

}  // namespace

const Format rdjson_format = {
    .name = "rdjson", .summary = "reviewdog's format, with suggestions", .render = RenderRdjson};

}  // namespace guidec
