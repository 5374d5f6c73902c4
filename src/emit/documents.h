#ifndef GUIDEC_EMIT_DOCUMENTS_H_
#define GUIDEC_EMIT_DOCUMENTS_H_

#include <string>

#include "base/files.h"
#include "base/process.h"
#include "base/result.h"
#include "emit/pandoc/manuscript.h"
#include "emit/view/view.h"

namespace guidec {

// The bytes of the guide in a format that Pandoc writes, or that is made of what it writes. Fails as the
// writer of the format does.
Result<std::string> WriteDocument(const std::string& format, const GuideView& view, const Manuscript& manuscript,
                                  FileSystem& files, ProcessRunner& processes);

}  // namespace guidec

#endif  // GUIDEC_EMIT_DOCUMENTS_H_
