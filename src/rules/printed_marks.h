// Marks that mean something to another program, or that CommonMark did not take for markup: an output prints
// them as they were typed.
#ifndef GUIDEC_RULES_PRINTED_MARKS_H_
#define GUIDEC_RULES_PRINTED_MARKS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "model/prose/passage.h"

namespace guidec {

enum class MarkKind : std::uint8_t { kCitation, kLink, kMarkup };

struct PrintedMark {
  MarkKind kind;
  Piece piece;          // of the passage
  std::string message;  // what it is, and what to write
};

// In the order of the text. Braces are not among them: they are placeholders. What an author has escaped, and
// code, is meant to be printed.
std::vector<PrintedMark> PrintedMarks(const ProseUse& use, const Passage& passage);

}  // namespace guidec

#endif  // GUIDEC_RULES_PRINTED_MARKS_H_
