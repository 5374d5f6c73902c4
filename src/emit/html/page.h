#ifndef GUIDEC_EMIT_HTML_PAGE_H_
#define GUIDEC_EMIT_HTML_PAGE_H_

#include <string>

#include "base/files.h"
#include "base/process.h"
#include "base/result.h"
#include "emit/pandoc/manuscript.h"

namespace guidec {

// The guide as one HTML file, to read on a screen or to print: style sheet and pictures are in it, and
// it has no script and asks no other place for anything. Fails when Pandoc fails or runs into its time
// limit, and when a template or a picture cannot be read.
Result<std::string> WritePage(const Manuscript& manuscript, FileSystem& files, ProcessRunner& processes);

}  // namespace guidec

#endif  // GUIDEC_EMIT_HTML_PAGE_H_
