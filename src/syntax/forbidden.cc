#include "syntax/forbidden.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include "diag/rule_ids.h"

namespace guidec {

void TakeOut(std::span<const CodePoint> characters, std::string& text, std::vector<TextRun>& runs) {
  std::string left;
  std::vector<TextRun> left_runs;
  auto next = characters.begin();
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const TextRun& run = runs[i];
    const std::size_t end = i + 1 < runs.size() ? runs[i + 1].text_begin : text.size();
    for (std::size_t at = run.text_begin; at < end;) {
      while (next != characters.end() && next->end <= at) ++next;
      if (next != characters.end() && next->begin <= at) {
        at = std::min(next->end, end);
        continue;
      }
      const std::size_t stop = next == characters.end() ? end : std::min(next->begin, end);
      const std::size_t into_run = run.escape_size > 0 ? 0 : at - run.text_begin;
      left_runs.push_back({static_cast<std::uint32_t>(left.size()),
                           run.source_begin + static_cast<std::uint32_t>(into_run), run.escape_size});
      left.append(text, at, stop - at);
      at = stop;
    }
  }
  // A text that was not empty has a place.
  if (left_runs.empty() && !runs.empty()) left_runs.push_back({0, runs.front().source_begin});
  text = std::move(left);
  runs = std::move(left_runs);
}

Fault ForbiddenCharacter(char32_t character, Span span) {
  return Fault{rule_ids::kCharacterNotAllowed,
               span,
               fmt::format("no output may hold the character U+{:04X}; delete it",
                           static_cast<std::uint32_t>(character)),
               {},
               Fix{"delete the character", {{span, ""}}, Safety::kUnsafe}};
}

}  // namespace guidec
