#ifndef GUIDEC_TEXT_LOCALE_H_
#define GUIDEC_TEXT_LOCALE_H_

#include <string_view>

#include <unicode/locid.h>

namespace guidec {

// ICU's locale of a language, a BCP 47 tag; the root for one that it lacks, for which ICU by itself takes the
// machine's own.
icu::Locale LocaleOf(std::string_view language);

}  // namespace guidec

#endif  // GUIDEC_TEXT_LOCALE_H_
