// Fixes what Pandoc leaves out of an EPUB: what EPUB Accessibility 1.1 asks for, and what makes two
// runs differ.
#ifndef GUIDEC_EMIT_EPUB_PACKAGE_H_
#define GUIDEC_EMIT_EPUB_PACKAGE_H_

#include <cstdint>
#include <string>

#include "base/result.h"
#include "emit/zip/zip.h"

namespace guidec {

struct Publication {
  std::string language;        // BCP 47
  bool right_to_left = false;  // whether the language runs so
  std::string date;            // 2026-11-22: what the publication gives as its date; may be empty
  std::int64_t timestamp = 0;  // Unix seconds: when it was last changed
  std::string generator;       // the program that made it; may be empty
  std::string cover_svg;
  std::string cover_alternative;
};

// `files` is an EPUB 3 as Pandoc writes it. Done to it:
//   package document: xml:lang, direction, date, time of change, metadata of accessibility; the cover,
//     first in the spine; without EPUB 2's <guide>
//   navigation: role, landmarks; headings of the class `unlisted` taken out, from the NCX too
//   chapters: the heading as <title>, lang, dir, what FixBody (emit/html/elements.h) gives; without
//     Pandoc's style sheet
// What is there already, as newer versions of Pandoc write some of it, stays as it is. Fails when the
// EPUB has no package document, or a document is no XML.
Result<void> FixEpub(ZipFiles& files, const Publication& publication);

}  // namespace guidec

#endif  // GUIDEC_EMIT_EPUB_PACKAGE_H_
