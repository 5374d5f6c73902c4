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

std::vector<Rewrite> AddSuppressions(std::span<const Diagnostic> findings, const Sources& sources,
                                     std::span<const SourceId> files, const std::string& reason) {
  std::map<SourceId, std::vector<const Diagnostic*>> by_file;
  for (const SourceId file : files) by_file[file];
  for (const Diagnostic& finding : findings) {
    const auto file = by_file.find(finding.span.source);
    if (file != by_file.end() && CanBeAllowed(*finding.rule)) file->second.push_back(&finding);
  }
  std::vector<Rewrite> rewrites;
  for (const auto& [file, in_file] : by_file) {
    if (in_file.empty()) continue;
    const Source& source = sources[file];
    const Document document = Parse(source);
    if (HasDamage(document.root)) continue;
    RulesByLine lines;
    const ScalarLines scalars(document, source);
    const std::uint32_t first = source.PositionOf(document.root.span.begin).line;
    for (const Diagnostic* finding : in_file) {
      const std::uint32_t line = scalars.FirstLineAt(source.PositionOf(finding->span.begin).line);
      lines[line < first ? 1 : line].insert(finding->rule->name);
    }
    std::vector<Edit> edits;
    for (const auto& [line, rules] : lines) {
      edits.push_back(EditAt(line, rules, document, source, reason));
    }
    rewrites.push_back({source.path(), source.text(), Apply(source, std::move(edits))});
  }
  std::ranges::sort(rewrites, {}, &Rewrite::path);
  return rewrites;
}

}  // namespace guidec
