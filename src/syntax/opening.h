// A quote or bracket with which the value of a line starts, and which is closed, be it lines below. Private
// to syntax/.
#ifndef GUIDEC_SYNTAX_OPENING_H_
#define GUIDEC_SYNTAX_OPENING_H_

#include <cstdint>
#include <optional>
#include <string>

#include "diag/diagnostic.h"
#include "text/source.h"

namespace guidec {

struct Opening {
  std::uint32_t begin = 0, end = 0;             // from the sign that opens to behind the one that closes
  std::uint32_t first_line = 0, last_line = 0;  // counted from 1
  std::optional<std::uint32_t> stray_comma = {};  // the first in brackets that no entry stands in front of
};

// `text` is the source's, of the same length, with what is not to be read blanked.
std::optional<Opening> OpeningIn(const Source& source, const std::string& text, std::uint32_t line);

// What is wrong with it, given that something is; nothing when only the line can tell (syntax/line.h).
std::optional<Fault> FaultOfOpening(const Source& source, const std::string& text, const Opening& opening);

}  // namespace guidec

#endif  // GUIDEC_SYNTAX_OPENING_H_
