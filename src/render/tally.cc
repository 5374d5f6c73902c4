#include "render/tally.h"

#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace guidec {

Tally TallyOf(std::span<const Diagnostic> findings) {
  Tally tally;
  for (const Diagnostic& finding : findings) {
    if (finding.severity == Severity::kError) ++tally.errors;
    if (finding.severity == Severity::kWarning) ++tally.warnings;
    if (finding.severity == Severity::kInfo) ++tally.infos;
  }
  return tally;
}

std::string Counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string Summary(const Tally& tally) {
  std::vector<std::string> parts;
  if (tally.errors > 0) parts.push_back(Counted(tally.errors, "error"));
  if (tally.warnings > 0) parts.push_back(Counted(tally.warnings, "warning"));
  if (tally.infos > 0) parts.push_back(Counted(tally.infos, "info"));
  return parts.empty() ? "no findings" : fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace guidec
