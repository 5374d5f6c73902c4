#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"

namespace guidec::rules::windows_line_ends {
namespace {

// The carriage return of every CR LF; a lone one is another fault.
std::vector<Span> CarriageReturns(const Source& source) {
  const std::string& text = source.text();
  std::vector<Span> returns;
  for (std::size_t at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at + 2)) {
    const auto begin = static_cast<std::uint32_t>(at);
    returns.push_back({source.id(), begin, begin + 1});
  }
  return returns;
}

void Check(const File& file, RuleContext& context) {
  const Source& source = (*context.library().sources)[file.document.source];
  const std::vector<Span> returns = CarriageReturns(source);
  if (returns.empty()) return;
  std::vector<Edit> edits;
  for (const Span& span : returns) edits.push_back({span, ""});
  Diagnostic& finding = context.Report(
      returns.front(),
      returns.size() == 1
          ? "one line of this file ends as on Windows (CR LF); end it with LF alone"
          : fmt::format("{} lines of this file end as on Windows (CR LF); end them with LF alone",
                        returns.size()));
  finding.fix = Fix{"end the lines with LF", std::move(edits)};
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     "purpose: Builds strength around your trunk.\r\n"
     "# expect: YM012 @ 1:44-45 \"one line of this file ends\"\n"},
    {Example::kGood, "exercises/plank.yaml", "purpose: Builds strength around your trunk.\n"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM012",
    .name = "windows-line-ends",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "Lines end in CR LF.",
    .rationale =
        R"md(YAML reads CR LF as it reads LF, but tools that compare lines do not: one editor on Windows and one
elsewhere turn every line of a file into a change. One finding a file; the fix changes no value. Where
Git writes CR LF itself, `*.yaml text eol=lf` in `.gitattributes` stops it.)md",
    .source = "YAML 1.2.2, section 5.4: a parser takes every line break for a line feed",
    .examples = kExamples,
    .file = Check,
};

}  // namespace guidec::rules::windows_line_ends
