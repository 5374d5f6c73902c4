// ZIP archives in memory. libarchive's writer gives every entry an extra field and a data descriptor,
// which EPUB forbids for its first one; libzip writes neither.
#ifndef GUIDEC_EMIT_ZIP_ZIP_H_
#define GUIDEC_EMIT_ZIP_ZIP_H_

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace guidec {

// A file's path in the archive → its bytes.
using ZipFiles = std::map<std::string, std::string>;

// Fails on what is no ZIP, is damaged, or unpacks to more than a gibibyte.
Result<ZipFiles> ReadZip(std::string_view bytes);

// `mimetype` first and stored, as the containers of EPUB
// (https://www.w3.org/TR/epub-33/#sec-zip-container-zipreqs) and OpenDocument want it; all else
// compressed and in the order of its path; every time that of the first day that ZIP knows. The same
// files give the same bytes.
Result<std::string> WriteZip(const ZipFiles& files);

}  // namespace guidec

#endif  // GUIDEC_EMIT_ZIP_ZIP_H_
