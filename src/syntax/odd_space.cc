#include "syntax/odd_space.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "diag/rule_ids.h"
#include "syntax/line.h"

namespace guidec {
namespace {

struct Character {
  std::uint32_t value = 0;  // 0 for what is no odd space
  std::size_t size = 0;     // bytes
};

// All odd spaces are two or three bytes of UTF-8.
Character OddSpaceAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  Character found;
  if ((byte(at) & 0xE0) == 0xC0) found = {(byte(at) & 0x1F) << 6 | (byte(at + 1) & 0x3F), 2};
  if ((byte(at) & 0xF0) == 0xE0) {
    found = {(byte(at) & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F), 3};
  }
  const std::uint32_t value = found.value;
  // White_Space of Unicode's PropList but for ASCII's, and the two spaces without a width.
  const bool is_odd = value == 0x85 || value == 0xA0 || value == 0x1680 ||
                      (value >= 0x2000 && value <= 0x200B) || value == 0x2028 || value == 0x2029 ||
                      value == 0x202F || value == 0x205F || value == 0x2060 || value == 0x3000;
  return is_odd ? found : Character{};
}

bool HasNoWidth(std::uint32_t value) {
  return value == 0x200B || value == 0x2060;
}

bool IsPlainBlank(char c) {
  return c == ' ' || c == '\t';
}

// Blanks and odd spaces in a row.
struct Run {
  std::size_t end = 0;
  std::size_t first = 0, last = 0;  // from the first odd space to behind the last
  std::uint32_t odd = 0;            // the first; 0 when there is none
  std::string spaces = {};          // ordinary ones for those from `first` to `last`
};

Run RunAt(std::string_view line, std::size_t at) {
  Run run{.end = at};
  while (run.end < line.size()) {
    if (IsPlainBlank(line[run.end])) {
      if (run.odd != 0) run.spaces += ' ';
      ++run.end;
      continue;
    }
    const Character odd = OddSpaceAt(line, run.end);
    if (odd.value == 0) break;
    if (run.odd == 0) run = {run.end, run.end, run.end, odd.value, {}};
    run.end += odd.size;
    run.last = run.end;
    // An ideographic space is as wide as two letters.
    if (!HasNoWidth(odd.value)) run.spaces += odd.value == 0x3000 ? "  " : " ";
  }
  run.spaces.resize(run.spaces.size() - std::min(run.spaces.size(), run.end - run.last));
  return run;
}

OddSpace Found(Run run, std::string_view where) {
  return {run.first, run.last,
          fmt::format("the space U+{:04X} {}, and YAML takes it for a letter; write ordinary spaces", run.odd,
                      where),
          std::move(run.spaces)};
}

}  // namespace

std::optional<OddSpace> OddSpaceIn(std::string_view line) {
  Run run = RunAt(line, 0);
  const bool is_empty = run.end == line.size();
  if (run.odd != 0)
    return is_empty ? std::nullopt : std::optional(Found(std::move(run), "indents this line"));
  std::size_t at = run.end;
  while (at < line.size() && line[at] == '-') {
    run = RunAt(line, at + 1);
    if (run.odd != 0) return Found(std::move(run), "stands behind the dash");
    if (run.end == at + 1) break;
    at = run.end;
  }
  const std::size_t key = at;
  while (at < line.size() && IsKeyCharacter(line[at])) ++at;
  // A text may start as a key would: `Note:`. No key of a guide starts with a capital.
  if (at == key || !(line[key] >= 'a' && line[key] <= 'z')) return std::nullopt;
  Run before = RunAt(line, at);
  if (before.end == line.size() || line[before.end] != ':') return std::nullopt;
  Run behind = RunAt(line, before.end + 1);
  if (behind.odd == 0 && behind.end == before.end + 1 && behind.end < line.size()) return std::nullopt;
  if (before.odd != 0) {
    before.spaces.clear();
    return Found(std::move(before), "stands in front of the colon");
  }
  if (behind.odd == 0) return std::nullopt;
  if (behind.first == before.end + 1 && behind.spaces.empty()) behind.spaces = " ";
  return Found(std::move(behind), "stands behind the colon");
}

std::string AsIndented(std::string_view line) {
  const Run run = RunAt(line, 0);
  if (run.odd == 0) return std::string(line);
  return std::string(line.substr(0, run.first)) + run.spaces + std::string(line.substr(run.last));
}

Fault UnicodeSpace(const OddSpace& space, SourceId source, std::uint32_t line_begin) {
  const Span span{source, line_begin + static_cast<std::uint32_t>(space.begin),
                  line_begin + static_cast<std::uint32_t>(space.end)};
  return Fault{rule_ids::kUnicodeSpace,
               span,
               space.message,
               {},
               Fix{"write ordinary spaces", {{span, space.replacement}}}};
}

}  // namespace guidec
