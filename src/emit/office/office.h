#ifndef GUIDEC_EMIT_OFFICE_OFFICE_H_
#define GUIDEC_EMIT_OFFICE_OFFICE_H_

#include <string>

#include "base/files.h"
#include "base/process.h"
#include "base/result.h"
#include "emit/pandoc/manuscript.h"

namespace guidec {

// The bytes of the guide for a word processor: `format` is "docx" or "odt". Pandoc writes it; then the
// styles of the template <format>-styles.xml take the place of Pandoc's, and the archive is packed anew,
// so that the same manuscript and Pandoc give the same bytes. Fails when Pandoc fails or runs into its
// time limit, and when the template cannot be read or is no XML.
Result<std::string> WriteOffice(const std::string& format, const Manuscript& manuscript, FileSystem& files,
                                ProcessRunner& processes);

}  // namespace guidec

#endif  // GUIDEC_EMIT_OFFICE_OFFICE_H_
