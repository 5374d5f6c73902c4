#ifndef GUIDEC_EMIT_WELL_FORMED_H_
#define GUIDEC_EMIT_WELL_FORMED_H_

#include <string>
#include <string_view>

#include "base/result.h"

namespace guidec {

// Reads what is about to be delivered again, as strictly as the strictest reader would: XML, HTML, JSON and what an
// archive holds of them, by the name's ending. Fails on what is not well-formed, and on an id that stands twice in a
// page of HTML or a chapter of an EPUB; the error names file, member and line. Of other kinds it says nothing, nor of
// the slides and the old HTML that Pandoc writes, which are HTML by no strict rule.
Result<void> CheckWellFormed(const std::string& format, const std::string& path, std::string_view bytes);

}  // namespace guidec

#endif  // GUIDEC_EMIT_WELL_FORMED_H_
