#ifndef GUIDEC_EMIT_EPUB_COVER_H_
#define GUIDEC_EMIT_EPUB_COVER_H_

#include <string>
#include <vector>

namespace guidec {

struct CoverWords {
  std::string eyebrow;  // the line above the title
  std::string title;
  std::string subtitle;              // may be empty
  std::vector<std::string> closing;  // short lines at the foot: authors, edition
  std::string language;
};

// A cover of 1600 by 2400 as SVG: the words above the rings that the PDF's cover has too.
std::string CoverSvg(const CoverWords& words);

// What the cover says, for a reader who cannot see it.
std::string CoverAlternative(const CoverWords& words);

}  // namespace guidec

#endif  // GUIDEC_EMIT_EPUB_COVER_H_
