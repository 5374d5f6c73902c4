#include "lint/add_suppressions.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "diag/edits.h"
#include "lint/suppression.h"

namespace guidec {
namespace {

using RulesByLine = std::map<std::uint32_t, std::set<std::string_view>>;

// What stands above the first value is about the whole file. For the first value's own line, the comment
// stands behind it.
Edit EditAt(std::uint32_t line, const std::set<std::string_view>& rules, const Document& document,
            const Source& source, const std::string& reason) {
  const Span span = source.LineSpan(line);
  const std::string_view text = source.Line(line);
  const std::string comment = fmt::format("# guidec: allow {} -- {}", fmt::join(rules, ", "), reason);
  const bool is_crlf = source.text().find("\r\n") != std::string::npos;
  const std::uint32_t first = source.PositionOf(document.root.span.begin).line;
  if (line == first) {
    const auto end = static_cast<std::uint32_t>(span.begin + text.find_last_not_of(" \t\r") + 1);
    return {{span.source, end, end}, " " + comment};
  }
  if (line < first) {
    const Span top = source.LineSpan(first);
    return {{top.source, top.begin, top.begin}, comment + (is_crlf ? "\r\n" : "\n")};
  }
  const std::string_view indentation = text.substr(0, std::min(text.find_first_not_of(' '), text.size()));
  return {{span.source, span.begin, span.begin},
          fmt::format("{}{}{}", indentation, comment, is_crlf ? "\r\n" : "\n")};
}

}  // namespace

std::vector<Rewrite> AddSuppressions(std::span<const Diagnostic> findings, const Library& library,
                                     const std::string& reason) {
  std::map<SourceId, RulesByLine> places;
  for (const File& file : library.files) {
    if (HasDamage(file.document.root)) continue;
    const Source& source = (*library.sources)[file.document.source];
    for (const Diagnostic& finding : findings) {
      if (finding.span.source != source.id() || !CanBeAllowed(*finding.rule)) continue;
      const std::uint32_t line = source.PositionOf(finding.span.begin).line;
      places[source.id()][FirstLineOfScalarAt(file.document, source, line)].insert(finding.rule->name);
    }
  }
  std::vector<Rewrite> rewrites;
  for (const File& file : library.files) {
    const auto found = places.find(file.document.source);
    if (found == places.end()) continue;
    const Source& source = (*library.sources)[file.document.source];
    std::vector<Edit> edits;
    for (const auto& [line, rules] : found->second) {
      edits.push_back(EditAt(line, rules, file.document, source, reason));
    }
    rewrites.push_back({source.path(), source.text(), Apply(source, std::move(edits))});
  }
  std::ranges::sort(rewrites, {}, &Rewrite::path);
  return rewrites;
}

}  // namespace guidec
