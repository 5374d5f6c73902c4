#include "fuzz/target.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>

namespace guidec {

void Require(bool holds, std::string_view what) {
  if (holds) return;
  fmt::print(stderr, "broken promise: {}\n", what);
  std::abort();
}

std::vector<NamedText> PiecesOf(std::string_view input) {
  constexpr std::string_view kOpening = "# file: ";
  std::vector<NamedText> pieces;
  while (!input.empty()) {
    const std::size_t end = std::min(input.find('\n'), input.size() - 1) + 1;
    const std::string_view line = input.substr(0, end);
    if (line.starts_with(kOpening)) {
      const std::string_view path = line.substr(kOpening.size());
      // No disk has a name with a zero byte.
      pieces.push_back({std::string(path.substr(0, path.find_first_of(std::string_view("\n\0", 2)))), ""});
    } else {
      if (pieces.empty()) pieces.push_back({"exercises/plank.yaml", ""});
      pieces.back().text += line;
    }
    input.remove_prefix(end);
  }
  // No two files of a workspace have one path.
  std::ranges::stable_sort(pieces, {}, &NamedText::path);
  const auto have_one_path = [](const NamedText& a, const NamedText& b) { return a.path == b.path; };
  pieces.erase(std::unique(pieces.begin(), pieces.end(), have_one_path), pieces.end());
  return pieces;
}

void RequireGoodFindings(std::span<const Diagnostic> findings, const Sources& sources) {
  const auto is_inside = [&](const Span& span) {
    return span.begin <= span.end && span.end <= sources[span.source].text().size();
  };
  for (const Diagnostic& finding : findings) {
    bool good = is_inside(finding.span) && !finding.message.empty();
    for (const Label& label : finding.labels) good = good && is_inside(label.span);
    if (finding.fix) {
      for (const Edit& edit : finding.fix->edits) good = good && is_inside(edit.span);
    }
    Require(good, fmt::format("{} {}", finding.rule->code, finding.message));
  }
}

}  // namespace guidec
