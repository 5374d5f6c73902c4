#ifndef GUIDEC_EMIT_EPUB_EPUB_H_
#define GUIDEC_EMIT_EPUB_EPUB_H_

#include <string>

#include "base/files.h"
#include "base/process.h"
#include "base/result.h"
#include "emit/pandoc/manuscript.h"
#include "emit/view/view.h"

namespace guidec {

// The bytes of the guide as EPUB 3.3, written by Pandoc and fixed (emit/epub/package.h). The same
// manuscript and Pandoc give the same bytes. Fails when Pandoc fails or runs into its time limit, and
// when the style sheet cannot be read.
Result<std::string> WriteEpub(const GuideView& view, const Manuscript& manuscript, FileSystem& files,
                              ProcessRunner& processes);

// The picture on its first page, as SVG.
std::string EpubCover(const GuideView& view);

}  // namespace guidec

#endif  // GUIDEC_EMIT_EPUB_EPUB_H_
