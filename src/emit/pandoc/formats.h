// The documents that a build can have Pandoc write.
#ifndef GUIDEC_EMIT_PANDOC_FORMATS_H_
#define GUIDEC_EMIT_PANDOC_FORMATS_H_

#include <span>
#include <string>
#include <string_view>

#include "base/process.h"
#include "base/result.h"

namespace guidec {

// The formats that guidec knows, Pandoc's or not. Any other name is one of Pandoc's writers.
inline constexpr std::string_view kFormats[] = {"epub", "pdf", "json",   "html", "docx",
                                                "odt",  "md",  "ndjson", "zip",  "free-exercise-db"};

// "tex" for "latex": how the name of a file of that format ends, without its dot.
std::string ExtensionOf(const std::string& format);

// Whether files of the format hold their pictures, or have none to show. Else they lie beside them.
bool HoldsPictures(const std::string& format);

// Fails on a name that is neither in kFormats nor a writer of the Pandoc that is installed, with the
// nearest one; and on Pandoc's names for what guidec writes better under its own. Asks Pandoc only when
// a name is not in kFormats.
Result<void> CheckFormats(std::span<const std::string> formats, ProcessRunner& processes);

}  // namespace guidec

#endif  // GUIDEC_EMIT_PANDOC_FORMATS_H_
