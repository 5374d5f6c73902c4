#ifndef GUIDEC_EMIT_EPUB_EPUB_H_
#define GUIDEC_EMIT_EPUB_EPUB_H_

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/files.h"
#include "base/process.h"
#include "base/result.h"
#include "emit/pandoc/ast.h"
#include "model/library.h"

namespace guidec {

struct EpubOptions {
  std::filesystem::path data;     // holds templates/ with epub.css and references.csl
  std::filesystem::path scratch;  // an empty folder, for what Pandoc reads
  std::int64_t timestamp = 0;     // Unix seconds: when the publication was last changed
  std::string generator = {};     // "guidec 0.1.0"
  Edition edition = Edition::kLearner;
};

struct Epub {
  std::string bytes;
  std::string pandoc_version;
};

// The guide as EPUB 3.3, written by Pandoc and mended (emit/epub/package.h). The same sources, options
// and Pandoc give the same bytes. Fails when Pandoc is missing, too old, fails or runs into its time
// limit, and when a picture cannot be read.
Result<Epub> BuildEpub(const Library& library, const Guide& guide, const EpubOptions& options,
                       FileSystem& files, ProcessRunner& processes);

}  // namespace guidec

#endif  // GUIDEC_EMIT_EPUB_EPUB_H_
