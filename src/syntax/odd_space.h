// Spaces that are none to YAML, such as U+00A0: where they stand for one, YAML takes them for letters.
// Private to syntax/.
#ifndef GUIDEC_SYNTAX_ODD_SPACE_H_
#define GUIDEC_SYNTAX_ODD_SPACE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"

namespace guidec {

struct OddSpace {
  std::size_t begin = 0, end = 0;  // the bytes of the line from the first odd space to the last
  std::string message;
  std::string replacement;
};

// The first odd space of the line that stands in its indentation, behind the dash of an item, or next to the
// colon of a key. Those in a text are as good as any letter.
std::optional<OddSpace> OddSpaceIn(std::string_view line);

// The line with ordinary spaces for those that indent it, as its author sees it.
std::string AsIndented(std::string_view line);

// Its fault; the line starts at `line_begin` of the source.
Fault UnicodeSpace(const OddSpace& space, SourceId source, std::uint32_t line_begin);

}  // namespace guidec

#endif  // GUIDEC_SYNTAX_ODD_SPACE_H_
