// The markers are those of git, of which each starts its line, where no formatter has indented it:
//
//   <<<<<<< ours
//   ||||||| base, which only some styles have
//   =======
//   >>>>>>> theirs
#include "syntax/conflicts.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "diag/rule_ids.h"

namespace guidec {
namespace {

constexpr std::size_t kMarkerSize = 7;

// `<`, `|`, `=` or `>`; nothing for a line that is no marker.
std::optional<char> MarkerOf(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  if (line.size() < kMarkerSize || std::string_view("<|=>").find(line.front()) == std::string_view::npos) {
    return std::nullopt;
  }
  const char sign = line.front();
  if (line.find_first_not_of(sign) < kMarkerSize) return std::nullopt;
  const std::string_view behind = line.substr(kMarkerSize);
  if (!behind.empty() && behind.front() != ' ') return std::nullopt;
  return sign == '=' && !Trim(behind).empty() ? std::nullopt : std::optional(sign);
}

struct Conflict {
  std::uint32_t first = 0;   // the lines of `<<<<<<<`,
  std::uint32_t others = 0;  // of what follows the first version,
  std::uint32_t middle = 0;  // of `=======`
  std::uint32_t last = 0;    // and of `>>>>>>>`; 0 for none
};

// All that are left without the rest of a conflict; one is seldom alone.
Fault LeftOver(const Source& source, const std::vector<std::uint32_t>& lines) {
  Fault fault{rule_ids::kConflictMarker, source.LineSpan(lines.front()),
              "a marker of a conflict that a merge has left; delete the line, and look at what is around it"};
  for (const std::uint32_t line : std::span(lines).subspan(1))
    fault.labels.push_back({source.LineSpan(line), "another"});
  return fault;
}

Fault Unsolved(const Source& source, const Conflict& conflict) {
  return Fault{
      rule_ids::kConflictMarker,
      source.LineSpan(conflict.first),
      fmt::format(
          "a conflict that a merge has left, down to line {}; keep one version and delete the markers",
          conflict.last),
      {{source.LineSpan(conflict.middle), "the other version starts here"},
       {source.LineSpan(conflict.last), "and ends here"}}};
}

}  // namespace

void TakeOutConflicts(const Source& source, Mask& mask, std::vector<Fault>& faults) {
  Conflict open;
  std::vector<std::uint32_t> left_over;
  const auto leave_over = [&](std::uint32_t line) {
    // Alone and indented it may be text: an underlined heading, a quotation.
    if (line == 0 || source.Line(line).starts_with(' ')) return;
    left_over.push_back(line);
    mask.Blank(source, line, line);
  };
  // What was open is no conflict.
  const auto drop_open = [&] {
    leave_over(open.first);
    if (open.others != open.middle) leave_over(open.others);
    leave_over(open.middle);
    open = {};
  };
  for (std::uint32_t line = 1; line <= source.line_count(); ++line) {
    const auto marker = MarkerOf(source.Line(line));
    if (!marker) continue;
    if (*marker == '<') {
      drop_open();
      open.first = line;
    } else if (*marker == '|' && open.first != 0 && open.others == 0) {
      open.others = line;
    } else if (*marker == '=' && open.first != 0 && open.middle == 0) {
      open.middle = line;
      if (open.others == 0) open.others = line;
    } else if (*marker == '>' && open.middle != 0) {
      open.last = line;
      faults.push_back(Unsolved(source, open));
      mask.Blank(source, open.first, open.first);
      mask.Blank(source, open.others, open.last);
      open = {};
    } else {
      leave_over(line);
    }
  }
  drop_open();
  if (left_over.empty()) return;
  std::ranges::sort(left_over);
  faults.push_back(LeftOver(source, left_over));
}

}  // namespace guidec
