#ifndef GUIDEC_SYNTAX_SCALAR_H_
#define GUIDEC_SYNTAX_SCALAR_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/document.h"

namespace guidec {

// A scalar's decoded text and where each part of it stands. yaml-cpp has the last word on the text;
// this decoding exists for the positions, and a difference between the two is a finding.
struct DecodedScalar {
  std::string text;
  std::vector<TextRun> runs;
  std::uint32_t end = 0;  // where the scalar's last byte of content ends
};

// `begin` and `end` are the scalar's bytes in `source`, quotes or block indicator included;
// `parent_column` is the 0-based column of the collection that holds it (for explicit indentation).
DecodedScalar DecodeScalar(std::string_view source, std::uint32_t begin, std::uint32_t end, ScalarStyle style,
                           std::uint32_t parent_column);

}  // namespace guidec

#endif  // GUIDEC_SYNTAX_SCALAR_H_
